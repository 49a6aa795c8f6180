//! Where bytes go: standard output, or a file that appears whole or not at all.
//!
//! A file is a draft until everything is in it. What is no regular file (`/dev/null`, a pipe) is
//! written to directly. Every error names the target.

use super::draft::{Draft, Place};
use super::outputs::Target;
use super::resume::Part;
use de_an_06::output::Harmless;
use std::cell::RefCell;
use std::fmt;
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::Path;
use std::rc::Rc;

/// An open output. What is written counts only after [`Sink::commit`].
pub(crate) struct Sink {
    /// As the user knows it.
    name: String,
    out: Out,
}

enum Out {
    Direct(BufWriter<Box<dyn Write>>),
    Draft(BufWriter<Draft>),
    /// Of a run that can be gone on with, which makes it final when all of them are whole.
    Part(Rc<RefCell<Part>>),
}

impl Sink {
    /// Opens a target.
    pub(crate) fn open(target: &Target) -> io::Result<Self> {
        match target {
            Target::Stdout => Ok(Self::stdout()),
            Target::Terminal => Ok(Self::terminal()),
            Target::File(path) => {
                let name = format!("`{}`", path.display());
                let out = file(path).map_err(|error| cannot_write(&name, error))?;
                Ok(Self { name, out })
            }
        }
    }

    /// Standard output as it is.
    pub(crate) fn stdout() -> Self {
        Self { name: STDOUT.to_owned(), out: direct(io::stdout().lock()) }
    }

    /// An output of a run that can be gone on with.
    pub(crate) fn part(path: &Path, part: Rc<RefCell<Part>>) -> Self {
        Self { name: format!("`{}`", path.display()), out: Out::Part(part) }
    }

    fn terminal() -> Self {
        let out = direct(Harmless::new(io::stdout().lock()));
        Self { name: "to the terminal".to_owned(), out }
    }

    /// Makes what was written final.
    pub(crate) fn commit(self) -> io::Result<()> {
        let committed = match self.out {
            Out::Direct(mut out) => out.flush(),
            Out::Draft(draft) => {
                draft.into_inner().map_err(io::IntoInnerError::into_error).and_then(Draft::publish)
            }
            Out::Part(_) => Ok(()),
        };
        committed.map_err(|error| cannot_write(&self.name, error))
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = match &mut self.out {
            Out::Direct(out) => out.write(bytes),
            Out::Draft(draft) => draft.write(bytes),
            Out::Part(part) => part.borrow_mut().write(bytes),
        };
        written.map_err(|error| cannot_write(&self.name, error))
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = match &mut self.out {
            Out::Direct(out) => out.flush(),
            Out::Draft(draft) => draft.flush(),
            Out::Part(part) => part.borrow_mut().flush(),
        };
        flushed.map_err(|error| cannot_write(&self.name, error))
    }
}

const STDOUT: &str = "to standard output";

/// The error with what could not be written.
pub(super) fn cannot_write(name: &str, error: io::Error) -> io::Error {
    if name == STDOUT && error.kind() == ErrorKind::BrokenPipe {
        return io::Error::new(ErrorKind::BrokenPipe, NobodyReads);
    }
    io::Error::new(error.kind(), format!("cannot write {name}: {error}"))
}

/// Nobody reads standard output any more, as behind `| head`: a reason to end, and none to complain. A named pipe
/// that closes is an output that broke.
#[derive(Debug)]
struct NobodyReads;

impl fmt::Display for NobodyReads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nobody reads standard output")
    }
}

impl std::error::Error for NobodyReads {}

/// Whether an error says that nobody reads standard output any more.
pub(super) fn is_unread(error: &io::Error) -> bool {
    error.get_ref().is_some_and(|inner| inner.is::<NobodyReads>())
}

fn direct(out: impl Write + 'static) -> Out {
    Out::Direct(BufWriter::new(Box::new(out)))
}

fn file(path: &Path) -> io::Result<Out> {
    Ok(match Place::of(path)? {
        Place::Special(path) => direct(File::options().write(true).open(path)?),
        Place::New(path) | Place::Old(path) => Out::Draft(BufWriter::new(Draft::of(&path)?)),
    })
}
