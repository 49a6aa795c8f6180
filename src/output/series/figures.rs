//! One row for every figure of a line, with the cell that it stands in.
//!
//! What a cell says besides (attainment, change, conflict) stands in each of its rows.

use crate::output::columns::{Cell, Kind, day, number, published, text, word, words};
use crate::series::{self, Figure, Line, Series, Span};

/// Name and kind of every cell of a row, in order.
pub const FIGURE_COLUMNS: [(&str, Kind); 24] = [
    ("category", Kind::Text),
    ("indicator", Kind::Text),
    ("scope", Kind::Text),
    ("unit", Kind::Text),
    ("per", Kind::Text),
    ("place", Kind::Text),
    ("period", Kind::Text),
    ("period_start", Kind::Day),
    ("period_end", Kind::Day),
    ("measure", Kind::Text),
    ("value", Kind::Number),
    ("high", Kind::Number),
    ("of", Kind::Number),
    ("modifier", Kind::Text),
    ("attainment", Kind::Number),
    ("change", Kind::Number),
    ("change_percent", Kind::Number),
    ("conflict", Kind::Text),
    ("source", Kind::Text),
    ("title", Kind::Text),
    ("published", Kind::Day),
    ("id", Kind::Text),
    ("text", Kind::Text),
    ("link", Kind::Text),
];

/// The rows of a series, line by line, results before targets.
pub fn figures(series: &Series) -> impl Iterator<Item = [Cell<'_>; FIGURE_COLUMNS.len()]> {
    series.lines.iter().flat_map(move |line| {
        line.cells.iter().flat_map(move |cell| {
            let results = cell.results.iter().map(|figure| ("result", figure));
            let targets = cell.targets.iter().map(|figure| ("target", figure));
            let told = results.chain(targets);
            told.map(move |(measure, figure)| row(series, line, cell, measure, figure))
        })
    })
}

fn row<'a>(
    series: &'a Series,
    line: &'a Line,
    cell: &'a series::Cell,
    measure: &'static str,
    figure: &'a Figure,
) -> [Cell<'a>; FIGURE_COLUMNS.len()] {
    let Span { start, end, label } = &series.periods[cell.period];
    let article = &series.articles[figure.article];
    let change = cell.change.as_ref().filter(|_| measure == "result");
    [
        words(&line.category),
        text(&line.indicator),
        words(&line.scope),
        words(&line.unit),
        words(&line.per),
        words(&line.place),
        text(label),
        day(*start),
        day(*end),
        text(measure),
        Cell::Number(figure.value),
        number(figure.high),
        number(figure.of),
        text(figure.modifier.as_str()),
        number(cell.attainment),
        number(change.map(|change| change.by)),
        number(change.and_then(|change| change.percent)),
        word(cell.conflict.then_some("conflict")),
        text(&article.source),
        words(&article.title),
        day(published(article.published.as_deref())),
        text(&figure.record),
        text(&figure.text),
        words(&figure.link),
    ]
}
