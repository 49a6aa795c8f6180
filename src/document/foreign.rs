//! What holds nothing to read, told by its first bytes.
//!
//! `\x89PNG…` is refused as "a PNG picture", with "save the page, not its picture". Bytes that are
//! merely odd are left to the decoder.

use super::Error;

const SAVE_AS: &str = "save the article itself as HTML, Word or text";
const UNPACK: &str = "unpack it first";
const PAGE_NOT_PICTURE: &str = "save the page, not its picture";

/// First bytes of a file, what it is, and what to do about it.
const KINDS: &[(&[u8], &str, &str)] = &[
    (b"\x89PNG\r\n", "a PNG picture", PAGE_NOT_PICTURE),
    (b"\xff\xd8\xff", "a JPEG picture", PAGE_NOT_PICTURE),
    (b"GIF8", "a GIF picture", PAGE_NOT_PICTURE),
    (b"RIFF", "a RIFF media file", PAGE_NOT_PICTURE),
    (b"{\\rtf", "an RTF document", SAVE_AS),
    (b"\xd0\xcf\x11\xe0", "an old Office document", SAVE_AS),
    (b"\x1f\x8b", "gzip data", UNPACK),
    (b"BZh", "bzip2 data", UNPACK),
    (b"\xfd7zXZ", "xz data", UNPACK),
    (b"\x28\xb5\x2f\xfd", "Zstandard data", UNPACK),
    (b"7z\xbc\xaf", "a 7z archive", UNPACK),
    (b"Rar!", "a RAR archive", UNPACK),
    (b"SQLite format 3", "an SQLite database", SAVE_AS),
    (b"\x7fELF", "a program", SAVE_AS),
];

/// A ZIP archive of Office without a text in it.
pub(super) const OFFICE: Error =
    Error::Foreign { found: "an Office document without a text", advice: SAVE_AS };
/// A ZIP archive that is no document.
pub(super) const ARCHIVE: Error = Error::Foreign { found: "a ZIP archive", advice: UNPACK };

/// How many bytes are looked at.
const HEAD: usize = 4096;

/// Refuses what is empty or plainly of another kind.
pub(super) fn refuse(bytes: &[u8]) -> Result<(), Error> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Error::Empty);
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    if let Some(&(_, found, advice)) = KINDS.iter().find(|(magic, ..)| head.starts_with(magic)) {
        return Err(Error::Foreign { found, advice });
    }
    let nul = head.iter().filter(|b| **b == 0).count();
    if nul > head.len() / 100 && !is_utf16(head) {
        return Err(Error::Foreign { found: "binary data", advice: SAVE_AS });
    }
    Ok(())
}

/// Whether bytes are UTF-16: by their mark, or since every other byte of text in Latin letters is 0.
fn is_utf16(head: &[u8]) -> bool {
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let most = even.max(odd);
    head.starts_with(b"\xff\xfe")
        || head.starts_with(b"\xfe\xff")
        || (most * 4 > head.len() && even.min(odd) * 20 < most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_kinds_are_named() {
        for (bytes, want) in [
            (&b"\x89PNG\r\n\x1a\n"[..], "a PNG picture"),
            (b"\xff\xd8\xff\xe0..JFIF", "a JPEG picture"),
            (b"\x1f\x8b\x08\0", "gzip data"),
            (b"\0\x01\0\0\0\x02\0\x07\xff", "binary data"),
        ] {
            let error = refuse(bytes).unwrap_err();
            assert!(error.to_string().contains(want), "{error}");
        }
    }

    #[test]
    fn nothing_is_empty() {
        for bytes in [&b""[..], b" \r\n\t"] {
            assert_eq!(refuse(bytes), Err(Error::Empty));
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
            assert_eq!(refuse(bytes), Ok(()));
        }
    }
}
