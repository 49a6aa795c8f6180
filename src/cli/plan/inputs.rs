//! What a command reads: the inputs that are named or listed, how many at once, and how long they may be.

use super::super::files_from;
use super::super::flags;
use super::super::outputs::refuse_overwriting;
use super::super::surroundings::Surroundings;
use super::super::usage::{Usage, usage};
use super::facts::options;
use de_an_06::Options;
use de_an_06::source::Choice;
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// What is read, and what the user said about it.
#[derive(Debug, Clone)]
pub(crate) struct Inputs {
    pub(crate) paths: Vec<PathBuf>,
    pub(crate) facts: Options,
    /// Whether what moves dates is said on standard error: not where the table on standard output says it.
    pub(crate) warns: bool,
    /// How many threads read them.
    pub(crate) jobs: usize,
    /// Which pages of them.
    pub(crate) choice: Choice,
    /// Where it is written what became of each.
    pub(crate) run_report: Option<PathBuf>,
    /// Whether nothing is written to a terminal, so that progress may stand there.
    pub(crate) leave_terminal_free: bool,
}

/// What a command reads, named or piped in.
pub(super) fn inputs(
    command: &'static str,
    given: flags::Inputs,
    around: Surroundings,
) -> Result<Inputs, Usage> {
    let own = own_files(&given);
    let flags::Inputs { inputs: mut paths, pace, glob, report, files_from, facts } = given;
    let choice = Choice::up_to(pace.max_page_bytes).only(&glob);
    let choice = choice.or_else(|error| usage(format!("--glob: {error}")))?;
    if let Some(list) = &files_from {
        if list.as_os_str() == "-" && paths.iter().any(|path| path.as_os_str() == "-") {
            return usage("--files-from -: standard input is the list, and cannot be a page, too");
        }
        paths.extend(files_from::read(list)?);
    }
    if paths.is_empty() {
        if around.stdin_is_terminal {
            return Err(Usage::NoInput(command));
        }
        paths.push(PathBuf::from("-"));
    }
    if paths.iter().filter(|path| path.as_os_str() == "-").count() > 1 {
        return usage("`-` is given twice, but standard input can be read only once");
    }
    if facts.url.is_some() && paths.len() > 1 {
        return usage("--url is the address of one page, but several inputs are given");
    }
    let read: Vec<_> = paths.iter().chain(&own).collect();
    refuse_overwriting(&read, report.iter().map(|report| ("--report", &**report)))?;
    Ok(Inputs {
        facts: options(facts)?,
        warns: true,
        jobs: pace.jobs.map_or(around.cores, NonZeroUsize::get),
        choice,
        run_report: report,
        leave_terminal_free: !around.stdout_is_terminal,
        paths,
    })
}

/// The files besides the inputs that are read.
pub(super) fn own_files(given: &flags::Inputs) -> Vec<PathBuf> {
    let facts = &given.facts;
    let files = facts.own.files.iter().chain(&facts.corrections).chain(&given.files_from);
    files.cloned().collect()
}
