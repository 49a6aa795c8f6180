//! # What it tests
//! A rank lies among those that are ranked.
//!
//! # Why
//! `67/63` is a slip whatever was meant.
//!
//! # Example
//! `xếp thứ 67/63 tỉnh, thành phố` gives `rank 67 of 63`.
//!
//! # Limits
//! Only behind words for a rank (`thứ`, `hạng`, `vị trí`): `118/100` may be a ratio.

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::print::number;
use super::words::text::RANK;
use crate::lexicon::CueClass;

const KIND: &str = "rank";

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (0..facts.records.len()).filter_map(|rank| one(facts, rank)).collect()
}

fn one(facts: &Facts<'_>, rank: usize) -> Option<Claim> {
    let record = &facts.records[rank];
    let of = record.of?;
    let (place, passage) = facts.place(rank)?;
    let classes = [CueClass::RankBefore, CueClass::Ordinal];
    let ranked = passage.cue_before(place.number.start, &classes).is_some()
        || passage.said_before(place.number.start, RANK);
    if !ranked || facts.moved(rank).is_some() {
        return None;
    }
    let verdict = if record.value <= of { Verdict::Holds } else { Verdict::DoesNotHold };
    let detail = format!("rank {} of {}", number(record.value), number(of));
    Some(facts.claim(KIND, &[rank], verdict, detail).impossible())
}
