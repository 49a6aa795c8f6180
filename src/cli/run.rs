//! From the words of the command line to an exit code.

use super::exit::Exit;
use super::flags::{Color, Flags};
use super::message::Messages;
use super::plan::Plan;
use super::surroundings::Surroundings;
use super::usage::Usage;
use super::{run_about, run_check, run_explain, run_extract, run_lexicon, run_series, sink};
use anstream::{AutoStream, ColorChoice};
use anyhow::Result;
use clap::{CommandFactory, Parser};
use std::io::{self, IsTerminal};
use std::num::NonZeroUsize;
use std::thread;

/// Parses, plans, runs.
pub(crate) fn main() -> Exit {
    let flags = match Flags::try_parse() {
        Ok(flags) => flags,
        Err(error) => {
            // A closed pipe is all that can fail here, and ends the run anyway.
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage } else { Exit::Done };
        }
    };
    colour_choice(flags.talk.color).write_global();
    let messages = Messages::new(&flags.talk);
    let outcome = match Plan::new(flags.command, flags.talk.lang, surroundings()) {
        Ok(plan) => carry_out(plan, messages),
        Err(usage) => return explain_usage(usage, messages),
    };
    match outcome {
        Ok(exit) => exit,
        Err(error) if is_unread(&error) => Exit::Done,
        Err(error) => {
            messages.fatal(&format!("{error:#}"));
            Exit::Nothing
        }
    }
}

fn carry_out(plan: Plan, messages: Messages) -> Result<Exit> {
    match plan {
        Plan::Extract(plan) => run_extract::run(&plan, messages),
        Plan::Series(plan) => run_series::run(&plan, messages),
        Plan::Check(plan) => run_check::run(&plan, messages),
        Plan::Explain(inputs, look) => run_explain::run(&inputs, look, messages),
        Plan::LookUp(plan) => run_lexicon::run(&plan),
        Plan::Schema => run_about::schema(),
        Plan::Completions(shell) => run_about::completions(shell),
        Plan::Man => run_about::man(),
    }
}

fn explain_usage(usage: Usage, messages: Messages) -> Exit {
    match usage {
        Usage::Sentences(sentences) => {
            sentences.iter().for_each(|sentence| messages.fatal(sentence));
        }
        Usage::NoInput(name) => {
            messages.fatal("nothing to read: name a file or a folder, or pipe a page in");
            let mut command = Flags::command();
            command.build();
            if let Some(command) = command.find_subcommand_mut(name) {
                messages.help(&command.render_help());
            }
        }
    }
    Exit::Usage
}

fn colour_choice(color: Color) -> ColorChoice {
    match color {
        Color::Auto => ColorChoice::Auto,
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    }
}

fn surroundings() -> Surroundings {
    let stdout = io::stdout();
    Surroundings {
        stdin_is_terminal: io::stdin().is_terminal(),
        stdout_is_terminal: stdout.is_terminal(),
        cores: thread::available_parallelism().map_or(1, NonZeroUsize::get),
        width: terminal_size::terminal_size_of(&stdout).map(|(width, _)| usize::from(width.0)),
        colour: AutoStream::choice(&stdout) != ColorChoice::Never,
    }
}

fn is_unread(error: &anyhow::Error) -> bool {
    let mut causes = error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>());
    causes.any(sink::is_unread)
}
