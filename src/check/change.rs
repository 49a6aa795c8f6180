//! # What it tests
//! A change follows from the two levels that the text gives (`từ 20 lên 30`), and a change given
//! as a number and in percent is the same change.
//!
//! # Why
//! Levels, difference and percentage are copied from different columns of a table.
//!
//! # Example
//! `tăng từ 1.200 lên 1.250 lượt, tăng 4,2%` gives `(1.250 - 1.200)/1.200 = 4,17 %, the text says
//! 4,2 %`; so does `đạt 1.250 lượt, tăng 50 lượt (4,2%)`.
//!
//! # Limits
//! The change must stand right behind the level (`, tăng`), and the percentage right behind the
//! change. From level to level, a change that names another base (`so với cùng kỳ`) is believed
//! where it fits and otherwise left alone. The difference of two percentages may be given in points
//! or in percent.

use super::Verdict;
use super::bounds::Bounds;
use super::change_base::{difference, relative};
use super::facts::{Claim, Facts};
use super::passage::REACH;
use super::percent::{compare, share};
use super::print::{Style, number};
use super::units::{alike, is_percent};
use super::words::text::RANK;
use crate::lexicon::{CueClass, UnitKind};
use crate::record::{Direction, Record, Role};
use rust_decimal::Decimal;

const KIND: &str = "change";

/// How many tokens may stand between a change and what is said of it: its base, its percentage.
const NEAR: usize = 8;

/// How many tokens may stand before a change in a bracket of its own: `lên 1.250 lượt (tăng 4,2%)`.
const BRACKET: usize = 4;

const MOVES: &[CueClass] = &[CueClass::Rise, CueClass::Fall];

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let records = 1..facts.records.len();
    let levels = records.clone().filter_map(|to| between_levels(facts, to));
    levels.chain(records.filter_map(|by| in_percent(facts, by))).collect()
}

/// `từ A lên B, tăng C`, `tăng C, từ A lên B`; without a C, which way the word and the levels go.
fn between_levels(facts: &Facts<'_>, to: usize) -> Option<Claim> {
    let from = facts.before(to)?;
    let way = from_to(facts, from, to)?;
    let [a, b] = [from, to].map(|r| &facts.records[r]);
    if !alike(a, b) || a.high.or(b.high).is_some() || is_percent(a) != is_percent(b) {
        return None;
    }
    let behind = facts.after(to).filter(|by| is_said_of(facts, to, *by));
    let before = facts.before(from).filter(|by| is_said_of(facts, *by, from));
    if let Some(by) = behind.or(before) {
        let c = &facts.records[by];
        let (high, low) = if b.value >= a.value { (b, a) } else { (a, b) };
        let answers = [
            difference(high, low, c),
            relative(a, high, low, c),
            steps(high, low, c),
            fraction(a, high, low, c),
        ];
        let answers: Vec<(Verdict, String)> = answers.into_iter().flatten().collect();
        let holds = answers.iter().find(|(verdict, _)| *verdict == Verdict::Holds);
        let own_base = behind.is_some() && names_a_base(facts, by);
        if let Some((verdict, detail)) = holds.or(answers.first().filter(|_| !own_base)) {
            return Some(facts.claim(KIND, &[by, from, to], *verdict, detail.clone()));
        }
    }
    let against = match way? {
        Direction::Up => Bounds::of(a).exceeds(Bounds::of(b), false),
        Direction::Down => Bounds::of(b).exceeds(Bounds::of(a), false),
    };
    let word = if way == Some(Direction::Up) { "rises" } else { "falls" };
    let style = Style::of(a, &[a.value, b.value]);
    let detail = format!(
        "from {} to {}, the text says that it {word}",
        style.bare(a.value),
        style.full(b.value)
    );
    (against == Verdict::Holds)
        .then(|| facts.claim(KIND, &[to, from], Verdict::DoesNotHold, detail))
}

/// Whether two figures stand as `từ A … lên B`, and which way the words say that it goes; a place
/// in a ranking goes up when its number goes down, so there they say nothing.
fn from_to(facts: &Facts<'_>, from: usize, to: usize) -> Option<Option<Direction>> {
    let (lead, passage) = facts.lead(from)?;
    let near = lead.start.max(lead.end.saturating_sub(NEAR / 2))..lead.end;
    let (_, since) = passage.last_cue(near, &[CueClass::Since])?;
    let (gap, _) = facts.gap(from, to).filter(|_| facts.same_sentence(from, to))?;
    let last = gap.start.max(gap.end.saturating_sub(NEAR / 2))..gap.end;
    let levels = [CueClass::Level, CueClass::LevelReached];
    let (_, reached) = passage.last_cue(last, &levels)?;
    if gap.len() > REACH || passage.has_mark(gap.clone(), &[";"]) {
        return None;
    }
    if passage.cue_at(place_end(facts, from)?, &[CueClass::AndMore, CueClass::AndLess]).is_some() {
        return None;
    }
    let ranks = passage.find(since.start..gap.end + 1, RANK).is_some();
    let verb = passage.cue_before(since.start, MOVES).map(|(class, _)| class);
    let way = match verb {
        Some(CueClass::Rise) if passage.has_mark(reached.clone(), &["lên"]) => Some(Direction::Up),
        Some(CueClass::Fall) if passage.has_mark(reached, &["xuống", "còn"]) => {
            Some(Direction::Down)
        }
        _ => None,
    };
    Some(way.filter(|_| !ranks && !passage.has_mark(gap, &[","])))
}

/// The token behind the unit of a figure.
fn place_end(facts: &Facts<'_>, figure: usize) -> Option<usize> {
    facts.place(figure).map(|(place, _)| place.end)
}

/// `tăng 5 bậc, từ hạng 27 lên hạng 18`
fn steps(high: &Record, low: &Record, said: &Record) -> Option<(Verdict, String)> {
    let ranks = high.unit.is_none() && low.unit.is_none() && said.unit_kind == UnitKind::Step;
    let value = high.value.checked_sub(low.value).filter(|_| ranks)?;
    let verdict = Bounds::exactly(value).agrees(Bounds::of(said));
    let sides = format!("{} - {} = {}", number(high.value), number(low.value), number(value));
    Some((verdict, format!("{sides}, the text says {}", Style::of(said, &[]).full(said.value))))
}

/// `từ 15 ngày xuống còn 10 ngày, giảm 1/3`
fn fraction(
    base: &Record,
    high: &Record,
    low: &Record,
    said: &Record,
) -> Option<(Verdict, String)> {
    let of = said.of.filter(|_| said.unit.is_none())?;
    let off = high.value.checked_sub(low.value)?;
    let holds = off.checked_mul(of)? == base.value.checked_mul(said.value)?;
    let sides = format!("({} - {})/{}", number(high.value), number(low.value), number(base.value));
    let detail = format!("{sides} = {}/{}", number(said.value), number(of));
    holds.then_some((Verdict::Holds, detail))
}

/// Whether a change stands beside a level with nothing but a few words between.
fn is_said_of(facts: &Facts<'_>, a: usize, b: usize) -> bool {
    let moves = [a, b].into_iter().any(|r| facts.moved(r).is_some());
    let yearly = [a, b].into_iter().any(|r| {
        let classes = [CueClass::Average, CueClass::Habitual, CueClass::Each];
        facts.moved(r).is_some()
            && facts.lead(r).is_some_and(|(lead, passage)| passage.has(lead, &classes))
    });
    let gap = facts.gap(a, b).filter(|_| facts.same_sentence(a, b));
    moves
        && !yearly
        && gap.is_some_and(|(gap, passage)| {
            let marks: &[&str] = if gap.len() <= BRACKET { &[";"] } else { &[";", "("] };
            gap.len() <= NEAR * 2 && !passage.has_mark(gap, marks)
        })
}

/// `đạt 1.250 lượt, tăng 50 lượt (4,2%)`
fn in_percent(facts: &Facts<'_>, by: usize) -> Option<Claim> {
    let said = facts.after(by)?;
    let level = facts.before(by).filter(|level| follows(facts, *level, by))?;
    let [b, d, p] = [level, by, said].map(|r| &facts.records[r]);
    let fits = b.role == Role::Actual && b.unit.is_some() && alike(b, d) && !is_percent(d);
    if !(fits && d.role == Role::Change && is_percent(p) && is_same_change(facts, by, said)) {
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
    Some(facts.claim(KIND, &[by, said, level], verdict, detail))
}

/// Whether a change stands right behind a level: `, tăng 50`, `(giảm 3`.
fn follows(facts: &Facts<'_>, level: usize, by: usize) -> bool {
    facts.apposed(level, by, MOVES).is_some_and(|how| how.tight && how.by.is_some())
}

/// Whether a percentage says a change once more: `(4,2%)`, `, tương đương giảm 4,2%`.
fn is_same_change(facts: &Facts<'_>, by: usize, said: usize) -> bool {
    let Some((gap, passage)) = facts.gap(by, said).filter(|_| facts.same_sentence(by, said)) else {
        return false;
    };
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

/// Whether words behind a change say what it is compared with.
fn names_a_base(facts: &Facts<'_>, by: usize) -> bool {
    facts.place(by).is_some_and(|(place, passage)| {
        let behind = place.number.end..place.number.end + NEAR;
        behind.into_iter().any(|at| passage.text.key(at) == "so")
    })
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
