//! [`plan`]: the inputs of a command line, one after another; [`within`]: those of one path; [`count`]: how many they
//! are.

use super::frames::Frames;
use super::item::{Items, left_out, one, pages};
use super::members::Members;
use super::packed::inside;
use super::{Choice, Error, Input, Item, archive, folder, list, zip};
use std::fs::File;
use std::io::{BufReader, Read, Seek};
use std::path::{Path, PathBuf};

/// What the paths name, in their order: a file, every page of a folder, every page of a list (`.jsonl`) or
/// of an archive (`.warc`, `.warc.gz`, `.zip`), or `stdin` for `-`. Each is read when it is asked for; one
/// that fails, or is longer than is chosen, is an item of its own, and the rest goes on.
///
/// ```
/// use de_an_06::source::{self, Choice, Item};
/// let mut stdin = "Xã có 5 ấp.".as_bytes();
/// let paths = ["-".into(), "no/such/file.html".into()];
/// let choice = Choice::default();
/// let mut items = source::plan(&paths, &mut stdin, &choice);
/// let Some(Ok(Item::Input(input))) = items.next() else { panic!("standard input is read") };
/// assert_eq!(input.bytes, "Xã có 5 ấp.".as_bytes());
/// assert_eq!(items.next().unwrap().unwrap_err().name(), "no/such/file.html");
/// ```
pub fn plan<'a>(
    paths: &'a [PathBuf],
    stdin: &'a mut (dyn Read + Send),
    choice: &'a Choice,
) -> impl Iterator<Item = Result<Item, Error>> + Send + 'a {
    let mut stdin = Some(stdin);
    paths.iter().flat_map(move |path| items(path, &mut stdin, choice))
}

/// What one path names, as [`plan`] has it; `-` is an empty input.
pub fn within(
    path: &Path,
    choice: &Choice,
) -> impl Iterator<Item = Result<Item, Error>> + Send + use<> {
    items(path, &mut None, choice)
}

/// How many inputs [`plan`] gives; none where a list or an archive would have to be read for that.
#[must_use]
pub fn count(paths: &[PathBuf], choice: &Choice) -> Option<usize> {
    let counts = paths.iter().map(|path| match () {
        () if path.is_dir() => {
            let is_read = |file: &Result<folder::File, _>| {
                file.as_ref().map_or(true, |file| file.left_out.is_none())
            };
            Some(folder::files(path, choice).iter().filter(|file| is_read(file)).count())
        }
        () if holds_many(path) => None,
        () => Some(1),
    });
    counts.sum()
}

fn items(path: &Path, stdin: &mut Option<&mut (dyn Read + Send)>, choice: &Choice) -> Items {
    let longest = choice.longest;
    if path.as_os_str() == "-" {
        return in_bytes(standard_input(stdin.take(), longest), choice);
    }
    if path.is_dir() {
        let choice = choice.clone();
        let files = folder::files(path, &choice).into_iter();
        return Box::new(files.flat_map(move |file| of_folder(file, &choice)));
    }
    let name = path.to_string_lossy().to_ascii_lowercase();
    match () {
        () if name.ends_with(".jsonl") => {
            opened(path, |name, file| list::pages(name, file, longest))
        }
        () if name.ends_with(".warc") => {
            opened(path, |name, file| archive::pages(name, file, choice))
        }
        () if name.ends_with(".warc.gz") => opened(path, |name, file| {
            archive::pages(name, BufReader::new(Members::new(file)), choice)
        }),
        () if name.ends_with(".warc.zst") => opened(path, |name, file| {
            archive::pages(name, BufReader::new(Frames::new(file)), choice)
        }),
        () if name.ends_with(".jsonl.gz") => opened(path, |name, file| {
            list::pages(name, BufReader::new(Members::new(file)), longest)
        }),
        () if name.ends_with(".jsonl.zst") => {
            opened(path, |name, file| list::pages(name, BufReader::new(Frames::new(file)), longest))
        }
        () => in_file(path, choice),
    }
}

/// What a file of a folder is, or what is in it.
fn of_folder(file: Result<folder::File, Error>, choice: &Choice) -> Items {
    match file.map(|file| (file.path, file.left_out)) {
        Ok((path, None)) => in_file(&path, choice),
        Ok((path, Some(why))) => left_out(path.display().to_string(), why),
        Err(error) => one(Err(error)),
    }
}

fn holds_many(path: &Path) -> bool {
    let name = path.to_string_lossy().to_ascii_lowercase();
    let packed = [".gz", ".zst"].iter().find_map(|end| name.strip_suffix(end));
    let name = packed.unwrap_or(&name);
    [".jsonl", ".warc", ".zip"].iter().any(|end| name.ends_with(end))
}

/// The pages of a file that holds many.
fn opened<I>(path: &Path, within: impl FnOnce(String, BufReader<File>) -> I) -> Items
where
    I: Iterator<Item = Result<Input, Error>> + Send + 'static,
{
    match File::open(path) {
        Ok(file) => {
            let name = path.display().to_string();
            pages(name.clone(), within(name, BufReader::new(file)))
        }
        Err(error) => one(Err(Error::new(path, &error))),
    }
}

/// Standard input can be read once; a second `-` is empty.
fn standard_input(stdin: Option<&mut (dyn Read + Send)>, longest: u64) -> Result<Input, Error> {
    stdin.map_or(Ok(Input { name: "-".to_owned(), ..Input::default() }), |stdin| {
        bounded(Path::new("-"), stdin, 0, longest)
    })
}

/// A page, or the pages of an archive. A ZIP archive is not kept, so it may be of any size.
fn in_file(path: &Path, choice: &Choice) -> Items {
    let failed = |error| one(Err(Error::new(path, &error)));
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) => return failed(error),
    };
    // What is no regular file has no beginning to go back to.
    let size = file.metadata().ok().filter(std::fs::Metadata::is_file).map(|file| file.len());
    if let Some(size) = size {
        let is_archive = zip::holds_pages(BufReader::new(&file));
        if let Err(error) = file.rewind() {
            return failed(error);
        }
        if is_archive {
            let name = path.display().to_string();
            return zip::inside(name, BufReader::new(file), size, 0, choice);
        }
    }
    in_bytes(bounded(path, file, size.unwrap_or(0), choice.longest), choice)
}

/// What is in the bytes of an input.
fn in_bytes(input: Result<Input, Error>, choice: &Choice) -> Items {
    match input {
        Ok(input) => inside(input, 0, choice),
        Err(error) => one(Err(error)),
    }
}

/// What can be read there, if that is no longer than a page may be. A stream without end is refused, too.
fn bounded(path: &Path, from: impl Read, size: u64, longest: u64) -> Result<Input, Error> {
    let name = path.display().to_string();
    // One byte more, or the end would be looked for in a list twice as long.
    let room = usize::try_from(size.min(longest)).unwrap_or(0).saturating_add(1);
    let mut bytes = Vec::with_capacity(room);
    let read = from.take(longest.saturating_add(1)).read_to_end(&mut bytes);
    match read.map_err(|error| Error::new(path, &error))? as u64 {
        length if length > longest => Err(Error::TooLong { name, longest }),
        _ => Ok(Input { name, bytes, ..Input::default() }),
    }
}
