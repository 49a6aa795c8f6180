//! A computed percentage against the one that the text gives.
//!
//! They agree within half a unit of the last printed digit (`139/151 = 92,05 %` is `92,1 %`). A
//! percentage that was cut instead of rounded (`92,0 %`) agrees too, and the detail says so.

use super::Verdict;
use super::bounds::Bounds;
use super::print::{hedge, number};
use super::printed::printed_step;
use crate::record::{Modifier, Record};
use rust_decimal::Decimal;

/// `a/b·100`; none where it cannot be computed.
pub(super) fn share(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_div(b)?.checked_mul(Decimal::ONE_HUNDRED)
}

/// Whether a percentage, its value and its bounds, is the one that the text says; and the words.
pub(super) fn compare(value: Decimal, bounds: Bounds, said: &Record) -> (Verdict, String) {
    let cut = value.checked_sub(said.value);
    let is_cut = said.modifier == Modifier::Exact
        && cut.is_some_and(|cut| cut >= Decimal::ZERO && cut < printed_step(said));
    let decimals = (said.value.normalize().scale() + 1).max(2);
    let computed = number(value.round_dp(decimals));
    let text = format!("{computed} %, the text says {}", said_percent(said));
    match bounds.agrees(Bounds::of(said)) {
        Verdict::Holds => (Verdict::Holds, text),
        _ if is_cut => (Verdict::Holds, format!("{text} (cut, not rounded)")),
        verdict => (verdict, text),
    }
}

/// A percentage as the text gives it, its zeros kept: `92,0 %`, `over 46 %`.
fn said_percent(record: &Record) -> String {
    let digits = record.source.text.trim_end_matches([' ', '%', '％']);
    format!("{}{digits} %", hedge(record))
}
