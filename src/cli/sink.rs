//! Where bytes go: standard output, or a file that appears whole or not at all.
//!
//! A file is written under another name in its own folder and renamed when everything is in it;
//! until then the old file stays. What is no regular file (`/dev/null`, a pipe) is written to
//! directly. Every error names the target.

use super::outputs::Target;
use de_an_06::output::Harmless;
use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// An open output. What is written counts only after [`Sink::commit`].
pub(crate) struct Sink {
    /// As the user knows it.
    name: String,
    out: Out,
}

enum Out {
    Direct(BufWriter<Box<dyn Write>>),
    Draft { draft: BufWriter<NamedTempFile>, path: PathBuf },
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
        Self { name: "to standard output".to_owned(), out: direct(io::stdout().lock()) }
    }

    fn terminal() -> Self {
        let out = direct(Harmless::new(io::stdout().lock()));
        Self { name: "to the terminal".to_owned(), out }
    }

    /// Makes what was written final.
    pub(crate) fn commit(self) -> io::Result<()> {
        let committed = match self.out {
            Out::Direct(mut out) => out.flush(),
            Out::Draft { draft, path } => publish(draft, &path),
        };
        committed.map_err(|error| cannot_write(&self.name, error))
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = match &mut self.out {
            Out::Direct(out) => out.write(bytes),
            Out::Draft { draft, .. } => draft.write(bytes),
        };
        written.map_err(|error| cannot_write(&self.name, error))
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = match &mut self.out {
            Out::Direct(out) => out.flush(),
            Out::Draft { draft, .. } => draft.flush(),
        };
        flushed.map_err(|error| cannot_write(&self.name, error))
    }
}

fn cannot_write(name: &str, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("cannot write {name}: {error}"))
}

fn direct(out: impl Write + 'static) -> Out {
    Out::Direct(BufWriter::new(Box::new(out)))
}

fn file(path: &Path) -> io::Result<Out> {
    // Through a symbolic link, the file that it points to is replaced, not the link.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let old = fs::metadata(&path).ok();
    if old.as_ref().is_some_and(fs::Metadata::is_dir) {
        return Err(io::Error::new(ErrorKind::IsADirectory, "it is a folder; name a file in it"));
    }
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        return File::options().write(true).open(&path).map(direct);
    }
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    let folder = folder.unwrap_or(Path::new("."));
    if !folder.is_dir() {
        let what = format!("there is no folder `{}`", folder.display());
        return Err(io::Error::new(ErrorKind::NotFound, what));
    }
    let draft = draft_in(folder)?;
    if let Some(old) = old {
        draft.as_file().set_permissions(old.permissions())?;
    }
    Ok(Out::Draft { draft: BufWriter::new(draft), path })
}

/// A new file with the permissions that any new file gets; temporary files are private otherwise.
fn draft_in(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.prefix(".de-an-06-").tempfile_in(folder)
}

fn publish(draft: BufWriter<NamedTempFile>, path: &Path) -> io::Result<()> {
    let draft = draft.into_inner().map_err(io::IntoInnerError::into_error)?;
    draft.as_file().sync_all()?;
    draft.persist(path)?;
    Ok(())
}
