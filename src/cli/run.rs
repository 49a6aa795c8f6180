//! From the words of the command line to an exit code.

use super::exit::Exit;
use super::flags::{Color, Flags, Lang};
use super::help;
use super::message::Messages;
use super::plan::Plan;
use super::preset::{Environment, Preset};
use super::surroundings::Surroundings;
use super::usage::Usage;
use super::{
    run_about, run_check, run_diff, run_explain, run_extract, run_lexicon, run_series, sink,
};
use anstream::{AutoStream, ColorChoice};
use anyhow::Result;
use clap::FromArgMatches;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::num::NonZeroUsize;
use std::thread;

/// Runs a command line, whose first word is the name of the program, and gives the exit code of the process.
#[must_use]
pub fn main(words: Vec<OsString>) -> u8 {
    run(words) as u8
}

/// Parses, plans, runs.
fn run(words: Vec<OsString>) -> Exit {
    let preset = Preset::read(&words, &Environment::of_process());
    let lang = preset.as_ref().ok().and_then(|preset| preset.lang(&words));
    let matches = help::command(lang).try_get_matches_from(&words);
    let mut flags = match matches.and_then(|matches| Flags::from_arg_matches(&matches)) {
        Ok(flags) => flags,
        Err(error) => return refuse(&error, lang),
    };
    flags.talk.lang = lang;
    colour_choice(flags.talk.color).write_global();
    let messages = Messages::new(&flags.talk);
    let plan = preset.and_then(|preset| {
        preset.fill(&mut flags);
        Plan::new(flags.command, flags.talk.lang, surroundings())
    });
    let outcome = match plan {
        Ok(plan) => carry_out(plan, messages),
        Err(usage) => return explain_usage(usage, lang, messages),
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

/// A command line that cannot be read, or that asks for help.
fn refuse(error: &clap::Error, lang: Option<Lang>) -> Exit {
    match help::mistake(error, lang) {
        Some(sentence) => Messages::in_language(lang).fatal(&sentence),
        // A closed pipe is all that can fail here, and ends the run anyway.
        None => drop(error.print()),
    }
    if error.use_stderr() { Exit::Usage } else { Exit::Done }
}

fn carry_out(plan: Plan, messages: Messages) -> Result<Exit> {
    match plan {
        Plan::Extract(plan) => run_extract::run(&plan, messages),
        Plan::Series(plan) => run_series::run(&plan, messages),
        Plan::Check(plan) => run_check::run(&plan, messages),
        Plan::Diff(plan) => run_diff::run(&plan, messages),
        Plan::Explain(inputs, format, look) => run_explain::run(&inputs, format, look, messages),
        Plan::LookUp(plan) => run_lexicon::run(&plan),
        Plan::Schema(of) => run_about::schema(of),
        Plan::Completions(shell, lang) => run_about::completions(shell, lang),
        Plan::Man(lang) => run_about::man(lang),
    }
}

fn explain_usage(usage: Usage, lang: Option<Lang>, messages: Messages) -> Exit {
    match usage {
        Usage::Sentences(sentences) => {
            sentences.iter().for_each(|sentence| messages.fatal(sentence));
        }
        Usage::NoInput(name) => {
            messages.fatal("nothing to read: name a file or a folder, or pipe a page in");
            let mut command = help::command(lang);
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
