//! `Số bác sĩ/vạn dân tăng từ 7,1`, `tổng số hộ nghèo là 1.250`, `doanh nghiệp thành lập mới 1.885`:
//! the clause itself names what there are so many of.
//!
//! Behind `số` it is the word that follows; without it, the noun that opens the clause, and only where
//! no list gives a unit.

use crate::lexicon::{CueClass, UnitKind};
use crate::mention::unit::{age_at, known as unit_at, subject};
use crate::mention::{Quantity, Scene, UnitWords};
use rust_decimal::Decimal;

/// How many tokens back a label may begin.
const LABEL: usize = 80;

const VERBS: &[CueClass] = &[CueClass::Level, CueClass::Rise, CueClass::Fall];

/// What the clause gives the number of, in so many words.
pub(super) fn of_count(scene: &Scene<'_>, quantities: &mut [Quantity], f: usize) {
    if !super::lacks_unit(scene, &quantities[f]) {
        return;
    }
    let floor = f.checked_sub(1).map_or(0, |before| quantities[before].words.end);
    let this = &mut quantities[f];
    let start = clause(scene, floor, this.words.start);
    let mut words = start..this.words.start;
    let Some((unit, per)) = words.find_map(|i| subject(scene, i)) else { return };
    let said = (unit.words.end..this.words.start).any(|i| scene.cue(i, VERBS).is_some());
    let opens = scene.cue_before(unit.words.start, &[CueClass::CountOf]).is_some_and(|(len, _)| {
        unit.words.start - len == start || scene.begins_clause(unit.words.start - len)
    });
    if said || opens {
        take(this, unit, per);
    }
}

/// The noun that opens the clause.
pub(super) fn of_clause(scene: &Scene<'_>, floor: usize, this: &Quantity) -> Option<UnitWords> {
    let end = this.words.start;
    let start = clause(scene, floor, end);
    let unit = (start..end.min(start + 2)).find_map(|i| unit_at(scene, i))?;
    let capital = |i: usize| scene.text.tokens.get(i).is_some_and(|token| token.capital);
    let named = capital(unit.words.end)
        || (unit.words.start + 1..unit.words.end).any(capital)
        || unit.words.start > start && capital(unit.words.start);
    let whole = this.value.is_integer() && this.of.is_none() && this.scale == Decimal::ONE;
    let counts = unit.kind == UnitKind::Count && whole;
    (counts && !named && unit.words.end <= end).then_some(unit)
}

/// The noun of the label that the list of a figure stands behind: `Hội viên: Nông dân 2.380`. A label
/// has no figure of its own.
pub(super) fn of_label(
    scene: &Scene<'_>,
    before: &[Quantity],
    this: &Quantity,
) -> Option<UnitWords> {
    let end = this.words.start;
    let ends = |i: &usize| matches!(scene.key(*i), "." | "!" | "?" | "(");
    let start = (end.saturating_sub(LABEL)..end).rev().take_while(|i| !ends(i)).last()?;
    let colon = (start..end).find(|i| scene.key(*i) == ":")?;
    let since = before.iter().rev().take_while(|figure| figure.number.start >= start);
    let told = since.into_iter().any(|figure| figure.number.start < colon);
    const LEADS: &[CueClass] = &[CueClass::CountOf, CueClass::Structure];
    let opens =
        |i: usize| i == start || !scene.is_word(i - 1) || scene.cue_before(i, LEADS).is_some();
    let unit = (start..colon).filter(|i| opens(*i)).find_map(|i| unit_at(scene, i))?;
    let whole = this.value.is_integer() && this.of.is_none() && this.scale == Decimal::ONE;
    (!told && whole && unit.kind == UnitKind::Count && unit.words.end <= colon).then_some(unit)
}

/// `tuổi bình quân 48,6`: the clause speaks of an age.
pub(super) fn of_age(scene: &Scene<'_>, this: &Quantity) -> Option<UnitWords> {
    const REACH: usize = 12;
    let end = this.words.start;
    let clause = (end.saturating_sub(REACH)..end).rev();
    let mut words = clause.take_while(|i| !matches!(scene.key(*i), "." | ";" | ":" | ")"));
    let told = words.any(|i| scene.cue(i, &[CueClass::AgeOf]).is_some());
    let fits = this.value < Decimal::from(120) && this.of.is_none() && this.scale == Decimal::ONE;
    (told && fits).then(|| age_at(this.number.end))
}

/// Whether the clause of a figure speaks of a number of things without saying which: `số tạm ngừng`.
pub(super) fn is_counted(scene: &Scene<'_>, floor: usize, this: &Quantity) -> bool {
    let start = clause(scene, floor, this.words.start);
    (start..this.words.start).any(|i| scene.cue(i, &[CueClass::CountOf]).is_some())
}

/// Whether a verb of level stands right before a figure: `là 23`.
pub(super) fn is_said(scene: &Scene<'_>, this: &Quantity) -> bool {
    scene.cue_before(this.words.start, &[CueClass::Level]).is_some()
}

/// Whether the clause of a figure names a measure that has no unit (`hệ số`), and whether it is a score,
/// which has one where the list gives it (`điểm trung bình`).
pub(super) fn is_bare_measure(scene: &Scene<'_>, this: &Quantity) -> Option<bool> {
    const REACH: usize = 12;
    let end = this.words.start;
    let clause = (end.saturating_sub(REACH)..end).rev();
    clause
        .take_while(|i| !matches!(scene.key(*i), "." | ";" | "," | "(" | ")"))
        .find_map(|i| scene.cue(i, &[CueClass::BareMeasure]))
        .map(|(_, cue)| cue.value.is_some())
}

fn take(this: &mut Quantity, unit: UnitWords, per: Option<std::ops::Range<usize>>) {
    this.unit = Some(UnitWords { rule: "unit.subject", ..unit });
    this.per = per;
    this.rules[1] = "unit.subject";
}

/// Where the clause of a figure begins that starts at token `end`, at or behind token `floor`.
fn clause(scene: &Scene<'_>, floor: usize, end: usize) -> usize {
    let inside = |i: &usize| !matches!(scene.key(*i), "." | ";" | ":" | "," | "(" | ")");
    (floor..end).rev().take_while(inside).last().unwrap_or(end)
}
