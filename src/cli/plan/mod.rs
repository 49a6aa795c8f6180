//! What a run will do and read. Every conflict between flags is found before any page is opened.
//!
//! * `inputs`: what is read
//! * `facts`: what the user knows better than the page
//! * `sure`: how sure figures must be
//! * `writers`: how the format of an output writes what a command gives

mod facts;
mod inputs;
mod sure;
mod writers;

pub(crate) use super::flags::Only;
use super::flags::{self, Command, EntryFormat, Explanation, Lang};
use super::outputs::{Output, Target, is_one_file, outputs, refuse_overwriting};
use super::package::Package;
use super::resume::Asked;
use super::surroundings::Surroundings;
use super::usage::{Usage, usage};
use super::{accepted, lexicon};
use clap_complete::Shell;
use de_an_06::lexicon::File;
use de_an_06::output::findings::{Accepted, FindingsOpening};
use de_an_06::output::{self, Differ, Format, LineUp, Look};
pub(crate) use inputs::Inputs;
use inputs::{inputs, own_files};
use rust_decimal::Decimal;
use std::path::PathBuf;
use sure::between;
use writers::{differences, lined_up, of_findings, resumed, shows_warnings};

/// What is to be done.
#[derive(Debug)]
pub(crate) enum Plan {
    Extract(Extract),
    Series(Series),
    Check(Check),
    Diff(Diff),
    Explain(Inputs, Explanation, Look),
    LookUp(LookUp),
    Schema(Schema),
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
    /// What was asked for, where the run can be gone on with.
    pub(crate) resume: Option<Asked>,
}

#[derive(Debug)]
pub(crate) struct Series {
    pub(crate) inputs: Inputs,
    /// Each with how its format writes lines.
    pub(crate) outputs: Vec<(Output, LineUp)>,
    /// Where names that may mean the same are written to, and for whom.
    pub(crate) suggest: Option<(Target, output::Lang)>,
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

#[derive(Debug)]
pub(crate) struct Diff {
    /// The old version and the new one.
    pub(crate) sides: [Inputs; 2],
    /// Each with how its format writes differences.
    pub(crate) outputs: Vec<(Output, Differ)>,
}

/// Of what the JSON Schema is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Schema {
    Report,
    Corrections,
    Diff,
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
                let asked = flags.resume.then(|| Asked::of(&flags));
                let (inputs, outputs) =
                    both("extract", flags.inputs, &flags.outputs, look, around)?;
                let mut inputs = inputs;
                inputs.warns = !outputs.iter().any(shows_warnings);
                let package = flags.datapackage.then(|| Package::of(&outputs)).transpose()?;
                let fail_if_empty = flags.fail_if_empty;
                let sure = between(flags.min_confidence, flags.max_confidence)?;
                let resume = asked.map(|asked| resumed(asked, &inputs, &outputs)).transpose()?;
                Self::Extract(Extract { inputs, outputs, package, fail_if_empty, sure, resume })
            }
            Command::Series(flags) => Self::Series(series(flags, look, around)?),
            Command::Check(flags) => Self::Check(check(flags, look, around)?),
            Command::Diff(flags) => Self::Diff(diff(flags, look, around)?),
            Command::Explain(flags) => {
                let mut given = inputs("explain", flags.inputs, around)?;
                given.facts.grounds = true;
                Self::Explain(given, flags.format, look)
            }
            Command::Lexicon(flags) => Self::LookUp(look_up(flags, look, around)?),
            Command::Schema { corrections: true, .. } => Self::Schema(Schema::Corrections),
            Command::Schema { diff: true, .. } => Self::Schema(Schema::Diff),
            Command::Schema { .. } => Self::Schema(Schema::Report),
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

fn series(flags: flags::Series, look: Look, around: Surroundings) -> Result<Series, Usage> {
    let flags::Series { inputs, outputs, long, suggest } = flags;
    let look = Look { long, ..look };
    let own = own_files(&inputs);
    let (inputs, outputs) = both("series", inputs, &outputs, look, around)?;
    if let Some(file) = &suggest {
        let read: Vec<_> = inputs.paths.iter().chain(&own).collect();
        refuse_overwriting(&read, std::iter::once(("--suggest", &**file)))?;
        let written = outputs.iter().filter_map(|output| output.target.file());
        if written.chain(inputs.run_report.as_deref()).any(|other| is_one_file(other, file)) {
            let file = file.display();
            return usage(format!("--suggest: `{file}` is also an output; name another file"));
        }
    }
    let outputs = outputs.into_iter().map(lined_up).collect::<Result<_, _>>()?;
    let lang = look.lang.unwrap_or(output::Lang::En);
    let suggest = suggest.map(|file| (Target::File(file), lang));
    Ok(Series { inputs, outputs, suggest })
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

fn diff(flags: flags::Diff, look: Look, around: Surroundings) -> Result<Diff, Usage> {
    let flags::Diff { old, new, pace, facts, mut outputs } = flags;
    if outputs.output.is_empty() {
        outputs.format.get_or_insert_with(|| Format::FOR_FINDINGS.name.to_owned());
    }
    if old.as_os_str() == "-" && new.as_os_str() == "-" {
        return usage("`-` is given twice, but standard input can be read only once");
    }
    let side = |path: PathBuf| {
        let (pace, facts) = (pace.clone(), facts.clone());
        let given = flags::Inputs {
            inputs: vec![path],
            pace,
            glob: Vec::new(),
            report: None,
            files_from: None,
            facts,
        };
        both("diff", given, &outputs, look, around)
    };
    let (old, written) = side(old)?;
    let (new, _) = side(new)?;
    let outputs = written.into_iter().map(differences).collect::<Result<_, _>>()?;
    Ok(Diff { sides: [old, new], outputs })
}

fn look_up(flags: flags::Lexicon, look: Look, around: Surroundings) -> Result<LookUp, Usage> {
    let flags::Lexicon { words, format, own } = flags;
    let mut files = lexicon::read(&own.files)?;
    files.push(File::built_in());
    let guarded = around.stdout_is_terminal && format != EntryFormat::Table;
    let target = if guarded { Target::Terminal } else { Target::Stdout };
    Ok(LookUp { words, files, format, look, target })
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
