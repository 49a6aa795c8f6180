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
//! Where the base stands `base_told` and `change_since` say. Growth at constant prices says nothing of levels at current ones, and of two levels of which one is
//! three times the other at least one is of something else.

use super::Verdict;
use super::base_told::{at_head, behind, in_bracket, in_clause, unread, when_it_was};
use super::bounds::Bounds;
use super::change::is_same_change;
use super::change_since::told_before;
use super::claim::Claim;
use super::difference::{change_between, change_of};
use super::facts::Facts;
use super::percent::{compare, share};
use super::print::Style;
use super::relation::{Relation, Term};
use super::units::{is_percent, same_measure};
use super::words::text::OTHER_PRICES;
use crate::lexicon::{CueClass, UnitKind};
use crate::record::Direction;

const KIND: &str = "change";

/// How many tokens may stand between a change and its base.
const NEAR: usize = 16;

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
    if let Some((level, base)) = unread(facts, by) {
        return change_of(facts, by, way, level, (&base, None));
    }
    let named =
        behind(facts, by).or_else(|| when_it_was(facts, by)).or_else(|| in_bracket(facts, by));
    let (level, base) = match named {
        Some(base) => (facts.level_before(by, base)?, base),
        None => in_clause(facts, by)
            .or_else(|| at_head(facts, by))
            .or_else(|| told_before(facts, by))?,
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
