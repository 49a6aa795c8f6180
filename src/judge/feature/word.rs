//! The rows of a word in the table of words: by the hash of its spelling, so that there is no list of words.
//!
//! `hộ nghèo` gives `hộ` three rows: one for its key, one for its key without diacritics (which text that was typed
//! without them shares), and one for the two syllables together, for most words have two.

use crate::judge::Sheet;
use crate::text::{TokenKind, strip_diacritics};

const KEYS: u32 = 1 << 14;
const BARE: u32 = 1 << 12;
const PAIRS: u32 = 1 << 14;

/// How many rows the table has.
pub(super) const ROWS: usize = (KEYS + BARE + PAIRS) as usize;

/// The rows of the piece at `at`; none for the one that begins a row, or for the number of a figure.
pub(super) fn rows(sheet: &Sheet<'_>, at: usize) -> Vec<u32> {
    let Some(key) = key(sheet, at) else { return Vec::new() };
    let bare = strip_diacritics(&key);
    let mut rows = vec![hash(&[&key]) % KEYS, KEYS + hash(&[&bare]) % BARE];
    if let Some(next) = (at + 1 < sheet.pieces.len()).then(|| self::key(sheet, at + 1)).flatten() {
        rows.push(KEYS + BARE + hash(&[&key, &next]) % PAIRS);
    }
    rows
}

/// What a word is looked up by; digits by their number and marks, `2.418` by `d.ddd`.
fn key(sheet: &Sheet<'_>, at: usize) -> Option<String> {
    let piece = sheet.piece(at)?;
    if matches!(piece.found, crate::clause::Found::Figure(_)) {
        return None;
    }
    let text = sheet.rows[sheet.pieces[at].row].scene.text;
    let key = text.key(piece.words.start);
    match text.tokens[piece.words.start].kind {
        TokenKind::Digits => {
            Some(key.chars().map(|c| if c.is_ascii_digit() { 'd' } else { c }).collect())
        }
        _ => Some(key.to_owned()),
    }
}

/// FNV-1a over the bytes of the words, a zero byte behind each.
pub(super) fn hash(words: &[&str]) -> u32 {
    let bytes = words.iter().flat_map(|word| word.bytes().chain([0]));
    let hash = bytes
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash ^ (hash >> 15)
}
