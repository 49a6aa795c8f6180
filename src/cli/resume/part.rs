//! [`Part`]: an output that is not whole yet, under a hidden name beside where it will be. Unlike a draft it stays where
//! the run is stopped.

use super::super::sink::cannot_write;
use std::fs::{self, File};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

pub(crate) struct Part {
    path: PathBuf,
    hidden: PathBuf,
    out: BufWriter<File>,
    /// How long it is, with what is still held back.
    end: u64,
}

impl Part {
    /// What is there of a file, or nothing yet.
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        let hidden = hidden(path, "part");
        let open = || {
            let mut how = File::options();
            let file = how.read(true).write(true).create(true).truncate(false).open(&hidden)?;
            if let Ok(old) = fs::metadata(path) {
                file.set_permissions(old.permissions())?;
            }
            Ok(BufWriter::new(file))
        };
        let out = open().map_err(|error| told(path, error))?;
        Ok(Self { path: path.to_owned(), hidden, out, end: 0 })
    }

    /// How long it is on disk.
    pub(super) fn length(&self) -> io::Result<u64> {
        self.out
            .get_ref()
            .metadata()
            .map(|file| file.len())
            .map_err(|error| told(&self.path, error))
    }

    /// Drops what is behind so many bytes, and goes on there.
    pub(super) fn cut_back(&mut self, end: u64) -> io::Result<()> {
        let file = self.out.get_mut();
        let cut = file.set_len(end).and_then(|()| file.seek(SeekFrom::Start(end)));
        self.end = cut.map_err(|error| told(&self.path, error))?;
        Ok(())
    }

    /// How long it is, with what is still held back.
    pub(crate) fn end(&self) -> u64 {
        self.end
    }

    /// Hands everything to the system, and has it on disk where that is asked.
    pub(super) fn save(&mut self, synced: bool) -> io::Result<()> {
        let sync = |file: &File| if synced { file.sync_data() } else { Ok(()) };
        let saved = self.out.flush().and_then(|()| sync(self.out.get_ref()));
        saved.map_err(|error| told(&self.path, error))
    }

    /// Puts it in the place of the old file.
    pub(super) fn publish(&mut self) -> io::Result<()> {
        fs::rename(&self.hidden, &self.path).map_err(|error| told(&self.path, error))
    }

    /// Leaves nothing of it.
    pub(super) fn remove(&self) -> io::Result<()> {
        fs::remove_file(&self.hidden).map_err(|error| told(&self.path, error))
    }
}

impl Write for Part {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.end += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// `.figures.csv.part` beside `figures.csv`.
pub(super) fn hidden(path: &Path, end: &str) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".");
    name.push(end);
    path.with_file_name(name)
}

fn told(path: &Path, error: io::Error) -> io::Error {
    cannot_write(&format!("`{}`", path.display()), error)
}
