//! # What it tests
//! A change follows from the level and from the base that the text names for it, and its word
//! (`tăng`, `giảm`) goes the way of the two levels.
//!
//! # Why
//! Level, base and change are copied from three columns of a table, and a word is easily kept
//! from the report of the year before.
//!
//! # Example
//! `187 vụ, giảm 34 vụ so với cùng kỳ năm trước (203 vụ)` gives
//! `203 - 187 = 16, the text says 34 vụ`.
//!
//! # Limits
//! The base is the next figure behind `so với`, `cùng kỳ` or a year, with no comma between; or
//! stands in a bracket behind the level that says so; or is the one level of that year in the
//! sentence before. A bracket that opens with `trong đó` is no base, nor one behind a plan. Growth
//! at constant prices says nothing of levels at current ones, and of two levels of which one is
//! three times the other at least one is of something else.

use super::Verdict;
use super::bounds::Bounds;
use super::change::is_same_change;
use super::claim::Claim;
use super::difference::{difference, moved, relative};
use super::facts::Facts;
use super::passage::Passage;
use super::percent::{compare, share};
use super::print::Style;
use super::relation::{Relation, Term};
use super::units::{is_percent, same_measure};
use super::words::text::OTHER_PRICES;
use crate::lexicon::{CueClass, UnitKind};
use crate::record::{Direction, Record, Role};
use crate::text::{TokenKind, Tokens};
use rust_decimal::Decimal;

const KIND: &str = "change";

/// How many tokens may stand between a change and its base.
const NEAR: usize = 16;

/// How many figures of the sentence before are searched for the level of a year.
const LOOK_BACK: usize = 4;

/// Levels of which one is more than so many times the other are two measures.
const MOST: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

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
];
const OTHERS: &[CueClass] = &[CueClass::Among, CueClass::Includes, CueClass::Plan];

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let all = 1..facts.records.len();
    let changes = all.clone().filter_map(|by| one(facts, by));
    let gaps = all.clone().filter_map(|by| gap(facts, by));
    changes.chain(gaps).chain(all.filter_map(|by| again(facts, by))).collect()
}

/// `so với cùng kỳ (96 vụ), giảm 12 vụ, tương ứng giảm 12,5%`: the change once more, in percent of
/// its base.
fn again(facts: &Facts<'_>, by: usize) -> Option<Claim> {
    let said = facts.after(by).filter(|said| is_same_change(facts, by, *said))?;
    let base = behind(facts, by).or_else(|| in_bracket(facts, by))?;
    let [whole, change, percent] = [base, by, said].map(|r| &facts.records[r]);
    let alike = same_measure(whole, change) && !is_percent(change) && is_percent(percent);
    facts.moved(by).filter(|_| alike && whole.of.or(whole.high).is_none())?;
    let value = share(change.value, whole.value)?;
    let bounds = Bounds::of(change).percent_of(Bounds::of(whole));
    let (verdict, text) = compare(value, bounds, percent);
    let style = Style::of(whole, &[change.value, whole.value]);
    let detail = format!("{}/{} = {text}", style.bare(change.value), style.bare(whole.value));
    let [p, d, b] = [said, by, base].map(|figure| Term::of(facts, figure));
    let claim = facts.claim(KIND, &[by, said, base], verdict, detail);
    Some(claim.with(Relation::percent(p, d, b)))
}

/// `đạt 54,6%, cao hơn chỉ tiêu 54% … là 0,6 điểm phần trăm`
fn gap(facts: &Facts<'_>, by: usize) -> Option<Claim> {
    let base = facts.before(by)?;
    let (lead, passage) = facts.lead(base)?;
    let (class, cue) = passage.last_cue(lead.clone(), &[CueClass::MoreThan, CueClass::LessThan])?;
    let (between, _) = facts.lead(by)?;
    let joined = between.len() <= NEAR
        && !passage.has_mark(cue.end..between.end, &[",", ";", "("])
        && passage.cue_before(between.end, &[CueClass::Level]).is_some();
    let level = facts.level_before(base, base).filter(|_| joined && cue.end < lead.end)?;
    let way = if class == CueClass::MoreThan { Direction::Up } else { Direction::Down };
    test(facts, by, way, level, base).filter(|claim| claim.finding.holds == Verdict::Holds)
}

fn one(facts: &Facts<'_>, by: usize) -> Option<Claim> {
    let (place, passage) = facts.place(by).filter(|(p, _)| facts.is_prose(p.block))?;
    let way = facts.moved(by)?;
    let change = &facts.records[by];
    let (lead, _) = facts.lead(by)?;
    let yearly = passage.has(lead, &[CueClass::Average, CueClass::Habitual]);
    if yearly
        || change.unit_kind == UnitKind::Multiple
        || change.high.is_some()
        || change.per.is_some()
    {
        return None;
    }
    let sentence = passage.sentence(place.sentence);
    if passage
        .find(
            place.number.start.saturating_sub(NEAR).max(sentence.start)..place.number.start,
            OTHER_PRICES,
        )
        .is_some()
    {
        return None;
    }
    let base =
        behind(facts, by).or_else(|| in_bracket(facts, by)).or_else(|| of_year(facts, by))?;
    let level = facts.level_before(by, base)?;
    if level == base {
        return None;
    }
    test(facts, by, way, level, base)
}

/// `giảm 30% so với 770 đơn`, `tăng 18,6% (cùng kỳ năm ngoái là 5.440 tỷ đồng)`
fn behind(facts: &Facts<'_>, by: usize) -> Option<usize> {
    let base = facts.after(by)?;
    let (gap, passage) = facts.tail(by)?;
    let is_base = passage.has(gap.clone(), BASES) && !passage.has(gap.clone(), OTHERS);
    let joins = [",", ";", ")", ":", "và"];
    let tight = gap.len() <= NEAR && !passage.has_mark(gap.clone(), &joins);
    let open = gap.clone().find(|at| passage.text.key(*at) == "(");
    let plain = match open {
        Some(open) => says_only_when(passage, open + 1..gap.end),
        None => !passage.has(gap, &[CueClass::Reaching, CueClass::Has]),
    };
    (is_base && tight && plain && facts.moved(base).is_none()).then_some(base)
}

/// Whether the words of a bracket only say when its figure was, or that it was: `cùng kỳ năm 2019 là`.
fn says_only_when(passage: &Passage<'_>, within: Tokens) -> bool {
    let mut at = within.start;
    while at < within.end {
        let cue = passage.cue_at(at, TIMES).filter(|(_, cue)| cue.end <= within.end);
        match cue {
            Some((_, cue)) => at = cue.end,
            None if passage.text.tokens[at].kind == TokenKind::Word => return false,
            None => at += 1,
        }
    }
    true
}

/// `5.984 tỷ đồng (cùng kỳ 5.440 tỷ đồng), tăng 10%`
fn in_bracket(facts: &Facts<'_>, by: usize) -> Option<usize> {
    let base = facts.before(by)?;
    facts.before(base).filter(|level| facts.is_level(*level))?;
    facts.bracket(base).filter(|_| facts.bracket(by).is_none())?;
    let (lead, passage) = facts.lead(base)?;
    let is_base = passage.has(lead.clone(), BASES) && !passage.has(lead, OTHERS);
    let (gap, _) = facts.lead(by)?;
    (is_base && gap.len() <= 4).then_some(base)
}

/// `Năm 2022 đón 2,10 triệu lượt khách. Sang năm 2023 … 2,73 triệu lượt, tăng 43% so với năm 2022`
fn of_year(facts: &Facts<'_>, by: usize) -> Option<usize> {
    let (tail, passage) = facts.tail(by)?;
    let near = tail.start..tail.end.min(tail.start + 6);
    let (_, cue) = passage.last_cue(near, &[CueClass::Versus])?;
    let year = year_at(passage, cue.end)?;
    let level = facts.level_before(by, by).or_else(|| {
        facts.back(by, LOOK_BACK).find(|r| facts.same_sentence(*r, by) && facts.is_level(*r))
    })?;
    let mut bases = facts.back(level, LOOK_BACK).filter(|r| {
        let has_year = facts.lead(*r).is_some_and(|(lead, passage)| has_year(passage, lead, year));
        has_year
            && !facts.same_sentence(*r, by)
            && facts.is_level(*r)
            && same_measure(&facts.records[*r], &facts.records[level])
    });
    let base = bases.next()?;
    bases.next().is_none().then_some(base)
}

fn year_at(passage: &Passage<'_>, at: usize) -> Option<u32> {
    let at = at + usize::from(passage.text.key(at) == "năm");
    passage.whole(at).map(|(year, _)| year).filter(|year| (1900..=2100).contains(year))
}

fn has_year(passage: &Passage<'_>, within: Tokens, year: u32) -> bool {
    let versus = passage.has(within.clone(), &[CueClass::Versus]);
    let mut words = within.filter(|at| passage.text.key(*at) == "năm");
    !versus && words.any(|at| year_at(passage, at) == Some(year))
}

fn test(facts: &Facts<'_>, by: usize, way: Direction, level: usize, base: usize) -> Option<Claim> {
    let [c, b, a] = [by, level, base].map(|r| &facts.records[r]);
    let (high, low) = match way {
        Direction::Up => (b, a),
        Direction::Down => (a, b),
    };
    let apart = |low: &Record, high: &Record| {
        low.value.checked_mul(MOST).is_none_or(|most| most < high.value)
    };
    if apart(a, b) || apart(b, a) {
        return None;
    }
    if a.high.or(b.high).is_some() || !matches!(a.role, Role::Actual | Role::Target) {
        return None;
    }
    let answers = [relative(a, high, low, c), difference(high, low, c)];
    let answers: Vec<(Verdict, String)> = answers.into_iter().flatten().collect();
    let holds = answers.iter().find(|(verdict, _)| *verdict == Verdict::Holds);
    let (verdict, detail) = holds.or(answers.first())?.clone();
    let relation = moved(facts, by, way, level, base);
    Some(facts.claim(KIND, &[by, level, base], verdict, detail).with(relation))
}
