//! Parts that need not be the whole: `trong đó`, a bracket that may leave some out.
//!
//! No part exceeds its total; and where the periods of the parts follow each other and make up that of
//! the total, the parts are the whole after all.

use super::Verdict;
use super::bounds::Bounds;
use super::facts::Facts;
use super::parts::{Run, Sign};
use super::print::Style;
use crate::record::Record;
use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// After `trong đó`: no part exceeds the total.
pub(super) fn subset(
    facts: &Facts<'_>,
    run: &Run,
    printed: Decimal,
    sum: Bounds,
) -> (Verdict, String) {
    let total = &facts.records[run.total];
    let bounds = Bounds::of(total);
    let above = |part: Bounds| part.exceeds(bounds, false) == Verdict::Holds;
    let parts = run.parts.iter().map(|p| &facts.records[*p]);
    let values: Vec<Decimal> = parts.clone().map(|p| p.value).collect();
    let all: Vec<Decimal> = values.iter().copied().chain([total.value]).collect();
    let style = Style::of(total, &all);
    let whole = style.full(total.value);
    if let Some(part) = parts.clone().find(|p| above(Bounds::of(p))) {
        let part = style.bare(part.value);
        return (Verdict::DoesNotHold, format!("{part} > {whole}, of which it is a part"));
    }
    let terms = style.sum(&values);
    if above(sum) && run.sign == Sign::Items {
        return (Verdict::DoesNotHold, run.equation(facts, printed, Verdict::DoesNotHold));
    }
    if above(sum) && run.stated {
        let each: Vec<String> = values.iter().map(|value| style.bare(*value)).collect();
        return (Verdict::Holds, format!("{} ≤ {whole} each", each.join(", ")));
    }
    if above(sum) {
        let why = format!("{terms} = {} > {whole}: the parts may overlap", style.bare(printed));
        return (Verdict::CannotBeTold, why);
    }
    (Verdict::Holds, format!("{terms} ≤ {whole}"))
}

/// Whether the periods of the parts follow each other, so that nothing is counted twice, and (but
/// for a sum that is too large already) make up the total's period, so that nothing is left out.
pub(super) fn in_turn(facts: &Facts<'_>, run: &Run, too_large: bool) -> bool {
    let days = |record: &Record| record.period.as_ref().and_then(|p| p.start.zip(p.end));
    let parts: Option<Vec<_>> = run.parts.iter().map(|p| days(&facts.records[*p])).collect();
    let Some(parts) = parts else {
        return false;
    };
    let next = |day: Date| day.checked_add(1.day()).ok();
    let apart = parts.windows(2).all(|pair| pair[0].1 < pair[1].0);
    let joined = parts.windows(2).all(|pair| next(pair[0].1) == Some(pair[1].0));
    let ends = parts.first().zip(parts.last()).map(|(first, last)| (first.0, last.1));
    apart && (too_large || joined && ends == days(&facts.records[run.total]))
}
