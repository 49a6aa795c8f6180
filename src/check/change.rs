//! # What it tests
//! A change given as a number and in percent is the same change.
//!
//! # Why
//! The two are copied from different columns of a table.
//!
//! # Example
//! `đạt 1.250 lượt, tăng 50 lượt (4,2%)` gives `50/1.200 = 4,17 %, the text says 4,2 %`.
//!
//! # Limits
//! The change must stand right behind the level (`, tăng`), and the percentage right behind the
//! change; the base is computed from the two, so that none is told (`từ 402 xuống 218, giảm 184`). The tables of sentences below hold for `from_to` and `change_base` as well.

use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::from_to::from_to;
use super::percent::{compare, share};
use super::print::Style;
use super::relation::{Relation, Term};
use super::units::{alike, is_percent};
use crate::lexicon::CueClass;
use crate::record::{Direction, Role};
use rust_decimal::Decimal;

const KIND: &str = "change";

/// How many tokens may stand between a change and what is said of it: its base, its percentage.
const NEAR: usize = 8;

const MOVES: &[CueClass] = &[CueClass::Rise, CueClass::Fall];

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (1..facts.records.len()).filter_map(|by| in_percent(facts, by)).collect()
}

/// `đạt 1.250 lượt, tăng 50 lượt (4,2%)`, or the percentage first
fn in_percent(facts: &Facts<'_>, by: usize) -> Option<Claim> {
    let second = facts.after(by)?;
    let level = facts.before(by).filter(|level| follows(facts, *level, by))?;
    let percent_first = is_percent(&facts.records[by]);
    let (by, said) = if percent_first { (second, by) } else { (by, second) };
    let (first, last) = (by.min(said), by.max(said));
    let [b, d, p] = [level, by, said].map(|r| &facts.records[r]);
    let fits = b.role == Role::Actual && b.unit.is_some() && alike(b, d) && !is_percent(d);
    if !(fits && d.role == Role::Change && is_percent(p) && is_same_change(facts, first, last)) {
        return None;
    }
    let told = facts.before(level).is_some_and(|from| from_to(facts, from, level).is_some());
    if told {
        return None;
    }
    let base = match d.direction? {
        Direction::Up => b.value.checked_sub(d.value)?,
        Direction::Down => b.value.checked_add(d.value)?,
    };
    let bounds = match d.direction? {
        Direction::Up => Bounds::of(b).minus(Bounds::of(d)),
        Direction::Down => Bounds::of(b).plus(Bounds::of(d)),
    };
    let value = share(d.value, base).filter(|_| base > Decimal::ZERO)?;
    let (verdict, text) = compare(value, Bounds::of(d).percent_of(bounds), p);
    let style = Style::of(b, &[d.value, base]);
    let detail = format!("{}/{} = {text}", style.bare(d.value), style.bare(base));
    let base = Term { value: base, record: None, ..Term::of(facts, level) };
    let relation = Relation::percent(Term::of(facts, said), Term::of(facts, by), base);
    Some(facts.claim(KIND, &[by, said, level], verdict, detail).with(relation))
}

/// Whether a change stands right behind a level: `, tăng 50`, `(giảm 3`.
fn follows(facts: &Facts<'_>, level: usize, by: usize) -> bool {
    facts.apposed(level, by, MOVES).is_some_and(|how| how.tight && how.by.is_some())
}

/// Whether a percentage says a change once more: `(4,2%)`, `, tương đương giảm 4,2%`.
pub(super) fn is_same_change(facts: &Facts<'_>, by: usize, said: usize) -> bool {
    let Some((gap, passage)) = facts.gap(by, said).filter(|_| facts.same_sentence(by, said)) else {
        return false;
    };
    // `bằng 71,2% mục tiêu` is a share of a plan
    let end = facts.place(said).map_or(gap.end, |(place, _)| place.end);
    if passage.cue_at(end, &[CueClass::Plan]).is_some() {
        return false;
    }
    let key = |at: usize| passage.text.key(at);
    let moved = passage.cue_before(gap.end, MOVES).map(|(_, cue)| cue.start);
    let start = moved.unwrap_or(gap.end);
    let lead = passage.lead(start);
    let joint = match passage.cue_before(start, &[CueClass::Equal]) {
        Some((_, equal)) => equal.start,
        None if lead > gap.start && key(lead - 1) == "(" => lead - 1,
        None => return false,
    };
    let comma = usize::from(joint > gap.start && key(joint - 1) == ",");
    let mut words = gap.start..joint.saturating_sub(comma);
    gap.start <= joint && gap.len() <= NEAR && words.all(|at| key(at) != ",")
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn a_change_follows_from_its_levels() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Số lớp tăng từ «20|lớp» lên «30|lớp», tăng «10|lớp|up».",
                    "holds: 30 - 20 = 10, the text says 10 lớp",
                ),
                (
                    "Số lượt tăng từ «1.200|lượt» lên «1.250|lượt» (tăng «4,2|%|up»%).",
                    "holds: (1.250 - 1.200)/1.200 = 4,17 %, the text says 4,2 %",
                ),
                (
                    "Số vụ giảm từ «50|vụ» xuống còn «40|vụ», giảm «25|%|down»%.",
                    "does not hold: (50 - 40)/50 = 20 %, the text says 25 %",
                ),
                (
                    "Tỷ lệ tăng từ «60|%»% lên «75|%»%, tăng «15|%|up»%.",
                    "holds: 75 - 60 = 15, the text says 15 %",
                ),
                (
                    "Tỷ lệ tăng từ «60|%»% lên «75|%»%, tăng «25|%|up»%.",
                    "holds: (75 - 60)/60 = 25 %, the text says 25 %",
                ),
                (
                    "Tỷ lệ tăng từ «60|%»% lên «75|%»%, tăng «12|điểm phần trăm|up».",
                    "does not hold: 75 - 60 = 15, the text says 12 điểm phần trăm",
                ),
            ],
        );
    }

    #[test]
    fn a_change_said_twice_is_one_change() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Đạt «1.250|lượt», tăng «50|lượt|up» («4,2|%|up»%) so với cùng kỳ.",
                    "holds: 50/1.200 = 4,17 %, the text says 4,2 %",
                ),
                (
                    "Đạt «1.250|lượt», tăng «50|lượt|up» tương đương «4,2|%|up»%.",
                    "holds: 50/1.200 = 4,17 %, the text says 4,2 %",
                ),
                (
                    "Xảy ra «40|vụ», giảm «10|vụ|down», tương đương giảm «20|%|down»% so với cùng kỳ.",
                    "holds: 10/50 = 20 %, the text says 20 %",
                ),
                (
                    "Đạt «1.250|lượt», tăng «5,2|%|up»% (tương đương tăng «50|lượt|up»).",
                    "does not hold: 50/1.200 = 4,17 %, the text says 5,2 %",
                ),
                (
                    "Đạt «1.250|lượt», tăng «50|lượt|up» («5,2|%|up»%) so với cùng kỳ.",
                    "does not hold: 50/1.200 = 4,17 %, the text says 5,2 %",
                ),
            ],
        );
    }

    #[test]
    fn changes_of_something_else_are_no_claim() {
        assert_findings(
            super::KIND,
            &[
                ("Tăng từ «20|lớp» lên «30|lớp», tăng «12|%|up»% so với cùng kỳ.", ""),
                ("Mở từ «20|lớp» đến «30|lớp», tăng «12|%|up»%.", ""),
                ("Có «500|hộ» nghèo, hộ cận nghèo giảm «20|hộ|down» («3|%|down»%).", ""),
                ("Đạt «1.250|lượt», doanh thu tăng «50|lượt|up» («9|%|up»%).", ""),
                ("Đạt «1.250|lượt», tăng «50|lượt|up», công suất phòng («9|%|up»%).", ""),
                ("Đạt «1.250|lượt», tăng «50|lượt|up», doanh thu tăng «9|%|up»%.", ""),
            ],
        );
    }
}
