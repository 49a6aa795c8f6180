//! # What it tests
//! As many lines are numbered as the line over them counts.
//!
//! # Why
//! A task is added to the list, or left out, and the number over it stays.
//!
//! # Example
//! `xác định 5 nhiệm vụ trọng tâm như sau:` over lines that begin with `1.` to `4.` gives
//! `4 named, the text says 5 nhiệm vụ`.
//!
//! # Limits
//! The line ends with a colon, its last sentence has one figure, and that one counts what lists are made of
//! (`nhiệm vụ`, `giải pháp`). The numbers begin with 1 in the line right behind it and go up by one; other lines may
//! stand between them, but no second head.

use super::Verdict;
use super::average::only;
use super::claim::Claim;
use super::facts::Facts;
use super::print::Style;
use super::words::text::LISTED;
use crate::article::BlockKind;
use crate::record::{Modifier, Role};
use rust_decimal::Decimal;

const KIND: &str = "enumeration";

/// How many lines behind a head are read.
const LINES: usize = 80;

/// How many points a list has at most.
const MOST: u32 = 20;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (0..facts.blocks()).filter_map(|head| one(facts, head)).collect()
}

fn one(facts: &Facts<'_>, head: usize) -> Option<Claim> {
    let passage = facts.passage(head).filter(|_| facts.is_prose(head))?;
    let colon = passage.text.tokens.len().checked_sub(1)?;
    if passage.text.key(colon) != ":" {
        return None;
    }
    let sentence = passage.sentence(passage.sentence_of(colon));
    let counted = only(facts.figures(head, sentence))?;
    let record = &facts.records[counted];
    let (place, _) = facts.place(counted)?;
    let listed = passage.says(place.number.end, LISTED).is_some();
    let plain = record.modifier == Modifier::Exact
        && record.of.or(record.high).is_none()
        && record.role != Role::Change;
    let points = points(facts, head).filter(|_| listed && plain)?;
    let named = Decimal::from(points);
    let verdict = if named == record.value { Verdict::Holds } else { Verdict::DoesNotHold };
    let said = Style::of(record, &[]).full(record.value);
    let detail = format!("{points} named, the text says {said}");
    Some(facts.claim(KIND, &[counted], verdict, detail))
}

/// How many numbered lines stand behind a head.
fn points(facts: &Facts<'_>, head: usize) -> Option<u32> {
    let blocks = &facts.article.blocks;
    let mut last = 0;
    for block in blocks.iter().skip(head + 1).take(LINES) {
        let number = number(&block.text);
        match number {
            _ if block.kind == BlockKind::TableRow => return None,
            Some(number) if number == last + 1 => last = number,
            Some(1) => return None,
            Some(number) if number > last => return None,
            _ if last == 0 || block.text.trim_end().ends_with(':') && number.is_none() => {
                return None;
            }
            _ => {}
        }
    }
    (2..=MOST).contains(&last).then_some(last)
}

/// The number that a line begins with: `1.`, `2)`.
fn number(text: &str) -> Option<u32> {
    let text = text.trim_start();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.get(digits..)?;
    let mark = rest.starts_with(['.', ')']);
    let alone = !rest[mark.into()..].starts_with(|c: char| c.is_ascii_digit());
    (mark && alone).then(|| text[..digits].parse().ok())?
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn lines_are_counted() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Hội đề ra «4|giải pháp» giải pháp chính:\n1. Mở lớp.\n2. Cho vay.\n3. Khen thưởng.\nHội sẽ sơ kết.",
                    "does not hold: 3 named, the text says 4 giải pháp",
                ),
                (
                    "Hội đề ra «2|giải pháp» giải pháp chính:\n1. Mở lớp.\nMỗi xã một lớp.\n2. Cho vay.",
                    "holds: 2 named, the text says 2 giải pháp",
                ),
                ("Hội đề ra «4|giải pháp» giải pháp chính:\n- Mở lớp.\n- Cho vay.", ""),
                ("Hội thăm «4|xã» xã:\n1. Mở lớp.\n2. Cho vay.\n3. Khen thưởng.", ""),
                ("Hội đề ra «4|giải pháp» giải pháp chính:\n1. Mở lớp.\n3. Cho vay.", ""),
            ],
        );
    }
}
