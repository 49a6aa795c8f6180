//! The parts of a total as one stacked bar, each part with its number in the bar and its words in
//! the list under it.
//!
//! A breakdown whose sum was checked is one bar. Parts that no check adds up (`trong đó`) share
//! another. Parts in another unit than the total are not drawn, nor more than a reader can tell apart.

use super::scale::share;
use super::{MOST, label};
use crate::output::html::part::{Figure, Part};
use crate::record::Record;
use maud::{Markup, html};
use rust_decimal::Decimal;
use std::collections::{HashMap, HashSet};

/// The check whose findings name a total and all parts of one breakdown.
const SUM: &str = "sum_of_parts";

pub(super) fn charts<'a>(part: &'a Part<'_>) -> impl Iterator<Item = Markup> + 'a {
    let sums = sums(part);
    let totals = part.linked(|record| record.part_of.as_deref());
    totals.into_iter().flat_map(move |(total, mut rest)| {
        let whole = part.numbered(total);
        rest.retain(|(_, part)| is_drawn(part, whole));
        let mut breakdowns = Vec::new();
        for parts in sums.get(whole.id.as_str()).into_iter().flatten() {
            let summed = rest.extract_if(.., |(_, part)| parts.contains(part.id.as_str()));
            breakdowns.push(summed.collect());
        }
        breakdowns.push(rest);
        let charts = breakdowns.into_iter().filter_map(|parts| chart(part, (total, whole), &parts));
        charts.collect::<Vec<_>>()
    })
}

/// The parts of every breakdown that is checked, by the id of its total.
fn sums<'a>(part: &'a Part<'_>) -> HashMap<&'a str, Vec<HashSet<&'a str>>> {
    let mut sums = HashMap::<_, Vec<_>>::new();
    for finding in part.report.checks.iter().filter(|finding| finding.kind == SUM) {
        if let [total, parts @ ..] = finding.records.as_slice() {
            let parts = parts.iter().map(String::as_str).collect();
            sums.entry(total.as_str()).or_default().push(parts);
        }
    }
    sums
}

fn is_drawn(part: &Record, whole: &Record) -> bool {
    part.unit_name() == whole.unit_name() && part.per == whole.per && part.value >= Decimal::ZERO
}

fn chart(part: &Part<'_>, (total, whole): Figure<'_>, parts: &[Figure<'_>]) -> Option<Markup> {
    (1..=MOST).contains(&parts.len()).then_some(())?;
    let page = &part.words.page;
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, (_, part)| sum.checked_add(part.value))?;
    let longest = sum.max(whole.value);
    let length = |value| share(value, longest).map(|share| format!("{share}%"));
    let mut from = Decimal::ZERO;
    let mut segments = Vec::new();
    for (i, (_, record)) in parts.iter().enumerate() {
        let middle = from.checked_add(record.value / Decimal::TWO)?;
        segments.push((i + 1, length(from)?, length(record.value)?, length(middle)?));
        from = from.checked_add(record.value)?;
    }
    Some(html! {
        figure.chart {
            figcaption {
                span.kind { (page.parts_of_total) }
                (label(part, total, whole))
            }
            svg.bar.stacked width="100%" height="36" aria-hidden="true" {
                rect.whole width=[length(whole.value)] height="6" rx="1" {}
                @for (i, from, long, middle) in &segments {
                    rect class={ "part part" (i % 4) } x=(from) y="9" width=(long) height="26" rx="1" {}
                    text x=(middle) y="27" text-anchor="middle" { (i) }
                }
                @if sum < whole.value {
                    rect.rest x=[length(sum)] y="9" width=[length(whole.value - sum)] height="26" rx="1" {}
                }
            }
            ol.parts {
                @for (number, record) in parts { li { (label(part, *number, record)) } }
            }
            @if sum < whole.value { p.rest { (page.rest) } }
            @if sum > whole.value { p.excess { (page.excess) } }
        }
    })
}
