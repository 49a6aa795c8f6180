//! [`plan`]: the inputs of a command line, one after another; [`count`]: how many they are.

use super::packed::inside;
use super::{Error, Input, Item, Items, LeftOut, all, archive, folder, list, one};
use flate2::bufread::MultiGzDecoder;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

/// What the paths name, in their order: a file, every page of a folder, every page of a list (`.jsonl`) or
/// of an archive (`.warc`, `.warc.gz`, `.zip`), or `stdin` for `-`. Each is read when it is asked for; one
/// that fails is an item of its own, and the rest goes on.
///
/// ```
/// use de_an_06::source::{self, Item};
/// let mut stdin = "Xã có 5 ấp.".as_bytes();
/// let paths = ["-".into(), "no/such/file.html".into()];
/// let mut items = source::plan(&paths, &mut stdin);
/// let Some(Ok(Item::Input(input))) = items.next() else { panic!("standard input is read") };
/// assert_eq!(input.bytes, "Xã có 5 ấp.".as_bytes());
/// assert_eq!(items.next().unwrap().unwrap_err().name(), "no/such/file.html");
/// ```
pub fn plan<'a>(
    paths: &'a [PathBuf],
    stdin: &'a mut (dyn Read + Send),
) -> impl Iterator<Item = Result<Item, Error>> + Send + 'a {
    let mut stdin = Some(stdin);
    paths.iter().flat_map(move |path| items(path, &mut stdin))
}

/// How many inputs [`plan`] gives; none where a list or an archive would have to be read for that.
#[must_use]
pub fn count(paths: &[PathBuf]) -> Option<usize> {
    let counts = paths.iter().map(|path| match () {
        () if path.is_dir() => {
            let is_read = |file: &Result<folder::File, _>| {
                file.as_ref().map_or(true, |file| file.left_out.is_none())
            };
            Some(folder::files(path).iter().filter(|file| is_read(file)).count())
        }
        () if holds_many(path) => None,
        () => Some(1),
    });
    counts.sum()
}

fn items(path: &Path, stdin: &mut Option<&mut (dyn Read + Send)>) -> Items {
    if path.as_os_str() == "-" {
        return match standard_input(stdin.take()) {
            Ok(input) => inside(input, 0),
            Err(error) => one(Err(error)),
        };
    }
    if path.is_dir() {
        return Box::new(folder::files(path).into_iter().flat_map(of_folder));
    }
    let name = path.to_string_lossy().to_ascii_lowercase();
    match () {
        () if name.ends_with(".jsonl") => opened(path, list::pages),
        () if name.ends_with(".warc") => opened(path, archive::pages),
        () if name.ends_with(".warc.gz") => opened(path, |name, file| {
            archive::pages(name, BufReader::new(MultiGzDecoder::new(file)))
        }),
        () => in_file(path),
    }
}

/// What a file of a folder is, or what is in it.
fn of_folder(file: Result<folder::File, Error>) -> Items {
    match file.map(|file| (file.path, file.left_out)) {
        Ok((path, None)) => in_file(&path),
        Ok((path, Some(why))) => {
            let file = LeftOut { name: path.display().to_string(), why };
            Box::new(std::iter::once(Ok(Item::LeftOut(file))))
        }
        Err(error) => one(Err(error)),
    }
}

fn holds_many(path: &Path) -> bool {
    let name = path.to_string_lossy().to_ascii_lowercase();
    [".jsonl", ".warc", ".warc.gz", ".zip"].iter().any(|end| name.ends_with(end))
}

/// The pages of a file that holds many.
fn opened<I>(path: &Path, pages: impl FnOnce(String, BufReader<File>) -> I) -> Items
where
    I: Iterator<Item = Result<Input, Error>> + Send + 'static,
{
    match File::open(path) {
        Ok(file) => all(pages(path.display().to_string(), BufReader::new(file))),
        Err(error) => one(Err(Error::new(path, &error))),
    }
}

/// Standard input can be read once; a second `-` is empty.
fn standard_input(stdin: Option<&mut (dyn Read + Send)>) -> Result<Input, Error> {
    let mut input = Input { name: "-".to_owned(), ..Input::default() };
    if let Some(stdin) = stdin {
        let read = stdin.read_to_end(&mut input.bytes);
        read.map_err(|error| Error::new(Path::new("-"), &error))?;
    }
    Ok(input)
}

fn in_file(path: &Path) -> Items {
    match std::fs::read(path) {
        Ok(bytes) => {
            let name = path.display().to_string();
            inside(Input { name, bytes, ..Input::default() }, 0)
        }
        Err(error) => one(Err(Error::new(path, &error))),
    }
}
