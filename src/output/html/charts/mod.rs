//! Charts of an article, as SVG that needs no script: what is drawn is also written beside it, so
//! that neither colour nor sight is needed.
//!
//! A chart shows only figures that the text states. It draws no share and no sum of its own; what
//! a target asks over several years is the arithmetic of the checks.
//!
//! * `targets`: results against their targets
//! * `parts`: the parts of a total
//! * `over_time`: the same indicator over several periods
//! * `scale`: lengths of bars

mod over_time;
mod parts;
mod scale;
mod targets;

pub(super) use over_time::over_time;

use super::part::Part;
use crate::output::harmless;
use crate::record::Record;
use maud::{Markup, html};

/// How many bars or parts a chart has at most; one with more is no chart any more.
const MOST: usize = 40;

/// All charts of an article.
pub(super) fn charts(part: &Part<'_>) -> Vec<Markup> {
    targets::charts(part).chain(parts::charts(part)).collect()
}

/// What a bar stands for: the figure with its period, and its value.
fn label(part: &Part<'_>, number: usize, record: &Record) -> Markup {
    let indicator = Part::indicator(record);
    let (place, period) = (record.place.as_deref().unwrap_or_default(), part.period(record));
    let place = harmless(place);
    html! {
        span.name lang="vi" {
            a href={ "#r" (number) } { (record.id) }
            @for words in [&*indicator, &*place, &*period] {
                @if !words.is_empty() { " · " (words) }
            }
        }
        " " b { (part.full(record)) }
    }
}
