//! Reports among the inputs that were written before: JSON and JSON Lines of `extract`.
//!
//! A list of pages as JSON Lines is no stored report, and is read as the pages that it holds.

use super::outcome::{Came, Outcome};
use de_an_06::series::Stored;
use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What the name of such a file ends with.
const EXTENSIONS: [&str; 3] = ["json", "jsonl", "ndjson"];

/// The stored reports of some inputs, each with what came of its file, and the other inputs.
pub(super) fn apart(paths: &[PathBuf]) -> (Vec<(Outcome, Vec<Stored>)>, Vec<PathBuf>) {
    let (stored, others): (Vec<_>, Vec<_>) = paths.iter().partition(|path| is_stored(path));
    (stored.into_iter().map(|path| read(path)).collect(), others.into_iter().cloned().collect())
}

/// Whether a file is one of reports, by its name and by what it begins with.
fn is_stored(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    let is_named = extension.is_some_and(|own| EXTENSIONS.contains(&&*own.to_lowercase()));
    let is_file = || fs::metadata(path).is_ok_and(|file| file.is_file());
    is_named && is_file() && File::open(path).is_ok_and(|file| Stored::is_one(BufReader::new(file)))
}

fn read(path: &Path) -> (Outcome, Vec<Stored>) {
    let start = Instant::now();
    let name = path.display().to_string();
    let read = fs::read_to_string(path).map_err(|error| format!("{name}: cannot be read: {error}"));
    let bytes = read.as_ref().map_or(0, String::len);
    let reports =
        read.and_then(|text| Stored::read(&text).map_err(|error| format!("{name}: {error}")));
    let (came, reports) = match reports {
        Ok(reports) => {
            let figures = reports.iter().map(|report| report.records.len()).sum();
            (Came::Stored(figures), reports)
        }
        Err(sentence) => (Came::Failed(sentence), Vec::new()),
    };
    (Outcome { name, bytes, took: start.elapsed(), came }, reports)
}
