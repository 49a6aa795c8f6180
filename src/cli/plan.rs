//! What a run will read and write. Every conflict between flags is found here, before anything
//! is opened.

use super::flags::{self, Command, CsvDialect, Facts};
use clap_complete::Shell;
use de_an_06::Options;
use de_an_06::output::{Dialect, Format, Look};
use encoding_rs::Encoding;
use jiff::civil::Date;
use std::fs;
use std::path::{Path, PathBuf};

/// What is to be done.
#[derive(Debug)]
pub(crate) enum Plan {
    Extract(Extract),
    Check(Inputs, Look),
    Explain(Inputs, Look),
    Schema,
    Completions(Shell),
    Man,
}

#[derive(Debug)]
pub(crate) struct Extract {
    pub(crate) inputs: Inputs,
    pub(crate) outputs: Vec<Output>,
    pub(crate) fail_if_empty: bool,
}

/// What is read, and what the user said about it.
#[derive(Debug)]
pub(crate) struct Inputs {
    pub(crate) names: Vec<String>,
    pub(crate) facts: Options,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Output {
    pub(crate) target: Target,
    pub(crate) format: Format,
    pub(crate) look: Look,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Target {
    Stdout,
    /// A terminal that gets a format for programs: foreign text must be made harmless on its way.
    Terminal,
    File(PathBuf),
}

/// Where the program runs.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Surroundings {
    pub(crate) stdin_is_terminal: bool,
    pub(crate) stdout_is_terminal: bool,
    /// Columns of the terminal that standard output is.
    pub(crate) width: Option<usize>,
    /// Whether standard output may have colours.
    pub(crate) colour: bool,
}

/// Why a command line makes no sense.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Usage {
    /// A sentence that says what to do instead.
    Sentence(String),
    /// There is nothing to read; the help of that command tells how to name it.
    NoInput(&'static str),
}

impl Plan {
    /// Makes a plan of what the user typed.
    pub(crate) fn new(command: Command, around: Surroundings) -> Result<Self, Usage> {
        let look = Look {
            width: around.width,
            colour: around.colour,
            ..Look::default()
        };
        Ok(match command {
            Command::Extract(flags) => {
                let outputs = outputs(&flags, around)?;
                let inputs = inputs("extract", flags.inputs.inputs, flags.inputs.facts, around)?;
                refuse_overwriting(&inputs.names, &outputs)?;
                Self::Extract(Extract {
                    inputs,
                    outputs,
                    fail_if_empty: flags.fail_if_empty,
                })
            }
            Command::Check(flags) => {
                let given = flags.inputs;
                Self::Check(inputs("check", given.inputs, given.facts, around)?, look)
            }
            Command::Explain(flags) => {
                let names = flags.input.into_iter().collect();
                Self::Explain(inputs("explain", names, flags.facts, around)?, look)
            }
            Command::Schema => Self::Schema,
            Command::Completions { shell } => Self::Completions(shell),
            Command::Man => Self::Man,
        })
    }
}

fn inputs(
    command: &'static str,
    mut names: Vec<String>,
    facts: Facts,
    around: Surroundings,
) -> Result<Inputs, Usage> {
    if names.is_empty() {
        if around.stdin_is_terminal {
            return Err(Usage::NoInput(command));
        }
        names.push("-".to_owned());
    }
    if names.iter().filter(|name| *name == "-").count() > 1 {
        return usage("`-` is given twice, but standard input can be read only once");
    }
    if facts.url.is_some() && names.len() > 1 {
        return usage("--url is the address of one page, but several inputs are given");
    }
    if let Some(day) = &facts.published
        && day.parse::<Date>().is_err()
    {
        return usage(format!(
            "--published: `{day}` is no day; write it as 2023-05-11"
        ));
    }
    if let Some(label) = &facts.encoding
        && Encoding::for_label(label.as_bytes()).is_none()
    {
        return usage(format!(
            "--encoding: `{label}` names no known encoding; try utf-8, windows-1258 or utf-16le"
        ));
    }
    let facts = Options {
        name: String::new(),
        url: facts.url,
        published: facts.published,
        encoding: facts.encoding,
    };
    Ok(Inputs { names, facts })
}

fn outputs(flags: &flags::Extract, around: Surroundings) -> Result<Vec<Output>, Usage> {
    let dialect = match flags.csv_dialect {
        CsvDialect::Plain => Dialect::Plain,
        CsvDialect::Excel => Dialect::Excel,
    };
    let asked = flags.format.as_deref().and_then(Format::named);
    if flags.output.is_empty() {
        let on_terminal = if around.stdout_is_terminal {
            Format::Table
        } else {
            Format::Json
        };
        let format = asked.unwrap_or(on_terminal);
        let target = match (around.stdout_is_terminal, format) {
            (true, Format::Table) | (false, _) => Target::Stdout,
            (true, _) => Target::Terminal,
        };
        let look = Look {
            width: around.width,
            colour: around.colour,
            dialect,
        };
        return Ok(vec![Output {
            target,
            format,
            look,
        }]);
    }
    let mut outputs: Vec<Output> = Vec::new();
    for path in &flags.output {
        let shown = path.display();
        if path == Path::new("-") {
            return usage("-o names a file; leave it out to write to standard output");
        }
        let target = Target::File(path.clone());
        if outputs.iter().any(|output| output.target == target) {
            return usage(format!("-o: `{shown}` is given twice; name each file once"));
        }
        let extension = path.extension().and_then(|extension| extension.to_str());
        let Some(format) = asked.or_else(|| extension.and_then(Format::of_extension)) else {
            return usage(format!(
                "-o: the extension of `{shown}` names no known format; known are {}; or name one \
                 with -f",
                extensions()
            ));
        };
        outputs.push(Output {
            target,
            format,
            look: Look {
                dialect,
                ..Look::default()
            },
        });
    }
    Ok(outputs)
}

fn extensions() -> String {
    let all = Format::ALL.iter().flat_map(|format| format.extensions());
    all.map(|extension| format!(".{extension}"))
        .collect::<Vec<_>>()
        .join(", ")
}

fn refuse_overwriting(names: &[String], outputs: &[Output]) -> Result<(), Usage> {
    for output in outputs {
        let Target::File(path) = &output.target else {
            continue;
        };
        let Ok(written) = fs::canonicalize(path) else {
            continue;
        };
        if names
            .iter()
            .any(|name| fs::canonicalize(name).is_ok_and(|read| read == written))
        {
            let path = path.display();
            return usage(format!(
                "-o: `{path}` is also an input; write to another file"
            ));
        }
    }
    Ok(())
}

fn usage<T>(sentence: impl Into<String>) -> Result<T, Usage> {
    Err(Usage::Sentence(sentence.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::flags::Flags;
    use clap::Parser;

    const TERMINAL: Surroundings = Surroundings {
        stdin_is_terminal: true,
        stdout_is_terminal: true,
        width: Some(80),
        colour: true,
    };

    fn plan(words: &str, around: Surroundings) -> Result<Plan, Usage> {
        Plan::new(
            Flags::try_parse_from(words.split(' ')).unwrap().command,
            around,
        )
    }

    fn only_output(words: &str, around: Surroundings) -> Output {
        match plan(words, around) {
            Ok(Plan::Extract(mut plan)) if plan.outputs.len() == 1 => plan.outputs.remove(0),
            other => panic!("{words}: {other:?}"),
        }
    }

    #[test]
    fn the_output_follows_where_it_goes() {
        let pipe = Surroundings::default();
        for (words, around, target, format, colour) in [
            (
                "x extract a.html",
                TERMINAL,
                Target::Stdout,
                Format::Table,
                true,
            ),
            (
                "x extract a.html",
                pipe,
                Target::Stdout,
                Format::Json,
                false,
            ),
            (
                "x extract a.html -f csv",
                TERMINAL,
                Target::Terminal,
                Format::Csv,
                true,
            ),
            (
                "x extract a.html -f csv",
                pipe,
                Target::Stdout,
                Format::Csv,
                false,
            ),
            (
                "x extract a.html -o b.TXT",
                TERMINAL,
                Target::File("b.TXT".into()),
                Format::Table,
                false,
            ),
            (
                "x extract a.html -f csv -o b",
                TERMINAL,
                Target::File("b".into()),
                Format::Csv,
                false,
            ),
        ] {
            let output = only_output(words, around);
            assert_eq!((output.target, output.format), (target, format), "{words}");
            assert_eq!(output.look.colour, colour, "{words}");
        }
    }

    #[test]
    fn without_inputs_a_pipe_is_read_and_a_terminal_is_not() {
        let Ok(Plan::Check(inputs, _)) = plan("x check", Surroundings::default()) else {
            panic!()
        };
        assert_eq!(inputs.names, ["-"]);
        assert_eq!(
            plan("x check", TERMINAL).unwrap_err(),
            Usage::NoInput("check")
        );
    }
}
