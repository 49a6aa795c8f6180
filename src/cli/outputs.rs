//! Where a run writes, and in which format: `-f`, else the extension, else what suits the terminal
//! or the pipe.

use super::flags::{self, CsvDialect};
use super::surroundings::Surroundings;
use super::usage::{Usage, usage};
use de_an_06::output::{Columns, Dialect, Format, Look, Medium, Shown, Way};
use de_an_06::source::is_page;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// One place to write to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Output {
    pub(crate) target: Target,
    pub(crate) format: Format,
    pub(crate) look: Look,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// Standard output as it is.
    Stdout,
    /// A terminal that gets a format for programs: foreign text must be made harmless on its way.
    Terminal,
    /// A file.
    File(PathBuf),
}

impl Target {
    /// The file, if it is one.
    pub(super) fn file(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Stdout | Self::Terminal => None,
        }
    }
}

/// Every output that the flags ask for, made to look as standard output would.
pub(super) fn outputs(
    flags: &flags::Outputs,
    look: Look,
    around: Surroundings,
) -> Result<Vec<Output>, Usage> {
    let asked = flags.format.as_deref().and_then(Format::named);
    let dialect = match flags.csv_dialect {
        None | Some(CsvDialect::Plain) => Dialect::Plain,
        Some(CsvDialect::Excel) => Dialect::Excel,
    };
    let shown: Vec<Shown> = flags.columns.iter().filter_map(|name| Shown::named(name)).collect();
    let columns = if shown.is_empty() { Columns::default() } else { Columns::of(&shown) };
    let asked_width = flags.width.map(usize::from);
    let look = Look { dialect, columns, width: asked_width.or(look.width), ..look };
    if flags.output.is_empty() {
        let output = standard_output(asked, look, around.stdout_is_terminal)?;
        refuse_unfit(&output)?;
        return Ok(vec![output]);
    }
    let mut outputs: Vec<Output> = Vec::new();
    for path in &flags.output {
        let output = file(path, asked, Look { width: asked_width, ..look })?;
        refuse_unfit(&output)?;
        let is_same =
            |other: &Output| other.target.file().is_some_and(|one| is_one_file(one, path));
        if outputs.iter().any(is_same) {
            return usage(format!("-o: `{}` is given twice; name each file once", path.display()));
        }
        outputs.push(output);
    }
    Ok(outputs)
}

fn standard_output(asked: Option<Format>, look: Look, terminal: bool) -> Result<Output, Usage> {
    let usual = if terminal { Format::ON_A_TERMINAL } else { Format::IN_A_PIPE };
    let format = asked.unwrap_or(usual);
    let target = match format.medium {
        Medium::Bytes if terminal => {
            let name = format.name;
            return usage(format!("-f {name}: a terminal cannot show it; name a file with -o"));
        }
        Medium::Text if terminal => Target::Terminal,
        _ => Target::Stdout,
    };
    Ok(Output { target, format, look })
}

fn file(path: &Path, asked: Option<Format>, look: Look) -> Result<Output, Usage> {
    if path == Path::new("-") {
        return usage("-o names a file; leave it out to write to standard output");
    }
    let extension = path.extension().and_then(|extension| extension.to_str());
    let Some(format) = asked.or_else(|| extension.and_then(Format::of_extension)) else {
        let all = Format::ALL.iter().flat_map(|format| format.extensions);
        let known: Vec<_> = all.map(|extension| format!(".{extension}")).collect();
        return usage(format!(
            "-o: the extension of `{}` names no known format; known are {}; or name one with -f",
            path.display(),
            known.join(", ")
        ));
    };
    let other = extension.and_then(Format::of_extension).filter(|other| other.name != format.name);
    if let Some(other) = other {
        return usage(format!(
            "-f {}: the extension of `{}` names {}; leave out -f, or name another file",
            format.name,
            path.display(),
            other.name
        ));
    }
    let look = Look { colour: false, ..look };
    Ok(Output { target: Target::File(path.to_owned()), format, look })
}

/// Not every build has every format, and not every format is a stream.
fn refuse_unfit(output: &Output) -> Result<(), Usage> {
    let name = output.format.name;
    match (output.format.way, &output.target) {
        (Way::Missing, _) => {
            usage(format!("this build cannot write {name}; build it with `--features {name}`"))
        }
        (Way::Store(_), Target::Stdout | Target::Terminal) => {
            usage(format!("-f {name}: it needs a file of its own; name one with -o"))
        }
        _ => Ok(()),
    }
}

/// What is read is never replaced by a file that a flag names, and no such file is read as a page in the next
/// run.
pub(super) fn refuse_overwriting<'a>(
    inputs: &[&PathBuf],
    files: impl Iterator<Item = (&'static str, &'a Path)>,
) -> Result<(), Usage> {
    let read: Vec<PathBuf> =
        inputs.iter().filter_map(|input| fs::canonicalize(input).ok()).collect();
    for (flag, path) in files {
        let written = fs::canonicalize(path).or_else(|_| in_its_folder(path));
        let Ok(written) = written else {
            continue;
        };
        let shown = path.display();
        if read.contains(&written) {
            return usage(format!("{flag}: `{shown}` is also an input; write to another file"));
        }
        let folder = read.iter().find(|read| read.is_dir() && written.starts_with(read));
        if folder.is_some() && is_page(&written) {
            return usage(format!(
                "{flag}: `{shown}` stands in a folder of pages and would be read as one; write it elsewhere"
            ));
        }
    }
    Ok(())
}

/// Whether two paths name one file: `a.csv` and `./a.csv`.
pub(super) fn is_one_file(one: &Path, two: &Path) -> bool {
    let full = |path: &Path| fs::canonicalize(path).or_else(|_| in_its_folder(path)).ok();
    one == two || full(one).is_some_and(|one| full(two) == Some(one))
}

/// The full path of a file that does not exist yet.
fn in_its_folder(path: &Path) -> io::Result<PathBuf> {
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    let folder = fs::canonicalize(folder.unwrap_or(Path::new(".")))?;
    Ok(path.file_name().map_or(folder.clone(), |name| folder.join(name)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::flags::{Command, Flags};
    use clap::Parser;

    #[test]
    fn the_output_follows_where_it_goes() {
        let pipe = Surroundings::default();
        let terminal = Surroundings { stdout_is_terminal: true, colour: true, ..pipe };
        for (words, around, output) in [
            ("extract a.html", terminal, "Stdout table, coloured"),
            ("extract a.html", pipe, "Stdout json"),
            ("extract a.html -f table", pipe, "Stdout table"),
            ("extract a.html -f csv", terminal, "Terminal csv, coloured"),
            ("extract a.html -f csv", pipe, "Stdout csv"),
            ("extract a.html -o b.TXT", terminal, "File(\"b.TXT\") table"),
            ("extract a.html -f csv -o b", terminal, "File(\"b\") csv"),
            ("extract a.html -f csv -o b.CSV", pipe, "File(\"b.CSV\") csv"),
        ] {
            assert_eq!(only_output(words, around), output, "{words}");
        }
    }

    #[test]
    fn a_terminal_is_spared_what_is_no_text() {
        let terminal = Surroundings { stdout_is_terminal: true, ..Surroundings::default() };
        let refused = all_outputs("extract a.html -f xlsx", terminal).unwrap_err();
        let sentence = "-f xlsx: a terminal cannot show it; name a file with -o";
        assert_eq!(refused, Usage::Sentences(vec![sentence.into()]));
        let pipe = Surroundings::default();
        assert_eq!(only_output("extract a.html -f xlsx", pipe), "Stdout xlsx");
        assert_eq!(only_output("extract a.html -o b.xlsx", terminal), "File(\"b.xlsx\") xlsx");
    }

    #[test]
    fn what_contradicts_itself_is_refused() {
        let pipe = Surroundings::default();
        for (words, sentence) in [
            (
                "extract a.html -f csv -o b.json",
                "-f csv: the extension of `b.json` names json; leave out -f, or name another file",
            ),
            (
                "extract a.html -o b.csv -o ./b.csv",
                "-o: `./b.csv` is given twice; name each file once",
            ),
        ] {
            let refused = all_outputs(words, pipe).unwrap_err();
            assert_eq!(refused, Usage::Sentences(vec![sentence.into()]), "{words}");
        }
    }

    fn only_output(words: &str, around: Surroundings) -> String {
        let [output] = all_outputs(words, around).unwrap().try_into().unwrap();
        let coloured = if output.look.colour { ", coloured" } else { "" };
        format!("{:?} {:?}{coloured}", output.target, output.format)
    }

    fn all_outputs(words: &str, around: Surroundings) -> Result<Vec<Output>, Usage> {
        let flags =
            Flags::try_parse_from(["de-an-06"].into_iter().chain(words.split(' '))).unwrap();
        let look = Look { colour: around.colour, ..Look::default() };
        let Command::Extract(flags) = flags.command else { panic!("{words}") };
        outputs(&flags.outputs, look, around)
    }
}
