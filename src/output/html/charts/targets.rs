//! Results against their targets, a chart a target: the result as a full bar, what is asked of it
//! as an outlined one under it.
//!
//! A share of the plan (`đạt 101,8 %`) is no result of its own. A result whose target cannot be held
//! against it (other units, a yearly target and a result of some months) is not drawn.

use super::scale::share;
use super::{MOST, label};
use crate::check::asked;
use crate::output::harmless;
use crate::output::html::part::{Figure, Part};
use crate::record::{Record, Role};
use maud::{Markup, html};
use rust_decimal::Decimal;

/// A result with what its target asks: the number, and how it comes about.
struct Pair<'a> {
    number: usize,
    result: &'a Record,
    asked: (Decimal, String),
}

pub(super) fn charts<'a>(part: &'a Part<'_>) -> impl Iterator<Item = Markup> + 'a {
    part.linked(|record| record.target.as_deref()).into_iter().filter_map(
        move |(target, results)| {
            let goal = part.numbered(target);
            let pairs: Vec<Pair<'_>> = results
                .into_iter()
                .filter(|(_, result)| matches!(result.role, Role::Actual | Role::Change))
                .filter_map(|(number, result)| {
                    Some(Pair { number, result, asked: asked(goal, result)? })
                })
                .collect();
            (pairs.len() <= MOST).then_some(())?;
            let longest = pairs.iter().map(|pair| pair.result.value.max(pair.asked.0)).max()?;
            share(longest, longest)?;
            Some(chart(part, (target, goal), &pairs, longest))
        },
    )
}

fn chart(
    part: &Part<'_>,
    (number, goal): Figure<'_>,
    pairs: &[Pair<'_>],
    longest: Decimal,
) -> Markup {
    let page = &part.words.page;
    let length = |value| share(value, longest).map(|share| format!("{share}%"));
    html! {
        figure.chart {
            figcaption {
                span.kind { (page.results_and_targets) }
                (label(part, number, goal))
            }
            ul.bars {
                @for pair in pairs {
                    li {
                        p { (label(part, pair.number, pair.result)) }
                        svg.bar width="100%" height="26" aria-hidden="true" {
                            rect.actual width=[length(pair.result.value)] height="14" rx="1" {}
                            rect.target y="17" width=[length(pair.asked.0)] height="8" rx="1" {}
                        }
                        p.asked { (page.of_target) ": " (harmless(&pair.asked.1)) }
                    }
                }
            }
        }
    }
}
