//! # What it tests
//! An amount for several years and the yearly amount beside it agree.
//!
//! # Why
//! The average is worked out by hand, and often over the wrong number of years.
//!
//! # Example
//! `60 tỷ đồng/5 năm, tương ứng 12 tỷ đồng/năm` gives `60/5 = 12, the text says 12 tỷ đồng/năm`.
//!
//! # Limits
//! The yearly amount must follow directly after `bình quân`, `mỗi năm` or `tương ứng`. The number of years is
//! the one written behind the amount; that of its period (whole years only) was read from further
//! away, so with it a difference is not reported.

use super::Verdict;
use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::print::Style;
use super::relation::{Relation, Term};
use super::target::whole_years;
use super::units::{alike, is_percent};
use crate::lexicon::CueClass;
use crate::record::{Record, Role};
use rust_decimal::Decimal;

const KIND: &str = "rate_time";

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (1..facts.records.len()).filter_map(|rate| one(facts, rate)).collect()
}

fn one(facts: &Facts<'_>, rate: usize) -> Option<Claim> {
    let amount = facts.before(rate)?;
    let (whole, yearly) = (&facts.records[amount], &facts.records[rate]);
    let levels = [whole, yearly].iter().all(|r| matches!(r.role, Role::Actual | Role::Target));
    let fits = levels && whole.unit.is_some() && alike(whole, yearly) && !is_percent(whole);
    if !fits || yearly.per.as_deref() != Some("năm") {
        return None;
    }
    let (gap, passage) = facts.gap(amount, rate)?;
    passage.cue_before(gap.end, &[CueClass::Average, CueClass::Habitual, CueClass::Equal])?;
    let years = Decimal::from(years(whole)?);
    let value = whole.value.checked_div(years)?;
    let bounds = Bounds::of(yearly).times(years);
    let verdict = match bounds.agrees(Bounds::of(whole)) {
        Verdict::DoesNotHold if rounds_to(value, yearly) => Verdict::Holds,
        verdict => verdict,
    };
    let style = Style::of(whole, &[whole.value, yearly.value]);
    let detail = format!(
        "{}/{years} = {}, the text says {}/năm",
        style.bare(whole.value),
        style.bare(value.round_dp(2)),
        style.full(yearly.value),
    );
    let [said, part] = [rate, amount].map(|figure| Term::of(facts, figure));
    let relation = Relation::mean(said, part, Term::fixed(years));
    (whole.per.is_some() || verdict == Verdict::Holds)
        .then(|| facts.claim(KIND, &[rate, amount], verdict, detail).with(relation))
}

/// How many years an amount is for: `60 tỷ đồng/5 năm`, or the years of its period.
fn years(record: &Record) -> Option<i16> {
    let years = match record.per.as_deref() {
        Some(per) => per.strip_suffix(" năm")?.parse().ok()?,
        None => whole_years(record.period.as_ref()?)?,
    };
    (years > 1).then_some(years)
}

/// Whether an average of whole things was rounded to the next one: 201 lượt in 2 years, 100 or 101 a year.
fn rounds_to(value: Decimal, said: &Record) -> bool {
    let off = value.checked_sub(said.value);
    said.value.is_integer() && off.is_some_and(|off| off.abs() < Decimal::ONE)
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn the_yearly_amount_follows_from_the_whole() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Hỗ trợ «60 tỷ|đồng/5 năm», tương ứng «12 tỷ|đồng/năm».",
                    "holds: 60/5 = 12, the text says 12 tỷ đồng/năm",
                ),
                (
                    "Hỗ trợ «60 tỷ|đồng/5 năm», tương ứng «15 tỷ|đồng/năm».",
                    "does not hold: 60/5 = 12, the text says 15 tỷ đồng/năm",
                ),
                (
                    "Đào tạo «1.000|người|years=2016-2020», bình quân mỗi năm «200|người/năm».",
                    "holds: 1.000/5 = 200, the text says 200 người/năm",
                ),
                (
                    "Đào tạo «1.001|người|years=2021-2022», bình quân «501|người/năm».",
                    "holds: 1.001/2 = 500,5, the text says 501 người/năm",
                ),
                ("Đào tạo «1.000|người», bình quân mỗi năm «200|người/năm».", ""),
                ("Đào tạo «1.000|người|years=2016-2020», chỉ tiêu «300|người/năm|target».", ""),
                ("Đào tạo «1.000|người|years=2016-2020», bình quân «20|người/huyện».", ""),
                ("Đào tạo «1.000|người|years=2016-2020», bình quân «250|người/năm».", ""),
            ],
        );
    }
}
