//! The series page: the same indicators of several articles, period beside period.
//!
//! Where articles differ stands first, in words. Then the table with a column a period, what only
//! one article tells of one period, a chart for each line that can be compared with itself, and the
//! articles. A figure leads to its words on the web, or to its article in the list where no address
//! is known. There is no script: nothing here needs one.
//!
//! * `table`: the lines with a column a period; `once`: those that there is nothing to hold against
//! * `line`, `cell`: the head of a row, and what is told of one period
//! * `articles`: the list of articles
//! * `series.css`: what the page adds to the style of the evidence page

mod articles;
mod cell;
mod line;
mod once;
mod table;

use super::frame::frame;
use super::link;
use super::page::LARGE;
use super::words::Words;
use super::{charts, conflicts};
use crate::output::{Lang, Look};
use crate::series::{Figure, Line, Series};
use maud::{Markup, html};
use std::io::{self, Write};

const STYLE: &str = concat!(include_str!("../evidence.css"), include_str!("series.css"));

/// Everything that a part of the page needs to know.
struct Lined<'a> {
    series: &'a Series,
    words: &'a Words,
}

/// Writes the page.
pub(super) fn line_up(series: &Series, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let words = Words::of(look.lang.unwrap_or(Lang::Vi));
    out.write_all(page(&Lined { series, words: &words }).into_string().as_bytes())
}

fn page(lined: &Lined<'_>) -> Markup {
    let Lined { series, words } = lined;
    let (once, several): (Vec<_>, Vec<_>) = series.lines.iter().partition(|line| is_once(line));
    let conflicts = conflicts::conflicts(series, words, &|figure| lined.link(figure));
    let charts = charts::over_time(series, words, &|figure| lined.link(figure));
    let first = if several.is_empty() { "#once" } else { "#lines" };
    let body = html! {
        body.large[series.lines.len() > LARGE] {
            @if !series.lines.is_empty() { a.skip href=(first) { (words.page.skip) } }
            (top(lined, [several.len(), once.len(), charts.len()], &conflicts))
            main {
                @if !several.is_empty() { (table::table(lined, &several)) }
                @if !once.is_empty() { (once::table(lined, &once)) }
            }
            @if !charts.is_empty() {
                section.charts id="charts" aria-labelledby="charts-heading" {
                    h2 id="charts-heading" { (words.page.charts) }
                    div.grid { @for chart in &charts { (chart) } }
                }
            }
            (articles::articles(lined))
            footer { p { (words.series.made) } }
        }
    };
    frame(words, &words.series.title, STYLE, None, &body)
}

/// Whether one article tells it, of one period.
fn is_once(line: &Line) -> bool {
    let mut figures = line.cells.iter().flat_map(|cell| cell.results.iter().chain(&cell.targets));
    let first = figures.next().map(|figure| figure.article);
    line.cells.len() == 1 && figures.all(|figure| Some(figure.article) == first)
}

/// What the page is, how much there is, and where articles differ.
fn top(lined: &Lined<'_>, [several, once, charts]: [usize; 3], conflicts: &[Markup]) -> Markup {
    let Words { page, series: words, .. } = lined.words;
    let places = [
        ("#lines", &words.lines, several),
        ("#once", &words.once, once),
        ("#charts", &page.charts, charts),
        ("#articles", &page.articles, lined.series.articles.len()),
    ];
    html! {
        header.top {
            p.kicker { (words.kicker) }
            h1 { (words.title) }
            nav aria-label=(words.kicker) {
                @for (place, name, count) in places {
                    @if count > 0 { a href=(place) { (name) " " b { (count) } } }
                }
            }
            @if lined.series.lines.is_empty() {
                p { (words.nothing) }
            } @else if conflicts.is_empty() {
                p.verdict-of-all { (words.agree) }
            } @else {
                section.failed aria-labelledby="failed" {
                    h2 id="failed" { (words.differ) ": " (conflicts.len()) }
                    ul.claims { @for conflict in conflicts { (conflict) } }
                }
            }
        }
    }
}

impl Lined<'_> {
    /// Where a figure leads to: its words on the web, else its article in the list.
    fn link(&self, figure: &Figure) -> Option<String> {
        let address = figure.link.as_deref().and_then(link::web);
        Some(address.map_or_else(|| format!("#a{}", figure.article + 1), str::to_owned))
    }

    /// What a period is called.
    fn period(&self, number: usize) -> &str {
        let span = &self.series.periods[number];
        let has_days = span.start.or(span.end).is_some();
        if has_days { &span.label } else { &self.words.series.no_period }
    }
}
