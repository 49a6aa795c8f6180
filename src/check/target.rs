//! The level that a target sets for a result.
//!
//! `400 người/năm` asks 400 of a result of one year and 800 of a result of two; a result whose
//! period is not whole years is not held against a yearly target. `22 dự án/kế hoạch 20 dự án` is no
//! rate.

use super::bounds::Bounds;
use super::print::Style;
use super::units::{alike, differ_by_turns};
use super::words::text::PLAN_AS_RATE;
use crate::record::{Period, Record};
use rust_decimal::Decimal;

/// What a target asks for.
pub(super) struct Level {
    pub(super) value: Decimal,
    pub(super) bounds: Bounds,
    /// `400 người/năm`, `800 (400 người/năm × 2 năm)`
    pub(super) shown: String,
    /// The style in which the result is printed beside it.
    pub(super) style: Style,
}

impl Level {
    /// What the target asks of this result; none where the two cannot be held against each other.
    pub(super) fn of(target: &Record, result: &Record) -> Option<Self> {
        if !(alike(target, result) || differ_by_turns(target, result)) {
            return None;
        }
        let rate = |record: &Record| {
            record.per.clone().filter(|per| !PLAN_AS_RATE.contains(&per.as_str()))
        };
        let years = match (rate(target).as_deref(), rate(result).as_deref()) {
            (a, b) if a == b => 1,
            (Some("năm"), None) => whole_years(result.period.as_ref()?)?,
            _ => return None,
        };
        let n = Decimal::from(years);
        let value = target.value.checked_mul(n)?;
        let style = Style::of(target, &[target.value, value, result.value]);
        let rate = match &target.per {
            Some(per) => format!("{}/{per}", style.full(target.value)),
            None => style.full(target.value),
        };
        Some(Self {
            value,
            bounds: Bounds::of(target).times(n),
            shown: match years {
                1 => rate,
                _ => format!("{} ({rate} × {years} năm)", style.bare(value)),
            },
            style,
        })
    }
}

/// What the target asks of this result, as a number and in words: 800 and
/// `800 (400 người/năm × 2 năm)`; none where the two cannot be held against each other.
pub(crate) fn asked(target: &Record, result: &Record) -> Option<(Decimal, String)> {
    Level::of(target, result).map(|level| (level.value, level.shown))
}

/// How many calendar years a period spans, where it spans whole ones.
pub(super) fn whole_years(period: &Period) -> Option<i16> {
    let (start, end) = (period.start?, period.end?);
    let whole = (start.month(), start.day(), end.month(), end.day()) == (1, 1, 12, 31);
    (whole && start <= end).then(|| end.year() - start.year() + 1)
}
