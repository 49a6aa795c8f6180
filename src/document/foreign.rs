//! What holds nothing to read: pictures, programs, data, told by what they begin with or consist of.
//!
//! `\x89PNG…` is refused as "a PNG picture", with "save the page, not its picture". Bytes that are
//! merely odd are left to the decoder.

use super::Error;
use memchr::memmem;

const SAVE_AS: &str = "save the article itself as HTML, Word or text";
const SAVE_AS_DOCX: &str = "open it in Word or LibreOffice and save it as .docx";
const COPY_TEXT: &str = "save its text as a document or a page";
const UNPACK: &str = "unpack it first";
const PAGE_NOT_PICTURE: &str = "save the page, not its picture";
const PAGE_NOT_REPORT: &str = "give the page that it was made of";

/// Where a sign stands, the sign, what it is of, and what to do about it.
type Sign = (usize, &'static [u8], &'static str, &'static str);

/// Signs of files that hold no text that is read; of two that begin alike the longer first.
const SIGNS: &[Sign] = &[
    (0, b"\x89PNG\r\n", "a PNG picture", PAGE_NOT_PICTURE),
    (0, b"\xff\xd8\xff", "a JPEG picture", PAGE_NOT_PICTURE),
    (0, b"GIF8", "a GIF picture", PAGE_NOT_PICTURE),
    (8, b"WEBP", "a WebP picture", PAGE_NOT_PICTURE),
    (0, b"II*\0", "a TIFF picture", PAGE_NOT_PICTURE),
    (0, b"MM\0*", "a TIFF picture", PAGE_NOT_PICTURE),
    (4, b"ftypheic", "a HEIC picture", PAGE_NOT_PICTURE),
    (4, b"ftypavif", "an AVIF picture", PAGE_NOT_PICTURE),
    (0, b"AT&TFORM", "a DjVu picture", PAGE_NOT_PICTURE),
    (4, b"ftyp", "a video or sound", SAVE_AS),
    (0, b"\x1aE\xdf\xa3", "a video", SAVE_AS),
    (0, b"RIFF", "a video or sound", SAVE_AS),
    (0, b"OggS", "a video or sound", SAVE_AS),
    (0, b"ID3", "a sound", SAVE_AS),
    (0, b"{\\rtf", "an RTF document", SAVE_AS_DOCX),
    (0, b"%!PS", "a PostScript document", SAVE_AS),
    (0, b"BZh", "bzip2 data", UNPACK),
    (0, b"\xfd7zXZ", "xz data", UNPACK),
    (0, b"\x1f\x8b", "gzip data", UNPACK),
    (0, b"\x28\xb5\x2f\xfd", "Zstandard data", UNPACK),
    (0, b"7z\xbc\xaf", "a 7z archive", UNPACK),
    (0, b"Rar!", "a RAR archive", UNPACK),
    (257, b"ustar", "a tar archive", UNPACK),
    (0, b"SQLite format 3", "an SQLite database", SAVE_AS),
    (0, b"PAR1", "a Parquet table", PAGE_NOT_REPORT),
    (0, b"\x7fELF", "a program", SAVE_AS),
    (0, b"\xcf\xfa\xed\xfe", "a program", SAVE_AS),
    (0, b"\xca\xfe\xba\xbe", "a program", SAVE_AS),
    (0, b"wOF", "a font", SAVE_AS),
];

/// A document that only its password opens.
pub(super) const ENCRYPTED: Error = Error::Foreign {
    found: "a document with a password",
    advice: "open it and save it without the password",
};

/// What the first part of a ZIP archive, or a part that only it has, says of it.
const ARCHIVES: &[(&str, &str, &str)] = &[
    ("xl/workbook.xml", "a workbook", COPY_TEXT),
    ("xl/workbook.bin", "a workbook", COPY_TEXT),
    ("ppt/presentation.xml", "a presentation", COPY_TEXT),
    ("[Content_Types].xml", "an Office document without a text", SAVE_AS_DOCX),
    ("META-INF/container.xml", "an electronic book", COPY_TEXT),
    ("mimetype", "an OpenDocument that is no text", COPY_TEXT),
];

/// Why a ZIP archive is not read; `has` says which parts it has.
pub(super) fn archive(has: impl Fn(&str) -> bool) -> Error {
    let known = ARCHIVES.iter().find(|(part, ..)| has(part));
    let (_, found, advice) = known.unwrap_or(&("", "a ZIP archive", UNPACK));
    Error::Foreign { found, advice }
}

/// How many bytes are looked at.
const HEAD: usize = 4096;

/// Refuses what is empty or plainly of another kind.
pub(super) fn refuse(bytes: &[u8]) -> Result<(), Error> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Error::Empty);
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    let has = |sign: &&Sign| head.get(sign.0..).is_some_and(|rest| rest.starts_with(sign.1));
    let known = SIGNS.iter().find(has).map(|&(_, _, found, advice)| (found, advice));
    let known = known.or_else(|| program(head)).or_else(|| old_office(bytes));
    let known = known.or_else(|| own_report(head)).or_else(|| address(bytes));
    match known.or_else(|| noise(head)) {
        Some((found, advice)) => Err(Error::Foreign { found, advice }),
        None => Ok(()),
    }
}

/// What is found, and what to do about it.
type Found = Option<(&'static str, &'static str)>;

/// Farthest place of the second head of a program, in bytes.
const FARTHEST: usize = 64 << 10;

/// A program of Windows: two letters that text may begin with, and where its second head stands.
fn program(head: &[u8]) -> Found {
    let place = head.strip_prefix(b"MZ").and_then(|_| head.get(0x3c..0x40)?.try_into().ok());
    let place = usize::try_from(u32::from_le_bytes(place?)).ok()?;
    let has_sign = head.get(place..).is_none_or(|head| head.starts_with(b"PE\0\0"));
    (place < FARTHEST && has_sign).then_some(("a program", SAVE_AS))
}

/// What Office wrote before 2007, and what it writes with a password: told by the names of its parts.
fn old_office(bytes: &[u8]) -> Found {
    bytes.starts_with(b"\xd0\xcf\x11\xe0").then_some(())?;
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memmem::find(bytes, &name).is_some()
    };
    Some(match () {
        () if has("EncryptedPackage") => {
            ("a document with a password", "open it and save it without the password")
        }
        () if has("WordDocument") => ("an old Word document (.doc)", SAVE_AS_DOCX),
        () if has("Workbook") => ("an old workbook (.xls)", COPY_TEXT),
        () => ("an old Office document", SAVE_AS_DOCX),
    })
}

/// What this program writes.
fn own_report(head: &[u8]) -> Found {
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let is_own = || memmem::find(text, b"\"de-an-06/").is_some();
    match text.first() {
        Some(b'{' | b'[') if is_own() => Some(("a report of this program", PAGE_NOT_REPORT)),
        Some(b'{') if is_json(text) => Some(("JSON data", COPY_TEXT)),
        _ => None,
    }
}

/// Whether a text begins as an object of JSON does: `{"name":`.
fn is_json(text: &[u8]) -> bool {
    let name = text[1..].trim_ascii_start().strip_prefix(b"\"");
    let end = name.and_then(|name| Some((name, memchr::memchr(b'"', name)?)));
    end.is_some_and(|(name, end)| name[end + 1..].trim_ascii_start().starts_with(b":"))
}

/// Longest address, in bytes.
const LONGEST_ADDRESS: usize = 2048;

/// An address where its page should be.
fn address(bytes: &[u8]) -> Found {
    let text = bytes.trim_ascii();
    let begins = text.starts_with(b"http://") || text.starts_with(b"https://");
    let is_one = begins
        && text.len() <= LONGEST_ADDRESS
        && !text.iter().any(|b| b.is_ascii_whitespace() || *b == b'<');
    is_one.then_some(("an address", "save its page, or pipe the page in"))
}

/// Bytes that are no text in any encoding. Of text in an old one at most a few are control codes: capitals
/// with a tone; of bytes by chance a tenth are.
fn noise(head: &[u8]) -> Found {
    let nul = head.iter().filter(|b| **b == 0).count();
    let is_control =
        |b: &&u8| **b < b' ' && !matches!(**b, b'\t' | b'\n' | b'\r' | b'\x0c' | b'\x1b');
    let control = head.iter().filter(is_control).count();
    let is_noise = nul > head.len() / 100 || control > 2 && control > head.len() / 20;
    (is_noise && !is_utf16(head)).then_some(("binary data", SAVE_AS))
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

    fn refused(bytes: &[u8]) -> String {
        refuse(bytes).expect_err("it is no page").to_string()
    }

    #[test]
    fn other_kinds_are_named() {
        let tar = ["a.html".as_bytes(), &[0; 251], b"ustar\0"].concat();
        let program = [b"MZ", &[0; 58][..], b"\x80\0\0\0", &[0; 64], b"PE\0\0"].concat();
        let old = |name: &str| -> Vec<u8> {
            let name = name.encode_utf16().flat_map(u16::to_le_bytes);
            b"\xd0\xcf\x11\xe0....".iter().copied().chain(name).collect()
        };
        for (bytes, want) in [
            (&b"\x89PNG\r\n\x1a\n"[..], "a PNG picture"),
            (b"\xff\xd8\xff\xe0..JFIF", "a JPEG picture"),
            (b"RIFF\x10\0\0\0WEBPVP8 ", "a WebP picture"),
            (b"\0\0\0\x18ftypheic", "a HEIC picture"),
            (b"\0\0\0\x18ftypisom", "a video or sound"),
            (b"{\\rtf1\\ansi", "an RTF document"),
            (b"\x1f\x8b\x08\0", "gzip data"),
            (&tar, "a tar archive"),
            (&program, "a program"),
            (&old("WordDocument"), "an old Word document (.doc)"),
            (&old("EncryptedPackage"), "a document with a password"),
            (&old("Workbook"), "an old workbook (.xls)"),
            (b"{\n  \"schema\": \"de-an-06/report/9\",", "a report of this program"),
            (b"{\"name\": \"x\"}", "JSON data"),
            (b" https://xa.vn/tin/1.html\n", "an address"),
            (b"\0\x01\0\0\0\x02\0\x07\xff", "binary data"),
        ] {
            assert!(refused(bytes).contains(&format!("this is {want}, not a page")), "{want}");
        }
    }

    #[test]
    fn bytes_by_chance_are_noise() {
        let mut state = 7_u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        };
        let bytes: Vec<u8> = (0..50_000).map(|_| next()).collect();
        assert!(refused(&bytes).contains("binary data"));
        let without_nul: Vec<u8> = bytes.into_iter().filter(|b| *b != 0).collect();
        assert!(refused(&without_nul).contains("binary data"));
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
            b"MZ la ten xa, co 5 ap, va con nhieu nua trong bai viet nay cua huyen ta 2023",
            b"<\0p\0>\0x\0<\0/\0p\0>\0",
            b"one stray \0 in a long line of ordinary text, as broken exports have it, and so on \
              for as long as it takes to be a small share of all the bytes that are looked at",
            b"T\x02NG K\x15T 6 TH\xc1NG \xd0\xc2U N\xc3M: T\xcdNH M\xc2U, HUY\xaeN M\xc2U, X\xc3 M\xc2U, \xcep M\xc2U",
            b"https://xa.vn/ co 5 ap",
            b"{5 xa} la mot cach viet",
            b"Xem https://xa.vn/tin",
        ] {
            assert_eq!(refuse(bytes), Ok(()), "{}", String::from_utf8_lossy(bytes));
        }
    }
}
