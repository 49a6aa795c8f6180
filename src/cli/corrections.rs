//! Files of corrections: read before anything else is opened, and what became of each said at the end.
//!
//! A correction that finds its words in one of the inputs is settled, though another input of the same name has
//! them not. What finds no place is named with its line; what is of articles that were not read is counted.

use super::message::Messages;
use super::usage::Usage;
use de_an_06::correction::{Correction, Corrections, Fit, Unfit};
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Reads every file, or says of every one that cannot be read what is wrong with it.
pub(super) fn read(paths: &[PathBuf]) -> Result<Corrections, Usage> {
    let (mut all, mut mistakes) = (Corrections::default(), Vec::new());
    for path in paths {
        match read_one(path) {
            Ok(corrections) => all.join(corrections),
            Err(sentence) => mistakes.push(format!("--corrections: {sentence}")),
        }
    }
    if mistakes.is_empty() { Ok(all) } else { Err(Usage::Sentences(mistakes)) }
}

fn read_one(path: &Path) -> Result<Corrections, String> {
    let name = path.display().to_string();
    let bytes = fs::read(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => format!("{name}: there is no such file"),
        _ => format!("{name}: cannot be read: {error}"),
    })?;
    let text = String::from_utf8(bytes)
        .map_err(|_| format!("{name}: this is no UTF-8 text; save the corrections as UTF-8"))?;
    Corrections::read(&name, &text).map_err(|error| error.to_string())
}

/// What became of the corrections of a run, article by article.
#[derive(Debug, Default)]
pub(super) struct Settled {
    /// By their index; the last that was found where none had a place.
    of: BTreeMap<usize, (String, Result<(), Unfit>)>,
}

impl Settled {
    /// Takes in what became of the corrections of an article.
    pub(super) fn add(&mut self, name: &str, corrections: &[Fit]) {
        for (index, fit) in corrections {
            if !matches!(self.of.get(index), Some((_, Ok(())))) {
                self.of.insert(*index, (name.to_owned(), *fit));
            }
        }
    }

    /// Says what has no place.
    pub(super) fn tell(&self, all: &Corrections, messages: Messages) {
        let mut unread = BTreeMap::<&str, Vec<&Correction>>::new();
        for (index, correction) in all.all().iter().enumerate() {
            let (file, line) = &correction.from;
            match self.of.get(&index) {
                Some((_, Ok(()))) => {}
                Some((source, Err(unfit))) => messages.warning(&format!(
                    "{file}:{line}: the correction has no place in {source}: {unfit}"
                )),
                None => unread.entry(file).or_default().push(correction),
            }
        }
        for (file, corrections) in unread {
            let article = |one: &&Correction| one.url.clone().or_else(|| one.source.clone());
            let first = corrections.iter().find_map(article).unwrap_or_default();
            messages.warning(&match corrections.len() {
                1 => format!("{file}: 1 correction is of an article that was not read: {first}"),
                n => format!(
                    "{file}: {n} corrections are of articles that were not read, as {first}"
                ),
            });
        }
    }
}
