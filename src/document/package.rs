//! The parts of a file that is a ZIP archive.
//!
//! All parts together are unpacked no further than a page may be long, whatever they claim: a kilobyte of a bomb
//! unpacks to gigabytes. Names are compared without regard to case, as the format asks.

use super::Error;
use crate::source::LONGEST_PAGE;
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

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
        Ok(Self { archive, parts, found, left: LONGEST_PAGE })
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
            let reason = format!("its text takes more than {} MiB", LONGEST_PAGE >> 20);
            return Err(Error::TooLarge { found, reason });
        }
        self.left = left - length;
        Ok(Some(bytes))
    }
}

fn damaged(found: &'static str, error: &ZipError) -> Error {
    Error::Damaged { found, reason: error.to_string() }
}

/// Files for tests.
#[cfg(test)]
pub(super) mod sample {
    use std::io::{Cursor, Write};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    /// A ZIP archive of these parts.
    pub(in super::super) fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_in_any_case() {
        let bytes = sample::packed(&[("Word/Document.XML", "<a/>")]);
        let mut package = Package::open(&bytes, "a Word document").unwrap();
        assert!(package.has("word/document.xml"));
        assert_eq!(package.part("word/document.xml").unwrap().as_deref(), Some(&b"<a/>"[..]));
        assert_eq!(package.part("word/styles.xml"), Ok(None));
    }

    #[test]
    fn a_bomb_is_unpacked_no_further_than_it_may() {
        let zeros = "0".repeat(usize::try_from(LONGEST_PAGE).unwrap() / 2 + 1);
        let bytes = sample::packed(&[("a", &zeros), ("b", &zeros)]);
        assert!(bytes.len() < 1 << 20);
        let mut package = Package::open(&bytes, "a Word document").unwrap();
        assert!(package.part("a").is_ok());
        let error = package.part("b").unwrap_err().to_string();
        assert_eq!(
            error,
            "this is a Word document, but it is too large: its text takes more than 64 MiB"
        );
    }

    #[test]
    fn what_is_cut_off_is_damaged() {
        let bytes = sample::packed(&[("word/document.xml", "<a/>")]);
        let cut = &bytes[..bytes.len() - 30];
        assert!(matches!(Package::open(cut, "x"), Err(Error::Damaged { .. })));
    }
}
