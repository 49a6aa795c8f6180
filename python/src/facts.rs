//! What is said of pages, tested before they are read: [`Facts`] of all that a reader reads, [`day`] and [`address`] of
//! one.

use crate::error::option;
use de_an_06::Options;
use de_an_06::correction::Corrections;
use de_an_06::document::Kind;
use de_an_06::lexicon::{Error, File, Lexicon};
use de_an_06::page::is_encoding;
use pyo3::prelude::*;
use std::sync::Arc;

/// A file of the user: what it is called, and what is in it.
type Text = (String, String);

/// What is said of every page of a reader.
#[pyclass(frozen, module = "de_an_06._native")]
#[derive(Debug)]
pub(crate) struct Facts(pub(crate) Options);

#[pymethods]
impl Facts {
    #[new]
    #[pyo3(signature = (*, kind, encoding, site_hints, lexicons, corrections))]
    fn new(
        py: Python<'_>,
        kind: Option<&str>,
        encoding: Option<String>,
        site_hints: bool,
        lexicons: Vec<Text>,
        corrections: Vec<Text>,
    ) -> PyResult<Self> {
        let options = Options {
            kind: kind.map(named).transpose()?,
            encoding: encoding.map(known).transpose()?,
            no_site_hints: !site_hints,
            ..Options::default()
        };
        let files = || -> Result<_, String> { Ok((lexicon(&lexicons)?, joined(&corrections)?)) };
        let (lexicon, corrections) = py.detach(files).map_err(|sentence| option(&sentence))?;
        Ok(Self(Options { lexicon, corrections, ..options }))
    }
}

/// A day of publication.
pub(crate) fn day(day: &str) -> PyResult<String> {
    Options::day(day).ok_or_else(|| {
        option(&format!("published: `{day}` is no day; write it as 2023-05-11 or 11/05/2023"))
    })
}

/// The address of a page.
pub(crate) fn address(url: String) -> PyResult<String> {
    match Options::is_address(&url) {
        true => Ok(url),
        false => Err(option(&format!(
            "url: `{url}` is no address of a page; write it as https://example.vn/page.html"
        ))),
    }
}

fn named(name: &str) -> PyResult<Kind> {
    let kind = Kind::ALL.into_iter().find(|kind| kind.name() == name);
    kind.ok_or_else(|| {
        let all = Kind::ALL.map(Kind::name).join(", ");
        option(&format!("kind: `{name}` is no kind of page; expected one of {all}"))
    })
}

fn known(label: String) -> PyResult<String> {
    match is_encoding(&label) {
        true => Ok(label),
        false => Err(option(&format!(
            "encoding: `{label}` names no known encoding; try utf-8, windows-1258, tcvn3, vni or viscii"
        ))),
    }
}

fn lexicon(files: &[Text]) -> Result<Option<Arc<Lexicon>>, String> {
    let read = |(name, text): &Text| {
        File::parse(name, text).map_err(|Error { file, line, found, message }| {
            format!("{file}:{line}: {message}; the line is `{found}`")
        })
    };
    let files = files.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    Ok((!files.is_empty()).then(|| Arc::new(Lexicon::with_files(files))))
}

fn joined(files: &[Text]) -> Result<Option<Arc<Corrections>>, String> {
    let mut all = Corrections::default();
    for (name, text) in files {
        all.join(Corrections::read(name, text).map_err(|error| error.to_string())?);
    }
    Ok((!files.is_empty()).then(|| Arc::new(all)))
}
