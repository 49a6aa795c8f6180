//! Whether a percentage that does not follow from its two figures follows from another reading of them.
//!
//! Behind `nợ ngân hàng 1.944 triệu đồng, chiếm 60% tổng nợ, nợ đại lý 810 triệu đồng chiếm 25% tổng nợ` the total is one that was
//! told before, not the figure next to it. So another figure of the same measure may be the base; behind brackets another of the
//! sentence may be the part. Round figures (`306.000 tỷ đồng`) may be rounded to three digits, and `1,935 USD` may be written in the
//! English way.

use super::Verdict;
use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::printed::{printed_step, rounding, significant};
use super::relation::{BASE, PART, Relation, SAID, Term, ratio};
use super::units::same_measure;
use super::words::text::{TOTAL_OF, TOTALS};
use crate::record::{Modifier, Record};
use rust_decimal::Decimal;

/// How many figures before and behind a percentage may be the base that is meant.
const AROUND: usize = 40;

/// How many digits a round figure is rounded to at most, and how many zeros it ends in at least.
const DIGITS: usize = 3;
const ZEROS: &str = "00";

/// Which other figure may be the base of a percentage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    /// Any plan that the article tells.
    Plan,
    /// A total that the article tells, which is more than the one that was taken.
    Total,
    /// A level of the same sentence, of which the base that was taken may be the change.
    Level,
}

/// Whether a ratio fits with another figure of the same measure as its base, or as its part where that stands in brackets.
pub(super) fn fits_another(facts: &Facts<'_>, claim: &Claim, base: Base) -> bool {
    let Some(told) = Told::of(facts, claim) else { return false };
    let own = [Some(told.said), told.part.record, told.base.record];
    let Some(measure) = own[PART].or(own[BASE]).map(|figure| &facts.records[figure]) else {
        return false;
    };
    let of_total = told.may_be_of_total(facts);
    let bracketed = own[PART].is_some_and(|part| facts.bracket(part).is_some());
    let [part_slack, base_slack] = [told.part.slack, told.base.slack];
    let near = told.said.saturating_sub(AROUND)..facts.records.len().min(told.said + AROUND);
    near.into_iter().filter(|other| !claim.finding.records.contains(&facts.records[*other].id)).any(
        |other| {
            let figure = &facts.records[other];
            let here = facts.same_sentence(other, told.said);
            let as_base = match base {
                Base::Plan => true,
                Base::Total => of_total && figure.value > told.base.value,
                Base::Level => here,
            };
            let value = (figure.value, rounding(figure));
            let (part, whole) = ((told.part.value, part_slack), (told.base.value, base_slack));
            let between_others = base == Base::Level && here && told.meets(facts, whole, value);
            same_measure(figure, measure)
                && (as_base && told.meets(facts, part, value)
                    || between_others
                    || here && bracketed && told.meets(facts, value, whole))
        },
    )
}

/// Whether a ratio fits where its round figures are rounded ones, or one of its numbers is written in the English way.
pub(super) fn fits_otherwise(facts: &Facts<'_>, claim: &Claim) -> bool {
    let Some(told) = Told::of(facts, claim) else { return false };
    let (Some(part), Some(base)) = (told.part.record, told.base.record) else { return false };
    let [part, base] = [part, base].map(|figure| &facts.records[figure]);
    let plain = |record: &Record| (record.value, Decimal::ZERO);
    let english = |record| in_english(record).map(|value| (value, Decimal::ZERO));
    let rounded = |record: &Record| (record.value, slack(record));
    let round = part.of.is_none() && [part, base].into_iter().any(is_round);
    english(part).is_some_and(|part| told.meets(facts, part, plain(base)))
        || english(base).is_some_and(|base| told.meets(facts, plain(part), base))
        || round && told.meets(facts, rounded(part), rounded(base))
}

/// A percentage and the two figures that it is told of.
struct Told<'r> {
    said: usize,
    part: &'r Term,
    base: &'r Term,
    scale: Decimal,
    more: Decimal,
}

impl<'r> Told<'r> {
    fn of(facts: &Facts<'_>, claim: &'r Claim) -> Option<Self> {
        let Some(Relation::Ratio { terms, scale, more }) = &claim.relation else { return None };
        let said = terms[SAID].record.filter(|said| *said < facts.records.len())?;
        let [part, base] = [&terms[PART], &terms[BASE]];
        Some(Self { said, part, base, scale: *scale, more: *more })
    }

    /// Whether the words behind the percentage leave open what it is of, or call that a total: not `chiếm 24% diện tích lúa`.
    fn may_be_of_total(&self, facts: &Facts<'_>) -> bool {
        facts.place(self.said).is_some_and(|(place, passage)| {
            let total = [TOTAL_OF, TOTALS].map(|words| passage.says(place.end, words));
            let next = passage.text.key(place.end).chars().next();
            total.iter().any(Option::is_some) || !next.is_some_and(char::is_alphabetic)
        })
    }

    /// Whether the percentage of two other figures, each with how far it may be off, is the one that is told.
    fn meets(&self, facts: &Facts<'_>, part: (Decimal, Decimal), base: (Decimal, Decimal)) -> bool {
        let said = &facts.records[self.said];
        let corner = |part: Option<Decimal>, base: Option<Decimal>| {
            ratio(part?, base?, self.scale, self.more).map(|value| value.abs())
        };
        let one = corner(part.0.checked_add(part.1), base.0.checked_sub(base.1));
        let other = corner(part.0.checked_sub(part.1), base.0.checked_add(base.1));
        let Some((one, other)) = one.zip(other) else { return false };
        let (low, high) = (one.min(other), one.max(other));
        if said.modifier != Modifier::Exact {
            let meets = |end: Decimal| Bounds::exactly(end).agrees(Bounds::of(said));
            return [low, high].into_iter().any(|end| meets(end) == Verdict::Holds);
        }
        // rounded to its last digit, or cut behind it
        let step = printed_step(said);
        low < said.value + step && said.value - step / Decimal::TWO <= high
    }
}

/// Whether a figure has so few digits before its zeros that it may be rounded: `306.000`, not `1.100.482` or `60`.
fn is_round(record: &Record) -> bool {
    let digits: String = record.source.text.chars().filter(char::is_ascii_digit).collect();
    digits.len() > DIGITS && digits.ends_with(ZEROS) && significant(record.value) <= DIGITS
}

/// How far a figure may be from the meant one.
fn slack(record: &Record) -> Decimal {
    let printed = rounding(record);
    if !is_round(record) {
        return printed;
    }
    let places = record.value.trunc().mantissa().unsigned_abs().to_string().len();
    let unit = (DIGITS..places).fold(Decimal::ONE, |unit, _| unit * Decimal::TEN);
    printed.max(unit / Decimal::TWO)
}

/// The number that the digits of a figure are in the English way, where they can be one: 1935 for `1,935`.
fn in_english(record: &Record) -> Option<Decimal> {
    let number = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let digits = record.source.text.trim_matches(|c| !number(c));
    let (whole, rest) = digits.split_once([',', '.'])?;
    let three = rest.len() == DIGITS && rest.bytes().all(|byte| byte.is_ascii_digit());
    let plain = three && (1..=DIGITS).contains(&whole.len());
    match digits.contains(',') {
        _ if !plain => None,
        true => record.value.checked_mul(Decimal::ONE_THOUSAND),
        false => record.value.checked_div(Decimal::ONE_THOUSAND),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::sample::accuses;

    #[test]
    fn the_total_may_be_told_before() {
        let share = |total: &str| {
            format!(
                "Tổng nợ là «{total}|đồng». Nợ ngân hàng là «1.944 triệu|đồng», trong đó nợ đại lý là «810 triệu|đồng|part=2», chiếm «25|%»%."
            )
        };
        assert!(accuses(&share("3.600 triệu")));
        assert!(!accuses(&share("3.240 triệu")));
    }

    #[test]
    fn round_figures_are_rounded() {
        let rise = |to: &str, by: &str| {
            format!("Quỹ tăng từ «306.000|lượt» lên «{to}|lượt», tăng «{by}|%|up»%.")
        };
        assert!(!accuses(&rise("310.000", "1,4")));
        assert!(accuses(&rise("310.000", "3,1")));
        assert!(accuses(&rise("310.213", "1,9")));
    }
}
