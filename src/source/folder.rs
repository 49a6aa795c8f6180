//! What a folder and the folders in it hold, in the order of their paths.
//!
//! A file is read if its name ends as that of a page, a document, a text or an archive of them, also behind
//! `.gz` or `.zst`, unless it is a pipe or a device; every other one is told as left out. An old Word document (`.doc`)
//! is looked at, too, so that it is named with what to do about it, and not passed over. What Word keeps beside a document
//! that is open (`~$a.docx`) is no document. Of files that were not asked for nothing is told. A browser that saves `a.html`
//! completely puts what is shown in it into `a_files/`: nothing there is an article. What is hidden (`.git`) is
//! passed over, and links to other folders are not followed.

use super::{Choice, Error, Why};
use std::collections::HashSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

const EXTENSIONS: [&str; 12] =
    ["html", "htm", "xhtml", "mhtml", "mht", "txt", "docx", "docm", "doc", "odt", "pdf", "zip"];

/// How the name of a file begins that Word keeps beside a document while it is open.
const LOCK: &str = "~$";

/// How the folder of a saved page ends, behind the name of the page.
const OF_PAGE: [&str; 2] = ["_files", ".files"];

/// A file of a folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct File {
    pub(super) path: PathBuf,
    /// Why it is not read, if it is not.
    pub(super) left_out: Option<Why>,
}

/// The files below a folder, and what of it could not be listed.
pub(super) fn files(root: &Path, choice: &Choice) -> Vec<Result<File, Error>> {
    let mut files = Vec::new();
    let mut failures = Vec::new();
    let mut left = vec![(root.to_owned(), false)];
    let mut reads_any = false;
    while let Some((folder, is_of_page)) = left.pop() {
        let entries = std::fs::read_dir(&folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let entries = match entries {
            Ok(entries) => entries,
            Err(error) => {
                failures.push(Err(Error::new(&folder, &error)));
                continue;
            }
        };
        let names: HashSet<_> = entries.iter().map(std::fs::DirEntry::file_name).collect();
        let has = |name: &str| names.contains(OsStr::new(name));
        for entry in &entries {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = entry.path();
            match entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                _ if name.starts_with('.') => {}
                true => left.push((path, is_of_page || is_of_saved_page(&name, has))),
                false => {
                    let special = || is_special(&path).then_some(Why::Special);
                    let left_out = why_left_out(&name, is_of_page).or_else(special);
                    reads_any |= left_out.is_none();
                    if is_asked_for(&below(&path, root), choice) {
                        files.push(File { path, left_out });
                    }
                }
            }
        }
    }
    let is_any_left = files.iter().any(|file| file.left_out.is_none());
    files.sort();
    let found = files.into_iter().map(Ok);
    if !is_any_left && failures.is_empty() {
        let name = root.display().to_string();
        let error = if reads_any { Error::NoneFits { name } } else { Error::NoPages { name } };
        return found.chain([Err(error)]).collect();
    }
    failures.into_iter().chain(found).collect()
}

/// Whether a file of a folder or an archive is looked at: one whose name fits, and an archive, whatever is in it.
pub(super) fn is_asked_for(path: &str, choice: &Choice) -> bool {
    choice.takes(path) || is_archive(path) && !choice.leaves_out(path)
}

fn is_archive(path: &str) -> bool {
    path.to_ascii_lowercase().ends_with(".zip")
}

/// The path of a file below a folder, with `/` between its steps.
fn below(path: &Path, root: &Path) -> String {
    let steps = path.strip_prefix(root).unwrap_or(path).components();
    let steps: Vec<_> = steps.map(|step| step.as_os_str().to_string_lossy()).collect();
    steps.join("/")
}

/// What is not hidden of a list of paths with `/` between their steps: the number of each file, and why it is not
/// read, if it is not.
pub(super) fn listed(paths: &[String]) -> Vec<(usize, Option<Why>)> {
    let all: HashSet<&str> = paths.iter().map(String::as_str).collect();
    let is_hidden = |path: &str| {
        path.ends_with('/') || path.split('/').any(|step| step.starts_with('.') || step == MAC)
    };
    let is_of_page = |path: &str| {
        let mut folders = path.match_indices('/').take(FOLDERS).map(|(end, _)| &path[..end]);
        folders.any(|folder| is_of_saved_page(folder, |page| all.contains(page)))
    };
    let shown = paths.iter().enumerate().filter(|(_, path)| !is_hidden(path));
    shown.map(|(at, path)| (at, why_left_out(path, is_of_page(path)))).collect()
}

/// Where a Mac puts what only it reads.
const MAC: &str = "__MACOSX";

/// In how many folders around a file the page is looked for that it may belong to.
const FOLDERS: usize = 32;

/// Whether a folder holds what is shown in a saved page that lies beside it.
fn is_of_saved_page(folder: &str, has: impl Fn(&str) -> bool) -> bool {
    let page = OF_PAGE.iter().find_map(|end| folder.strip_suffix(end));
    page.is_some_and(|page| {
        ["html", "htm", "xhtml", "HTML", "HTM"].iter().any(|end| has(&format!("{page}.{end}")))
    })
}

/// Why a file of this name is not read, if it is not.
fn why_left_out(name: &str, is_of_page: bool) -> Option<Why> {
    match () {
        () if is_of_page => Some(Why::PartOfPage),
        () if !is_page(Path::new(name)) => Some(Why::NoPage),
        () => None,
    }
}

/// Whether reading it may never end. What is gone by now is told when it is read.
fn is_special(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|file| !file.is_file())
}

/// Whether a file of this name, found in a folder, is read as a page.
#[must_use]
pub fn is_page(path: &Path) -> bool {
    if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(LOCK)) {
        return false;
    }
    let extension = |path: &Path| {
        let extension = path.extension().and_then(|e| e.to_str());
        extension.unwrap_or_default().to_ascii_lowercase()
    };
    match &*extension(path) {
        "gz" | "zst" => {
            path.file_stem().is_some_and(|stem| EXTENSIONS.contains(&&*extension(Path::new(stem))))
        }
        own => EXTENSIONS.contains(&own),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_what_is_read() {
        for name in [
            "a.html",
            "a.HTM",
            "a.xhtml",
            "a.mht",
            "a.Docx",
            "a.doc",
            "~a.docx",
            "a.html.gz",
            "a.html.zst",
            "a.zip",
            "a.pdf",
        ] {
            assert!(is_page(Path::new(name)), "{name}");
        }
        for name in
            ["a.png", "a", "html", "a.gz", "a.png.gz", "a.html.bak", ".gz", "~$a.docx", "b/~$a.doc"]
        {
            assert!(!is_page(Path::new(name)), "{name}");
        }
    }

    #[test]
    fn a_folder_belongs_to_the_page_beside_it() {
        let has = |name: &str| name == "tin 1.html";
        assert!(is_of_saved_page("tin 1_files", has) && is_of_saved_page("tin 1.files", has));
        assert!(!is_of_saved_page("tin 2_files", has) && !is_of_saved_page("tin 1", has));
    }
}
