//! Where bytes go: standard output, or a file that appears whole or not at all.
//!
//! A file is written under another name in its own folder and renamed when everything is in it;
//! until then the old file stays. What is no regular file (`/dev/null`, a pipe) is written to
//! directly.

use super::plan::Target;
use anyhow::{Context, Result, bail};
use de_an_06::output::Harmless;
use std::fs::{self, File, Permissions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// An open output. What is written counts only after [`Sink::commit`].
pub(crate) enum Sink {
    Direct(BufWriter<Box<dyn Write>>),
    Draft {
        draft: BufWriter<NamedTempFile>,
        path: PathBuf,
    },
}

impl Sink {
    /// Opens a target; an error names it and says what to do.
    pub(crate) fn open(target: &Target) -> Result<Self> {
        match target {
            Target::Stdout => Ok(Self::stdout()),
            Target::Terminal => Ok(Self::direct(Harmless::new(io::stdout().lock()))),
            Target::File(path) => Self::file(path),
        }
    }

    /// Standard output as it is.
    pub(crate) fn stdout() -> Self {
        Self::direct(io::stdout().lock())
    }

    /// Makes what was written final.
    pub(crate) fn commit(self) -> Result<()> {
        match self {
            Self::Direct(mut out) => Ok(out.flush()?),
            Self::Draft { draft, path } => {
                let failed = || cannot_write(&path);
                let draft = draft.into_inner().map_err(io::IntoInnerError::into_error);
                let draft = draft.with_context(failed)?;
                draft.as_file().sync_all().with_context(failed)?;
                draft.persist(&path).with_context(failed)?;
                Ok(())
            }
        }
    }

    fn direct(out: impl Write + 'static) -> Self {
        Self::Direct(BufWriter::new(Box::new(out)))
    }

    fn file(path: &Path) -> Result<Self> {
        // Through a symbolic link, the file that it points to is replaced, not the link.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let old = fs::metadata(&path).ok();
        if old.as_ref().is_some_and(fs::Metadata::is_dir) {
            bail!("{}: it is a folder; name a file in it", cannot_write(&path));
        }
        if old.as_ref().is_some_and(|old| !old.is_file()) {
            let out = File::options().write(true).open(&path);
            return Ok(Self::direct(out.with_context(|| cannot_write(&path))?));
        }
        let folder = match path.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        };
        if !folder.is_dir() {
            bail!(
                "{}: there is no folder `{}`",
                cannot_write(&path),
                folder.display()
            );
        }
        let draft = draft_in(folder).with_context(|| cannot_write(&path))?;
        if let Some(old) = old {
            let kept = draft.as_file().set_permissions(old.permissions());
            kept.with_context(|| cannot_write(&path))?;
        }
        Ok(Self::Draft {
            draft: BufWriter::new(draft),
            path,
        })
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Direct(out) => out.write(bytes),
            Self::Draft { draft, .. } => draft.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Direct(out) => out.flush(),
            Self::Draft { draft, .. } => draft.flush(),
        }
    }
}

fn cannot_write(path: &Path) -> String {
    format!("cannot write `{}`", path.display())
}

/// A new file with the permissions that any new file gets; temporary files are private otherwise.
#[cfg(unix)]
fn draft_in(folder: &Path) -> io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    tempfile::Builder::new()
        .prefix(".de-an-06-")
        .permissions(Permissions::from_mode(0o666))
        .tempfile_in(folder)
}

#[cfg(not(unix))]
fn draft_in(folder: &Path) -> io::Result<NamedTempFile> {
    tempfile::Builder::new()
        .prefix(".de-an-06-")
        .tempfile_in(folder)
}
