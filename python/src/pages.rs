//! [`Pages`]: the pages that a path names, one after another; [`Page`]: one of them, or one that Python holds.

use crate::error::{internal, of_source, option};
use de_an_06::Options;
use de_an_06::source::{self, Choice, Error, Input, Item};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use std::fmt;
use std::path::PathBuf;
use std::sync::Mutex;

/// A page that is not read yet.
#[pyclass(frozen, module = "de_an_06._native")]
#[derive(Debug)]
pub(crate) struct Page(Held);

#[derive(Debug)]
enum Held {
    /// By Python.
    There { bytes: PyBackedBytes, name: String },
    /// Out of a file, a folder or an archive.
    Here(Input),
}

#[pymethods]
impl Page {
    #[new]
    fn new(bytes: PyBackedBytes, name: String) -> Self {
        Self(Held::There { bytes, name })
    }

    /// What it is called.
    #[getter]
    fn name(&self) -> &str {
        match &self.0 {
            Held::There { name, .. } => name,
            Held::Here(input) => &input.name,
        }
    }
}

impl Page {
    pub(crate) fn bytes(&self) -> &[u8] {
        match &self.0 {
            Held::There { bytes, .. } => bytes,
            Held::Here(input) => &input.bytes,
        }
    }

    /// What is said of it: what was said of all, and what its source says.
    pub(crate) fn options(&self, all: &Options) -> Options {
        match &self.0 {
            Held::There { name, .. } => Options { name: name.clone(), ..all.clone() },
            Held::Here(input) => all.of(input),
        }
    }
}

type Items = Box<dyn Iterator<Item = Result<Item, Error>> + Send>;

/// The pages that a path names: a file, a folder, a list or an archive. What is no page of it is passed over.
#[pyclass(frozen, module = "de_an_06._native")]
pub(crate) struct Pages {
    path: PathBuf,
    items: Mutex<Items>,
}

#[pymethods]
impl Pages {
    #[new]
    fn new(py: Python<'_>, path: PathBuf, longest: u64, glob: Vec<String>) -> PyResult<Self> {
        let choice = Choice::up_to(longest).only(&glob);
        let choice = choice.map_err(|error| option(&format!("glob: {error}")))?;
        let items: Items = py.detach(|| Box::new(source::within(&path, &choice)) as Items);
        Ok(Self { path, items: Mutex::new(items) })
    }

    fn __iter__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
        this
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Page>> {
        let next = py.detach(|| -> Result<Result<Option<Input>, Error>, String> {
            let mut items = self.items.lock().map_err(|poisoned| poisoned.to_string())?;
            let mut inputs = items.by_ref().filter_map(|item| match item {
                Ok(Item::Input(input)) => Some(Ok(input)),
                Ok(Item::LeftOut(_) | Item::Empty(_)) => None,
                Err(error) => Some(Err(error)),
            });
            Ok(inputs.next().transpose())
        });
        let next = next.map_err(|what| internal(&self.path.display().to_string(), &what))?;
        let next = next.map_err(|error| of_source(&error))?;
        Ok(next.map(|input| Page(Held::Here(input))))
    }
}

impl fmt::Debug for Pages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("path", &self.path).finish_non_exhaustive()
    }
}
