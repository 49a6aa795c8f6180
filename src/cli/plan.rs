//! What a run will do and read. Every conflict between flags is found before any page is opened.

pub(crate) use super::flags::Only;
use super::flags::{self, Command, EntryFormat, Facts, Lang};
use super::outputs::{Output, Target, outputs, refuse_overwriting};
use super::package::Package;
use super::surroundings::Surroundings;
use super::usage::{Usage, usage};
use super::{accepted, files_from, lexicon};
use clap_complete::Shell;
use de_an_06::Options;
use de_an_06::lexicon::{File, Lexicon};
use de_an_06::output::findings::{Accepted, FindingsOpening};
use de_an_06::output::{self, Format, LineUp, Look};
use de_an_06::page::is_encoding;
use de_an_06::source::LONGEST_PAGE;
use jiff::civil::Date;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;

/// What is to be done.
#[derive(Debug)]
pub(crate) enum Plan {
    Extract(Extract),
    Series(Series),
    Check(Check),
    Explain(Inputs, Look),
    LookUp(LookUp),
    Schema,
    Completions(Shell),
    Man,
}

#[derive(Debug)]
pub(crate) struct Extract {
    pub(crate) inputs: Inputs,
    pub(crate) outputs: Vec<Output>,
    /// What describes them.
    pub(crate) package: Option<Package>,
    pub(crate) fail_if_empty: bool,
}

#[derive(Debug)]
pub(crate) struct Series {
    pub(crate) inputs: Inputs,
    /// Each with how its format writes lines.
    pub(crate) outputs: Vec<(Output, LineUp)>,
}

#[derive(Debug)]
pub(crate) struct Check {
    pub(crate) inputs: Inputs,
    /// Each with how its format writes findings.
    pub(crate) outputs: Vec<(Output, FindingsOpening)>,
    /// What is shown; everything without.
    pub(crate) only: Vec<Only>,
    /// What an editor has accepted.
    pub(crate) accepted: Accepted,
    /// Where everything that is accepted is written to.
    pub(crate) accept_all: Option<Target>,
}

/// What is read, and what the user said about it.
#[derive(Debug)]
pub(crate) struct Inputs {
    pub(crate) paths: Vec<PathBuf>,
    pub(crate) facts: Options,
    /// How many threads read them.
    pub(crate) jobs: usize,
    /// Longest page that is read, in bytes.
    pub(crate) longest: u64,
    /// Where it is written what became of each.
    pub(crate) run_report: Option<Target>,
    /// Whether nothing is written to a terminal, so that progress may stand there.
    pub(crate) leave_terminal_free: bool,
}

/// What is looked up, in which files, and how it is shown.
#[derive(Debug)]
pub(crate) struct LookUp {
    pub(crate) words: Vec<String>,
    /// The user's own files, then the built-in one.
    pub(crate) files: Vec<File>,
    pub(crate) format: EntryFormat,
    pub(crate) look: Look,
    pub(crate) target: Target,
}

impl Plan {
    /// Makes a plan of what the user typed.
    pub(crate) fn new(
        command: Command,
        lang: Option<Lang>,
        around: Surroundings,
    ) -> Result<Self, Usage> {
        let lang = lang.map(|lang| match lang {
            Lang::Vi => output::Lang::Vi,
            Lang::En => output::Lang::En,
        });
        let Surroundings { width, colour, .. } = around;
        let look = Look { width, colour, lang, ..Look::default() };
        Ok(match command {
            Command::Extract(flags) => {
                let (inputs, outputs) =
                    both("extract", flags.inputs, &flags.outputs, look, around)?;
                let package = flags.datapackage.then(|| Package::of(&outputs)).transpose()?;
                let fail_if_empty = flags.fail_if_empty;
                Self::Extract(Extract { inputs, outputs, package, fail_if_empty })
            }
            Command::Series(flags) => {
                let (inputs, outputs) = both("series", flags.inputs, &flags.outputs, look, around)?;
                let outputs = outputs.into_iter().map(lined_up).collect::<Result<_, _>>()?;
                Self::Series(Series { inputs, outputs })
            }
            Command::Check(flags) => Self::Check(check(flags, look, around)?),
            Command::Explain(flags) => {
                let paths = flags.input.into_iter().collect();
                let mut given = inputs("explain", paths, flags.facts, around)?;
                given.facts.grounds = true;
                Self::Explain(given, look)
            }
            Command::Lexicon(flags) => Self::LookUp(look_up(flags, look, around)?),
            Command::Schema => Self::Schema,
            Command::Completions { shell } => Self::Completions(shell),
            Command::Man => Self::Man,
        })
    }
}

/// What a command reads and writes, neither of them twice.
fn both(
    command: &'static str,
    mut given: flags::Inputs,
    asked: &flags::Outputs,
    look: Look,
    around: Surroundings,
) -> Result<(Inputs, Vec<Output>), Usage> {
    let outputs = outputs(asked, look, around)?;
    if let Some(list) = &given.files_from {
        if list.as_os_str() == "-" && given.inputs.iter().any(|path| path.as_os_str() == "-") {
            return usage("--files-from -: standard input is the list, and cannot be a page, too");
        }
        given.inputs.extend(files_from::read(list)?);
    }
    let run_report = given.report.clone().map(Target::File);
    if outputs.iter().any(|output| Some(&output.target) == run_report.as_ref()) {
        return usage("--report: the file is also an output; name another");
    }
    let read: Vec<_> = given.inputs.iter().chain(&given.facts.own.files).collect();
    refuse_overwriting(&read, &outputs)?;
    let jobs = given.jobs.map_or(around.cores, NonZeroUsize::get);
    let longest = given.max_page_bytes;
    let mut inputs =
        Inputs { jobs, longest, run_report, ..inputs(command, given.inputs, given.facts, around)? };
    let is_file = |output: &Output| matches!(output.target, Target::File(_));
    inputs.leave_terminal_free |= outputs.iter().all(is_file);
    Ok((inputs, outputs))
}

fn check(flags: flags::Check, look: Look, around: Surroundings) -> Result<Check, Usage> {
    let flags::Check { inputs, mut outputs, only, accept, accept_all } = flags;
    if outputs.output.is_empty() {
        outputs.format.get_or_insert_with(|| Format::FOR_FINDINGS.name.to_owned());
    }
    let own: Vec<&PathBuf> = accept.iter().chain(&accept_all).collect();
    let files = super::outputs::outputs(&outputs, look, around)?;
    refuse_overwriting(&own, &files)?;
    let accepted = accepted::read(accept.as_deref(), accept_all.as_deref())?;
    let (inputs, outputs) = both("check", inputs, &outputs, look, around)?;
    let outputs = outputs.into_iter().map(of_findings).collect::<Result<_, _>>()?;
    let accept_all = accept_all.map(Target::File);
    Ok(Check { inputs, outputs, only, accepted, accept_all })
}

fn of_findings(output: Output) -> Result<(Output, FindingsOpening), Usage> {
    writing("check", output, |format| format.findings)
}

fn lined_up(output: Output) -> Result<(Output, LineUp), Usage> {
    writing("series", output, |format| format.line_up)
}

/// An output with how its format writes what a command gives; refused where the format cannot.
fn writing<T>(
    command: &str,
    output: Output,
    how: impl Fn(&Format) -> Option<T>,
) -> Result<(Output, T), Usage> {
    let Some(writer) = how(&output.format) else {
        let able = Format::ALL.iter().filter(|format| how(format).is_some());
        let able: Vec<_> = able.map(|format| format.name).collect();
        return usage(format!(
            "{command} cannot be written as {}; it can as {}",
            output.format.name,
            able.join(", ")
        ));
    };
    Ok((output, writer))
}

fn inputs(
    command: &'static str,
    mut paths: Vec<PathBuf>,
    facts: Facts,
    around: Surroundings,
) -> Result<Inputs, Usage> {
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
    let leave_terminal_free = !around.stdout_is_terminal;
    Ok(Inputs {
        paths,
        facts: checked(facts)?,
        jobs: 1,
        longest: LONGEST_PAGE,
        run_report: None,
        leave_terminal_free,
    })
}

fn look_up(flags: flags::Lexicon, look: Look, around: Surroundings) -> Result<LookUp, Usage> {
    let flags::Lexicon { words, format, own } = flags;
    let mut files = lexicon::read(&own.files)?;
    files.push(File::built_in());
    let guarded = around.stdout_is_terminal && format != EntryFormat::Table;
    let target = if guarded { Target::Terminal } else { Target::Stdout };
    Ok(LookUp { words, files, format, look, target })
}

fn checked(facts: Facts) -> Result<Options, Usage> {
    let is_day = |day: &str| day.get(..10).is_some_and(|day| day.parse::<Date>().is_ok());
    if let Some(day) = facts.published.as_deref().filter(|day| !is_day(day)) {
        return usage(format!("--published: `{day}` is no day; write it as 2023-05-11"));
    }
    if let Some(label) = facts.encoding.as_deref().filter(|label| !is_encoding(label)) {
        return usage(format!(
            "--encoding: `{label}` names no known encoding; try utf-8, windows-1258, tcvn3, vni or viscii"
        ));
    }
    let Facts { published, url, encoding, no_site_hints, own } = facts;
    let files = lexicon::read(&own.files)?;
    let lexicon = (!files.is_empty()).then(|| Arc::new(Lexicon::with_files(files)));
    Ok(Options { url, published, encoding, no_site_hints, lexicon, ..Options::default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::flags::Flags;
    use clap::Parser;
    use std::path::Path;

    #[test]
    fn without_inputs_a_pipe_is_read_and_a_terminal_is_not() {
        let pipe = Surroundings::default();
        let terminal = Surroundings { stdin_is_terminal: true, ..pipe };
        let plan = |around| {
            Plan::new(Flags::try_parse_from(["de-an-06", "check"]).unwrap().command, None, around)
        };
        let Ok(Plan::Check(check)) = plan(pipe) else { panic!("no plan") };
        assert_eq!(check.inputs.paths, [Path::new("-")]);
        assert_eq!(plan(terminal).unwrap_err(), Usage::NoInput("check"));
    }
}
