//! A file that is written under another name in its own folder, and renamed when everything is in
//! it; until then the old file stays.

use super::interrupt;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::{NamedTempFile, PersistError};

/// What stands where a file is to be written.
pub(crate) enum Place {
    /// Nothing.
    New(PathBuf),
    /// A file.
    Old(PathBuf),
    /// What is no regular file: `/dev/null`, a pipe.
    Special(PathBuf),
}

/// A file that nobody sees yet.
pub(crate) struct Draft {
    file: NamedTempFile,
    path: PathBuf,
}

impl Place {
    /// Looks at a path. A folder is refused, and a path into a folder that is not there.
    pub(crate) fn of(path: &Path) -> io::Result<Self> {
        // Through a symbolic link, the file that it points to is replaced, not the link.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        match fs::metadata(&path) {
            Ok(old) if old.is_dir() => {
                let what = "it is a folder; name a file in it";
                Err(io::Error::new(ErrorKind::IsADirectory, what))
            }
            Ok(old) if old.is_file() => Ok(Self::Old(path)),
            Ok(_) => Ok(Self::Special(path)),
            Err(_) if folder(&path).is_dir() => Ok(Self::New(path)),
            Err(_) => {
                let what = format!("there is no folder `{}`", folder(&path).display());
                Err(io::Error::new(ErrorKind::NotFound, what))
            }
        }
    }
}

impl Draft {
    /// A draft of the file at a path, with the permissions of the old one.
    pub(crate) fn of(path: &Path) -> io::Result<Self> {
        let mut builder = tempfile::Builder::new();
        // What any new file gets; temporary files are private otherwise.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let file = builder.prefix(".de-an-06-").tempfile_in(folder(path))?;
        if let Ok(old) = fs::metadata(path) {
            file.as_file().set_permissions(old.permissions())?;
        }
        interrupt::watch(file.path())?;
        Ok(Self { file, path: path.to_owned() })
    }

    /// Where it is until it is published.
    pub(crate) fn written_to(&self) -> &Path {
        self.file.path()
    }

    /// Puts it in the place of the old file.
    pub(crate) fn publish(self) -> io::Result<()> {
        self.publish_by(|draft, path| draft.persist(path))
    }

    /// Puts it where no file was when it was begun; one that has come there since is kept.
    pub(crate) fn publish_new(self) -> io::Result<()> {
        self.publish_by(|draft, path| draft.persist_noclobber(path))
    }

    fn publish_by(
        self,
        rename: impl Fn(NamedTempFile, PathBuf) -> Result<fs::File, PersistError>,
    ) -> io::Result<()> {
        self.file.as_file().sync_all()?;
        let draft = self.file.path().to_owned();
        rename(self.file, self.path)?;
        interrupt::forget(&draft);
        Ok(())
    }
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."))
}
