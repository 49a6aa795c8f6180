//! What the name of a whole says of a figure that may be it.
//!
//! `tổng số hộ` is of more than `340 hộ nghèo`; `diện tích ngô` is that of `340 ha ngô`; and `tổng diện tích`
//! says nothing but what is measured.

use super::facts::Facts;
use super::passage::Passage;
use super::words::text::{LIMITS, MEASURES};
use crate::text::Tokens;

/// Whether a whole is limited to some of what its name says, so that the name is of more: the `340 hộ nghèo`
/// are not `tổng số hộ`.
pub(super) fn leaves_out_limit(
    facts: &Facts<'_>,
    passage: &Passage<'_>,
    name: &Tokens,
    whole: usize,
) -> bool {
    let Some((place, own)) = facts.place(whole) else { return true };
    let noun = name.clone().zip(place.number.end..);
    let noun = noun.take_while(|(at, t)| passage.text.key(*at) == own.text.key(*t)).count();
    let behind = place.number.end + noun;
    let limit = own.says(behind, LIMITS).map(|len| own.text.slice(behind..behind + len));
    let limit = limit.map(str::to_lowercase);
    noun > 0 && limit.is_some_and(|limit| passage.find(name.clone(), &[&limit]).is_none())
}

/// Whether a name is nothing but a measure: `tổng diện tích`.
pub(super) fn is_bare_measure(passage: &Passage<'_>, name: &Tokens) -> bool {
    passage.says(name.start, MEASURES) == Some(name.len())
}

/// Whether a name says of what a measure is, and a whole is of that: `diện tích ngô`, of `340 ha ngô`.
pub(super) fn is_measure_of(
    facts: &Facts<'_>,
    passage: &Passage<'_>,
    name: &Tokens,
    whole: usize,
) -> bool {
    let measure = |len: &usize| {
        let start = name.start.checked_sub(*len)?;
        (passage.says(start, MEASURES) == Some(*len)).then_some(start)
    };
    let measured = (2..=3).any(|len| measure(&len).is_some());
    facts.place(whole).is_some_and(|(place, own)| {
        let mut words = name.clone().zip(place.end..);
        measured && words.all(|(at, t)| passage.text.key(at) == own.text.key(t))
    })
}
