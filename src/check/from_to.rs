//! # What it tests
//! The change from one level to another is the one that is told beside them, and the levels go the
//! way that their words say.
//!
//! # Why
//! Levels, difference and percentage are copied from different columns of a table.
//!
//! # Example
//! `tăng từ 74 xã lên 89 xã, tăng 25 xã` gives `89 - 74 = 15, the text says 25 xã`; `tăng từ 68,5%
//! lên 64,2%` gives `from 68,5 to 64,2 %, the text says that it rises`.
//!
//! # Limits
//! The change stands right before or behind the two levels, and is none of each year. One that names
//! a base of its own (`so với cùng kỳ`) is believed where it fits and otherwise left alone. A place
//! in a ranking goes up when its number falls, and the `tăng` of `tốc độ tăng` says no way.

use super::Verdict;
use super::bounds::Bounds;
use super::called::colours;
use super::claim::Claim;
use super::difference::{difference, moved, relative};
use super::facts::Facts;
use super::odd_words::words_at_odds;
use super::passage::REACH;
use super::print::{Style, number};
use super::units::{alike, is_percent};
use super::words::text::{APPOSING, BEFORE_THAT, EVERY_YEAR, PACE, RANK, THAT_IS, THUS};
use crate::lexicon::{CueClass, UnitKind};
use crate::record::{Direction, Record};

pub(super) const KIND: &str = "change";

/// How many tokens may stand between a change and what is said of it.
const NEAR: usize = 8;

/// How many words that were not said before name another thing.
const NAME: usize = 2;

/// How many tokens may stand before a change in a bracket of its own: `lên 1.250 lượt (tăng 4,2%)`.
const BRACKET: usize = 4;

pub(super) const MOVES: &[CueClass] = &[CueClass::Rise, CueClass::Fall];

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (1..facts.records.len()).filter_map(|to| between_levels(facts, to)).collect()
}

/// `từ A lên B, tăng C`, `tăng C, từ A lên B`; without a C, which way the word and the levels go.
fn between_levels(facts: &Facts<'_>, to: usize) -> Option<Claim> {
    let from = facts.before(to)?;
    let way = from_to(facts, from, to)?;
    let [a, b] = [from, to].map(|r| &facts.records[r]);
    if !alike(a, b) || a.high.or(b.high).is_some() || is_percent(a) != is_percent(b) {
        return None;
    }
    let behind = facts
        .after(to)
        .filter(|by| is_said_of(facts, to, *by) && !names_another(facts, from, to, *by));
    let before = facts.before(from).filter(|by| {
        is_said_of(facts, *by, from) && !has_own_subject(facts, *by, from) && !ends_pair(facts, *by)
    });
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
        let points = c.unit_kind == UnitKind::Point && is_percent(a);
        let confused = points && relative_fits(a, high, low, c);
        if let Some((verdict, detail)) = holds.or(answers.first().filter(|_| !own_base || confused))
        {
            let claim = facts.claim(KIND, &[by, from, to], *verdict, detail.clone());
            let way = if b.value >= a.value { Direction::Up } else { Direction::Down };
            let plain = c.of.is_none();
            return Some(if plain { claim.with(moved(facts, by, way, to, from)) } else { claim });
        }
    }
    let Some(way) = way else {
        return words_at_odds(facts, from, to);
    };
    let against = match way {
        Direction::Up => Bounds::of(a).exceeds(Bounds::of(b), false),
        Direction::Down => Bounds::of(b).exceeds(Bounds::of(a), false),
    };
    let word = if way == Direction::Up { "rises" } else { "falls" };
    let style = Style::of(a, &[a.value, b.value]);
    let detail = format!(
        "from {} to {}, the text says that it {word}",
        style.bare(a.value),
        style.full(b.value)
    );
    (against == Verdict::Holds)
        .then(|| facts.claim(KIND, &[to, from], Verdict::DoesNotHold, detail))
}

/// Whether a change in points is the one in percent of the base, so that the word for it is wrong: `từ 8% xuống
/// 6%, giảm 25 điểm phần trăm`.
fn relative_fits(base: &Record, high: &Record, low: &Record, said: &Record) -> bool {
    let percent = Record { unit: Some("%".to_owned()), ..said.clone() };
    matches!(relative(base, high, low, &percent), Some((Verdict::Holds, _)))
}

/// Whether two figures stand as `từ A … lên B`, and which way the words say that it goes; a place
/// in a ranking goes up when its number goes down, so there they say nothing.
pub(super) fn from_to(facts: &Facts<'_>, from: usize, to: usize) -> Option<Option<Direction>> {
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
    let ranks = passage.find(lead.start..gap.end + 1, RANK).is_some();
    let comma = usize::from(passage.text.key(since.start.wrapping_sub(1)) == ",");
    let verb = passage.cue_before(since.start - comma, MOVES).map(|(class, _)| class);
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
            && (facts.lead(r).is_some_and(|(lead, passage)| passage.has(lead, &classes))
                || facts
                    .place(r)
                    .is_some_and(|(place, passage)| passage.says(place.end, EVERY_YEAR).is_some()))
    });
    let gap = facts.gap(a, b).filter(|_| facts.same_sentence(a, b));
    moves
        && !yearly
        && gap.is_some_and(|(gap, passage)| {
            let marks: &[&str] = if gap.len() <= BRACKET { &[";"] } else { &[";", "("] };
            gap.len() <= NEAR * 2 && !passage.has_mark(gap, marks)
        })
}

/// Whether a change stands behind two levels of its own: `từ 8.400 lên 8.500 đồng, tăng 1,2%, cám từ 12.300 …`.
fn ends_pair(facts: &Facts<'_>, by: usize) -> bool {
    let pair = facts.before(by).and_then(|to| Some((facts.before(to)?, to)));
    pair.is_some_and(|(from, to)| {
        facts.same_sentence(from, by) && from_to(facts, from, to).is_some()
    })
}

/// Whether the levels behind a change are of a subject of their own: `tăng 12 bậc dù điểm số giảm từ`.
fn has_own_subject(facts: &Facts<'_>, by: usize, from: usize) -> bool {
    facts.gap(by, from).zip(place_end(facts, by)).is_some_and(|((gap, passage), start)| {
        let moves = |at: &usize| passage.cue_at(*at, MOVES).is_some();
        let opens = |at: usize| matches!(passage.text.key(at - 1), "," | "(" | "-");
        (start..gap.end).find(moves).is_some_and(|verb| verb > start && !opens(verb))
    })
}

/// Whether the words between two levels and a change behind them name something else that moves: `số lớp từ 40 lên
/// 50, lương giáo viên tăng 8%`.
fn names_another(facts: &Facts<'_>, from: usize, to: usize, by: usize) -> bool {
    let (Some((gap, passage)), Some((lead, _))) = (facts.gap(to, by), facts.lead(from)) else {
        return false;
    };
    let comma = gap.clone().find(|at| matches!(passage.text.key(*at), "," | ";"));
    let verb = passage.cue_before(gap.end, MOVES).map(|(_, verb)| verb.start);
    let (Some(comma), Some(verb)) = (comma, verb) else { return false };
    let told: Vec<&str> = colours(passage, lead.start..gap.start).collect();
    let name = comma + 1..verb;
    let joint = passage.find(name.clone(), APPOSING).is_some()
        || passage.find(name.clone(), THAT_IS).is_some()
        || passage.find(name.clone(), THUS).is_some();
    let new = colours(passage, name).filter(|word| !told.contains(word) && !PACE.contains(word));
    !joint && new.count() >= NAME
}

/// Whether words behind a change say what it is compared with; `so với trước` is the first of the two
/// levels.
fn names_a_base(facts: &Facts<'_>, by: usize) -> bool {
    facts.place(by).is_some_and(|(place, passage)| {
        let mut behind = place.number.end..place.number.end + NEAR;
        let versus = behind.find(|at| passage.text.key(*at) == "so");
        versus.is_some_and(|at| {
            let base = at + 1 + usize::from(passage.text.key(at + 1) == "với");
            let first = passage.says(base, BEFORE_THAT).map(|len| base + len);
            let ends = |at: usize| matches!(passage.text.key(at), "" | "." | "," | ";" | ")");
            !first.is_some_and(ends)
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn words_and_levels_go_one_way() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Số ca mắc tăng từ «64|ca» xuống «51|ca».",
                    "does not hold: from 64 to 51 ca, the text says that it rises and that it falls",
                ),
                (
                    "Thu nhập giảm từ «41 triệu|đồng» lên «47 triệu|đồng».",
                    "does not hold: from 41 to 47 triệu đồng, the text says that it falls and that it rises",
                ),
                (
                    "Nâng công suất từ «300|giường» lên «420|giường», tăng «150|giường|up» so với trước.",
                    "does not hold: 420 - 300 = 120, the text says 150 giường",
                ),
                (
                    "Số vụ giảm «15|%|down»% trong khi số người chết tăng từ «20|người» lên «22|người».",
                    "",
                ),
                ("Tốc độ tăng từ «8|%»% xuống «5|%»%.", ""),
                ("Mức giảm từ «3|%»% lên «5|%»%.", ""),
                ("Chỉ số tăng từ hạng «31» xuống hạng «18».", ""),
                (
                    "Nâng công suất từ «300|giường» lên «420|giường», tăng «150|giường|up» so với năm 2015.",
                    "",
                ),
            ],
        );
    }
}
