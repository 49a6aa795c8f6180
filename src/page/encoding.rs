//! Which encoding the bytes are in, and on what ground.
//!
//! Strongest first: the user's word, a byte order mark, valid UTF-8, `<meta charset>`, a guess
//! from the bytes. A page that says `charset=windows-1252` and is valid UTF-8 is UTF-8. Decoding
//! never fails: a byte that means nothing becomes U+FFFD.

use super::Error;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use schemars::JsonSchema;
use serde::Serialize;
use std::borrow::Cow;

/// Which encoding was assumed for the bytes, and on what ground.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Encoding {
    /// WHATWG label, lower case: `utf-8`, `windows-1258`.
    pub label: String,
    /// What said so.
    pub from: EncodingSource,
}

/// What decided the encoding, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EncodingSource {
    /// The user said so.
    Option,
    /// A byte order mark.
    Bom,
    /// The bytes are valid UTF-8.
    Utf8,
    /// `<meta charset>` or its older form.
    Meta,
    /// A guess from the bytes.
    Guess,
}

/// How much of the page is searched for `<meta charset>`.
const META_REACH: usize = 4096;
/// How much of it the detector sees: it is slower than the parser.
const GUESS_REACH: usize = 64 << 10;

/// The text of the bytes. `label` overrides whatever the page says.
pub(super) fn decode<'a>(
    bytes: &'a [u8],
    label: Option<&str>,
) -> Result<(Cow<'a, str>, Encoding), Error> {
    let (encoding, from) = match label {
        Some(label) => {
            let known = encoding_rs::Encoding::for_label(label.as_bytes());
            let unknown = || Error::UnknownEncoding { label: label.to_owned() };
            (known.ok_or_else(unknown)?, EncodingSource::Option)
        }
        None => detect(bytes),
    };
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    let label = encoding.name().to_ascii_lowercase();
    Ok((text, Encoding { label, from }))
}

fn detect(bytes: &[u8]) -> (&'static encoding_rs::Encoding, EncodingSource) {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return (encoding, EncodingSource::Bom);
    }
    if let Some(encoding) = is_bare_utf16(bytes) {
        return (encoding, EncodingSource::Guess);
    }
    if is_utf8_up_to_a_cut(bytes) {
        return (encoding_rs::UTF_8, EncodingSource::Utf8);
    }
    match meta_charset(&bytes[..bytes.len().min(META_REACH)]) {
        Some(encoding) => (encoding, EncodingSource::Meta),
        None => (guess(bytes), EncodingSource::Guess),
    }
}

/// Valid UTF-8, the last character perhaps cut in two.
fn is_utf8_up_to_a_cut(bytes: &[u8]) -> bool {
    match std::str::from_utf8(bytes) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none(),
    }
}

/// UTF-16 without a mark: markup whose every other byte is zero.
pub(super) fn is_bare_utf16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    match bytes {
        [b'<', 0, _, 0, ..] => Some(encoding_rs::UTF_16LE),
        [0, b'<', 0, _, ..] => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

/// The encoding named behind the first `charset=`. UTF-16 cannot be true where the word was read
/// as ASCII; the standard takes UTF-8 then.
fn meta_charset(head: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = head.to_ascii_lowercase();
    let word = b"charset";
    let at = head.windows(word.len()).position(|w| w == word)? + word.len();
    let rest = head[at..].trim_ascii_start().strip_prefix(b"=")?;
    let rest = rest.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or(rest.strip_prefix(b"'")).unwrap_or(rest);
    let end = rest
        .iter()
        .position(|b| !(b.is_ascii_alphanumeric() || b"-_:.+".contains(b)))
        .unwrap_or(rest.len());
    let encoding = encoding_rs::Encoding::for_label(&rest[..end])?;
    let wide = encoding == encoding_rs::UTF_16LE || encoding == encoding_rs::UTF_16BE;
    Some(if wide { encoding_rs::UTF_8 } else { encoding })
}

/// No country is hinted at: with one, the detector takes other Vietnamese encodings for
/// windows-1258.
fn guess(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(GUESS_REACH)], true);
    detector.guess(None, Utf8Detection::Allow)
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    const SENTENCE: &str = "Huyện đã mở 12 lớp đào tạo nghề cho lao động nông thôn của tỉnh.";

    fn page(charset: &str) -> String {
        format!("<html><head><meta charset=\"{charset}\"></head><p>{SENTENCE}</p></html>")
    }

    /// windows-1258 writes a tone as a mark of its own behind the vowel.
    fn in_windows_1258(text: &str) -> Vec<u8> {
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

    fn read(bytes: &[u8], label: Option<&str>) -> (bool, String, EncodingSource) {
        let (text, encoding) = decode(bytes, label).unwrap();
        let whole = text.nfc().collect::<String>().contains(SENTENCE);
        (whole, encoding.label, encoding.from)
    }

    #[test]
    fn the_strongest_ground_decides() {
        use EncodingSource::{Bom, Guess, Meta, Option as Asked, Utf8};
        let utf8 = page("windows-1252").into_bytes();
        let with_bom = [b"\xef\xbb\xbf", &utf8[..]].concat();
        let utf16: Vec<u8> = page("x").encode_utf16().flat_map(u16::to_le_bytes).collect();
        let old = in_windows_1258(&page("windows-1258"));
        let silent = in_windows_1258(&format!("<p>{SENTENCE} {SENTENCE}</p>"));
        for (bytes, label, want) in [
            (&utf8, None, ("utf-8", Utf8)),
            (&with_bom, None, ("utf-8", Bom)),
            (&utf16, None, ("utf-16le", Guess)),
            (&old, None, ("windows-1258", Meta)),
            (&silent, None, ("windows-1258", Guess)),
            (&silent, Some("CP1258"), ("windows-1258", Asked)),
        ] {
            let want = (true, want.0.to_owned(), want.1);
            assert_eq!(read(bytes, label), want);
        }
    }

    #[test]
    fn a_cut_character_at_the_end_leaves_utf8() {
        let bytes = &page("utf-8").into_bytes();
        let cut = [&bytes[..], b"\xe1\xba"].concat();
        assert_eq!(read(&cut, None).2, EncodingSource::Utf8);
    }

    #[test]
    fn an_unknown_label_is_refused() {
        let error = decode(b"<p>x", Some("klingon")).unwrap_err();
        assert!(error.to_string().starts_with("`klingon` names no known"));
    }
}
