//! Where articles differ: results for the same indicator, place and period that cannot be the same
//! figure, each with the article that gives it.

use super::link;
use super::number::told;
use super::words::Words;
use crate::output::harmless;
use crate::series::{Cell, Figure, Line, Series};
use maud::{Markup, html};

/// An item for every conflict. `link_of` gives where a figure of the series leads to.
pub(super) fn conflicts(
    series: &Series,
    words: &Words,
    link_of: &dyn Fn(&Figure) -> Option<String>,
) -> Vec<Markup> {
    let differing = series.conflicts();
    differing.map(|(line, cell)| conflict(series, line, cell, words, link_of)).collect()
}

fn conflict(
    series: &Series,
    line: &Line,
    cell: &Cell,
    words: &Words,
    link_of: &dyn Fn(&Figure) -> Option<String>,
) -> Markup {
    let unit = line.unit.as_deref().unwrap_or_default();
    let title = |figure: &Figure| {
        let told = &series.articles[figure.article];
        harmless(told.title.as_deref().unwrap_or(&told.source)).into_owned()
    };
    html! {
        li.does_not_hold {
            p {
                span.verdict { span aria-hidden="true" { "✗ " } (words.page.conflict) }
                strong lang="vi" {
                    " " (harmless(&line.indicator))
                    @if let Some(place) = &line.place { " · " (harmless(place)) }
                    " · " (series.periods[cell.period].label)
                }
            }
            ul.quotes lang="vi" {
                @for figure in &cell.results {
                    @let value = format!("{} {}", told(figure, words), harmless(unit));
                    li {
                        (link::to(link_of(figure).as_deref(), &value))
                        " – " (title(figure))
                    }
                }
            }
        }
    }
}
