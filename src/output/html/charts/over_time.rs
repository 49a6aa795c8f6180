//! The same indicator over several periods, of one article or of several, as a line.
//!
//! Only periods of the same length are joined: those that the series itself compares. Where
//! articles give different values, all of them are drawn and nothing is joined. The axis begins at
//! zero, so that a height is a value.

use super::scale::share;
use crate::output::harmless;
use crate::output::html::link;
use crate::output::html::number::number;
use crate::output::html::words::Words;
use crate::series::{Cell, Figure, Line, Series, Span};
use maud::{Markup, html};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Height of the drawing, and where its highest and its lowest point stand.
const HEIGHT: u32 = 150;
const TOP: u32 = 22;
const BOTTOM: u32 = 124;

/// How many periods are named under the line; of more, each is named in the list alone.
const NAMED: usize = 6;

/// A chart for every line that the series compares with itself. `link_of` gives where a figure of
/// the series leads to.
pub(in crate::output::html) fn over_time(
    series: &Series,
    words: &Words,
    link_of: &dyn Fn(&Figure) -> Option<String>,
) -> Vec<Markup> {
    let charts = series.lines.iter().filter_map(|line| chart(series, line, words, link_of));
    charts.collect()
}

fn chart(
    series: &Series,
    line: &Line,
    words: &Words,
    link_of: &dyn Fn(&Figure) -> Option<String>,
) -> Option<Markup> {
    let counts = |cell: &&Cell| cell.results.iter().all(|figure| figure.of.is_none());
    let told = line.cells.iter().filter(counts);
    let told = told.filter(|cell| cell.change.is_some() || cell.conflict);
    let lengths: BTreeSet<_> = told.map(|cell| months(&series.periods[cell.period])).collect();
    let is_drawn = |cell: &&Cell| {
        !cell.results.is_empty()
            && counts(cell)
            && lengths.contains(&months(&series.periods[cell.period]))
    };
    let cells: Vec<&Cell> = line.cells.iter().filter(is_drawn).collect();
    let values = cells.iter().flat_map(|cell| &cell.results).map(|figure| figure.value);
    let highest = values.max().filter(|_| !cells.is_empty())?;
    let drawing = drawing(series, &cells, highest)?;
    let unit = [line.unit.as_deref(), line.per.as_deref()].into_iter().flatten();
    let unit = unit.collect::<Vec<_>>().join("/");
    let figure = |figure: &Figure| {
        link::to(link_of(figure).as_deref(), &html! { b { (number(figure.value, words)) } })
    };
    Some(html! {
        figure.chart {
            figcaption {
                span.kind { (words.page.over_time) }
                span.name lang="vi" {
                    (harmless(&line.indicator))
                    @if let Some(place) = &line.place { " · " (harmless(place)) }
                }
                @if !unit.is_empty() { " (" (harmless(&unit)) ")" }
            }
            (drawing)
            ol.points {
                @for cell in &cells {
                    li {
                        (series.periods[cell.period].label) ": "
                        @for (i, result) in cell.results.iter().enumerate() {
                            @if i > 0 { " / " }
                            (figure(result))
                        }
                        @if cell.conflict { span.bad { " ✗ " (words.page.conflict) } }
                    }
                }
            }
        }
    })
}

/// How long a period is; none for one that is open.
fn months(span: &Span) -> Option<i32> {
    let (start, end) = (span.start?, span.end?);
    let years = i32::from(end.year() - start.year());
    Some(years * 12 + i32::from(end.month()) - i32::from(start.month()))
}

fn drawing(series: &Series, cells: &[&Cell], highest: Decimal) -> Option<Markup> {
    let x = |period: usize| {
        let place = cells.iter().position(|cell| cell.period == period)? * 2 + 1;
        Some(format!("{}%", share(Decimal::from(place), Decimal::from(cells.len() * 2))?))
    };
    let y = |value: Decimal| {
        let rise = share(value, highest)? * Decimal::from(BOTTOM - TOP) / Decimal::ONE_HUNDRED;
        Some((Decimal::from(BOTTOM) - rise).round_dp(1))
    };
    let only = |period: usize| {
        let cell = cells.iter().find(|cell| cell.period == period)?;
        cell.results.first().map(|figure| figure.value)
    };
    let joined = cells.iter().filter_map(|cell| {
        let from = cell.change.as_ref()?.from;
        Some((x(from)?, y(only(from)?)?, x(cell.period)?, y(only(cell.period)?)?))
    });
    let joined: Vec<_> = joined.collect();
    let points = cells.iter().flat_map(|cell| {
        cell.results
            .iter()
            .filter_map(|figure| Some((x(cell.period)?, y(figure.value)?, cell.conflict)))
    });
    let points: Vec<_> = points.collect();
    (points.len() > 1).then_some(())?;
    Some(html! {
        svg.line-chart width="100%" height=(HEIGHT) aria-hidden="true" {
            line.axis x1="0" y1=(BOTTOM) x2="100%" y2=(BOTTOM) {}
            @for (x1, y1, x2, y2) in &joined { line.joined x1=(x1) y1=(y1) x2=(x2) y2=(y2) {} }
            @for (x, y, conflict) in &points { circle.conflict[*conflict] cx=(x) cy=(y) r="4.5" {} }
            @if cells.len() <= NAMED {
                @for cell in cells {
                    @let period = &series.periods[cell.period].label;
                    text x=[x(cell.period)] y=(HEIGHT - 6) text-anchor="middle" { (period) }
                }
            }
        }
    })
}
