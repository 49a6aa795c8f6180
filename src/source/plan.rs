//! [`plan`]: the inputs of a command line, one after another; [`count`]: how many they are.

use super::members::Members;
use super::{Error, Input, archive, folder, list};
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

/// The inputs that the paths name, in their order: a file, every page of a folder, every page of a
/// list (`.jsonl`) or of an archive (`.warc`, `.warc.gz`), or `stdin` for `-`. Each is read when it is asked for; one that fails is an item of its own, and the rest goes
/// on.
///
/// ```
/// use de_an_06::source;
/// let mut stdin = "Xã có 5 ấp.".as_bytes();
/// let paths = ["-".into(), "no/such/file.html".into()];
/// let mut inputs = source::plan(&paths, &mut stdin);
/// assert_eq!(inputs.next().unwrap().unwrap().bytes, "Xã có 5 ấp.".as_bytes());
/// assert_eq!(inputs.next().unwrap().unwrap_err().name(), "no/such/file.html");
/// ```
pub fn plan<'a>(
    paths: &'a [PathBuf],
    stdin: &'a mut (dyn Read + Send),
) -> impl Iterator<Item = Result<Input, Error>> + Send + 'a {
    let mut stdin = Some(stdin);
    paths.iter().flat_map(move |path| inputs(path, &mut stdin))
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

fn inputs(path: &Path, stdin: &mut Option<&mut (dyn Read + Send)>) -> Inputs {
    if path.as_os_str() == "-" {
        return Box::new(std::iter::once(standard_input(stdin.take())));
    }
    if path.is_dir() {
        return Box::new(folder::pages(path).into_iter().map(|page| file(&page?)));
    }
    let name = path.to_string_lossy().to_ascii_lowercase();
    match () {
        () if name.ends_with(".jsonl") => opened(path, list::pages),
        () if name.ends_with(".warc") => opened(path, archive::pages),
        () if name.ends_with(".warc.gz") => opened(path, |name, file| {
            archive::pages(name, BufReader::new(Members::new(file)))
        }),
        () => Box::new(std::iter::once(file(path))),
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
        Ok(file) => Box::new(pages(path.display().to_string(), BufReader::new(file))),
        Err(error) => Box::new(std::iter::once(Err(Error::new(path, &error)))),
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

fn file(path: &Path) -> Result<Input, Error> {
    let bytes = std::fs::read(path).map_err(|error| Error::new(path, &error))?;
    Ok(Input { name: path.display().to_string(), bytes, ..Input::default() })
}
