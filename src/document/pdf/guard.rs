//! What a file unpacks to, before anything of it is unpacked.
//!
//! A stream of 100 KB can hold 100 MB of zeros, and the reader of the format keeps whole streams. So
//! all that it may unpack on its own (lists of objects, fonts, drawings; pictures it leaves alone) is
//! unpacked here first, piece by piece into the same small buffer, and counted.

use super::super::Error;
use crate::source::LONGEST_PAGE;
use flate2::{Decompress, FlushDecompress, Status};
use memchr::memmem;

/// How long a stream may be whose unpacking is not counted: packed by another method, which makes at
/// most a thousand bytes of one, or encrypted.
const MAX_UNCOUNTED: usize = 64 << 10;

/// Refuses a file whose streams together hold more than a page may.
///
/// # Errors
/// When they do, or when many of them have no end.
pub(super) fn check(bytes: &[u8]) -> Result<(), Error> {
    let too_large = || {
        let most = LONGEST_PAGE >> 20;
        super::too_large(format!("its streams hold more than {most} MiB"))
    };
    let mut open = 0;
    let is_encrypted = memmem::find(bytes, b"/Encrypt").is_some();
    let mut left = LONGEST_PAGE;
    let mut uncounted = 0;
    let mut from = 0;
    while let Some(at) = memmem::find(&bytes[from..], b"stream").map(|at| from + at) {
        from = at + b"stream".len();
        if bytes[..at].ends_with(b"end") {
            open = 0;
            continue;
        }
        // Where each ends is looked for as far as the end of the file.
        open += 1;
        if open > MAX_OPEN {
            return Err(super::damaged("its streams have no end"));
        }
        let head = &bytes[at.saturating_sub(MAX_HEAD)..at];
        let head = &head[memmem::rfind(head, b"obj").unwrap_or(0)..];
        let has = |word: &[u8]| memmem::find(head, word).is_some();
        // A name may be written with `#` and two digits for each of its letters.
        let is_plain = !has(b"#");
        if is_plain && has(b"/Image") && !has(b"/ObjStm") && !has(b"/XRef") {
            continue;
        }
        let body = bytes[from..].trim_ascii_start();
        let is_counted = is_plain && !has(b"LZW") && !has(b"/RL") && !has(b"RunLength");
        if memmem::find_iter(head, b"Flate").nth(1).is_some() {
            return Err(too_large());
        }
        if !is_counted || is_encrypted && (has(b"/ObjStm") || !is_plain) {
            let end = memmem::find(body, b"endstream").unwrap_or(body.len());
            uncounted += end;
            from += end;
        }
        match unpacked(body, left) {
            Some(length) => left -= length,
            None => return Err(too_large()),
        }
    }
    if uncounted > MAX_UNCOUNTED { Err(too_large()) } else { Ok(()) }
}

/// How many streams may begin without one that ends between them.
const MAX_OPEN: usize = 200;

/// How far before its data the description of a stream is looked for.
const MAX_HEAD: usize = 2048;

/// How many bytes data unpacks to; nothing where they are more than `most`.
pub(super) fn unpacked(data: &[u8], most: u64) -> Option<u64> {
    let data = match data {
        [first, second, rest @ ..]
            if first & 0x0f == 8 && u16::from_be_bytes([*first, *second]).is_multiple_of(31) =>
        {
            rest
        }
        data => data,
    };
    let mut inflate = Decompress::new(false);
    let mut scratch = vec![0; 64 << 10];
    loop {
        let read = usize::try_from(inflate.total_in()).unwrap_or(usize::MAX);
        let (before, input) = (inflate.total_out(), data.get(read..)?);
        let status = inflate.decompress(input, &mut scratch, FlushDecompress::None);
        let has_moved = inflate.total_out() > before;
        if inflate.total_out() > most {
            return None;
        }
        if !has_moved || matches!(status, Err(_) | Ok(Status::StreamEnd)) {
            return Some(inflate.total_out());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Error;
    use super::*;
    use flate2::{Compression, write::ZlibEncoder};
    use std::io::Write;

    fn packed(length: usize) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(&vec![0; length]).unwrap();
        encoder.finish().unwrap()
    }

    fn is_refused(bytes: &[u8]) -> bool {
        matches!(check(bytes), Err(Error::TooLarge { .. }))
    }

    fn file(head: &str, data: &[u8]) -> Vec<u8> {
        [b"%PDF-1.7\n1 0 obj\n", head.as_bytes(), b"\nstream\n", data, b"\nendstream\nendobj"]
            .concat()
    }

    #[test]
    fn a_small_stream_of_much_is_refused() {
        let (small, large) = (packed(1 << 20), packed(65 << 20));
        assert_eq!(unpacked(&small, 2 << 20), Some(1 << 20));
        assert_eq!(check(&file("<</Filter/FlateDecode>>", &small)), Ok(()));
        assert!(is_refused(&file("<</Filter/FlateDecode>>", &large)));
        assert!(is_refused(&file("<</Type/Obj#53tm/Subtype/Image/Filter/FlateDecode>>", &large)));
        assert_eq!(check(&file("<</Subtype/Image/Filter/FlateDecode>>", &large)), Ok(()));
        assert!(is_refused(&file("<</Filter[/FlateDecode/FlateDecode]>>", &small)));
    }
}
