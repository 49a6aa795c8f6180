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
//! stands in a bracket or a clause behind the level that says so; or was told before (`change_since`). A bracket
//! that opens with `trong đó` is no base, nor one behind a plan. Growth
//! at constant prices says nothing of levels at current ones, and of two levels of which one is
//! three times the other at least one is of something else.

use super::Verdict;
use super::bounds::Bounds;
use super::change::is_same_change;
use super::change_since::told_before;
use super::claim::Claim;
use super::difference::change_between;
use super::facts::Facts;
use super::passage::Passage;
use super::percent::{compare, share};
use super::print::Style;
use super::relation::{Relation, Term};
use super::units::{is_percent, same_measure};
use super::words::text::{OTHER_PRICES, THUS};
use crate::lexicon::{CueClass, UnitKind};
use crate::record::Direction;
use crate::text::{TokenKind, Tokens};

const KIND: &str = "change";

/// How many tokens may stand between a change and its base.
const NEAR: usize = 16;

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
    change_between(facts, by, way, level, base)
        .filter(|claim| claim.finding.holds == Verdict::Holds)
}

fn one(facts: &Facts<'_>, by: usize) -> Option<Claim> {
    let way = facts.moved(by)?;
    if !is_plain(facts, by) {
        return None;
    }
    let named = behind(facts, by).or_else(|| in_bracket(facts, by));
    let named = named.or_else(|| in_clause(facts, by));
    let (level, base) = match named {
        Some(base) => (facts.level_before(by, base)?, base),
        None => told_before(facts, by)?,
    };
    (level != base).then(|| change_between(facts, by, way, level, base))?
}

/// Whether a change is one number of running text, none of each year and none at other prices.
fn is_plain(facts: &Facts<'_>, by: usize) -> bool {
    let change = &facts.records[by];
    let (Some((place, passage)), Some((lead, _))) = (facts.place(by), facts.lead(by)) else {
        return false;
    };
    let start = passage.sentence(place.sentence).start;
    let before = place.number.start.saturating_sub(NEAR).max(start)..place.number.start;
    facts.is_prose(place.block)
        && !passage.has(lead, &[CueClass::Average, CueClass::Habitual])
        && change.unit_kind != UnitKind::Multiple
        && change.high.is_none()
        && change.per.is_none()
        && passage.find(before, OTHER_PRICES).is_none()
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

/// `84,7 triệu USD, trong khi cùng kỳ là 77 triệu USD, như vậy tăng 10%`
fn in_clause(facts: &Facts<'_>, by: usize) -> Option<usize> {
    let base = facts.before(by).filter(|base| facts.is_level(*base))?;
    let level = facts.before(base).filter(|level| facts.is_level(*level))?;
    let (lead, passage) = facts.lead(base)?;
    let (gap, _) = facts.lead(by)?;
    let (tail, _) = facts.tail(by)?;
    let told = passage.has(lead.clone(), &[CueClass::Baseline, CueClass::LastYear])
        && passage.cue_before(lead.end, &[CueClass::Level, CueClass::Reaching]).is_some()
        && passage.text.key(lead.start) == ","
        && !passage.has(lead, OTHERS);
    let (_, verb) = passage.cue_before(passage.lead(gap.end), &[CueClass::Rise, CueClass::Fall])?;
    let thus = gap.start + 1..verb.start;
    let own = matches!(passage.text.key(gap.start), "," | ";")
        && (thus.is_empty() || passage.says(thus.start, THUS) == Some(thus.len()));
    let alone = matches!(passage.text.key(tail.start), "," | ";" | "." | "");
    let open = facts.bracket(base).or(facts.bracket(level)).is_none();
    (told && own && alone && open).then_some(base)
}
