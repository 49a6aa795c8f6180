//! Reports among the inputs that were written before: JSON and JSON Lines of `extract`, and databases and Parquet tables of
//! builds that have these.
//!
//! A list of pages as JSON Lines is no stored report, and is read as the pages that it holds.

use super::outcome::{Came, Outcome};
use de_an_06::stored::{Stored, StoredError};
use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// How reports are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Json,
    Database,
    Table,
}

/// What the names of such files end with.
const EXTENSIONS: [(&str, Way); 7] = [
    ("json", Way::Json),
    ("jsonl", Way::Json),
    ("ndjson", Way::Json),
    ("sqlite", Way::Database),
    ("sqlite3", Way::Database),
    ("db", Way::Database),
    ("parquet", Way::Table),
];

/// The stored reports of some inputs, each with what came of its file, and the other inputs.
pub(super) fn apart(paths: &[PathBuf]) -> (Vec<(Outcome, Vec<Stored>)>, Vec<PathBuf>) {
    let (mut stored, mut others) = (Vec::new(), Vec::new());
    for path in paths {
        match way(path) {
            Some(way) => stored.push(read(path, way)),
            None => others.push(path.clone()),
        }
    }
    (stored, others)
}

/// How a file stores reports, by its name and by what it begins with; none where it is something else.
fn way(path: &Path) -> Option<Way> {
    let extension = path.extension()?.to_str()?.to_lowercase();
    let (_, way) = EXTENSIONS.into_iter().find(|(own, _)| *own == extension)?;
    let file = fs::metadata(path)
        .ok()
        .filter(fs::Metadata::is_file)
        .and_then(|_| File::open(path).ok())?;
    let begins = |words: &[u8]| {
        let mut head = Vec::new();
        let read = (&file).take(words.len() as u64).read_to_end(&mut head);
        read.is_ok() && head == words
    };
    let is_one = match way {
        Way::Json => Stored::is_one(BufReader::new(&file)),
        Way::Database => begins(b"SQLite format 3\0"),
        Way::Table => begins(b"PAR1"),
    };
    is_one.then_some(way)
}

fn read(path: &Path, way: Way) -> (Outcome, Vec<Stored>) {
    let start = Instant::now();
    let name = path.display().to_string();
    let bytes =
        fs::metadata(path).map_or(0, |file| usize::try_from(file.len()).unwrap_or(usize::MAX));
    let reports = match way {
        Way::Json => fs::read_to_string(path)
            .map_err(|error| StoredError::Unreadable(error.to_string()))
            .and_then(|text| Stored::read(&text)),
        Way::Database => database(path),
        Way::Table => table(path),
    };
    let (came, reports) = match reports {
        Ok(reports) => {
            let figures = reports.iter().map(|report| report.records.len()).sum();
            (Came::Stored(figures), reports)
        }
        Err(error) => (Came::Failed(format!("{name}: {error}")), Vec::new()),
    };
    (Outcome { name, bytes, took: start.elapsed(), came }, reports)
}

#[cfg(feature = "sqlite")]
fn database(path: &Path) -> Result<Vec<Stored>, StoredError> {
    Stored::read_database(path)
}

#[cfg(not(feature = "sqlite"))]
fn database(_: &Path) -> Result<Vec<Stored>, StoredError> {
    Err(StoredError::Missing("sqlite"))
}

#[cfg(feature = "parquet")]
fn table(path: &Path) -> Result<Vec<Stored>, StoredError> {
    let file = File::open(path).map_err(|error| StoredError::Unreadable(error.to_string()))?;
    Stored::read_table(file)
}

#[cfg(not(feature = "parquet"))]
fn table(_: &Path) -> Result<Vec<Stored>, StoredError> {
    Err(StoredError::Missing("parquet"))
}
