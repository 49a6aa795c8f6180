//! A lexicon file by name: one that a user hands in, or all of the built-in ones.

use super::{Entries, Error, Lexicon};
use unicode_normalization::UnicodeNormalization;

/// A file and its entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name, for messages and listings.
    pub name: String,
    /// What stands in it.
    pub entries: Entries,
}

impl File {
    /// The name of all built-in files.
    pub const BUILT_IN: &str = "built-in";

    /// Reads TOML text of the shape of `lexicon/*.toml`.
    ///
    /// # Errors
    /// Where it is no TOML, or has a key, kind or class that no entry has.
    pub fn parse(name: &str, toml: &str) -> Result<Self, Error> {
        // Entries are compared with words of the article, which are composed.
        let toml: String = toml.trim_start_matches('\u{feff}').nfc().collect();
        let entries = toml::from_str(&toml).map_err(|error| Error::new(name, &toml, &error))?;
        Ok(Self { name: name.to_owned(), entries })
    }

    /// The entries that come with the program, notes and examples left out.
    #[must_use]
    pub fn built_in() -> Self {
        let entries = Lexicon::built_in().entries.unpacked();
        Self { name: Self::BUILT_IN.to_owned(), entries }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_any_editor_are_read() {
        let plain = "[[unit]]\nkey = \"rice_sack\"\nforms = [\"bao tải\"]";
        let other = format!("\u{feff}{}", plain.nfd().to_string().replace('\n', "\r\n"));
        assert_ne!(other, plain);
        assert_eq!(File::parse("mine.toml", &other), File::parse("mine.toml", plain));
        assert!(File::parse("mine.toml", "").unwrap().entries == Entries::default());
    }
}
