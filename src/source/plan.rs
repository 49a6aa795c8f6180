//! [`plan`]: the inputs of a command line, one after another; [`count`]: how many they are.

use super::members::Members;
use super::{Error, Input, archive, folder, list};
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

/// The inputs that the paths name, in their order: a file, every page of a folder, every page of a
/// list (`.jsonl`) or of an archive (`.warc`, `.warc.gz`), or `stdin` for `-`. Each is read when it is asked for;
/// one that fails, or is longer than so many bytes, is an item of its own, and the rest goes on.
///
/// ```
/// use de_an_06::source;
/// let mut stdin = "Xã có 5 ấp.".as_bytes();
/// let paths = ["-".into(), "no/such/file.html".into()];
/// let mut inputs = source::plan(&paths, &mut stdin, source::LONGEST_PAGE);
/// assert_eq!(inputs.next().unwrap().unwrap().bytes, "Xã có 5 ấp.".as_bytes());
/// assert_eq!(inputs.next().unwrap().unwrap_err().name(), "no/such/file.html");
/// ```
pub fn plan<'a>(
    paths: &'a [PathBuf],
    stdin: &'a mut (dyn Read + Send),
    longest: u64,
) -> impl Iterator<Item = Result<Input, Error>> + Send + 'a {
    let mut stdin = Some(stdin);
    paths.iter().flat_map(move |path| inputs(path, &mut stdin, longest))
}

/// How many inputs [`plan`] gives; none where a list or an archive would have to be read for that.
#[must_use]
pub fn count(paths: &[PathBuf]) -> Option<usize> {
    let counts = paths.iter().map(|path| match () {
        () if path.is_dir() => Some(folder::pages(path).len()),
        () if holds_many(path) => None,
        () => Some(1),
    });
    counts.sum()
}

type Inputs = Box<dyn Iterator<Item = Result<Input, Error>> + Send>;

fn inputs(path: &Path, stdin: &mut Option<&mut (dyn Read + Send)>, longest: u64) -> Inputs {
    if path.as_os_str() == "-" {
        return Box::new(std::iter::once(standard_input(stdin.take(), longest)));
    }
    if path.is_dir() {
        return Box::new(folder::pages(path).into_iter().map(move |page| file(&page?, longest)));
    }
    let name = path.to_string_lossy().to_ascii_lowercase();
    match () {
        () if name.ends_with(".jsonl") => {
            opened(path, |name, file| list::pages(name, file, longest))
        }
        () if name.ends_with(".warc") => opened(path, archive::pages),
        () if name.ends_with(".warc.gz") => {
            opened(path, |name, file| archive::pages(name, BufReader::new(Members::new(file))))
        }
        () => Box::new(std::iter::once(file(path, longest))),
    }
}

fn holds_many(path: &Path) -> bool {
    let name = path.to_string_lossy().to_ascii_lowercase();
    [".jsonl", ".warc", ".warc.gz"].iter().any(|end| name.ends_with(end))
}

/// The pages of a file that holds many.
fn opened<I>(path: &Path, pages: impl FnOnce(String, BufReader<File>) -> I) -> Inputs
where
    I: Iterator<Item = Result<Input, Error>> + Send + 'static,
{
    match File::open(path) {
        Ok(file) => {
            let name = path.display().to_string();
            Box::new(or_empty(name.clone(), pages(name, BufReader::new(file))))
        }
        Err(error) => Box::new(std::iter::once(Err(Error::new(path, &error)))),
    }
}

/// These pages, or that there are none.
fn or_empty(
    name: String,
    pages: impl Iterator<Item = Result<Input, Error>> + Send + 'static,
) -> impl Iterator<Item = Result<Input, Error>> + Send + 'static {
    let mut pages = pages.peekable();
    let mut empty = pages.peek().is_none().then_some(Err(Error::Empty { name }));
    pages.chain(std::iter::from_fn(move || empty.take()))
}

/// Standard input can be read once; a second `-` is empty.
fn standard_input(stdin: Option<&mut (dyn Read + Send)>, longest: u64) -> Result<Input, Error> {
    stdin.map_or(Ok(Input { name: "-".to_owned(), ..Input::default() }), |stdin| {
        bounded(Path::new("-"), stdin, 0, longest)
    })
}

fn file(path: &Path, longest: u64) -> Result<Input, Error> {
    let file = File::open(path).map_err(|error| Error::new(path, &error))?;
    let size = file.metadata().map_or(0, |file| file.len()).min(longest);
    bounded(path, file, size, longest)
}

/// What can be read there, if that is no longer than a page may be. A stream without end is refused, too.
fn bounded(path: &Path, from: impl Read, size: u64, longest: u64) -> Result<Input, Error> {
    let name = path.display().to_string();
    // One byte more, or the end would be looked for in a list twice as long.
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0).saturating_add(1));
    let read = from.take(longest.saturating_add(1)).read_to_end(&mut bytes);
    match read.map_err(|error| Error::new(path, &error))? as u64 {
        length if length > longest => Err(Error::TooLong { name, longest }),
        _ => Ok(Input { name, bytes, ..Input::default() }),
    }
}
