//! The reader for Python: what `de_an_06._native` holds. Users see it through the Python files in `python/de_an_06`.
//!
//! Whatever takes time is done without Python's lock, so other threads of Python go on. What goes wrong is raised as an
//! exception of `de_an_06.errors` with the library's own sentence.
//!
//! * `facts`: what is said of pages before they are read
//! * `reading`: a page read, and what was read as JSON and as rows
//! * `pages`: the pages that a path names
//! * `error`: the exceptions
//! * `command`: the command line

mod command;
mod error;
mod facts;
mod pages;
mod reading;

/// The native half of `de_an_06`.
#[pyo3::pymodule]
mod _native {
    #[pymodule_export]
    use super::command::run;
    #[pymodule_export]
    use super::facts::Facts;
    #[pymodule_export]
    use super::pages::{Page, Pages};
    #[pymodule_export]
    use super::reading::{Reading, columns, findings, read};

    /// The version of the program.
    #[pymodule_export]
    const VERSION: &str = env!("CARGO_PKG_VERSION");
}
