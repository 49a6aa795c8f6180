//! # What it tests
//! Those who are sorted into the classes of one scale are no more than there are.
//!
//! # Why
//! The classes are counted by hand, and the number of all is copied from elsewhere.
//!
//! # Example
//! `Đảng bộ có 47 tổ chức. 9 tổ chức hoàn thành xuất sắc, 31 tổ chức hoàn thành tốt, 6 tổ chức hoàn thành; số không hoàn
//! thành là 3 tổ chức` gives `9 + 31 + 6 + 3 = 49, the text says 47 tổ chức`.
//!
//! # Limits
//! One sentence names three classes of a scale or more, each once and with a whole number right before or right behind
//! it. Classes exclude each other, so that their sum cannot exceed the number of all; it may be less where a class is
//! not named, or where the number of all stands in another sentence (some were not graded). That is the only figure of
//! their noun in the sentence, in the two before, or at the end of the paragraph before; of matches (`thắng 9, hòa 4, thua
//! 3`) in their own sentence. Numbers of which no record was made are read from the text.

use super::Verdict;
use super::average::only;
use super::claim::Claim;
use super::facts::Facts;
use super::headline::number_at;
use super::passage::Passage;
use super::print::Style;
use super::units::are_people;
use super::words::text::{MATCH, OUTCOMES, PUPIL_GRADES, VOTES, WORK_GRADES};
use crate::record::Modifier;
use crate::text::{TokenKind, Tokens};
use rust_decimal::Decimal;

const KIND: &str = "sum_of_parts";

/// How many tokens may stand between a class and its number.
const NEAR: usize = 5;

/// How many classes a sentence must name.
const CLASSES: usize = 3;

/// How many sentences before may tell the number of all, and how many figures of them are read.
const SENTENCES: usize = 2;
const FIGURES: usize = 8;

/// The classes of each scale, and what is sorted where the classes have no noun beside them.
const SCALES: &[(&[&str], &[&str])] =
    &[(WORK_GRADES, &[]), (PUPIL_GRADES, &[]), (VOTES, &[]), (OUTCOMES, MATCH)];

/// A sentence: its block, and its index there.
type Sentence<'f, 'a> = (usize, &'f Passage<'a>, usize);

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let prose = (0..facts.blocks()).filter(|block| facts.is_prose(*block));
    let passages = prose.filter_map(|block| Some((block, facts.passage(block)?)));
    let sentences = passages.flat_map(|(block, passage)| {
        (0..passage.sentence_count()).map(move |i| (block, passage, i))
    });
    sentences
        .flat_map(|sentence| SCALES.iter().filter_map(move |scale| one(facts, sentence, *scale)))
        .collect()
}

fn one(
    facts: &Facts<'_>,
    (block, passage, index): Sentence<'_, '_>,
    (scale, noun): (&[&str], &[&str]),
) -> Option<Claim> {
    let classes = classes(passage, passage.sentence(index), scale)?;
    let numbers = numbers(passage, &classes)?;
    let first = *numbers.iter().min()?;
    let things = classes.iter().zip(&numbers).find_map(|(class, number)| {
        let unit = facts.figures(block, *number..number + 1).next();
        let unit = unit.and_then(|r| facts.place(r)).map(|(place, _)| place.end);
        let end = unit.filter(|end| *end > number + 1).unwrap_or(class.start);
        let words = number + 1..end.min(class.start).max(number + 1);
        (!words.is_empty()).then(|| passage.text.slice(words).to_lowercase())
    });
    let own = things.is_none();
    let things = things.or_else(|| noun.first().map(|noun| (*noun).to_owned()))?;
    let total = number_of_all(facts, (block, passage, index), first, &things, own)?;
    let values: Vec<Decimal> =
        numbers.iter().map(|at| number_at(passage, *at)).collect::<Option<_>>()?;
    let sum = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value))?;
    let all = &facts.records[total];
    let here = facts.place(total).is_some_and(|(p, _)| (p.block, p.sentence) == (block, index));
    let style = Style::of(all, &[]);
    let (terms, full) = (style.sum(&values), style.full(all.value));
    let (verdict, detail) = match sum.cmp(&all.value) {
        std::cmp::Ordering::Equal => (Verdict::Holds, format!("{terms} = {full}")),
        std::cmp::Ordering::Less if !here || classes.len() < scale.len() => return None,
        _ => {
            let sum = style.bare(sum);
            (Verdict::DoesNotHold, format!("{terms} = {sum}, the text says {full}"))
        }
    };
    let parts = numbers.iter().flat_map(|at| facts.figures(block, *at..at + 1));
    let records: Vec<usize> = [total].into_iter().chain(parts).collect();
    Some(facts.claim(KIND, &records, verdict, detail))
}

/// The classes that a sentence names, each once.
fn classes(passage: &Passage<'_>, sentence: Tokens, scale: &[&str]) -> Option<Vec<Tokens>> {
    let mut found: Vec<(usize, Tokens)> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        let named = scale.iter().enumerate().filter_map(|(class, word)| {
            Some((class, passage.says(at, &[word]).filter(|len| at + len <= sentence.end)?))
        });
        let Some((class, len)) = named.max_by_key(|(_, len)| *len) else {
            at += 1;
            continue;
        };
        if found.iter().any(|(other, _)| *other == class) {
            return None;
        }
        found.push((class, at..at + len));
        at += len;
    }
    (found.len() >= CLASSES).then(|| found.into_iter().map(|(_, class)| class).collect())
}

/// The number of each class: all behind them, all before them, or each on the side where it has one.
fn numbers(passage: &Passage<'_>, classes: &[Tokens]) -> Option<Vec<usize>> {
    let stops = |at: &usize| {
        let token = passage.text.tokens.get(*at);
        let mark = token.is_none_or(|token| token.kind == TokenKind::Mark);
        mark && passage.text.key(*at) != ":" || passage.text.key(*at) == "và"
    };
    let is_share = |at: usize| matches!(passage.text.key(at + 1), "%" | "/" | "phần");
    let number = |at: &usize| number_at(passage, *at).is_some() && !is_share(*at);
    let behind = |class: &Tokens| {
        (class.end..class.end + NEAR).take_while(|at| !stops(at)).find(|at| number(at))
    };
    let before = |class: &Tokens| {
        let back = (class.start.saturating_sub(NEAR)..class.start).rev();
        back.take_while(|at| !stops(at)).find(|at| number(at))
    };
    let all = |find: &dyn Fn(&Tokens) -> Option<usize>| {
        classes.iter().map(find).collect::<Option<Vec<usize>>>()
    };
    let found = all(&behind)
        .or_else(|| all(&before))
        .or_else(|| all(&|class| before(class).or_else(|| behind(class))))?;
    let apart = found.windows(2).all(|pair| pair[0] < pair[1]);
    apart.then_some(found)
}

/// The one figure of some things before a number: in its sentence, else in the two before or at the end of the
/// paragraph before.
fn number_of_all(
    facts: &Facts<'_>,
    (block, passage, index): Sentence<'_, '_>,
    first: usize,
    things: &str,
    own_sentence: bool,
) -> Option<usize> {
    let part = facts.figures(block, first..first + 1).next().map(|r| &facts.records[r]);
    let counts = |r: &usize| {
        let record = &facts.records[*r];
        let plain = record.modifier == Modifier::Exact && record.of.or(record.high).is_none();
        let named = facts.place(*r).is_some_and(|(place, passage)| {
            let people = part.is_some_and(|part| are_people(part) && are_people(record));
            people || passage.says(place.number.end, &[things]).is_some()
        });
        plain && named && facts.moved(*r).is_none()
    };
    let told = |block: usize, within: Tokens| -> Vec<usize> {
        facts.figures(block, within).filter(counts).take(FIGURES).collect()
    };
    let here = told(block, passage.sentence(index).start..first);
    if own_sentence || !here.is_empty() {
        return only(here.into_iter());
    }
    if index > 0 {
        let start = passage.sentence(index.saturating_sub(SENTENCES)).start;
        return only(told(block, start..first).into_iter());
    }
    let before = block.checked_sub(1).filter(|before| facts.is_prose(*before))?;
    let earlier = facts.passage(before)?;
    let start = earlier.sentence(earlier.sentence_count().saturating_sub(SENTENCES)).start;
    only(told(before, start..earlier.text.tokens.len()).into_iter())
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn classes_of_a_scale_are_no_more_than_there_are() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Xã có «12|chi bộ» chi bộ trực thuộc. Cuối năm, 2 chi bộ hoàn thành xuất sắc, 8 chi bộ hoàn thành tốt, 3 chi bộ hoàn thành.",
                    "does not hold: 2 + 8 + 3 = 13, the text says 12 chi bộ",
                ),
                (
                    "Qua «14|trận» trận, đội thắng 8, hòa 4, thua 1.",
                    "does not hold: 8 + 4 + 1 = 13, the text says 14 trận",
                ),
                ("Qua «14|trận» trận, đội thắng 8, hòa 4, thua 2.", "holds: 8 + 4 + 2 = 14 trận"),
            ],
        );
    }

    #[test]
    fn a_class_that_is_not_named_may_have_the_rest() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Xã có «12|chi bộ» chi bộ trực thuộc. Cuối năm, 2 chi bộ hoàn thành xuất sắc, 6 chi bộ hoàn thành tốt, 3 chi bộ hoàn thành.",
                    "",
                ),
                ("Đội đá «4|trận» trận giao hữu. Ở giải, đội thắng 8, hòa 4, thua 1.", ""),
                (
                    "Xã có «12|chi bộ» chi bộ, 2 chi bộ hoàn thành xuất sắc, 11 chi bộ hoàn thành tốt.",
                    "",
                ),
            ],
        );
    }
}
