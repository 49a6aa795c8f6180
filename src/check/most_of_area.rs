//! # What it tests
//! What is the most, or the least, of an area is no less, or no more, than what is told of another place of it.
//!
//! # Why
//! A station reports late, and the superlative stays.
//!
//! # Example
//! `nhiệt độ thấp nhất toàn tỉnh đo được tại trạm Đông là 4,2 độ C. Trạm Nam đo được 3,1 độ C` gives
//! `4,2 ≥ 3,1 độ C, the text says that it is the least`.
//!
//! # Limits
//! The superlative says of which area it is (`thấp nhất toàn tỉnh`), and nothing but words stands between it and its
//! figure. The other figure follows in that sentence or the next, in the same unit, exact; between them stands no
//! date and no word but names and what the first sentence says itself, so that it is of the same thing and time.

use super::Verdict;
use super::called::colours;
use super::claim::Claim;
use super::facts::Facts;
use super::print::Style;
use super::units::{is_percent, same_measure};
use super::words::text::{ALL_OF, HIGHEST, LOWEST, OF_AREA};
use crate::lexicon::CueClass;
use crate::record::{Modifier, Record};
use crate::text::{TokenKind, Tokens};

const KIND: &str = "rank";

/// How many figures behind the first are read.
const BEHIND: usize = 4;

/// How many tokens may stand between the superlative and its figure, and between both figures.
const NEAR: usize = 16;
const APART: usize = 40;

/// How many tokens up to the first figure say what it is of.
const TOLD: usize = 60;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (0..facts.records.len()).filter_map(|most| one(facts, most)).collect()
}

fn one(facts: &Facts<'_>, most: usize) -> Option<Claim> {
    let first = &facts.records[most];
    let (place, passage) = facts.place(most).filter(|(p, _)| facts.is_prose(p.block))?;
    let (lead, _) = facts.lead(most)?;
    let near = lead.start.max(lead.end.saturating_sub(NEAR))..lead.end;
    let (up, found) = [(HIGHEST, true), (LOWEST, false)]
        .into_iter()
        .find_map(|(words, up)| Some((up, passage.find(near.clone(), words)?)))?;
    let all = passage.says(found.end, ALL_OF).or_else(|| passage.says(found.end, OF_AREA))?;
    passage.cue_at(found.end + all, &[CueClass::AreaKind])?;
    if passage.has_mark(found.end..near.end, &[",", ";", "(", ":"]) || !is_plain(first) {
        return None;
    }
    let beyond = |r: &usize| {
        let other = &facts.records[*r];
        let over = if up { other.value > first.value } else { other.value < first.value };
        over && is_plain(other) && facts.is_level(*r) && same_measure(other, first)
    };
    let others = most + 1..facts.records.len().min(most + 1 + BEHIND);
    let near = |r: &usize| {
        facts.place(*r).is_some_and(|(other, _)| {
            other.block == place.block
                && other.sentence <= place.sentence + 1
                && other.number.start <= place.end + APART
        })
    };
    let other = others
        .take_while(near)
        .take_while(|r| same_measure(&facts.records[*r], first))
        .find(beyond)?;
    let (second, _) = facts.place(other)?;
    if says_something_else(facts, most, second.number.start) {
        return None;
    }
    let second = &facts.records[other];
    let style = Style::of(first, &[first.value, second.value]);
    let sign = if up { "<" } else { "≥" };
    let said = if up { "the most" } else { "the least" };
    let (a, b) = (style.bare(first.value), style.full(second.value));
    let detail = format!("{a} {sign} {b}, the text says that it is {said}");
    Some(facts.claim(KIND, &[most, other], Verdict::DoesNotHold, detail).impossible())
}

fn is_plain(record: &Record) -> bool {
    record.modifier == Modifier::Exact
        && record.of.or(record.high).is_none()
        && record.unit.is_some()
        && !is_percent(record)
}

/// Whether the words up to another figure name a date, or anything that the sentence of the first does not.
fn says_something_else(facts: &Facts<'_>, first: usize, end: usize) -> bool {
    let Some((place, passage)) = facts.place(first) else { return true };
    let sentence = passage.sentence(place.sentence);
    let start = sentence.start.max(place.end.saturating_sub(TOLD));
    let told: Vec<&str> = colours(passage, start..place.end).collect();
    let between = place.end..end;
    let figures: Vec<Tokens> = facts
        .figures(place.block, between.clone())
        .filter_map(|r| facts.place(r).map(|(p, _)| p.number.start..p.end))
        .collect();
    let free = |at: &usize| figures.iter().all(|figure| !figure.contains(at));
    let classes = [CueClass::Versus, CueClass::MoreThan, CueClass::LessThan, CueClass::Nation];
    passage.has(between.clone(), &classes)
        || between.filter(free).any(|at| {
            let token = &passage.text.tokens[at];
            let opens = passage.sentence(passage.sentence_of(at)).start == at;
            token.kind == TokenKind::Digits
                || (!token.capital || opens)
                    && colours(passage, at..at + 1).any(|word| !told.contains(&word))
        })
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn nothing_of_an_area_is_beyond_the_most_of_it() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Nhiệt độ thấp nhất toàn tỉnh đo được tại trạm Phia Đén là «4,2|độ C». Trạm Trùng Khánh đo được «3,1|độ C».",
                    "does not hold: 4,2 ≥ 3,1 độ C, the text says that it is the least",
                ),
                (
                    "Nhiệt độ thấp nhất toàn tỉnh đo được tại trạm Phia Đén là «4,2|độ C». Hôm qua, trạm Trùng Khánh đo được «3,1|độ C».",
                    "",
                ),
                (
                    "Lượng mưa lớn nhất toàn huyện là «120|mm» tại trạm Đông. Trạm Tây đo được «86|mm».",
                    "",
                ),
            ],
        );
    }
}
