//! [`read`]: a page read; [`Reading`]: what was read, as JSON and as rows; [`findings`]: what the checks found.

use crate::error::{internal, unread};
use crate::facts::{Facts, address, day};
use crate::pages::Page;
use de_an_06::lexicon::Lexicon;
use de_an_06::output::columns::{COLUMNS, Cell, Kind, rows};
use de_an_06::output::findings::{Checked, End, across};
use de_an_06::output::{Format, Look};
use de_an_06::series::Gathering;
use de_an_06::{Options, Report};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDate, PyDict, PyFloat, PyString, PyType};
use std::any::Any;
use std::io;
use std::sync::Arc;
use std::thread;

/// As much as the main thread of a program has; that of a thread of Python may be much smaller.
const STACK: usize = 8 << 20;

/// What was read from a page.
#[pyclass(frozen, module = "de_an_06._native")]
#[derive(Debug)]
pub(crate) struct Reading {
    report: Report,
    lexicon: Option<Arc<Lexicon>>,
}

#[pymethods]
impl Reading {
    /// The report as JSON, on one line.
    fn json(&self, py: Python<'_>) -> PyResult<String> {
        py.detach(|| serde_json::to_string(&self.report)).map_err(failed)
    }

    /// A dictionary a record, its keys the columns of CSV. Numbers are floats, or decimals where they have to be exact.
    fn rows<'py>(&self, py: Python<'py>, exact: bool) -> PyResult<Vec<Bound<'py, PyDict>>> {
        let names: Vec<_> = COLUMNS.iter().map(|column| PyString::new(py, column.name)).collect();
        let mut all = Vec::with_capacity(self.report.records.len());
        for row in rows(&self.report) {
            let dict = PyDict::new(py);
            for (name, cell) in names.iter().zip(row.cells()) {
                dict.set_item(name, value(py, cell, exact)?)?;
            }
            all.push(dict);
        }
        Ok(all)
    }
}

/// The columns of CSV, each with what its cells hold.
#[pyfunction]
pub(crate) fn columns() -> Vec<(&'static str, &'static str)> {
    let kind = |kind| match kind {
        Kind::Text => "text",
        Kind::Number => "number",
        Kind::Count => "count",
        Kind::Day => "day",
    };
    COLUMNS.iter().map(|column| (column.name, kind(column.kind))).collect()
}

/// Reads a page; the name, the day of publication and the address that are given go before its own.
#[pyfunction]
pub(crate) fn read(
    py: Python<'_>,
    page: &Page,
    facts: &Facts,
    name: Option<String>,
    published: Option<&str>,
    url: Option<String>,
) -> PyResult<Reading> {
    let published = published.map(day).transpose()?;
    let url = url.map(address).transpose()?;
    let mut options = page.options(&Options { published, url, ..facts.0.clone() });
    if let Some(name) = name {
        options.name = name;
    }
    let reading = py.detach(|| apart(page.bytes(), &options));
    let reading = reading.map_err(|panic| internal(&options.name, &told(&*panic)))?;
    let report = reading.map_err(|error| unread(&options.name, &error))?.report;
    Ok(Reading { report, lexicon: options.lexicon })
}

/// Reads on a thread of its own, so that neither its stack nor a panic is the caller's.
fn apart(
    bytes: &[u8],
    options: &Options,
) -> thread::Result<Result<de_an_06::Reading, de_an_06::Error>> {
    thread::scope(|scope| {
        let reading = thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, || de_an_06::read(bytes, options));
        match reading {
            Ok(reading) => reading.join(),
            Err(error) => {
                let told: Box<dyn Any + Send> = Box::new(format!("no thread: {error}"));
                Err(told)
            }
        }
    })
}

/// What a panic said.
fn told(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
    text.unwrap_or_else(|| "a panic without words".to_owned())
}

/// What the checks found in these readings, and where two of them contradict each other: a JSON object a line, as
/// `check -f jsonl` writes it.
#[pyfunction]
pub(crate) fn findings(py: Python<'_>, readings: Vec<Py<Reading>>) -> PyResult<String> {
    let readings: Vec<&Reading> = readings.iter().map(Py::get).collect();
    let lines = py.detach(|| lines(&readings)).map_err(failed)?;
    String::from_utf8(lines).map_err(failed)
}

fn lines(readings: &[&Reading]) -> io::Result<Vec<u8>> {
    let opening = Format::named("jsonl").and_then(|format| format.findings);
    let opening = opening.ok_or(io::ErrorKind::Unsupported)?;
    let (mut writer, mut lines) = (opening(Look::default()), Vec::new());
    let own = readings.iter().find_map(|reading| reading.lexicon.as_deref());
    let mut gathering = Gathering::new(own.unwrap_or(Lexicon::built_in()));
    for Reading { report, .. } in readings {
        writer.add(Checked::of(report), &mut lines)?;
        gathering.add(report);
    }
    let end = End { across: across(&gathering.finish()), ..End::default() };
    writer.finish(&end, &mut lines)?;
    Ok(lines)
}

fn value<'py>(py: Python<'py>, cell: Cell<'_>, exact: bool) -> PyResult<Option<Bound<'py, PyAny>>> {
    Ok(Some(match cell {
        Cell::Empty => return Ok(None),
        Cell::Text(text) => PyString::new(py, &text).into_any(),
        Cell::Number(number) if exact => {
            static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
            DECIMAL.import(py, "decimal", "Decimal")?.call1((number.to_string(),))?
        }
        Cell::Number(number) => {
            PyFloat::new(py, number.to_string().parse().map_err(failed)?).into_any()
        }
        Cell::Count(count) => count.into_pyobject(py)?.into_any(),
        Cell::Day(day) => {
            let (month, day_of_month) = (day.month().unsigned_abs(), day.day().unsigned_abs());
            PyDate::new(py, day.year().into(), month, day_of_month)?.into_any()
        }
    }))
}

fn failed(error: impl std::fmt::Display) -> PyErr {
    PyRuntimeError::new_err(error.to_string())
}
