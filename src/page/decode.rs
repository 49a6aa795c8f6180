//! Which encoding the bytes are in, and on what ground.
//!
//! Strongest first: the user's word, a byte order mark, valid UTF-8, the charset of the transport,
//! `<meta charset>`, a guess from the bytes. A page that says `charset=windows-1252` and is valid UTF-8
//! is UTF-8. One that says so and is VISCII is VISCII: the names of Latin letters are what old pages say
//! that were written for a font. Decoding never fails: a byte that means nothing becomes U+FFFD.

use super::legacy::{Known, Legacy, Surveyor};
use super::nesting::Kind;
use super::tags::Tags;
use super::unicode::{is_bare_utf16, is_utf8_up_to_a_cut, is_utf8_with_flaws};
use super::{Certainty, Declared, Encoding, EncodingSource, Error};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{UTF_8, WINDOWS_1252, WINDOWS_1258};
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// How the bytes become text: what they are decoded as, and what the letters of that stand for.
#[derive(Debug, Clone, Copy)]
struct Ground {
    carrier: &'static encoding_rs::Encoding,
    letters: Option<Legacy>,
    from: EncodingSource,
    sure: Certainty,
}

/// How much of the page is searched for `<meta charset>`.
const META_REACH: usize = 4096;
/// How much of it the detector sees: it is slower than the parser.
const GUESS_REACH: usize = 64 << 10;

/// The text of the bytes, and what its letters stand for if that is no longer open.
pub(super) fn decode<'a>(
    bytes: &'a [u8],
    declared: Declared<'_>,
) -> Result<(Cow<'a, str>, Option<Known>, Encoding), Error> {
    let ground = match declared.encoding {
        Some(label) => {
            let ground = named(label, bytes, EncodingSource::Option);
            ground.ok_or_else(|| Error::UnknownEncoding { label: label.to_owned() })?
        }
        None => detect(bytes, declared.transport),
    };
    let Ground { carrier, letters, from, sure } = ground;
    let (mut text, _) = carrier.decode_with_bom_removal(bytes);
    if carrier == WINDOWS_1258 {
        text = Cow::Owned(text.nfc().collect());
    }
    let label = letters.map_or(carrier.name(), Legacy::label).to_ascii_lowercase();
    let encoding = Encoding { label, from, sure, letters: Vec::new() };
    match letters.filter(|_| carrier == WINDOWS_1252).and_then(|l| l.decode_bytes(&text)) {
        Some(text) => Ok((Cow::Owned(text), None, encoding)),
        None => {
            let by_user = from == EncodingSource::Option;
            Ok((text, letters.map(|legacy| Known { legacy, by_user }), encoding))
        }
    }
}

/// What the letters of text stand for that is Unicode already.
pub(super) fn letters(declared: Declared<'_>) -> Result<(Option<Known>, Encoding), Error> {
    let letters = match declared.encoding {
        Some(label) if !is_encoding(label) => {
            return Err(Error::UnknownEncoding { label: label.to_owned() });
        }
        label => label.and_then(Legacy::for_label),
    };
    let label = letters.map_or("utf-8", Legacy::label).to_owned();
    let from = letters.map_or(EncodingSource::Utf8, |_| EncodingSource::Option);
    let encoding = Encoding { label, from, sure: Certainty::Certain, letters: Vec::new() };
    Ok((letters.map(|legacy| Known { legacy, by_user: true }), encoding))
}

/// Whether a label names an encoding that is known: one of the WHATWG standard, or an old Vietnamese
/// one.
#[must_use]
pub fn is_encoding(label: &str) -> bool {
    Legacy::for_label(label).is_some()
        || encoding_rs::Encoding::for_label(label.as_bytes()).is_some()
}

/// What a label names. The letters of an old encoding may have been made into UTF-8.
fn named(label: &str, bytes: &[u8], from: EncodingSource) -> Option<Ground> {
    let sure = match from {
        EncodingSource::Option => Certainty::Certain,
        _ => Certainty::Likely,
    };
    let letters = Legacy::for_label(label);
    let carrier = match letters {
        Some(_) if is_utf8_up_to_a_cut(bytes) => UTF_8,
        Some(_) => WINDOWS_1252,
        None => encoding_rs::Encoding::for_label(label.as_bytes())?,
    };
    Some(Ground { carrier, letters, from, sure })
}

fn detect(bytes: &[u8], transport: Option<&str>) -> Ground {
    use Certainty::{Certain, Likely};
    let ground = |carrier, from, sure| Ground { carrier, letters: None, from, sure };
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return ground(encoding, EncodingSource::Bom, Certain);
    }
    if let Some(encoding) = is_bare_utf16(bytes) {
        return ground(encoding, EncodingSource::Guess, Likely);
    }
    if is_utf8_up_to_a_cut(bytes) {
        return ground(UTF_8, EncodingSource::Utf8, Certain);
    }
    if is_utf8_with_flaws(bytes) {
        return ground(UTF_8, EncodingSource::Utf8, Likely);
    }
    let meta = meta_charset(&bytes[..bytes.len().min(META_REACH)]);
    let declared = transport
        .and_then(|label| named(label, bytes, EncodingSource::Transport))
        .or_else(|| named(&meta?, bytes, EncodingSource::Meta))
        .map(as_ascii);
    match declared {
        Some(declared) if declared.letters.is_some() || !is_latin(declared.carrier) => declared,
        declared => by_letters(bytes).or(declared).unwrap_or_else(|| guess(bytes)),
    }
}

/// UTF-16 cannot be true where the bytes are not; the standard takes UTF-8 then.
fn as_ascii(declared: Ground) -> Ground {
    match declared.carrier.is_ascii_compatible() {
        true => declared,
        false => Ground { carrier: UTF_8, ..declared },
    }
}

/// Whether pages are said to be in it that were written for the letters of a font.
fn is_latin(encoding: &'static encoding_rs::Encoding) -> bool {
    encoding == WINDOWS_1252 || encoding == encoding_rs::X_USER_DEFINED || {
        let name = encoding.name();
        name.starts_with("ISO-8859-") || name == "macintosh" || name == "windows-1250"
    }
}

/// What the letters of the first bytes are in beyond doubt, if they are seen as windows-1252. A page
/// may have all its text in scripts.
fn by_letters(bytes: &[u8]) -> Option<Ground> {
    let head = &bytes[..bytes.len().min(GUESS_REACH)];
    let (markup, _) = WINDOWS_1252.decode_without_bom_handling(head);
    let text = text_of(&markup);
    let told = Surveyor::default().survey(&text);
    let survey =
        if told.strongest().is_some() { told } else { Surveyor::default().survey(&markup) };
    let (legacy, evidence) = survey.strongest()?;
    let (carrier, letters) = match legacy {
        Legacy::Windows1258 => (WINDOWS_1258, None),
        Legacy::Utf8Twice => (WINDOWS_1252, None),
        letters => (WINDOWS_1252, Some(letters)),
    };
    Some(Ground { carrier, letters, from: EncodingSource::Guess, sure: Certainty::of(evidence) })
}

/// What stands between the tags.
fn text_of(markup: &str) -> String {
    let mut text = String::with_capacity(markup.len() / 4);
    let (mut start, mut is_raw) = (0, false);
    for tag in Tags::new(markup) {
        if !is_raw {
            text.push_str(&markup[start..tag.start]);
            text.push(' ');
        }
        start = tag.end;
        is_raw = tag.kind == Kind::Raw && !tag.closes;
    }
    if !is_raw {
        text.push_str(&markup[start..]);
    }
    text
}

/// The label behind the first `charset=`.
fn meta_charset(head: &[u8]) -> Option<String> {
    let head = head.to_ascii_lowercase();
    let word = b"charset";
    let at = memchr::memmem::find(&head, word)? + word.len();
    let rest = head[at..].trim_ascii_start().strip_prefix(b"=")?;
    let rest = rest.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or(rest.strip_prefix(b"'")).unwrap_or(rest);
    let end = rest
        .iter()
        .position(|b| !(b.is_ascii_alphanumeric() || b"-_:.+".contains(b)))
        .unwrap_or(rest.len());
    String::from_utf8(rest[..end].to_vec()).ok()
}

/// No country is hinted at: with one, the detector takes other Vietnamese encodings for
/// windows-1258.
fn guess(bytes: &[u8]) -> Ground {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(GUESS_REACH)], true);
    let carrier = detector.guess(None, Utf8Detection::Allow);
    Ground { carrier, letters: None, from: EncodingSource::Guess, sure: Certainty::Doubtful }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENTENCE: &str = "Huyện đã mở 12 lớp đào tạo nghề cho lao động nông thôn của tỉnh.";

    fn page(charset: &str, body: &[u8]) -> Vec<u8> {
        [format!("<meta charset=\"{charset}\"><p>").as_bytes(), body].concat()
    }

    fn read(bytes: &[u8], encoding: Option<&str>, transport: Option<&str>) -> Encoding {
        decode(bytes, Declared { encoding, transport, is_text: None }).unwrap().2
    }

    #[test]
    fn the_strongest_ground_decides() {
        use EncodingSource::{Bom, Guess, Meta, Option as Asked, Transport, Utf8};
        let latin = |text: &str| text.chars().map(|c| c as u8).collect::<Vec<u8>>();
        let utf8 = page("windows-1252", SENTENCE.as_bytes());
        let with_bom = [b"\xef\xbb\xbf", &utf8[..]].concat();
        let utf16: Vec<u8> = SENTENCE.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let french = latin("d\u{e9}j\u{e0} l'\u{e9}t\u{e9}");
        let old = latin("Huy\u{d6}n \u{ae}\u{b7} m\u{eb} 12 l\u{ed}p");
        for (bytes, asked, transport, want) in [
            (&utf8, None, Some("iso-8859-1"), ("utf-8", Utf8)),
            (&with_bom, None, None, ("utf-8", Bom)),
            (&utf16, None, None, ("utf-16le", Guess)),
            (&french, None, Some("windows-1258"), ("windows-1258", Transport)),
            (&page("windows-1258", &french), None, None, ("windows-1258", Meta)),
            (&page("latin1", &french), None, Some("no-such"), ("windows-1252", Meta)),
            (&page("utf-16", &french), None, None, ("utf-8", Meta)),
            (&page("x-viet-tcvn", &french), None, None, ("tcvn3", Meta)),
            (&page("iso-8859-1", &old), None, Some("windows-1252"), ("tcvn3", Guess)),
            (&old, None, None, ("tcvn3", Guess)),
            (&old, Some("CP1258"), None, ("windows-1258", Asked)),
            (&old, Some("VISCII"), None, ("viscii", Asked)),
        ] {
            let read = read(bytes, asked, transport);
            assert_eq!((&*read.label, read.from), want, "{asked:?} {transport:?}");
        }
    }

    #[test]
    fn a_cut_character_at_the_end_leaves_utf8() {
        let cut = [SENTENCE.as_bytes(), b"\xe1\xba"].concat();
        assert_eq!(read(&cut, None, None).from, EncodingSource::Utf8);
    }

    #[test]
    fn a_guess_from_little_is_doubtful_and_says_so() {
        let encoding = read(b"<p>caf\xe9 noir", None, None);
        assert_eq!(encoding.sure, Certainty::Doubtful);
        assert_eq!(
            encoding.doubts().collect::<Vec<_>>(),
            ["the encoding was guessed as windows-1252; another --encoding may be right"]
        );
    }

    #[test]
    fn an_unknown_label_is_refused() {
        let declared = Declared::from(Some("klingon"));
        let error = decode(b"<p>x", declared).unwrap_err();
        assert!(error.to_string().starts_with("`klingon` names no known"));
    }
}
