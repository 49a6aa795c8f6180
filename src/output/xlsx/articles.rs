//! One row an article: where it is from, and what came of it.

use super::sheet::Sheet;
use crate::Report;
use crate::check::Verdict;
use crate::output::columns::Cell;
use crate::output::{Lang, Sentences};
use crate::series::Series;
use rust_xlsxwriter::Workbook;
use std::io;

const COLUMNS: [&str; 12] = [
    "title",
    "published",
    "url",
    "publisher",
    "authors",
    "about",
    "about_code",
    "figures",
    "checks",
    "failed",
    "warnings",
    "source",
];

/// The sheet, without a row.
pub(super) fn sheet(book: &mut Workbook, lang: Lang) -> io::Result<Sheet> {
    Sheet::new(book, "articles", COLUMNS.into(), lang)
}

/// Adds the article of a report.
pub(super) fn add(sheet: &mut Sheet, report: &Report) -> io::Result<()> {
    let article = &report.article;
    let failed = report.checks.iter().filter(|check| check.holds == Verdict::DoesNotHold);
    let warnings = report.warnings.iter().map(|w| Sentences::of_warnings().said(w, sheet.lang));
    let warnings = warnings.collect::<Vec<_>>().join(" | ");
    sheet.row()?;
    told(sheet, &article.title, &article.published, &report.source.url)?;
    sheet.cell(&words(&article.publisher))?;
    sheet.cell(&text(&article.authors.join(", ")))?;
    sheet.cell(&words(&report.place))?;
    sheet.cell(&words(&report.place_code))?;
    sheet.cell(&Cell::Count(report.records.len()))?;
    sheet.cell(&Cell::Count(report.checks.len()))?;
    sheet.cell(&Cell::Count(failed.count()))?;
    sheet.cell(&text(&warnings))?;
    sheet.cell(&text(&report.source.name))
}

/// The articles of a series.
pub(super) fn of_series(series: &Series, book: &mut Workbook, lang: Lang) -> io::Result<Sheet> {
    let columns = vec!["title", "published", "url", "source"];
    let mut sheet = Sheet::new(book, "articles", columns, lang)?;
    for article in &series.articles {
        sheet.row()?;
        told(&mut sheet, &article.title, &article.published, &article.url)?;
        sheet.cell(&text(&article.source))?;
    }
    sheet.filtered()
}

fn told(
    sheet: &mut Sheet,
    title: &Option<String>,
    published: &Option<String>,
    url: &Option<String>,
) -> io::Result<()> {
    sheet.cell(&words(title))?;
    match published {
        Some(published) => sheet.moment(published)?,
        None => sheet.cell(&Cell::Empty)?,
    }
    sheet.link(&words(url), url.as_deref())
}

fn words(words: &Option<String>) -> Cell<'_> {
    words.as_deref().map_or(Cell::Empty, text)
}

fn text(text: &str) -> Cell<'_> {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.into()) }
}
