//! From the errors of the library to exceptions. An input is named before the sentence, as on the command line.

use de_an_06::{Error, source};
use pyo3::PyErr;

/// The exceptions, which Python defines.
mod exception {
    #![allow(missing_docs, reason = "they are told where they are defined")]
    pyo3::import_exception!(de_an_06.errors, DocumentError);
    pyo3::import_exception!(de_an_06.errors, InternalError);
    pyo3::import_exception!(de_an_06.errors, NoArticleError);
    pyo3::import_exception!(de_an_06.errors, OptionError);
    pyo3::import_exception!(de_an_06.errors, SourceError);
}

/// An input that gave no report.
pub(crate) fn unread(name: &str, error: &Error) -> PyErr {
    let told = (format!("{name}: {error}"), name.to_owned());
    match error {
        Error::Document(_) => exception::DocumentError::new_err(told),
        Error::Page(_) => option(&error.to_string()),
        Error::NoArticle => exception::NoArticleError::new_err(told),
    }
}

/// An input that could not be opened.
pub(crate) fn of_source(error: &source::Error) -> PyErr {
    exception::SourceError::new_err((error.to_string(), error.name().to_owned()))
}

/// Something that was said of pages and cannot be.
pub(crate) fn option(sentence: &str) -> PyErr {
    exception::OptionError::new_err(sentence.to_owned())
}

/// A mistake of the program.
pub(crate) fn internal(name: &str, what: &str) -> PyErr {
    let told = format!("{name}: a mistake of de_an_06, please report it: {what}");
    exception::InternalError::new_err((told, name.to_owned()))
}
