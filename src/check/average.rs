//! # What it tests
//! A mean follows from the total and from the number of those that it is shared among.
//!
//! # Why
//! The mean is what a reader compares, and a wrong unit (`nghìn` for `triệu`) shows nowhere else.
//!
//! # Example
//! `hỗ trợ 300 hộ với tổng số tiền 4,5 tỷ đồng, bình quân mỗi hộ 15 triệu đồng` gives
//! `4.500/300 = 15, the text says 15 triệu đồng`.
//!
//! # Limits
//! Total and number must be the only ones of their units before the mean, in its sentence; the number
//! may stand in the one before where this one speaks of all of them (`các hội viên`). A mean
//! behind `riêng` speaks of others, and one of a season is not shared among what a year has. Measures of mass, area and length may have other units
//! of their kind (`tấn` over `ha`, `tạ/ha`).

use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::passage::Passage;
use super::print::{Style, number};
use super::relation::{Relation, Term};
use super::units::{alike, are_people, folded, is_percent};
use super::words::text::{ALL_THE, SEASONS};
use crate::lexicon::{CueClass, UnitKind};
use crate::record::Record;
use crate::text::{Text, Tokens};
use rust_decimal::Decimal;

const KIND: &str = "average";

/// How many figures before the mean are read.
const LOOK_BACK: usize = 6;

/// How many tokens before the mean may say whose it is.
const NEAR: usize = 10;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (2..facts.records.len()).filter_map(|mean| one(facts, mean)).collect()
}

fn one(facts: &Facts<'_>, mean: usize) -> Option<Claim> {
    let said = &facts.records[mean];
    let (lead, passage) = facts.lead(mean)?;
    let (place, _) = facts.place(mean).filter(|(p, _)| facts.is_prose(p.block))?;
    let sharer = sharer(passage, &lead, said)?;
    if passage.has(lead, &[CueClass::Among])
        || is_percent(said)
        || said.high.is_some()
        || facts.moved(mean).is_some()
    {
        return None;
    }
    let before: Vec<usize> = facts
        .back(mean, LOOK_BACK)
        .take_while(|r| facts.place(*r).is_some_and(|(p, _)| p.sentence == place.sentence))
        .filter(|r| facts.records[*r].high.or(facts.records[*r].of).is_none())
        .filter(|r| facts.moved(*r).is_none())
        .collect();
    let counts = |r: &usize| {
        let record = &facts.records[*r];
        let unit = folded(record.unit.as_deref().unwrap_or_default());
        record.per.is_none()
            && !unit.is_empty()
            && (unit == sharer || unit.starts_with(&format!("{sharer} ")))
    };
    let here: Vec<usize> = before.iter().copied().filter(counts).collect();
    let number_of = match here.len() {
        0 => counted_before(facts, mean, &sharer, counts)?,
        _ => only(here.into_iter())?,
    };
    let total = only(before.iter().copied().filter(|r| {
        *r != number_of
            && facts.records[*r].per.is_none()
            && ratio(facts, &facts.records[*r], said).is_some()
    }))?;
    if is_of_other_season(facts, mean, [total, number_of]) {
        return None;
    }
    shared(facts, mean, total, number_of)
}

/// The claim that a mean is a total, shared among so many.
pub(super) fn shared(
    facts: &Facts<'_>,
    mean: usize,
    total: usize,
    number_of: usize,
) -> Option<Claim> {
    let said = &facts.records[mean];
    let [whole, count] = [total, number_of].map(|r| &facts.records[r]);
    let scale = ratio(facts, whole, said)?;
    let value = whole.value.checked_div(count.value)?.checked_mul(scale)?;
    let bounds = Bounds::of(whole).times(scale).percent_of(Bounds::of(count));
    let verdict = bounds.agrees(Bounds::of(said).times(Decimal::ONE_HUNDRED));
    let converted = whole.value.checked_mul(scale)?;
    let style = Style::of(said, &[value.round_dp(0), said.value, converted]);
    let detail = format!(
        "{}/{} = {}, the text says {}",
        style.bare(converted),
        number(count.value),
        style.bare(value.round_dp(if value < Decimal::ONE_HUNDRED { 2 } else { 0 })),
        style.full(said.value),
    );
    let [a, b, c] = [mean, total, number_of].map(|figure| Term::of(facts, figure));
    let relation = Relation::ratio([a, b, c], scale, Decimal::ZERO);
    Some(facts.claim(KIND, &[mean, total, number_of], verdict, detail).with(relation))
}

/// Whether a mean is one of a season, and the figures that it would follow from are not.
pub(super) fn is_of_other_season(facts: &Facts<'_>, mean: usize, others: [usize; 2]) -> bool {
    let of_season = |r: usize| {
        facts.lead(r).is_some_and(|(lead, passage)| passage.find(lead, SEASONS).is_some())
    };
    of_season(mean) && !others.into_iter().any(of_season)
}

/// `ra mắt với 48 hội viên. Các hội viên đã góp …, bình quân mỗi hội viên`: those counted in the sentence
/// before, where this one speaks of all of them.
fn counted_before(
    facts: &Facts<'_>,
    mean: usize,
    sharer: &str,
    counts: impl Fn(&usize) -> bool,
) -> Option<usize> {
    let (own, passage) = facts.place(mean)?;
    let sentence = passage.sentence(own.sentence);
    let all = ALL_THE.iter().map(|word| format!("{word} {sharer}")).collect::<Vec<_>>();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    passage.find(sentence, &all)?;
    let earlier = facts
        .back(mean, LOOK_BACK)
        .filter(|r| facts.place(*r).is_some_and(|(place, _)| place.sentence + 1 == own.sentence));
    only(earlier.filter(|r| facts.is_level(*r)).filter(counts))
}

/// What the mean is shared among: `hộ` in `bình quân mỗi hộ 15 triệu đồng`, or its rate. Without
/// `bình quân` each may get what it is granted.
fn sharer(passage: &Passage<'_>, lead: &Tokens, said: &Record) -> Option<String> {
    let start = lead.start.max(lead.end.saturating_sub(NEAR));
    passage.last_cue(lead.clone(), &[CueClass::Average])?;
    if let Some(per) = &said.per {
        let thing = !matches!(per.as_str(), "năm" | "tháng" | "ngày" | "tuần" | "giờ");
        let plain = thing && !per.contains('/') && Text::new(per).tokens.len() <= 3;
        return plain.then(|| folded(per));
    }
    let (_, each) = (start..lead.end).find_map(|at| passage.cue_at(at, &[CueClass::Each]))?;
    let (len, unit) = passage.unit(each.end)?;
    (unit.kind == UnitKind::Count).then(|| folded(passage.text.slice(each.end..each.end + len)))
}

/// How many units of the mean one unit of the total is.
pub(super) fn ratio(facts: &Facts<'_>, total: &Record, mean: &Record) -> Option<Decimal> {
    if total.unit.is_none() || mean.unit.is_none() {
        return None;
    }
    let alike = total.unit_kind == mean.unit_kind && alike(total, mean);
    if total.unit == mean.unit || alike || are_people(total) && are_people(mean) {
        return Some(Decimal::ONE);
    }
    let base = |record: &Record| {
        let key = record.unit_key.as_deref()?;
        let unit = facts.lexicon.entries.unit_of_key(key)?;
        let factor: Decimal = match &unit.factor {
            Some(factor) => factor.parse().ok()?,
            None => Decimal::ONE,
        };
        // A base is named by its key or by its usual form.
        let names = match &unit.base {
            Some(base) => [base.as_str(), base.as_str()],
            None => [key, unit.forms.first()],
        };
        Some((names.map(str::to_owned), factor))
    };
    let ((a, from), (b, to)) = (base(total)?, base(mean)?);
    a.iter().any(|name| b.contains(name)).then(|| from.checked_div(to))?
}

/// The one item; none where there are several.
pub(super) fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.next().is_none().then_some(first)
}
