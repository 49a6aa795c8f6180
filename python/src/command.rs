//! The command line, as `pip install` puts it on the path.

use pyo3::prelude::*;
use std::ffi::OsString;
use std::panic::catch_unwind;

/// What a program that panics ends with.
const PANICKED: u8 = 101;

/// Runs a command line, its first word the name of the program, and gives the exit code. A panic has said what it is.
#[pyfunction]
pub(crate) fn run(py: Python<'_>, words: Vec<OsString>) -> u8 {
    py.detach(|| catch_unwind(|| de_an_06::cli::main(words)).unwrap_or(PANICKED))
}
