//! The user's own lexicon files. A mistake in one is a mistake of the command line: nothing else is
//! opened before all of them are read.

use super::usage::Usage;
use de_an_06::lexicon::{Error, File};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Reads every file, or says of every one that cannot be read what is wrong with it.
pub(super) fn read(paths: &[PathBuf]) -> Result<Vec<File>, Usage> {
    let (mut files, mut mistakes) = (Vec::new(), Vec::new());
    for path in paths {
        match read_one(path) {
            Ok(file) => files.push(file),
            Err(sentence) => mistakes.push(format!("--lexicon: {sentence}")),
        }
    }
    if mistakes.is_empty() { Ok(files) } else { Err(Usage::Sentences(mistakes)) }
}

fn read_one(path: &Path) -> Result<File, String> {
    let name = path.display();
    let bytes = fs::read(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => format!("{name}: there is no such file"),
        _ => format!("{name}: cannot be read: {error}"),
    })?;
    let text = String::from_utf8(bytes)
        .map_err(|_| format!("{name}: this is no UTF-8 text; save the lexicon as UTF-8"))?;
    File::parse(&name.to_string(), &text).map_err(|Error { file, line, found, message }| {
        format!("{file}:{line}: {message}; the line is `{found}`")
    })
}
