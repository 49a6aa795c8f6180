//! # What it tests
//! A length in hours is the one from the first time of the day to the last.
//!
//! # Why
//! The timetable changes, and the length of the way stays.
//!
//! # Example
//! `rời bến lúc 7 giờ 10, cập bến lúc 9 giờ 40, hành trình hết 3 giờ 30 phút` gives
//! `7 giờ 10 - 9 giờ 40 = 2 giờ 30 phút, the text says 3 giờ 30 phút`.
//!
//! # Limits
//! One sentence has two times of the day and no third, the first behind a word for a beginning (`từ`, `rời`), with
//! one for an end (`đến`, `kết thúc`) between them. The length stands behind them, there or in the next sentence,
//! right behind a word that all of the time was taken (`hết`, `kéo dài`); one with a subject of its own (`mất điện
//! kéo dài`) is none, and `trong 2 giờ` may be that of a part. A clock has twelve hours, so that morning
//! and evening need not be told. Without minutes the length may be rounded by half an hour. What has a rest in it
//! (`nghỉ`) and flights, whose clocks differ, are left alone.

use super::Verdict;
use super::average::only;
use super::called::colours;
use super::claim::Claim;
use super::facts::Facts;
use super::passage::Passage;
use super::words::text::{ALL_THE_TIME, ARRIVES, OTHER_HOURS, SETS_OUT, TOOK, WHOLE_TIME};
use crate::lexicon::CueClass;
use crate::text::{TokenKind, Tokens};

const KIND: &str = "period_length";

/// How many tokens before the first time may say that something begins, and how many lie between both.
const NEAR: usize = 10;
const BETWEEN: usize = 20;

/// How many tokens of the next sentence may tell the length.
const NEXT: usize = 24;

/// Half a day, in minutes, and how far a length without minutes may be off.
const ROUND: u32 = 720;
const ROUNDED: u32 = 30;

/// Words for a length that comes again and again.
const EACH: &[CueClass] = &[CueClass::Each, CueClass::Habitual, CueClass::Average];

/// A time of the day or a length: its minutes, whether it tells them, and its tokens.
struct Hours {
    minutes: u32,
    is_exact: bool,
    tokens: Tokens,
}

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for block in 0..facts.blocks() {
        let Some(passage) = facts.passage(block).filter(|_| facts.is_prose(block)) else {
            continue;
        };
        for sentence in 0..passage.sentence_count() {
            claims.extend(one(passage, sentence).map(|(at, verdict, detail)| {
                facts.words_claim(KIND, (block, at), verdict, detail)
            }));
        }
    }
    claims
}

fn one(passage: &Passage<'_>, index: usize) -> Option<(usize, Verdict, String)> {
    let (sentence, next) = (passage.sentence(index), passage.sentence(index + 1));
    let (clocks, lengths) = told(passage, sentence.clone());
    let [first, last] = &clocks[..] else { return None };
    let (start, end) = (first.tokens.start, last.tokens.end);
    let before = sentence.start.max(start.saturating_sub(NEAR))..start;
    let between = first.tokens.end..last.tokens.start;
    let arrives = passage.find(between.clone(), ARRIVES).is_some()
        || passage.has(between.clone(), &[CueClass::Until])
        || passage.has_mark(between.clone(), &["-", "–"]);
    let begins = passage.find(before, SETS_OUT).is_some();
    let during = || {
        let len = passage.says(next.start, WHOLE_TIME)?;
        hours(passage, next.start + len).filter(|_| next.start < next.end)
    };
    let mut is_whole = true;
    let length = match lengths.len() {
        0 => {
            let (clocks, lengths) = told(passage, next.start..next.end.min(next.start + NEXT));
            let taken = only(lengths.into_iter()).filter(|_| clocks.is_empty());
            is_whole = taken.is_some();
            taken.or_else(during)?
        }
        _ => only(lengths.into_iter()).filter(|length| length.tokens.start >= end)?,
    };
    let other = passage.find(sentence.start..length.tokens.end, OTHER_HOURS).is_some()
        || passage.has(end..length.tokens.start, EACH);
    if !arrives || !begins || other || between.len() > BETWEEN {
        return None;
    }
    let spent = (last.minutes + 2 * ROUND - first.minutes) % ROUND;
    let off = (length.minutes % ROUND).abs_diff(spent);
    let shorter = length.minutes < spent;
    if shorter && !is_whole || has_subject(passage, end..length.tokens.start) {
        return None;
    }
    let slack = if length.is_exact || !(first.is_exact || last.is_exact) { 0 } else { ROUNDED };
    let verdict = if off.min(ROUND - off) <= slack { Verdict::Holds } else { Verdict::DoesNotHold };
    let [a, b, said] = [first, last, &length].map(|h| passage.text.slice(h.tokens.clone()));
    let detail = format!("{a} - {b} = {}, the text says {said}", shown(spent));
    Some((start, verdict, detail))
}

/// Whether the clause of a length has a subject of its own, which may last as long as it likes: `mất điện kéo dài 3
/// giờ`, but not `cuộc đua kéo dài 3 giờ`.
fn has_subject(passage: &Passage<'_>, before: Tokens) -> bool {
    let mark = before.clone().rev().find(|at| matches!(passage.text.key(*at), "," | ";" | "."));
    let clause = mark.map_or(before.start, |mark| mark + 1)..before.end;
    let known: Vec<&str> =
        [TOOK, ALL_THE_TIME].concat().iter().flat_map(|words| words.split(' ')).collect();
    colours(passage, clause).any(|word| !known.contains(&word))
}

/// The times of the day of a range, and the lengths that were taken.
fn told(passage: &Passage<'_>, within: Tokens) -> (Vec<Hours>, Vec<Hours>) {
    let (mut clocks, mut lengths) = (Vec::new(), Vec::new());
    let mut at = within.start;
    while at < within.end {
        let Some(hours) = hours(passage, at) else {
            at += 1;
            continue;
        };
        at = hours.tokens.end;
        let start = hours.tokens.start;
        match passage.said_before(start, TOOK) {
            true if passage.lead(start) == start => lengths.push(hours),
            true => {}
            false => clocks.push(hours),
        }
    }
    (clocks, lengths)
}

/// `5 giờ 30`, `5h30`, `17:05`, `6 tiếng rưỡi`, `45 phút`.
fn hours(passage: &Passage<'_>, at: usize) -> Option<Hours> {
    let key = |at: usize| passage.text.key(at);
    let number = |at: usize, below: u32| {
        let digits = passage.text.tokens.get(at)?.kind == TokenKind::Digits;
        key(at).parse::<u32>().ok().filter(|n| digits && *n < below)
    };
    let count = number(at, 100)?;
    let done = |minutes, is_exact, end| Some(Hours { minutes, is_exact, tokens: at..end });
    let unit = key(at + 1);
    let whole = count.checked_mul(60)?;
    if unit == "phút" {
        return done(count, true, at + 2);
    }
    if let Some(part) = unit.strip_prefix(['h', 'g']).and_then(|part| part.parse::<u32>().ok()) {
        return done(whole + part, true, at + 2).filter(|_| part < 60);
    }
    if unit == ":" {
        return done(whole + number(at + 2, 60)?, true, at + 3);
    }
    if !matches!(unit, "giờ" | "tiếng" | "h" | "g") {
        return None;
    }
    if key(at + 2) == "rưỡi" {
        return done(whole + 30, true, at + 3);
    }
    match number(at + 2, 60) {
        Some(part) => done(whole + part, true, at + 3 + usize::from(key(at + 3) == "phút")),
        None => done(whole, false, at + 2),
    }
}

fn shown(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (hours, 0) => format!("{hours} giờ"),
        (0, minutes) => format!("{minutes} phút"),
        (hours, minutes) => format!("{hours} giờ {minutes} phút"),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn hours_pass_between_two_times() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Xe rời bến lúc 7 giờ 10, đến nơi lúc 9 giờ 40, mất 3 giờ 30 phút, chở «40|khách».",
                    "does not hold: 7 giờ 10 - 9 giờ 40 = 2 giờ 30 phút, the text says 3 giờ 30 phút",
                ),
                (
                    "Lễ hội mở từ 8h đến 11h30 với «40|gian hàng». Chương trình kéo dài 5 tiếng.",
                    "does not hold: 8h - 11h30 = 3 giờ 30 phút, the text says 5 tiếng",
                ),
                (
                    "Tàu rời ga lúc 9 giờ tối, về ga lúc 5 giờ sáng, hết 8 giờ, chở «40|khách».",
                    "holds: 9 giờ - 5 giờ = 8 giờ, the text says 8 giờ",
                ),
                ("Từ 7 giờ đến 11 giờ, xã mất điện 2 giờ, «40|hộ» bị ảnh hưởng.", ""),
                ("Hội nghị từ 7 giờ đến 16 giờ, nghỉ trưa, kéo dài 7 giờ, có «40|người».", ""),
            ],
        );
    }
}
