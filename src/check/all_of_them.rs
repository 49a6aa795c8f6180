//! # What it tests
//! What is taken up again as all of them is as many as were told.
//!
//! # Why
//! The second sentence was written for the report of the year before.
//!
//! # Example
//! `hiện có 17 hợp tác xã đang hoạt động` and, two lines on, `Cả 19 hợp tác xã đang hoạt động đều được tập
//! huấn` gives `17 and 19 hợp tác xã`.
//!
//! # Limits
//! `Cả`, `Toàn bộ`, `Tất cả` or `Trong số` open the sentence, and one exact count of those things was told in the five
//! paragraphs before, in no bracket, and no other. They must be called the same: by all words behind the unit, two
//! at least, or by none before `đều` or what points back, right in the next sentence. Fewer than five may be those that were named, not counted; and the one
//! number must be the other with one slip of the hand.

use super::Verdict;
use super::called::said_behind;
use super::claim::Claim;
use super::facts::Facts;
use super::print::Style;
use super::relation::{Relation, Term};
use super::slip::is_slip;
use super::words::text::{EQUALLY, SAID_OF_ALL, THESE, WHOLE_OF};
use crate::lexicon::UnitKind;
use crate::record::Modifier;
use rust_decimal::Decimal;

const KIND: &str = "told_twice";

/// How many paragraphs before may tell the number, and how many figures of them are read.
const PARAGRAPHS: usize = 5;
const FIGURES: usize = 24;

/// How many words behind the unit must at least be the same.
const WORDS: usize = 2;

/// The least number that is not counted by names.
const LEAST: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (1..facts.records.len()).filter_map(|again| one(facts, again)).collect()
}

fn one(facts: &Facts<'_>, again: usize) -> Option<Claim> {
    let record = &facts.records[again];
    let (place, passage) = facts.place(again).filter(|(p, _)| facts.is_prose(p.block))?;
    let (lead, _) = facts.lead(again)?;
    let word = (1..=3).find_map(|len| {
        let at = place.number.start.checked_sub(len)?;
        (passage.says(at, WHOLE_OF) == Some(len)).then_some(at)
    })?;
    let opens = lead.clone().take_while(|at| *at < word).all(|at| {
        let key = passage.text.key(at);
        matches!(key, "-" | ":" | "\"" | "“") || passage.text.tokens[at].capital
    });
    let count = |r: &usize| {
        let record = &facts.records[*r];
        record.unit_kind == UnitKind::Count
            && record.unit.is_some()
            && record.modifier == Modifier::Exact
            && record.of.or(record.high).is_none()
            && record.per.is_none()
            && record.value >= LEAST
            && facts.is_level(*r)
    };
    let block = record.source.block;
    let earlier = (again.saturating_sub(FIGURES)..again).rev().filter(|r| {
        facts.records[*r].source.block + PARAGRAPHS >= block
            && facts.records[*r].unit_name() == record.unit_name()
    });
    let earlier: Vec<usize> = earlier.collect();
    let [told] = earlier[..] else { return None };
    let plain = count(&again) && count(&told) && facts.bracket(told).is_none();
    if !opens || !plain || !is_called_so(facts, told, again) {
        return None;
    }
    let [a, b] = [told, again].map(|r| &facts.records[r]);
    let style = Style::of(a, &[a.value, b.value]);
    let detail = format!("{} and {}", style.bare(a.value), style.full(b.value));
    let [x, y] = [told, again].map(|figure| Term::of(facts, figure));
    let claim =
        |verdict| facts.claim(KIND, &[told, again], verdict, detail).with(Relation::same(x, y));
    match a.value == b.value {
        true => Some(claim(Verdict::Holds)),
        false => is_slip(a.value, b.value).then(|| claim(Verdict::DoesNotHold)),
    }
}

/// Whether the second figure is of what the first was called, or says nothing but that it is of all.
fn is_called_so(facts: &Facts<'_>, told: usize, again: usize) -> bool {
    let (Some((_, passage)), Some((_, earlier))) = (facts.place(again), facts.place(told)) else {
        return false;
    };
    let (Some(now), Some(then)) = (said_behind(facts, again), said_behind(facts, told)) else {
        return false;
    };
    let [a, b] = [told, again].map(|r| facts.place(r).map(|(place, _)| place));
    let next = a.zip(b).is_some_and(|(a, b)| match b.block - a.block {
        0 => a.sentence + 1 == b.sentence,
        1 => b.sentence == 0 && a.sentence + 1 == earlier.sentence_count(),
        _ => false,
    });
    let bare =
        next && [EQUALLY, THESE].iter().any(|words| passage.says(now.start, words).is_some());
    let stop = now.clone().find(|at| passage.says(*at, SAID_OF_ALL).is_some());
    let called = now.start..stop.unwrap_or(now.end);
    let same = called.len() >= WORDS
        && called.len() <= then.len()
        && called.zip(then).all(|(a, b)| passage.text.key(a) == earlier.text.key(b));
    bare || same
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn all_of_them_are_as_many_as_were_told() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Xã có «12|đội» dân phòng ở các thôn.\nCả «17|đội» đều có xe đẩy.",
                    "does not hold: 12 and 17 đội",
                ),
                (
                    "Xã có «12|đội» văn nghệ quần chúng.\nToàn bộ «12|đội» văn nghệ quần chúng được tặng loa.",
                    "holds: 12 and 12 đội",
                ),
                (
                    "Xã có «12|đội» dân phòng. Năm sau, xã sắp xếp lại. Cả «17|đội» đều có xe đẩy.",
                    "",
                ),
                ("Xã có «12|đội» văn nghệ.\nCả «17|đội» bóng chuyền được tặng lưới.", ""),
                ("Xã có «12|đội», huyện có «40|đội».\nCả «17|đội» đều có xe.", ""),
                ("Xã có «3|đội» dân phòng.\nĐội một và đội hai tập. Cả «2|đội» đều có xe.", ""),
            ],
        );
    }
}
