//! The parts of a file that is a ZIP archive.
//!
//! A part is unpacked only up to what it may hold, whatever it claims: a kilobyte of a bomb unpacks to
//! gigabytes. Names are compared without regard to case, as the format asks.

use super::Error;
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Most bytes that all parts of a file together may unpack to.
const LARGEST: u64 = 64 << 20;

/// A ZIP archive.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The number of each part, by its name in small letters.
    parts: HashMap<String, usize>,
    /// What the file is called in errors: `a Word document`.
    found: &'static str,
    /// How many bytes may still be unpacked.
    left: u64,
}

impl<'a> Package<'a> {
    /// Opens an archive.
    ///
    /// # Errors
    /// When its list of parts cannot be read.
    pub(super) fn open(bytes: &'a [u8], found: &'static str) -> Result<Self, Error> {
        let archive = ZipArchive::new(Cursor::new(bytes));
        let archive = archive.map_err(|error| damaged(found, &error))?;
        let mut parts = HashMap::with_capacity(archive.len());
        for (at, name) in archive.file_names().enumerate() {
            let name = name.map_err(|error| damaged(found, &error))?;
            parts.entry(name.to_ascii_lowercase()).or_insert(at);
        }
        Ok(Self { archive, parts, found, left: LARGEST })
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&name.to_ascii_lowercase())
    }

    /// A part, where there is one.
    ///
    /// # Errors
    /// When it is damaged, or larger than it may be.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        let (found, left) = (self.found, self.left);
        let Some(&at) = self.parts.get(&name.to_ascii_lowercase()) else { return Ok(None) };
        let part = self.archive.by_index(at).map_err(|error| damaged(found, &error))?;
        let mut bytes = Vec::new();
        let read = part.take(left + 1).read_to_end(&mut bytes);
        read.map_err(|error| Error::Damaged { found, reason: format!("{name}: {error}") })?;
        let length = bytes.len() as u64;
        if length > left {
            let reason = format!("its text takes more than {} MiB", LARGEST >> 20);
            return Err(Error::TooLarge { found, reason });
        }
        self.left = left - length;
        Ok(Some(bytes))
    }
}

fn damaged(found: &'static str, error: &ZipError) -> Error {
    Error::Damaged { found, reason: error.to_string() }
}
