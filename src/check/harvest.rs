//! # What it tests
//! An area yields what area times yield is.
//!
//! # Why
//! The three are copied from three columns, and the harvest is the one that gets quoted.
//!
//! # Example
//! `Thu hoạch 450 ha lúa. Năng suất đạt 62 tạ/ha, sản lượng 2.970 tấn` gives
//! `450 × 62 = 2.790, the text says 2.970 tấn`.
//!
//! # Limits
//! One area, one yield of that area and one harvest, in any order but with the yield as the last one, which is
//! a mean (`average`): all of the sentence, or yield and
//! harvest of one whose only area stands in the sentence before. A harvest below area times yield is
//! believed, since not all of the area need bear, unless two of its digits are swapped or the text says that all
//! is harvested (`đã gặt xong 100%`); one above it is
//! one slip of the hand or more than a tenth away. Where one of the three is an estimate (`ước`) only more
//! than a tenth above counts.

use super::Verdict;
use super::average::{is_of_other_season, only, ratio};
use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::print::{Style, number};
use super::slip::{Hand, hand, is_slip};
use super::units::{folded, is_percent};
use super::words::text::HARVESTED;
use crate::lexicon::UnitKind;
use crate::record::{Modifier, Record};
use rust_decimal::Decimal;

const KIND: &str = "average";

/// How many figures before and behind the yield are read.
const AROUND: usize = 4;

/// A harvest that is above area times yield by less than a tenth may be rounded.
const ROUNDED: Decimal = Decimal::from_parts(11, 0, 0, false, 1);

/// How many figures of a sentence may be shares of an area.
const SHARES: usize = 24;

/// A harvest of all the area that is below area times yield by less than a twentieth may be rounded.
const NEARLY: Decimal = Decimal::from_parts(105, 0, 0, false, 2);

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (0..facts.records.len()).filter_map(|rate| one(facts, rate)).collect()
}

fn one(facts: &Facts<'_>, rate: usize) -> Option<Claim> {
    let yields = &facts.records[rate];
    let per = folded(yields.per.as_deref()?);
    let (own, _) = facts.place(rate).filter(|(p, _)| facts.is_prose(p.block))?;
    let around = rate.saturating_sub(AROUND)..facts.records.len().min(rate + AROUND + 1);
    let sentence = |r: &usize| {
        let (place, _) = facts.place(*r).filter(|(p, _)| p.block == own.block)?;
        (place.sentence <= own.sentence).then(|| own.sentence - place.sentence)
    };
    let of = |back: usize| {
        around.clone().filter(move |r| sentence(r) == Some(back)).filter(|r| is_amount(facts, *r))
    };
    let is_area =
        |r: &usize| facts.records[*r].unit.as_deref().map(folded).as_deref() == Some(per.as_str());
    let here: Vec<usize> = of(0).collect();
    let mass = only(here.iter().copied().filter(|r| {
        *r != rate && !is_area(r) && ratio(facts, yields, &facts.records[*r]).is_some()
    }))?;
    let area = match here.iter().filter(|r| is_area(r)).count() {
        0 => only(of(1).filter(is_area))?,
        _ => only(here.iter().copied().filter(is_area))?,
    };
    let rates = around.filter(|r| sentence(r).is_some() && facts.records[*r].per.is_some());
    let three = [area, rate, mass].map(|r| &facts.records[r]);
    let alone = rates.count() == 1 && here.len() <= 2;
    if !alone || three.iter().any(|r| r.unit_kind != UnitKind::Measure) || !is_plain(yields) {
        return None;
    }
    let [land, yields, crop] = three;
    let last = facts.same_sentence(area, rate) && area < rate && mass < rate;
    if last || is_of_other_season(facts, rate, [area, mass]) {
        return None;
    }
    let scale = ratio(facts, yields, crop)?;
    let value = land.value.checked_mul(yields.value)?.checked_mul(scale)?;
    let bounds = Bounds::of(yields).times(land.value).times(scale);
    let verdict = match bounds.agrees(Bounds::of(crop)) {
        Verdict::Holds => Verdict::Holds,
        _ if three.iter().any(|r| r.modifier != Modifier::Exact) => {
            let over = crop.value > value.checked_mul(ROUNDED)?;
            over.then_some(Verdict::DoesNotHold)?
        }
        _ if is_wrong(crop.value, value, all_is_harvested(facts, area, rate))? => {
            Verdict::DoesNotHold
        }
        _ => return None,
    };
    let style = Style::of(crop, &[value.round_dp(0), crop.value]);
    let detail = format!(
        "{} × {} = {}, the text says {}",
        number(land.value),
        number(yields.value),
        style.bare(value.round_dp(0)),
        style.full(crop.value)
    );
    Some(facts.claim(KIND, &[mass, area, rate], verdict, detail))
}

/// Whether a harvest is no rounding of what the area yields, nor that of a part of it where some is left.
fn is_wrong(crop: Decimal, value: Decimal, all: bool) -> Option<bool> {
    let exact = value.round_dp(crop.normalize().scale());
    let swapped = hand(crop, exact) == Some(Hand::Swapped);
    let below = all && crop.checked_mul(NEARLY)? < value;
    let above = crop > value && (is_slip(crop, exact) || crop > value.checked_mul(ROUNDED)?);
    Some(swapped || below || above)
}

/// Whether the words between an area and its yield say that all of it is harvested.
fn all_is_harvested(facts: &Facts<'_>, area: usize, rate: usize) -> bool {
    let (Some((first, passage)), Some((last, _))) = (facts.place(area), facts.place(rate)) else {
        return false;
    };
    let sentence = passage.sentence(first.sentence);
    let (start, end) = (first.number.end, last.number.start);
    let named = first.block == last.block
        && (passage.find(sentence.start..first.number.start, HARVESTED).is_some()
            || start < end && passage.find(start..end, HARVESTED).is_some());
    let part =
        facts.figures(first.block, sentence.start..end.max(sentence.end)).take(SHARES).any(|r| {
            let share = &facts.records[r];
            is_percent(share) && share.value != Decimal::ONE_HUNDRED && facts.moved(r).is_none()
        });
    named && !part
}

/// Whether a figure is an amount, exact or estimated, no rate and no change.
fn is_amount(facts: &Facts<'_>, figure: usize) -> bool {
    let record = &facts.records[figure];
    is_plain(record) && record.per.is_none() && facts.is_level(figure)
}

fn is_plain(record: &Record) -> bool {
    let estimate = matches!(record.modifier, Modifier::Exact | Modifier::About);
    record.of.or(record.high).is_none() && estimate
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn an_area_yields_what_it_can() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Diện tích «200|ha», năng suất «50|tạ/ha», sản lượng đạt «1.600|tấn».",
                    "does not hold: 200 × 50 = 1.000, the text says 1.600 tấn",
                ),
                (
                    "Xã thu hoạch «350|ha» ngô. Năng suất đạt «48|tạ/ha», sản lượng «1.860|tấn».",
                    "does not hold: 350 × 48 = 1.680, the text says 1.860 tấn",
                ),
                (
                    "Sản lượng đạt «1.680|tấn», năng suất «48|tạ/ha», diện tích «350|ha».",
                    "holds: 350 × 48 = 1.680, the text says 1.680 tấn",
                ),
            ],
        );
    }

    #[test]
    fn a_part_of_the_area_need_not_bear() {
        assert_findings(
            super::KIND,
            &[
                ("Diện tích «200|ha» cà phê, năng suất «5|tấn/ha», sản lượng đạt «600|tấn».", ""),
                (
                    "Xã có «350|ha» ngô. Năng suất vụ mùa đạt «48|tạ/ha», sản lượng cả năm «3.860|tấn».",
                    "",
                ),
                (
                    "Xã có «350|ha» ngô, «120|ha» lạc. Năng suất đạt «48|tạ/ha», sản lượng «1.860|tấn».",
                    "",
                ),
                (
                    "Xã thu hoạch «350|ha» ngô. Năng suất đạt «48|tạ/ha», tăng «2|tạ/ha|up», sản lượng «1.860|tấn».",
                    "",
                ),
            ],
        );
    }
}
