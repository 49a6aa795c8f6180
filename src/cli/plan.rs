//! What a run will do and read. Every conflict between flags is found before any page is opened.

pub(crate) use super::flags::Only;
use super::flags::{self, Command, EntryFormat, Explanation, Facts, Lang};
use super::outputs::{Output, Target, is_one_file, outputs, refuse_overwriting};
use super::package::Package;
use super::surroundings::Surroundings;
use super::usage::{Usage, usage};
use super::{accepted, corrections, files_from, lexicon};
use clap_complete::Shell;
use de_an_06::Options;
use de_an_06::document::Kind;
use de_an_06::lexicon::{File, Lexicon};
use de_an_06::output::findings::{Accepted, FindingsOpening};
use de_an_06::output::{self, Format, LineUp, Look, Medium};
use de_an_06::page::is_encoding;
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;

/// What is to be done.
#[derive(Debug)]
pub(crate) enum Plan {
    Extract(Extract),
    Series(Series),
    Check(Check),
    Explain(Inputs, Explanation, Look),
    LookUp(LookUp),
    Schema { corrections: bool },
    Completions(Shell, Option<Lang>),
    Man(Option<Lang>),
}

#[derive(Debug)]
pub(crate) struct Extract {
    pub(crate) inputs: Inputs,
    pub(crate) outputs: Vec<Output>,
    /// What describes them.
    pub(crate) package: Option<Package>,
    pub(crate) fail_if_empty: bool,
    /// How sure the figures are that are written, where not all are.
    pub(crate) sure: Option<(Decimal, Decimal)>,
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
#[derive(Debug, Clone)]
pub(crate) struct Inputs {
    pub(crate) paths: Vec<PathBuf>,
    pub(crate) facts: Options,
    /// Whether what moves dates is said on standard error: not where the table on standard output says it.
    pub(crate) warns: bool,
    /// How many threads read them.
    pub(crate) jobs: usize,
    /// Longest page that is read, in bytes.
    pub(crate) longest: u64,
    /// Where it is written what became of each.
    pub(crate) run_report: Option<PathBuf>,
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
        let asked = lang;
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
                let mut inputs = inputs;
                inputs.warns = !outputs.iter().any(shows_warnings);
                let package = flags.datapackage.then(|| Package::of(&outputs)).transpose()?;
                let fail_if_empty = flags.fail_if_empty;
                let sure = between(flags.min_confidence, flags.max_confidence)?;
                Self::Extract(Extract { inputs, outputs, package, fail_if_empty, sure })
            }
            Command::Series(flags) => {
                let (inputs, outputs) = both("series", flags.inputs, &flags.outputs, look, around)?;
                let outputs = outputs.into_iter().map(lined_up).collect::<Result<_, _>>()?;
                Self::Series(Series { inputs, outputs })
            }
            Command::Check(flags) => Self::Check(check(flags, look, around)?),
            Command::Explain(flags) => {
                let mut given = inputs("explain", flags.inputs, around)?;
                given.facts.grounds = true;
                Self::Explain(given, flags.format, look)
            }
            Command::Lexicon(flags) => Self::LookUp(look_up(flags, look, around)?),
            Command::Schema { corrections } => Self::Schema { corrections },
            Command::Completions { shell } => Self::Completions(shell, asked),
            Command::Man => Self::Man(asked),
        })
    }
}

/// What a command reads and writes, neither of them twice.
fn both(
    command: &'static str,
    given: flags::Inputs,
    asked: &flags::Outputs,
    look: Look,
    around: Surroundings,
) -> Result<(Inputs, Vec<Output>), Usage> {
    let outputs = outputs(asked, look, around)?;
    let own = own_files(&given);
    let mut inputs = inputs(command, given, around)?;
    let files = || outputs.iter().filter_map(|output| output.target.file());
    if let Some(report) = inputs.run_report.as_deref()
        && files().any(|file| is_one_file(file, report))
    {
        let report = report.display();
        return usage(format!("--report: `{report}` is also an output; name another file"));
    }
    let read: Vec<_> = inputs.paths.iter().chain(&own).collect();
    refuse_overwriting(&read, files().map(|file| ("-o", file)))?;
    inputs.leave_terminal_free |= outputs.iter().all(|output| output.target.file().is_some());
    Ok((inputs, outputs))
}

/// Whether an output shows on standard output what the reader was unsure of.
fn shows_warnings(output: &Output) -> bool {
    output.target == Target::Stdout && output.format.medium == Medium::Screen
}

/// How sure figures must be, where anything was said of it.
fn between(
    least: Option<String>,
    most: Option<String>,
) -> Result<Option<(Decimal, Decimal)>, Usage> {
    let read = |flag: &str, number: Option<String>, otherwise: Decimal| {
        let Some(number) = number else { return Ok(otherwise) };
        match number.replace(',', ".").parse::<Decimal>() {
            Ok(read) if (Decimal::ZERO..=Decimal::ONE).contains(&read) => Ok(read),
            _ => usage(format!("{flag}: `{number}` is no number from 0 to 1, as 0.8")),
        }
    };
    let is_said = least.is_some() || most.is_some();
    let least = read("--min-confidence", least, Decimal::ZERO)?;
    let most = read("--max-confidence", most, Decimal::ONE)?;
    if least > most {
        return usage("--min-confidence is above --max-confidence, so no figure can be between");
    }
    Ok(is_said.then_some((least, most)))
}

fn check(flags: flags::Check, look: Look, around: Surroundings) -> Result<Check, Usage> {
    let flags::Check { inputs, mut outputs, only, accept, accept_all } = flags;
    if outputs.output.is_empty() {
        outputs.format.get_or_insert_with(|| Format::FOR_FINDINGS.name.to_owned());
    }
    let own: Vec<&PathBuf> = accept.iter().chain(&accept_all).collect();
    let files = super::outputs::outputs(&outputs, look, around)?;
    let written = files.iter().filter_map(|output| Some(("-o", output.target.file()?)));
    refuse_overwriting(&own, written)?;
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
    given: flags::Inputs,
    around: Surroundings,
) -> Result<Inputs, Usage> {
    let own = own_files(&given);
    let flags::Inputs { inputs: mut paths, jobs, max_page_bytes, report, files_from, facts } =
        given;
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
        facts: checked(facts)?,
        warns: true,
        jobs: jobs.map_or(around.cores, NonZeroUsize::get),
        longest: max_page_bytes,
        run_report: report,
        leave_terminal_free: !around.stdout_is_terminal,
        paths,
    })
}

/// The files besides the inputs that are read.
fn own_files(given: &flags::Inputs) -> Vec<PathBuf> {
    let facts = &given.facts;
    let files = facts.own.files.iter().chain(&facts.corrections).chain(&given.files_from);
    files.cloned().collect()
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
    let published = match facts.published.as_deref().map(|day| (day, iso(day))) {
        Some((day, None)) => {
            return usage(format!(
                "--published: `{day}` is no day; write it as 2023-05-11 or 11/05/2023"
            ));
        }
        Some((_, day)) => day,
        None => None,
    };
    if let Some(url) = facts.url.as_deref().filter(|url| !is_address(url)) {
        return usage(format!(
            "--url: `{url}` is no address of a page; write it as https://example.vn/page.html"
        ));
    }
    if let Some(label) = facts.encoding.as_deref().filter(|label| !is_encoding(label)) {
        return usage(format!(
            "--encoding: `{label}` names no known encoding; try utf-8, windows-1258, tcvn3, vni or viscii"
        ));
    }
    let Facts { published: _, url, input_format, encoding, no_site_hints, corrections, own } =
        facts;
    let kind = input_format.and_then(|name| Kind::ALL.into_iter().find(|kind| kind.name() == name));
    let files = lexicon::read(&own.files)?;
    let lexicon = (!files.is_empty()).then(|| Arc::new(Lexicon::with_files(files)));
    let corrections = match corrections.as_slice() {
        [] => None,
        files => Some(Arc::new(corrections::read(files)?)),
    };
    Ok(Options {
        url,
        published,
        kind,
        encoding,
        no_site_hints,
        lexicon,
        corrections,
        ..Options::default()
    })
}

/// A day or moment as ISO 8601 has it; days are also written as they are in Vietnam: `11/05/2023`, `11-5-2023`.
fn iso(day: &str) -> Option<String> {
    if day.get(..10).is_some_and(|day| day.parse::<Date>().is_ok()) {
        return Some(day.to_owned());
    }
    let parts: Vec<&str> = day.split(['/', '-', '.']).collect();
    let [day, month, year] = parts.try_into().ok()?;
    let is_year = year.len() == 4;
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    is_year.then(|| date.to_string())
}

/// `https://example.vn/a`: a scheme of the web, and a host.
fn is_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
    host.is_some_and(|host| host.contains('.') || host.starts_with("localhost"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::flags::Flags;
    use clap::Parser;
    use std::path::Path;

    #[test]
    fn a_day_is_understood_as_it_is_written_in_vietnam() {
        for (day, want) in [
            ("2023-05-11", Some("2023-05-11")),
            ("2023-05-11T13:41:00+07:00", Some("2023-05-11T13:41:00+07:00")),
            ("11/05/2023", Some("2023-05-11")),
            ("1.5.2023", Some("2023-05-01")),
            ("31-12-2023", Some("2023-12-31")),
            ("31/02/2023", None),
            ("05/2023", None),
            ("11/05/23", None),
            ("hôm nay", None),
        ] {
            assert_eq!(iso(day).as_deref(), want, "{day}");
        }
        for (url, want) in
            [("https://bao.example/a", true), ("bao.example/a", false), ("https://", false)]
        {
            assert_eq!(is_address(url), want, "{url}");
        }
    }

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
