//! What is told of one line and period: results, target, attainment, change, each figure with the
//! number of its article.
//!
//! ```text
//! 1.297 [2] ≠ 1.279 [3]
//! ✗ Các bài viết nêu khác nhau
//! chỉ tiêu: 1.200 [2]
//! ```

use super::Lined;
use crate::output::harmless;
use crate::output::html::link;
use crate::output::html::number::{number, signed, told};
use crate::series::{Cell, Figure};
use maud::{Markup, html};

/// The content of a cell.
pub(super) fn cell(lined: &Lined<'_>, cell: &Cell) -> Markup {
    let words = lined.words;
    let own = &words.series;
    html! {
        @if !cell.results.is_empty() {
            p.result { (figures(lined, &cell.results, if cell.conflict { " ≠ " } else { " | " })) }
        }
        @if cell.conflict { p.bad { "✗ " (own.differ) } }
        @if !cell.targets.is_empty() {
            p { (own.target) ": " (figures(lined, &cell.targets, " | ")) }
        }
        @if let Some(attainment) = cell.attainment {
            p { (own.attained) " " (number(attainment, words)) " %" }
        }
        @if let Some(change) = &cell.change {
            p {
                (signed(change.by, words))
                @if let Some(percent) = change.percent { " (" (signed(percent, words)) " %)" }
                " " (own.against) " " (lined.period(change.from))
            }
        }
    }
}

/// Every value once, with the articles that give it.
fn figures(lined: &Lined<'_>, figures: &[Figure], between: &str) -> Markup {
    let mut values: Vec<(String, Vec<&Figure>)> = Vec::new();
    for figure in figures {
        let value = told(figure, lined.words);
        match values.iter_mut().find(|(known, _)| *known == value) {
            Some((_, sources)) => sources.push(figure),
            None => values.push((value, vec![figure])),
        }
    }
    html! {
        @for (i, (value, sources)) in values.iter().enumerate() {
            @if i > 0 { (between) }
            b { (value) }
            @for figure in sources { " " (source(lined, figure)) }
        }
    }
}

/// `[2]`, which leads to the words.
fn source(lined: &Lined<'_>, figure: &Figure) -> Markup {
    let article = &lined.series.articles[figure.article];
    let name = article.title.as_deref().unwrap_or(&article.source);
    let number = html! {
        span.from title={ (harmless(name)) ", " (figure.record) } { "[" (figure.article + 1) "]" }
    };
    link::to(lined.link(figure).as_deref(), &number)
}
