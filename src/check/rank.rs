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
//! Only behind words for a rank (`thứ`, `hạng`, `vị trí`): `118/100` may be a ratio. In words the
//! number of those ranked stands right behind the rank (`thứ 67 trong số 63 tỉnh`).

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::print::number;
use super::words::text::RANK;
use crate::lexicon::{CueClass, UnitKind};
use crate::record::Modifier;

const KIND: &str = "rank";

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (0..facts.records.len()).filter_map(|rank| one(facts, rank)).collect()
}

fn one(facts: &Facts<'_>, rank: usize) -> Option<Claim> {
    let record = &facts.records[rank];
    let (place, passage) = facts.place(rank)?;
    let classes = [CueClass::RankBefore, CueClass::Ordinal];
    let ranked = passage.cue_before(place.number.start, &classes).is_some()
        || passage.said_before(place.number.start, RANK);
    if !ranked || facts.moved(rank).is_some() {
        return None;
    }
    let (of, ids) = match record.of {
        Some(of) => (of, vec![rank]),
        None => {
            let all = of_words(facts, rank)?;
            (facts.records[all].value, vec![rank, all])
        }
    };
    let verdict = if record.value <= of { Verdict::Holds } else { Verdict::DoesNotHold };
    let detail = format!("rank {} of {}", number(record.value), number(of));
    Some(facts.claim(KIND, &ids, verdict, detail).impossible())
}

/// `xếp hạng 14 trên tổng số 12 đoàn`: the number of those ranked, right behind the rank.
fn of_words(facts: &Facts<'_>, rank: usize) -> Option<usize> {
    let all = facts.after(rank)?;
    let [own, count] = [rank, all].map(|r| &facts.records[r]);
    let (tail, passage) = facts.tail(rank)?;
    let (place, _) = facts.place(all)?;
    let classes = [CueClass::AmongNumber, CueClass::OutOf, CueClass::Versus];
    let (_, cue) = passage.cue_before(place.number.start, &classes)?;
    let counted = count.unit.is_some()
        && count.unit_kind == UnitKind::Count
        && count.modifier == Modifier::Exact
        && count.of.or(count.high).or(own.high).is_none();
    (own.unit.is_none() && counted && cue.start <= tail.start).then_some(all)
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn a_rank_lies_among_those_ranked() {
        assert_findings(
            super::KIND,
            &[
                ("Huyện xếp thứ «21» trong tổng số «18|huyện».", "does not hold: rank 21 of 18"),
                ("Huyện xếp hạng «21» trên tổng số «18|huyện».", "does not hold: rank 21 of 18"),
                ("Huyện đứng thứ «21» trong «18|huyện».", "does not hold: rank 21 of 18"),
                ("Huyện đứng thứ «11» trong số «18|huyện».", "holds: rank 11 of 18"),
                ("Huyện đứng thứ «21» ở nội dung bơi với «18|đoàn» dự.", ""),
                ("Có «21|đoàn» trong «18|huyện».", ""),
            ],
        );
    }
}
