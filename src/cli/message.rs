//! What is said to the user, on standard error: one line each, without foreign control characters.

use super::flags::Talk;
use anstream::AutoStream;
use anstyle::{AnsiColor, Style};
use clap::builder::StyledStr;
use de_an_06::output::harmless;
use std::io::{self, IsTerminal, Write};

const ERROR: Style = AnsiColor::Red.on_default().bold();
const NOTE: Style = AnsiColor::Cyan.on_default().bold();

/// How much is said.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Messages {
    quiet: bool,
    verbose: bool,
}

impl Messages {
    pub(crate) fn new(talk: &Talk) -> Self {
        Self { quiet: talk.quiet, verbose: talk.verbose }
    }

    /// Whether the progress of a run may be shown: on a terminal, unless quiet.
    pub(crate) fn show_progress(self) -> bool {
        !self.quiet && io::stderr().is_terminal()
    }

    /// The run cannot go on; said even when quiet.
    pub(crate) fn fatal(self, sentence: &str) {
        say(ERROR, "error", sentence);
    }

    /// How a command is used.
    pub(crate) fn help(self, help: &StyledStr) {
        let mut stderr = AutoStream::auto(io::stderr().lock());
        let _ = write!(stderr, "\n{}", help.ansi());
    }

    /// One input failed, the run goes on.
    pub(crate) fn failed(self, sentence: &str) {
        if !self.quiet {
            say(ERROR, "error", sentence);
        }
    }

    /// What came of several inputs.
    pub(crate) fn summary(self, sentence: &str) {
        if !self.quiet {
            say(NOTE, "done", sentence);
        }
    }

    /// How one input was read.
    pub(crate) fn detail(self, sentence: &str) {
        if self.verbose {
            say(NOTE, "note", sentence);
        }
    }
}

fn say(style: Style, level: &str, sentence: &str) {
    let mut stderr = AutoStream::auto(io::stderr().lock());
    // A closed standard error leaves nobody to tell.
    let _ = writeln!(stderr, "{style}{level}:{style:#} {}", harmless(sentence));
}
