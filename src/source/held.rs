//! [`held`]: what is in a file that the caller holds in memory; [`chosen`]: which files of a folder are read.
//!
//! For callers that cannot open paths, as a page in a browser. What is in a file, and which files of a folder
//! are passed over, is decided as for [`plan`](super::plan()).

use super::folder::listed;
use super::item::{Items, pages};
use super::packed::inside;
use super::{Choice, Error, Input, Item, LONGEST_PAGE, Why, list};
use std::io::Cursor;

/// What is in a file, one item after another: itself, or the pages of a list or an archive.
///
/// ```
/// use de_an_06::source::{self, Input, Item};
/// let list = "{\"text\": \"Xã có 5 ấp.\"}\n{\"text\": \"Xã có 6 ấp.\"}\n";
/// let file = Input { name: "xa.jsonl".into(), bytes: list.into(), ..Input::default() };
/// let names = source::held(file).map(|item| match item {
///     Ok(Item::Input(input)) => input.name,
///     other => panic!("{other:?}"),
/// });
/// assert_eq!(names.collect::<Vec<_>>(), ["xa.jsonl:1", "xa.jsonl:2"]);
/// ```
pub fn held(file: Input) -> impl Iterator<Item = Result<Item, Error>> + Send {
    let items: Items = match file.name.to_ascii_lowercase().ends_with(".jsonl") {
        true => {
            let name = file.name.clone();
            pages(name, list::pages(file.name, Cursor::new(file.bytes), LONGEST_PAGE))
        }
        false => inside(file, 0, &Choice::default()),
    };
    items
}

/// The files of a folder in the order in which they are read, by their paths in it with `/` between: the number
/// of each, and why it is not read, if it is not. What is hidden is left out.
///
/// ```
/// use de_an_06::source::{Why, chosen};
/// let files = ["b.html", "b_files/x.html", ".git/a.txt", "a.pdf"].map(String::from);
/// assert_eq!(chosen(&files), [(3, None), (0, None), (1, Some(Why::PartOfPage))]);
/// ```
#[must_use]
pub fn chosen(paths: &[String]) -> Vec<(usize, Option<Why>)> {
    let mut files = listed(paths);
    files.sort_by(|(one, _), (other, _)| paths[*one].split('/').cmp(paths[*other].split('/')));
    files
}
