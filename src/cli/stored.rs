//! Reports among the inputs that were written before: JSON and JSON Lines of `extract`.
//!
//! A list of pages as JSON Lines is no stored report, and is read as the pages that it holds.

use de_an_06::series::Stored;
use std::fs;
use std::path::{Path, PathBuf};

/// What the name of such a file ends with.
const EXTENSIONS: [&str; 3] = ["json", "jsonl", "ndjson"];

/// The stored reports of some inputs, each with its path, and the other inputs. A report that cannot be read is a
/// sentence.
pub(super) fn apart(paths: &[PathBuf]) -> (Vec<Result<Vec<Stored>, String>>, Vec<PathBuf>) {
    let (mut stored, mut others) = (Vec::new(), Vec::new());
    for path in paths {
        match text(path).filter(|text| Stored::is_one(text)) {
            Some(text) => {
                let read = Stored::read(&text);
                stored.push(read.map_err(|error| format!("{}: {error}", path.display())));
            }
            None => others.push(path.clone()),
        }
    }
    (stored, others)
}

/// The text of a file that may hold reports by its name.
fn text(path: &Path) -> Option<String> {
    let extension = path.extension()?.to_str()?.to_lowercase();
    EXTENSIONS.contains(&extension.as_str()).then(|| fs::read_to_string(path).ok())?
}
