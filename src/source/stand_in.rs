//! Files, folders and standard input, one page each, until the real room is here.

use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Named bytes.
#[derive(Debug, Clone)]
pub struct Input {
    /// As the user gave it, or a path below it.
    pub name: String,
    /// The page.
    pub bytes: Vec<u8>,
    /// Its address, where the source knows it.
    pub url: Option<String>,
    /// Its day, where the source knows it.
    pub published: Option<String>,
}

/// An input that could not be read.
#[derive(Debug)]
pub struct Error {
    /// Name of the input.
    pub name: String,
    /// What is wrong, and what to do.
    pub what: String,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.what)
    }
}

/// Every input, in order.
pub fn open(names: &[String]) -> impl Iterator<Item = Result<Input, Error>> {
    names
        .iter()
        .flat_map(|name| expand(name))
        .map(|path| path.and_then(|path| one(&path)))
}

fn expand(name: &str) -> Vec<Result<PathBuf, Error>> {
    let path = Path::new(name);
    if !path.is_dir() {
        return vec![Ok(path.to_owned())];
    }
    let mut pages: Vec<_> = fs::read_dir(path)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|e| e == "html"))
        .collect();
    pages.sort();
    if pages.is_empty() {
        let what = "the folder holds no page; name a folder with .html files".to_owned();
        return vec![Err(Error {
            name: name.to_owned(),
            what,
        })];
    }
    pages.into_iter().map(Ok).collect()
}

fn one(path: &Path) -> Result<Input, Error> {
    let name = path.to_string_lossy().into_owned();
    let mut bytes = Vec::new();
    let read = match name.as_str() {
        "-" => io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes),
        _ => fs::read(path),
    };
    match read {
        Ok(bytes) => Ok(Input {
            name,
            bytes,
            url: None,
            published: None,
        }),
        Err(error) => {
            let what = match error.kind() {
                io::ErrorKind::NotFound => "no such file; check the path".to_owned(),
                _ => error.to_string(),
            };
            Err(Error { name, what })
        }
    }
}
