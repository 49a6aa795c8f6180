//! The issuing body among the pieces of a header: the last that is named over the number.
//!
//! A body stands under the one that it belongs to, and its name may be broken across lines:
//! `UBND TỈNH AN BÌNH`, `SỞ LAO ĐỘNG - THƯƠNG BINH`, `VÀ XÃ HỘI` are two bodies.

use super::letters::{Letters, is_capitals, opens_with_one};
use crate::article::words::papers::BODIES;

/// Longest line of a name in small letters, in bytes: a style sheet shows them as capitals.
const SMALL: usize = 80;

/// Whether a piece can be a name of a body, or a part of one.
pub(super) fn is_one(piece: &str) -> bool {
    let is_small = || {
        piece.len() <= SMALL && opens_with_one(piece, BODIES) && !piece.ends_with([':', ';', ','])
    };
    is_capitals(piece) || is_small()
}

/// The issuing body.
pub(super) fn of(pieces: &[&str]) -> Option<String> {
    let mut bodies: Vec<String> = Vec::new();
    for piece in pieces {
        let piece = closed_up(piece);
        match bodies.last_mut() {
            Some(body) if !opens_with_one(&piece, BODIES) => {
                body.push(' ');
                body.push_str(&piece);
            }
            _ => bodies.push(piece),
        }
    }
    bodies.pop()
}

/// A name whose letters are set apart, as the lexicon writes it.
fn closed_up(piece: &str) -> String {
    let words = || piece.split(' ');
    let single = words().filter(|word| word.chars().count() == 1).count();
    if single * 2 <= words().count() {
        return piece.to_owned();
    }
    let letters = Letters::new(piece);
    let known =
        BODIES.iter().filter(|body| letters.are(body)).map(|body| body.to_uppercase()).next();
    known.unwrap_or_else(|| piece.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_body_has_issued_the_paper() {
        for (pieces, want) in [
            (vec!["ỦY BAN NHÂN DÂN", "HUYỆN BA TRI"], "ỦY BAN NHÂN DÂN HUYỆN BA TRI"),
            (vec!["UBND TỈNH AN BÌNH", "SỞ Y TẾ"], "SỞ Y TẾ"),
            (
                vec!["UBND TỈNH AN BÌNH", "SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"],
                "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
            ),
            (vec!["TỈNH ỦY BẾN TRE", "HUYỆN ỦY BA TRI"], "HUYỆN ỦY BA TRI"),
            (vec!["H Ộ I Đ Ồ N G N H Â N D Â N", "HUYỆN THỬ"], "HỘI ĐỒNG NHÂN DÂN HUYỆN THỬ"),
        ] {
            assert_eq!(of(&pieces).as_deref(), Some(want));
        }
        assert!(is_one("PHÒNG Y TẾ") && is_one("Ủy ban nhân dân xã Thử"));
        assert!(!is_one("Ủy ban nhân dân xã báo cáo như sau:") && !is_one("Tình hình năm 2023"));
    }
}
