//! Whether bytes are Unicode, told by their shape: UTF-8, whole or with flaws, and UTF-16 without a mark.

use memchr::memchr;

/// In UTF-8 with flaws, at most one character in so many is broken.
const FLAWS: usize = 20;

/// How much of the page is looked at for the zeros of UTF-16.
const REACH: usize = 64 << 10;

/// Valid UTF-8, the last character perhaps cut in two.
pub(super) fn is_utf8_up_to_a_cut(bytes: &[u8]) -> bool {
    match std::str::from_utf8(bytes) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none(),
    }
}

/// UTF-8 that was cut, or glued to something else, in few places.
pub(super) fn is_utf8_with_flaws(bytes: &[u8]) -> bool {
    let (mut long, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        long += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken * FLAWS < long
}

/// UTF-16 without a mark: in the head nearly half of all bytes are zero, each first or each second of
/// two.
pub(super) fn is_bare_utf16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = &bytes[..bytes.len().min(REACH) & !1];
    memchr(0, head)?;
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    match (zeros(0), zeros(1)) {
        (0, second) if second * 4 > head.len() => Some(encoding_rs::UTF_16LE),
        (first, 0) if first * 4 > head.len() => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_may_be_cut_and_have_flaws() {
        let text =
            "Huyện đã mở 12 lớp đào tạo nghề cho lao động nông thôn của tỉnh, xã, ấp".as_bytes();
        let cut = [text, b"\xe1\xba"].concat();
        let flawed = [text, b"\xff", text].concat();
        let latin = b"d\xe9j\xe0 vu, \xe9t\xe9";
        assert!(is_utf8_up_to_a_cut(text) && is_utf8_up_to_a_cut(&cut));
        assert!(!is_utf8_up_to_a_cut(&flawed) && is_utf8_with_flaws(&flawed));
        assert!(!is_utf8_with_flaws(latin) && !is_utf8_with_flaws(b"\xff"));
    }

    #[test]
    fn utf16_is_told_by_its_zeros() {
        let wide = |of: fn(u16) -> [u8; 2]| -> Vec<u8> {
            "\r\n<p>Xã có 5 ấp".encode_utf16().flat_map(of).collect()
        };
        assert_eq!(is_bare_utf16(&wide(u16::to_le_bytes)), Some(encoding_rs::UTF_16LE));
        assert_eq!(is_bare_utf16(&wide(u16::to_be_bytes)), Some(encoding_rs::UTF_16BE));
        for bytes in [&b"<p>Xa co 5 ap"[..], b"a\0\0b", b"", b"x"] {
            assert_eq!(is_bare_utf16(bytes), None);
        }
    }
}
