//! The pages of a folder and of the folders in it, in the order of their paths.
//!
//! A page ends in `.html`, `.htm`, `.xhtml` or `.txt`. What is hidden (`.git`) is passed over, and
//! links to other folders are not followed. A pipe or a device that is called like a page is told of and left out.

use super::Error;
use std::path::{Path, PathBuf};

const EXTENSIONS: [&str; 4] = ["html", "htm", "xhtml", "txt"];

/// The pages below a folder, and what of it could not be listed.
pub(super) fn pages(folder: &Path) -> Vec<Result<PathBuf, Error>> {
    let mut pages = Vec::new();
    let mut failures = Vec::new();
    let mut left = vec![folder.to_owned()];
    while let Some(folder) = left.pop() {
        let entries = std::fs::read_dir(&folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let entries = match entries {
            Ok(entries) => entries,
            Err(error) => {
                failures.push(Err(Error::new(&folder, &error)));
                continue;
            }
        };
        for entry in entries {
            let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let path = entry.path();
            match () {
                () if is_hidden => {}
                () if is_folder => left.push(path),
                () if !is_page(&path) => {}
                () if is_special(&path) => {
                    failures.push(Err(Error::Special { name: path.display().to_string() }));
                }
                () => pages.push(path),
            }
        }
    }
    if pages.is_empty() && failures.is_empty() {
        let name = folder.display().to_string();
        return vec![Err(Error::NoPages { name })];
    }
    pages.sort();
    failures.extend(pages.into_iter().map(Ok));
    failures
}

/// Whether reading it may never end. What is gone by now is told when it is read.
fn is_special(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|file| !file.is_file())
}

/// Whether a file of this name, found in a folder, is read as a page.
#[must_use]
pub fn is_page(path: &Path) -> bool {
    let extension = path.extension().and_then(|e| e.to_str());
    extension.is_some_and(|e| EXTENSIONS.iter().any(|known| known.eq_ignore_ascii_case(e)))
}
