//! What is said to the user, on standard error: one line each, without foreign control characters.

use super::flags::{Lang, Talk};
use super::vietnamese::Vietnamese;
use anstream::AutoStream;
use anstyle::{AnsiColor, Style};
use clap::builder::StyledStr;
use de_an_06::output::harmless;
use std::io::{self, IsTerminal, Write};

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const NOTE: Style = AnsiColor::Cyan.on_default().bold();

/// How much is said.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Messages {
    /// How they are put into Vietnamese; English without it.
    vietnamese: Option<&'static Vietnamese>,
    quiet: bool,
    verbose: bool,
}

impl Messages {
    pub(crate) fn new(talk: &Talk) -> Self {
        Self { quiet: talk.quiet, verbose: talk.verbose, ..Self::in_language(talk.lang) }
    }

    /// Those of a run of which nothing but the language is known.
    pub(crate) fn in_language(lang: Option<Lang>) -> Self {
        let vietnamese = (lang == Some(Lang::Vi)).then(Vietnamese::built_in);
        Self { vietnamese, quiet: false, verbose: false }
    }

    /// Whether the progress of a run may be shown: on a terminal, unless quiet.
    pub(crate) fn show_progress(self) -> bool {
        !self.quiet && io::stderr().is_terminal()
    }

    /// The run cannot go on; said even when quiet.
    pub(crate) fn fatal(self, sentence: &str) {
        self.say(ERROR, "error", sentence);
    }

    /// How a command is used.
    pub(crate) fn help(self, help: &StyledStr) {
        let mut stderr = AutoStream::auto(io::stderr().lock());
        let _ = write!(stderr, "\n{}", help.ansi());
    }

    /// One input failed, the run goes on.
    pub(crate) fn failed(self, sentence: &str) {
        if !self.quiet {
            self.say(ERROR, "error", sentence);
        }
    }

    /// Nothing failed, and the user should know.
    pub(crate) fn note(self, sentence: &str) {
        if !self.quiet {
            self.say(NOTE, "note", sentence);
        }
    }

    /// Nothing failed, but something is not as the user wants it.
    pub(crate) fn warning(self, sentence: &str) {
        if !self.quiet {
            self.say(WARNING, "warning", sentence);
        }
    }

    /// What came of several inputs.
    pub(crate) fn summary(self, sentence: &str) {
        if !self.quiet {
            self.say(NOTE, "done", sentence);
        }
    }

    /// How one input was read.
    pub(crate) fn detail(self, sentence: &str) {
        if self.verbose {
            self.say(NOTE, "note", sentence);
        }
    }

    fn say(self, style: Style, level: &str, sentence: &str) {
        let (level, sentence) = match self.vietnamese {
            Some(vietnamese) => (vietnamese.level(level), vietnamese.sentence(sentence)),
            None => (level, sentence.into()),
        };
        let mut stderr = AutoStream::auto(io::stderr().lock());
        // A closed standard error leaves nobody to tell.
        let _ = writeln!(stderr, "{style}{level}:{style:#} {}", harmless(&sentence));
    }
}
