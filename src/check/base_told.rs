//! The base of a change where its words name it: behind `so với`, in a bracket or a clause of its own, at
//! the head of the sentence, or as a bare number.
//!
//! `giảm 34 vụ so với cùng kỳ (203 vụ)`, `con số của tháng 7 năm ngoái là 2.200 lượt, nghĩa là đã nhích lên
//! 20%`, `So với năm 2021 (97,1%), tỷ lệ này nhích thêm 1,4 điểm`, `giảm 7 người so với con số 41 của cùng kỳ`. A
//! bracket that opens with `trong đó` is no base, nor is a plan; and a change with a subject that was not
//! told before is of another level.

use super::called::colours;
use super::facts::Facts;
use super::headline::number_at;
use super::passage::Passage;
use super::units::same_measure;
use super::words::text::{
    BECAUSE, BEFORE_THAT, COLOURLESS, FIGURE_WORDS, LIGHT, NO_MORE, THEN_WHEN, THIS_LEVEL, THUS,
};
use crate::lexicon::CueClass;
use crate::record::{Modifier, Record};
use crate::text::{TokenKind, Tokens};

/// How many tokens may stand between a change and its base.
const NEAR: usize = 16;

/// How many tokens behind a change may open its base.
const OPENS: usize = 4;

/// How many tokens before it may tell a level and what it is of.
const SENTENCE: usize = 60;

/// How many figures before a sentence may be the level that it takes up.
const LOOK_BACK: usize = 4;

const BASES: &[CueClass] = &[CueClass::Versus, CueClass::Baseline, CueClass::LastYear];
/// Words of a bracket that say when, that it was, and how exactly.
const TIMES: &[CueClass] = &[
    CueClass::Versus,
    CueClass::Baseline,
    CueClass::LastYear,
    CueClass::Level,
    CueClass::YearWord,
    CueClass::MonthWord,
    CueClass::QuarterName,
    CueClass::DayWord,
    CueClass::About,
    CueClass::Over,
    CueClass::Nearly,
    CueClass::OfWord,
    CueClass::PastYear,
    CueClass::OfYearStart,
    CueClass::Whereas,
];
const OTHERS: &[CueClass] = &[CueClass::Among, CueClass::Includes, CueClass::Plan];
const MOVES: &[CueClass] = &[CueClass::Rise, CueClass::Fall];

/// `giảm 30% so với 770 đơn`, `tăng 18,6% (cùng kỳ năm ngoái là 5.440 tỷ đồng)`
pub(super) fn behind(facts: &Facts<'_>, by: usize) -> Option<usize> {
    let base = facts.after(by)?;
    let (gap, passage) = facts.tail(by)?;
    let is_base = passage.has(gap.clone(), BASES) && !passage.has(gap.clone(), OTHERS);
    let joins = [",", ";", ")", ":", "và"];
    let tight = gap.len() <= NEAR
        && !passage.has_mark(gap.clone(), &joins)
        && passage.find(gap.clone(), BECAUSE).is_none();
    let open = gap.clone().find(|at| passage.text.key(*at) == "(");
    let plain = match open {
        Some(open) => says_only_when(passage, open + 1..gap.end, 0..0),
        None => !passage.has(gap, &[CueClass::Reaching, CueClass::Has]),
    };
    (is_base && tight && plain && facts.moved(base).is_none()).then_some(base)
}

/// `cao hơn 240 triệu USD so với cùng kỳ năm 2022, khi các doanh nghiệp chỉ bán được 1,12 tỷ USD`: what there was
/// only, in the clause that says of the time of the base how it was.
pub(super) fn when_it_was(facts: &Facts<'_>, by: usize) -> Option<usize> {
    let base = facts.after(by)?;
    let (gap, passage) = facts.tail(by)?;
    let comma = gap.clone().find(|at| passage.text.key(*at) == ",")?;
    let clause = comma + 1..gap.end;
    let named = passage.has(gap.start..comma, BASES) && !passage.has(gap.clone(), OTHERS);
    let opens = passage.says(clause.start, THEN_WHEN).is_some();
    let near = clause.start.max(clause.end.saturating_sub(OPENS))..clause.end;
    let plain = !passage.has_mark(clause.clone(), &[",", ";", ":", "(", ")"]);
    let tight = clause.len() <= NEAR && comma - gap.start <= NEAR;
    (named && opens && plain && tight && passage.find(near, NO_MORE).is_some())
        .then_some(base)
        .filter(|base| facts.moved(*base).is_none())
}

/// Whether some words only say when a figure was, or that it was: `cùng kỳ năm 2019 là`, `con số của tháng 7
/// năm ngoái là`; or take up words of another range.
fn says_only_when(passage: &Passage<'_>, within: Tokens, known: Tokens) -> bool {
    let mut at = within.start;
    let light = |key: &str| LIGHT.contains(&key) || COLOURLESS.contains(&key);
    while at < within.end {
        let cue = passage.cue_at(at, TIMES).filter(|(_, cue)| cue.end <= within.end);
        let word = passage.text.tokens[at].kind == TokenKind::Word;
        let key = passage.text.key(at);
        let again = || {
            !known.is_empty() && (light(key) || known.clone().any(|t| passage.text.key(t) == key))
        };
        match (cue, passage.says(at, FIGURE_WORDS)) {
            (Some((_, cue)), _) => at = cue.end,
            (None, Some(len)) => at += len,
            (None, None) if word && !again() => return false,
            (None, None) => at += 1,
        }
    }
    true
}

/// `5.984 tỷ đồng (cùng kỳ 5.440 tỷ đồng), tăng 10%`
pub(super) fn in_bracket(facts: &Facts<'_>, by: usize) -> Option<usize> {
    let base = facts.before(by)?;
    facts.before(base).filter(|level| facts.is_level(*level))?;
    facts.bracket(base).filter(|_| facts.bracket(by).is_none())?;
    let (lead, passage) = facts.lead(base)?;
    let is_base = passage.has(lead.clone(), BASES) && !passage.has(lead.clone(), OTHERS);
    // `2,4 m, cao hơn so với báo động (2 m) và tăng 20%`: another comparison has the bracket
    let compared = [CueClass::MoreThan, CueClass::LessThan, CueClass::Rise, CueClass::Fall];
    let (gap, _) = facts.lead(by)?;
    (is_base && !passage.has(lead, &compared) && gap.len() <= 4).then_some(base)
}

/// `84,7 triệu USD, trong khi cùng kỳ là 77 triệu USD, như vậy tăng 10%`, or in a
/// sentence of its own (`Năm trước đó, con số này là 77 triệu USD, tức là tăng 10%`): the level and its base.
pub(super) fn in_clause(facts: &Facts<'_>, by: usize) -> Option<(usize, usize)> {
    let base = facts.before(by).filter(|base| facts.is_level(*base))?;
    let level = facts.back(base, 1).next().filter(|level| facts.is_level(*level))?;
    let (lead, passage) = facts.lead(base)?;
    let (gap, _) = facts.lead(by)?;
    let (tail, _) = facts.tail(by)?;
    let same_sentence = facts.same_sentence(level, base);
    let [then, now] = [facts.place(base)?.0.sentence, facts.place(level)?.0.sentence];
    let mark = lead.clone().rev().find(|at| matches!(passage.text.key(*at), "," | ";"))?;
    let clause = mark + 1..lead.end;
    let near = mark.saturating_sub(SENTENCE);
    let earlier = |within: Tokens| passage.has(within, &[CueClass::Baseline, CueClass::LastYear]);
    let of_level = match same_sentence {
        true => {
            let known = facts.lead(level)?.0.start.max(near)..mark;
            earlier(clause.clone()) && says_only_when(passage, clause.clone(), known)
        }
        false => {
            let before = passage.find(lead.clone(), BEFORE_THAT).is_some();
            let pointed = passage.says(clause.start, THIS_LEVEL).is_some();
            then == now + 1 && pointed && (before || earlier(lead.clone()))
        }
    };
    let told = of_level
        && passage.cue_before(lead.end, &[CueClass::Level, CueClass::Reaching]).is_some()
        && !passage.has(clause, OTHERS);
    let (_, verb) = passage.cue_before(passage.lead(gap.end), &[CueClass::Rise, CueClass::Fall])?;
    let start = gap.start + 1;
    let thus = start + passage.says(start, THUS).unwrap_or(0);
    let done = passage.cue_at(thus, &[CueClass::Done]).filter(|(_, cue)| cue.end <= verb.start);
    let own = matches!(passage.text.key(gap.start), "," | ";")
        && done.map_or(thus, |(_, cue)| cue.end) == verb.start;
    let alone = matches!(passage.text.key(tail.start), "," | ";" | "." | "");
    let open = facts.bracket(base).or(facts.bracket(level)).is_none();
    let [a, b] = [base, level].map(|r| &facts.records[r]);
    (told && own && alone && open && same_measure(a, b)).then_some((level, base))
}

/// `So với năm 2021 (97,1%), tỷ lệ này nhích thêm 1,4 điểm`: the base at the head of the sentence, the level
/// the last one of the sentence before, or right before the change.
pub(super) fn at_head(facts: &Facts<'_>, by: usize) -> Option<(usize, usize)> {
    let before = facts.before(by)?;
    let own = facts.bracket(before).is_none();
    let base = if own { facts.before(before)? } else { before };
    let (lead, passage) = facts.lead(base)?;
    let (place, _) = facts.place(base)?;
    let close = place.end + usize::from(passage.text.key(place.end) == "%");
    let opens = lead.start == passage.sentence(place.sentence).start
        && facts.bracket(base).is_some()
        && passage.text.key(close) == ")"
        && passage.cue_at(lead.start, &[CueClass::Versus]).is_some()
        && !passage.has(lead, OTHERS);
    let level = match own {
        true => facts.apposed(before, by, MOVES).filter(|how| how.tight).map(|_| before)?,
        false => taken_up(facts, by, base, close + 1)?,
    };
    let [a, b] = [base, level].map(|r| &facts.records[r]);
    (opens && facts.is_level(level) && same_measure(a, b)).then_some((level, base))
}

/// The level that the subject of a change takes up from the sentence before: `, tỷ lệ này nhích thêm`.
fn taken_up(facts: &Facts<'_>, by: usize, base: usize, start: usize) -> Option<usize> {
    let (place, passage) = facts.place(by)?;
    let (_, verb) = passage.cue_before(place.number.start, MOVES)?;
    let level = facts.back(base, LOOK_BACK).next().filter(|r| facts.bracket(*r).is_none())?;
    let (before, _) = facts.place(level).filter(|(p, _)| p.sentence + 1 == place.sentence)?;
    let words = start + usize::from(passage.text.key(start) == ",")..verb.start;
    let sentence = passage.sentence(before.sentence);
    let sentence = sentence.start.max(sentence.end.saturating_sub(SENTENCE))..sentence.end;
    let known = |word: &str| sentence.clone().any(|at| passage.text.key(at) == word);
    let same = passage.says(words.start, THIS_LEVEL).is_some()
        || colours(passage, words.clone()).all(known);
    (same && words.len() <= NEAR).then_some(level)
}

/// `giảm 7 người so với con số 41 của cùng kỳ năm trước`: the level, and a base of which no record was made.
pub(super) fn unread(facts: &Facts<'_>, by: usize) -> Option<(usize, Record)> {
    let level = facts.before(by).filter(|level| facts.is_level(*level))?;
    let how = facts.apposed(level, by, MOVES)?;
    let (tail, passage) = facts.tail(by)?;
    let near = tail.start..tail.end.min(tail.start + OPENS);
    let (_, versus) = passage.last_cue(near, &[CueClass::Versus])?;
    let number = versus.end + passage.says(versus.end, FIGURE_WORDS)?;
    let value = number_at(passage, number).filter(|_| number < tail.end)?;
    let behind = number + 1..tail.end.min(number + 1 + NEAR / 2);
    let earlier = passage.has(behind, &[CueClass::Baseline, CueClass::LastYear]);
    let of = &facts.records[level];
    let plain = of.modifier == Modifier::Exact && of.of.or(of.high).is_none();
    let counted = plain && of.value.is_integer() && same_measure(of, &facts.records[by]);
    (how.tight && earlier && counted).then(|| (level, Record { value, ..of.clone() }))
}
