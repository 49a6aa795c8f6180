//! # What it tests
//! As many people are named as were counted.
//!
//! # Why
//! A name is added to the list, or forgotten, and the number stays.
//!
//! # Example
//! `có 3 em đoạt giải, gồm: Lò Thị Mai (giải Nhì), Quàng Văn Thắng (giải Ba), Cà Thị Hương và Vì Văn Đức`
//! gives `4 named, the text says 3 em`.
//!
//! # Limits
//! `gồm` or a colon behind the number of people, in its sentence, opens the list. Between its marks stand names
//! of two to five words with capitals, a form of address before them (`em`, `đồng chí`) and a bracket behind
//! them, and nothing else; so a list with offices (`Nguyễn Văn A, Chủ tịch xã`) is no claim.

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::passage::Passage;
use super::print::Style;
use super::units::are_people;
use super::words::text::ADDRESSES;
use crate::lexicon::CueClass;
use crate::record::Modifier;
use crate::text::{TokenKind, Tokens};
use rust_decimal::prelude::ToPrimitive;
use std::ops::RangeInclusive;

const KIND: &str = "enumeration";

/// How many people may be counted, and how many tokens may stand between the number and the list.
const COUNTS: RangeInclusive<usize> = 2..=20;
const HEAD: usize = 10;

/// How many words a name has.
const NAME: RangeInclusive<usize> = 2..=5;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (0..facts.records.len()).filter_map(|record| one(facts, record)).collect()
}

fn one(facts: &Facts<'_>, record: usize) -> Option<Claim> {
    let counted = &facts.records[record];
    let plain = counted.of.or(counted.high).is_none()
        && counted.modifier == Modifier::Exact
        && are_people(counted);
    let count = counted.value.to_usize().filter(|count| plain && COUNTS.contains(count))?;
    let (place, passage) = facts.place(record).filter(|(p, _)| facts.is_prose(p.block))?;
    let sentence = passage.sentence(place.sentence);
    let list = opened(passage, place.number.end..sentence.end)?;
    let named = names(passage, list)?;
    let detail =
        format!("{named} named, the text says {}", Style::of(counted, &[]).full(counted.value));
    let verdict = if named == count { Verdict::Holds } else { Verdict::DoesNotHold };
    (named > 1).then(|| facts.claim(KIND, &[record], verdict, detail))
}

/// The list behind `gồm`, a colon or both.
fn opened(passage: &Passage<'_>, within: Tokens) -> Option<Tokens> {
    let near = within.start..within.end.min(within.start + HEAD);
    for at in near {
        if let Some((_, cue)) = passage.cue_at(at, &[CueClass::Includes]) {
            let start = cue.end + usize::from(passage.text.key(cue.end) == ":");
            return (start < within.end).then_some(start..within.end);
        }
        match passage.text.key(at) {
            ":" => return (at + 1 < within.end).then_some(at + 1..within.end),
            ";" | "(" => return None,
            _ => {}
        }
    }
    None
}

/// How many names a list has, where it has nothing else.
fn names(passage: &Passage<'_>, list: Tokens) -> Option<usize> {
    let text = passage.text;
    let (mut named, mut words, mut depth) = (0, 0, 0);
    let mut at = list.start;
    while at < list.end {
        let (token, key) = (&text.tokens[at], text.key(at));
        let ends = matches!(key, "," | ";" | "và") || key == "." && at + 1 == list.end;
        match key {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ if depth > 0 => {}
            _ if ends => {
                if words > 0 {
                    named += 1;
                    NAME.contains(&words).then_some(())?;
                }
                words = 0;
            }
            _ if token.kind == TokenKind::Word && token.capital => {
                (words > 0 || begins_name(passage, at)).then_some(())?;
                words += 1;
            }
            _ => {
                let address = passage.says(at, ADDRESSES).filter(|_| words == 0)?;
                at += address - 1;
            }
        }
        at += 1;
    }
    if words > 0 {
        named += 1;
        NAME.contains(&words).then_some(())?;
    }
    (depth == 0).then_some(named)
}

/// Whether a person's name begins at a token: a surname, or what stands before `Thị`, `Văn` and the like and
/// is no place or body.
fn begins_name(passage: &Passage<'_>, at: usize) -> bool {
    let bodies = [
        CueClass::NamedAfter,
        CueClass::OrganizationHead,
        CueClass::OrganizationOfArea,
        CueClass::Organization,
        CueClass::AreaKind,
    ];
    passage.cue_at(at, &[CueClass::Surname]).is_some()
        || passage.cue_at(at + 1, &[CueClass::MiddleName]).is_some()
            && passage.cue_at(at, &bodies).is_none()
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn people_are_counted_by_their_names() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Đội có «3|học sinh» dự thi: Mai Thu Hà (lớp 9A), Bùi Đức Long, Lê An và Hồ Thị Sen.",
                    "does not hold: 4 named, the text says 3 học sinh",
                ),
                (
                    "Có «2|đồng chí» được khen, gồm đồng chí Mai Thu Hà và đồng chí Bùi Đức Long.",
                    "holds: 2 named, the text says 2 đồng chí",
                ),
                (
                    "Có «3|đồng chí» được khen, gồm: Mai Thu Hà, Chủ tịch xã; Bùi Đức Long, Bí thư.",
                    "",
                ),
                ("Có «3|đồng chí» được khen, gồm: Mai Thu Hà và một số cán bộ xã.", ""),
                ("Trao quà cho «2|em»: Mai Thu Hà, Bùi Đức Long, Trường Minh Khai.", ""),
                ("Trao quà cho «2|em»: Mai Thu Hà, Bùi Đức Long, Sở Y Tế.", ""),
            ],
        );
    }
}
