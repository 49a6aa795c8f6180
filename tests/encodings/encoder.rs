//! Text in each encoding, as bytes.

use std::collections::BTreeMap;
use std::path::Path;
use unicode_normalization::UnicodeNormalization;

/// An old encoding as its file in the lexicon has it.
pub(crate) struct Table {
    /// What stands for each letter, in windows-1252.
    pub(crate) codes: BTreeMap<char, String>,
}

impl Table {
    pub(crate) fn read(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("lexicon/encodings");
        let text = std::fs::read_to_string(folder.join(name).with_extension("toml")).unwrap();
        let file: toml::Table = toml::from_str(&text).unwrap();
        let mut codes = BTreeMap::new();
        for (letters, row) in file["letters"].as_table().unwrap() {
            let letters: Vec<char> = letters.split(' ').flat_map(str::chars).collect();
            let row: Vec<&str> = row.as_str().unwrap().split(' ').collect();
            assert_eq!(letters.len(), row.len(), "{name}: {row:?}");
            codes.extend(letters.into_iter().zip(row.into_iter().map(str::to_owned)));
        }
        Self { codes }
    }

    /// The letters that are seen; what the encoding lacks is written as an entity.
    pub(crate) fn letters(&self, text: &str) -> String {
        let taken = |c: char| self.codes.values().any(|code| code.contains(c));
        text.nfc().fold(String::new(), |out, c| match self.codes.get(&c) {
            Some(code) => out + code,
            None if c.is_ascii() || (windows_1252(c) && !taken(c)) => out + &c.to_string(),
            None => out + &format!("&#{};", u32::from(c)),
        })
    }

    pub(crate) fn bytes(&self, text: &str) -> Vec<u8> {
        encoding_rs::WINDOWS_1252.encode(&self.letters(text)).0.into_owned()
    }
}

fn windows_1252(c: char) -> bool {
    !encoding_rs::WINDOWS_1252.encode(&c.to_string()).2
}

/// windows-1258 writes a tone as a mark of its own behind the vowel.
pub(crate) fn windows_1258(text: &str) -> Vec<u8> {
    let known = |c: &char| !encoding_rs::WINDOWS_1258.encode(&c.to_string()).2;
    let is_tone = |c: &char| "\u{300}\u{301}\u{303}\u{309}\u{323}".contains(*c);
    let mut spread = String::new();
    for c in text.chars() {
        let parts: Vec<char> = std::iter::once(c).nfd().collect();
        let (tones, letter): (Vec<char>, Vec<char>) = parts.into_iter().partition(is_tone);
        match known(&c) {
            true => spread.push(c),
            false => spread.extend(letter.into_iter().nfc().chain(tones)),
        }
    }
    encoding_rs::WINDOWS_1258.encode(&spread).0.into_owned()
}

/// UTF-8 that was taken for windows-1252 and encoded again.
pub(crate) fn utf8_twice(text: &str) -> String {
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned()
}
