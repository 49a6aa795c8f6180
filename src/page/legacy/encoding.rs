//! [`Legacy`]: what Vietnamese letters can have been written in, and how they are read.

use super::capitals::in_capitals;
use super::survey::is_between_words;
use super::syllable::is_vietnamese;
use super::table::{self, Table};
use super::words::{tcvn3, tcvn5712, viscii, vni};
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// What Vietnamese letters that are seen as windows-1252 can be in; where two explain a text alike,
/// the earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) enum Legacy {
    /// UTF-8 that was taken for windows-1252 and made into UTF-8 again.
    Utf8Twice,
    Tcvn3,
    Vni,
    Viscii,
    Windows1258,
    Tcvn5712,
}

/// What the lexicon says of one.
struct Known {
    labels: &'static [&'static str],
    fonts: &'static [&'static str],
    capitals: &'static [&'static str],
    table: Option<LazyLock<Table>>,
}

static KNOWN: [Known; 6] = [
    Known { labels: &["utf-8"], fonts: &[], capitals: &[], table: None },
    Known {
        labels: tcvn3::LABELS,
        fonts: tcvn3::FONTS,
        capitals: tcvn3::CAPITALS,
        table: Some(LazyLock::new(|| Table::new(tcvn3::LETTERS))),
    },
    Known {
        labels: vni::LABELS,
        fonts: vni::FONTS,
        capitals: vni::CAPITALS,
        table: Some(LazyLock::new(|| Table::new(vni::LETTERS))),
    },
    Known {
        labels: viscii::LABELS,
        fonts: viscii::FONTS,
        capitals: viscii::CAPITALS,
        table: Some(LazyLock::new(|| Table::new(viscii::LETTERS))),
    },
    Known { labels: &["windows-1258"], fonts: &[], capitals: &[], table: None },
    Known {
        labels: tcvn5712::LABELS,
        fonts: tcvn5712::FONTS,
        capitals: tcvn5712::CAPITALS,
        table: Some(LazyLock::new(|| Table::new(tcvn5712::LETTERS))),
    },
];

impl Legacy {
    pub(in super::super) const ALL: [Self; 6] =
        [Self::Utf8Twice, Self::Tcvn3, Self::Vni, Self::Viscii, Self::Windows1258, Self::Tcvn5712];

    /// The one of this label, if the WHATWG standard has no other use for it.
    pub(in super::super) fn for_label(label: &str) -> Option<Self> {
        let label = label.trim().to_ascii_lowercase();
        let mut own = Self::ALL.into_iter().filter(|legacy| legacy.known().table.is_some());
        own.find(|legacy| legacy.known().labels.contains(&label.as_str()))
    }

    /// What it is called in reports.
    pub(in super::super) fn label(self) -> &'static str {
        self.known().labels[0]
    }

    fn known(self) -> &'static Known {
        &KNOWN[self as usize]
    }

    /// How the names of its fonts begin, in lower case.
    pub(super) fn fonts(self) -> &'static [&'static str] {
        self.known().fonts
    }

    /// How the names of those of its fonts end that show small letters as capitals.
    pub(super) fn capitals(self) -> &'static [&'static str] {
        self.known().capitals
    }

    /// The text of bytes that windows-1252 carries, if each of them has one meaning in any font.
    pub(in super::super) fn decode_bytes(self, text: &str) -> Option<String> {
        let table = self.known().table.as_ref().filter(|table| table.has_marks())?;
        Some(table.decode(text))
    }

    /// The text with its letters read as this encoding means them, in NFC.
    pub(super) fn decode(self, text: &str) -> String {
        match (self, &self.known().table) {
            (_, Some(table)) if table.has_marks() => by_words(text, table),
            (Self::Tcvn3, Some(table)) => in_capitals(&table.decode(text)),
            (_, Some(table)) => table.decode(text),
            (Self::Utf8Twice, _) => by_bytes(text, utf8),
            _ => by_bytes(text, |bytes| {
                encoding_rs::WINDOWS_1258.decode_without_bom_handling(bytes).0.nfc().collect()
            }),
        }
    }
}

/// Every word decoded, its marks too where that gives a word of Vietnamese.
fn by_words(text: &str, table: &Table) -> String {
    let read = text.split_inclusive(is_between_words).map(|word| {
        let letters = table.decode_letters(word);
        let whole = table.decode(word);
        let has_letters = letters.contains(char::is_alphabetic);
        if has_letters && is_vietnamese(&whole) { whole } else { letters }
    });
    read.collect()
}

/// Every stretch of letters that stand for bytes, decoded.
fn by_bytes(text: &str, decode: impl Fn(&[u8]) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut bytes = Vec::new();
    for c in text.chars() {
        match table::byte(c) {
            Some(byte) => bytes.push(byte),
            None => {
                out.push_str(&decode(&bytes));
                out.push(c);
                bytes.clear();
            }
        }
    }
    out + &decode(&bytes)
}

/// UTF-8, broken bytes left as the letters that they came as.
fn utf8(bytes: &[u8]) -> String {
    let chunks = bytes.utf8_chunks().flat_map(|chunk| {
        chunk.valid().chars().chain(chunk.invalid().iter().map(|byte| table::letter(*byte)))
    });
    chunks.nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_text_in_each() {
        use Legacy::*;
        for (legacy, written) in [
            (Utf8Twice, "Tá»‰nh Báº¿n Tre Ä‘Ã£ má»Ÿ lá»›p"),
            (Tcvn3, "TØnh BÕn Tre ®· më líp"),
            (Vni, "Tænh Beán Tre ñaõ môû lôùp"),
            (Viscii, "Tïnh Bªn Tre ðã m· l¾p"),
            (Windows1258, "TiÒnh Bêìn Tre ðaÞ mõÒ lõìp"),
            (Tcvn5712, "TØnh BÕn Tre ®· më líp"),
        ] {
            assert_eq!(legacy.decode(written), "Tỉnh Bến Tre đã mở lớp", "{legacy:?}");
        }
    }

    #[test]
    fn what_is_broken_is_left_as_it_is() {
        assert_eq!(Legacy::Utf8Twice.decode("Báº¿n Trá»"), "Bến Trá»");
        assert_eq!(Legacy::Vni.decode("ø lôù"), "ø lớ");
        assert_eq!(Legacy::Tcvn3.decode("“líp” ấ"), "“lớp” ấ");
    }

    #[test]
    fn labels_are_known_in_any_case() {
        for (label, want) in [
            ("VISCII", Some(Legacy::Viscii)),
            ("abc", Some(Legacy::Tcvn3)),
            ("TCVN5712-1", Some(Legacy::Tcvn5712)),
            ("vni-windows", Some(Legacy::Vni)),
            ("utf-8", None),
        ] {
            assert_eq!(Legacy::for_label(label), want, "{label}");
        }
    }
}
