//! # What it tests
//! Some months of a year have no more than the year.
//!
//! # Why
//! It cannot be otherwise of what is counted.
//!
//! # Example
//! `Năm 2022 xử lý tổng cộng 418 trường hợp vi phạm nồng độ cồn. Riêng hai tháng cao điểm xử lý 463
//! trường hợp vi phạm nồng độ cồn` gives `463 > 418 trường hợp, of which it is a part`.
//!
//! # Limits
//! The part stands behind `riêng` and a month, quarter or week, in the sentence of the whole or in
//! the next; both have the same unit and the same two words behind it.

use super::Verdict;
use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::parts::are_apart;
use super::print::Style;
use super::units::{is_percent, same_measure};
use super::words::text::{ALONE, SHORT_TIMES, USUALLY};
use crate::text::TokenKind;

const KIND: &str = "part_of_time";

/// How many words behind the unit must be the same.
const WORDS: usize = 2;

/// How many figures before the part are searched for the whole.
const LOOK_BACK: usize = 5;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (1..facts.records.len()).filter_map(|part| one(facts, part)).collect()
}

fn one(facts: &Facts<'_>, part: usize) -> Option<Claim> {
    let record = &facts.records[part];
    let (place, passage) = facts.place(part).filter(|(p, _)| facts.is_prose(p.block))?;
    let start = passage.sentence(place.sentence).start;
    let before = start..place.number.start;
    let alone = passage.find(before, ALONE)?;
    passage.find(alone.end..place.number.start, SHORT_TIMES)?;
    if is_percent(record) || !facts.is_level(part) {
        return None;
    }
    let words = |figure: usize| {
        let (place, passage) = facts.place(figure)?;
        let keys: Vec<&str> =
            (place.end..place.end + WORDS).map(|at| passage.text.key(at)).collect();
        Some(keys.join(" "))
    };
    let said = words(part)?;
    let is_ellipsis = matches!(passage.text.key(place.end), "." | "," | ";");
    let verb = |figure: usize| {
        let (place, passage) = facts.place(figure)?;
        let verb = passage.lead(place.number.start).checked_sub(1)?;
        (passage.text.tokens[verb].kind == TokenKind::Word).then(|| passage.text.key(verb))
    };
    let whole = facts.back(part, LOOK_BACK).find(|r| {
        let near = facts.place(*r).is_some_and(|(p, own)| {
            let close = p.sentence + 1 >= place.sentence;
            close
                && (p.sentence < place.sentence || p.end <= alone.start)
                && own.text.raw.len() == passage.text.raw.len()
        });
        let usual = facts.lead(*r).is_some_and(|(lead, own)| own.find(lead, USUALLY).is_some());
        near && facts.is_level(*r)
            && !usual
            && facts.records[*r].high.is_none()
            && !are_apart(&facts.records[*r], record)
            && same_measure(&facts.records[*r], record)
            && (words(*r).as_deref() == Some(&said)
                || is_ellipsis && facts.same_sentence(*r, part) && verb(*r) == verb(part))
    })?;
    let total = &facts.records[whole];
    let over = Bounds::of(record).exceeds(Bounds::of(total), false) == Verdict::Holds;
    let style = Style::of(total, &[record.value, total.value]);
    let (part_text, whole_text) = (style.bare(record.value), style.full(total.value));
    let (verdict, detail) = match over {
        true => {
            (Verdict::DoesNotHold, format!("{part_text} > {whole_text}, of which it is a part"))
        }
        false => (Verdict::Holds, format!("{part_text} ≤ {whole_text}")),
    };
    Some(facts.claim(KIND, &[part, whole], verdict, detail).impossible())
}
