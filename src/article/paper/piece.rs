//! What a line of the header holds: mottos, number, place and day are taken out of it, and what is left
//! are pieces: `ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM` leaves `ỦY BAN NHÂN DÂN`.
//!
//! Two columns of a header come as cells, as lines, or as one line with spaces between; which of them
//! makes no difference here.

use super::dated::{self, Dated};
use super::letters::Letters;
use super::number::{self, Number};
use crate::article::words::papers::{MOTTOS, STAMPS};
use std::ops::Range;

/// A line of the header, taken apart.
#[derive(Debug, Default)]
pub(super) struct Pieces<'a> {
    pub(super) has_motto: bool,
    pub(super) number: Option<Number>,
    pub(super) dated: Option<Dated>,
    /// What is left, in reading order.
    pub(super) rest: Vec<&'a str>,
}

/// Takes a line apart.
pub(super) fn cut(text: &str) -> Pieces<'_> {
    let letters = Letters::new(text);
    let mottos: Vec<_> = MOTTOS.iter().filter_map(|motto| letters.find(motto)).collect();
    let number = number::find(text);
    let dated = dated::find(text);
    let mut taken: Vec<Range<usize>> = mottos.clone();
    taken.extend(number.iter().map(|number| number.bytes.clone()));
    taken.extend(dated.iter().map(|dated| dated.bytes.clone()));
    taken.sort_by_key(|range| range.start);
    let mut rest = Vec::new();
    let mut from = 0;
    for range in taken.into_iter().chain(std::iter::once(text.len()..text.len())) {
        rest.extend(text.get(from..range.start).into_iter().flat_map(pieces));
        from = range.end.max(from);
    }
    Pieces { has_motto: !mottos.is_empty(), number, dated, rest }
}

/// The parts of a text between bars, without the rules under and around them.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(['|', '\t']).map(|part| {
        let part = part.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(');
        part.trim_end_matches(|c: char| c.is_whitespace() || "-–—_*=.".contains(c))
    });
    parts.filter(|part| {
        let letters = Letters::new(part);
        !letters.is_empty() && !STAMPS.iter().any(|stamp| letters.are(stamp))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_taken_out() {
        for (line, rest) in [
            ("UBND HUYỆN THỬ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", vec!["UBND HUYỆN THỬ"]),
            ("Số: 5/BC-UBND | Mẫu, ngày 5 tháng 6 năm 2023", vec![]),
            ("Số: 5/UBND-VX V/v họp Mẫu, ngày 5 tháng 6 năm 2023", vec!["V/v họp"]),
            ("---------", vec![]),
            ("DỰ THẢO", vec![]),
            ("BÁO CÁO", vec!["BÁO CÁO"]),
        ] {
            assert_eq!(cut(line).rest, rest, "{line}");
        }
    }
}
