//! What is no page: nothing at all, or a file of another kind, told by its first bytes.
//!
//! `%PDF-1.7 …` fails with "this is a PDF document, not a web page or plain text …". Bytes that
//! are merely odd are left to the decoder.

use std::fmt;

/// Why no page could be read from the bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// There are no bytes, or white space only.
    Empty,
    /// The bytes are of another kind of file.
    NotText {
        /// What was found, with its article: `a PDF document`.
        found: &'static str,
        /// What the user can do about it.
        advice: &'static str,
    },
    /// The label that was asked for names no encoding that is known.
    UnknownEncoding {
        /// The label as it was given.
        label: String,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "the input is empty; expected a web page or plain text"),
            Self::NotText { found, advice } => {
                write!(f, "this is {found}, not a web page or plain text; {advice}")
            }
            Self::UnknownEncoding { label } => write!(
                f,
                "`{label}` names no known encoding; try `utf-8`, `windows-1258`, `tcvn3`, `vni` or \
                 `viscii`, or leave it out to have it detected"
            ),
        }
    }
}

impl std::error::Error for Error {}

const SAVE_AS_HTML: &str = "save the article itself as HTML or as text";
const UNPACK: &str = "unpack it first";
const PAGE_NOT_PICTURE: &str = "save the page, not its picture";

/// First bytes of a file, what it is, and what to do about it.
const KINDS: &[(&[u8], &str, &str)] = &[
    (b"\x89PNG\r\n", "a PNG picture", PAGE_NOT_PICTURE),
    (b"\xff\xd8\xff", "a JPEG picture", PAGE_NOT_PICTURE),
    (b"GIF8", "a GIF picture", PAGE_NOT_PICTURE),
    (b"RIFF", "a RIFF media file", PAGE_NOT_PICTURE),
    (b"%PDF-", "a PDF document", SAVE_AS_HTML),
    (b"{\\rtf", "an RTF document", SAVE_AS_HTML),
    (b"\xd0\xcf\x11\xe0", "an old Office document", SAVE_AS_HTML),
    (b"PK\x03\x04", "a ZIP archive", UNPACK),
    (b"\x1f\x8b", "gzip data", UNPACK),
    (b"BZh", "bzip2 data", UNPACK),
    (b"\xfd7zXZ", "xz data", UNPACK),
    (b"\x28\xb5\x2f\xfd", "Zstandard data", UNPACK),
    (b"7z\xbc\xaf", "a 7z archive", UNPACK),
    (b"Rar!", "a RAR archive", UNPACK),
    (b"SQLite format 3", "an SQLite database", SAVE_AS_HTML),
    (b"\x7fELF", "a program", SAVE_AS_HTML),
];

/// How many bytes are looked at.
const HEAD: usize = 4096;

/// Refuses what is empty or plainly of another kind.
pub(super) fn refuse_other_kinds(bytes: &[u8]) -> Result<(), Error> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Error::Empty);
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    let kind = KINDS.iter().find(|(magic, ..)| head.starts_with(magic));
    if let Some(&(magic, found, advice)) = kind {
        let office = magic.starts_with(b"PK") && contains(head, b"[Content_Types].xml");
        return Err(match office {
            true => not_text("an Office document (DOCX, XLSX or the like)", SAVE_AS_HTML),
            false => not_text(found, advice),
        });
    }
    let nul = head.iter().filter(|b| **b == 0).count();
    let utf16 = head.starts_with(b"\xff\xfe")
        || head.starts_with(b"\xfe\xff")
        || super::unicode::is_bare_utf16(head).is_some();
    if nul > head.len() / 100 && !utf16 {
        return Err(not_text("binary data", SAVE_AS_HTML));
    }
    Ok(())
}

fn not_text(found: &'static str, advice: &'static str) -> Error {
    Error::NotText { found, advice }
}

fn contains(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|w| w == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_kinds_are_named() {
        for (bytes, want) in [
            (&b"%PDF-1.7\n"[..], "a PDF document"),
            (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
            (b"\xff\xd8\xff\xe0..JFIF", "a JPEG picture"),
            (b"PK\x03\x04....data.csv", "a ZIP archive"),
            (b"PK\x03\x04..[Content_Types].xml", "an Office document (DOCX, XLSX or the like)"),
            (b"\x1f\x8b\x08\0", "gzip data"),
            (b"\0\x01\0\0\0\x02\0\x07\xff", "binary data"),
        ] {
            let error = refuse_other_kinds(bytes).unwrap_err();
            assert!(error.to_string().contains(want), "{error}");
        }
    }

    #[test]
    fn nothing_is_empty() {
        for bytes in [&b""[..], b" \r\n\t"] {
            assert_eq!(refuse_other_kinds(bytes), Err(Error::Empty));
        }
    }

    #[test]
    fn pages_and_text_pass() {
        for bytes in [
            &b"<p>GIF</p>"[..],
            "Xã có 5 ấp.".as_bytes(),
            b"<\0p\0>\0x\0<\0/\0p\0>\0",
            b"one stray \0 in a long line of ordinary text, as broken exports have it, and so on \
              for as long as it takes to be a small share of all the bytes that are looked at",
        ] {
            assert_eq!(refuse_other_kinds(bytes), Ok(()));
        }
    }
}
