//! What the bytes of a string mean in a font: letters, and how wide they are.
//!
//! The letter is the one that the file maps the code to (`ToUnicode`); else the one after which the
//! glyph is named; else that of the encoding. A code that none of them knows has a width and no
//! letter. How wide the letters are says where words and columns end.

use super::glyph_name::letter;
use super::matrix::scaled;
use super::stream;
use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use std::collections::HashMap;

/// A font of the file.
#[derive(Debug)]
pub(super) struct Font {
    /// Its name without the tag of a subset: `VNI-Times`.
    pub(super) name: String,
    pub(super) is_bold: bool,
    codes: Codes,
    to_unicode: Option<CMap>,
    widths: HashMap<u32, f64>,
    default_width: f64,
}

/// How codes are read, and what they mean where the file has no map to Unicode.
#[derive(Debug)]
enum Codes {
    /// One byte a code.
    Bytes(Vec<Option<String>>),
    /// Two bytes a code.
    Pairs,
}

/// A letter of a string.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Letter {
    /// What it says; nothing where the font does not tell.
    pub(super) text: Option<String>,
    /// How far it moves the pen, as a share of the size.
    pub(super) width: f64,
    /// Whether word spacing is added: the code 32, in one byte.
    pub(super) is_word_space: bool,
}

impl Font {
    pub(super) fn new(dict: &Dict<'_>) -> Self {
        let composite = dict.get::<Name<'_>>(keys::SUBTYPE).as_deref() == Some(b"Type0");
        let inner = dict.get::<Array<'_>>(keys::DESCENDANT_FONTS);
        let inner = inner.and_then(|fonts| fonts.iter::<Dict<'_>>().next()).filter(|_| composite);
        let described = inner.as_ref().unwrap_or(dict);
        let descriptor = described.get::<Dict<'_>>(keys::FONT_DESC).unwrap_or_default();
        let name = dict.get::<Name<'_>>(keys::BASE_FONT);
        let name = name.map(|name| String::from_utf8_lossy(&name).into_owned()).unwrap_or_default();
        let name = match name.split_once('+') {
            Some((tag, rest)) if tag.len() == 6 => rest.to_owned(),
            _ => name,
        };
        let (widths, default_width) = match &inner {
            Some(inner) => pair_widths(inner),
            None => byte_widths(dict, &descriptor),
        };
        let map = dict.get::<Stream<'_>>(keys::TO_UNICODE);
        let map = map.and_then(|stream| stream::bytes(&stream));
        Self {
            is_bold: is_bold(&name, &descriptor),
            name,
            codes: if composite { Codes::Pairs } else { Codes::Bytes(encoding(dict)) },
            to_unicode: map.and_then(|data| CMap::parse(&data, |_| None)),
            widths,
            default_width,
        }
    }

    /// The letters of a string.
    pub(super) fn letters<'a>(&'a self, string: &'a [u8]) -> impl Iterator<Item = Letter> + 'a {
        let step = if matches!(self.codes, Codes::Pairs) { 2 } else { 1 };
        string.chunks(step).map(move |bytes| {
            let code = bytes.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
            Letter {
                text: self.text(code),
                width: self.widths.get(&code).copied().unwrap_or(self.default_width),
                is_word_space: bytes == b" ",
            }
        })
    }

    fn text(&self, code: u32) -> Option<String> {
        let mapped = self.to_unicode.as_ref().and_then(|map| map.lookup_bf_string(code));
        let mapped = mapped.map(|text| match text {
            BfString::Char(letter) => letter.to_string(),
            BfString::String(text) => text,
        });
        let means =
            |text: &String| text.chars().all(|c| c != '\0' && c != char::REPLACEMENT_CHARACTER);
        mapped.filter(means).or_else(|| match &self.codes {
            Codes::Bytes(table) => table.get(usize::try_from(code).ok()?)?.clone(),
            Codes::Pairs => None,
        })
    }
}

/// By the name, or by what the descriptor says.
fn is_bold(name: &str, descriptor: &Dict<'_>) -> bool {
    const FORCE_BOLD: i32 = 1 << 18;
    let name = name.to_ascii_lowercase();
    ["bold", "black", "heavy"].iter().any(|word| name.contains(word))
        || descriptor.get::<i32>(keys::FLAGS).is_some_and(|flags| flags & FORCE_BOLD != 0)
        || descriptor.get::<i32>(&b"FontWeight"[..]).is_some_and(|weight| weight >= 600)
}

/// Widths of a font with one byte a code.
fn byte_widths(dict: &Dict<'_>, descriptor: &Dict<'_>) -> (HashMap<u32, f64>, f64) {
    let scale = dict.get::<Array<'_>>(keys::FONT_MATRIX);
    let scale = scale.and_then(|matrix| matrix.iter::<Number>().next());
    let scale = scale.map_or(0.001, |number| number.as_f64());
    let first = dict.get::<u32>(keys::FIRST_CHAR).unwrap_or(0);
    let widths = dict.get::<Array<'_>>(keys::WIDTHS).unwrap_or_default();
    let widths = widths.iter::<Number>().take(256);
    let widths = widths.zip(first..).map(|(width, code)| (code, scaled(width.as_f64(), scale)));
    let missing = descriptor.get::<Number>(keys::MISSING_WIDTH);
    (widths.collect(), missing.map_or(HALF, |width| scaled(width.as_f64(), scale)))
}

/// Where the file does not say how wide a letter is: half of its size, as letters are on the average.
const HALF: f64 = 0.5;

/// Widths of a font with two bytes a code: `[5 [500 600] 10 20 700]`.
fn pair_widths(inner: &Dict<'_>) -> (HashMap<u32, f64>, f64) {
    let default = inner.get::<Number>(keys::DW).map_or(1000.0, |width| width.as_f64());
    let mut widths = HashMap::new();
    let array = inner.get::<Array<'_>>(keys::W).unwrap_or_default();
    let mut items = array.iter::<Object<'_>>();
    while let (Some(Object::Number(first)), Some(next)) = (items.next(), items.next()) {
        let Ok(first) = u32::try_from(first.as_i64()) else { break };
        match next {
            Object::Array(list) => {
                let list = list.iter::<Number>().zip(first..=0xffff);
                widths.extend(list.map(|(width, code)| (code, scaled(width.as_f64(), 0.001))));
            }
            Object::Number(last) => {
                let Some(Object::Number(width)) = items.next() else { break };
                let last = u32::try_from(last.as_i64()).unwrap_or(0).min(0xffff);
                let width = scaled(width.as_f64(), 0.001);
                widths.extend((first..=last).map(|code| (code, width)));
            }
            _ => break,
        }
    }
    (widths, scaled(default, 0.001))
}

/// The letters of a font with one byte a code, by its encoding and the names of its glyphs.
fn encoding(dict: &Dict<'_>) -> Vec<Option<String>> {
    let said = dict.get::<Dict<'_>>(keys::ENCODING);
    let base = dict.get::<Name<'_>>(keys::ENCODING);
    let base = base.or_else(|| said.as_ref()?.get::<Name<'_>>(keys::BASE_ENCODING));
    let label = match base.as_deref() {
        Some(b"MacRomanEncoding") => encoding_rs::MACINTOSH,
        _ => encoding_rs::WINDOWS_1252,
    };
    let mut table: Vec<Option<String>> = (0..=255_u8)
        .map(|byte| {
            let (text, _) = label.decode_without_bom_handling(std::slice::from_ref(&byte));
            (byte >= b' ').then(|| text.into_owned())
        })
        .collect();
    let differences = said.and_then(|said| said.get::<Array<'_>>(keys::DIFFERENCES));
    let mut code = 0;
    for item in differences.unwrap_or_default().iter::<Object<'_>>() {
        match item {
            Object::Number(number) => code = usize::try_from(number.as_i64()).unwrap_or(0),
            Object::Name(name) => {
                if let (Some(slot), Ok(name)) = (table.get_mut(code), std::str::from_utf8(&name)) {
                    *slot = letter(name);
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    table
}
