//! One row a finding: what CSV and JSON Lines share.

use super::sentence::sentence;
use super::told::{Checked, Told};
use crate::check::Slip;
use crate::output::Lang;
use crate::output::columns::{self, Cell, day, text, word, words};
use std::borrow::Cow;

/// The headings, also the keys in JSON Lines.
pub(in crate::output) const COLUMNS: [&str; 17] = [
    "source",
    "title",
    "published",
    "url",
    "kind",
    "holds",
    "grade",
    "accepted",
    "detail",
    "expected_vi",
    "expected_en",
    "slips",
    "records",
    "figures",
    "text",
    "sentence",
    "link",
];

/// A row under [`COLUMNS`].
pub(in crate::output) type Row<'a> = [Cell<'a>; COLUMNS.len()];

/// The rows of an article.
pub(in crate::output) fn of_article(article: &Checked) -> impl Iterator<Item = Row<'_>> {
    article.told.iter().map(|told| {
        let Checked { source, title, published, url, .. } = article;
        let day = day(columns::published(published.as_deref()));
        row([text(source), words(title), day, words(url)], told)
    })
}

/// The row of a finding about several articles, whose names all stand under `source`.
pub(in crate::output) fn of_across(told: &Told) -> Row<'_> {
    let mut sources: Vec<&str> = told.figures.iter().map(|figure| &*figure.source).collect();
    sources.dedup();
    row([joined(&sources, " | "), Cell::Empty, Cell::Empty, Cell::Empty], told)
}

fn row<'a>([source, title, published, url]: [Cell<'a>; 4], told: &'a Told) -> Row<'a> {
    let claim = told.figures.first();
    let each = |of: fn(&super::Quoted) -> &String| {
        told.figures.iter().map(|figure| of(figure).as_str()).collect::<Vec<_>>()
    };
    let slip = |slip: &Slip| match &slip.record {
        Some(record) => format!("{record}: {} → {}", slip.said, slip.meant),
        None => format!("{} → {}", slip.said, slip.meant),
    };
    let slips: Vec<_> = told.slips.iter().map(slip).collect();
    let slips: Vec<_> = slips.iter().map(String::as_str).collect();
    [
        source,
        title,
        published,
        url,
        text(told.kind),
        text(told.holds.as_str()),
        word(told.grade.map(|grade| grade.as_str())),
        word(told.accepted.then_some("accepted")),
        text(&told.detail),
        Cell::Text(sentence(told, Lang::Vi).into()),
        Cell::Text(sentence(told, Lang::En).into()),
        joined(&slips, " | "),
        joined(&each(|figure| &figure.id), "|"),
        joined(&each(|figure| &figure.text), " | "),
        word(claim.map(|claim| claim.text.as_str())),
        word(claim.map(|claim| claim.sentence.as_str()).filter(|words| !words.is_empty())),
        claim.map_or(Cell::Empty, |claim| words(&claim.link)),
    ]
}

fn joined<'a>(words: &[&str], mark: &str) -> Cell<'a> {
    if words.is_empty() { Cell::Empty } else { Cell::Text(Cow::Owned(words.join(mark))) }
}
