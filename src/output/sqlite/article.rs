//! The rows of one article: its own is kept and renewed, those that hang on it are written anew.
//!
//! An article is known again by its address without what stands behind `#`, and where it has none,
//! or only that of a site's first page, by the digest of its bytes: an edited page of no address is
//! another article.

use crate::Report;
use crate::check::Finding;
use crate::entity::{Document, Person};
use crate::output::columns::{COLUMNS, Cell, Column, Kind, rows};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Result, params, params_from_iter};
use std::borrow::Cow;

/// Columns of every flat format that stand in the table of the articles here.
const OF_ARTICLE: [&str; 6] = ["source", "title", "published", "url", "about", "about_code"];

/// What was known of an article.
pub(super) struct Known {
    pub(super) source: String,
    pub(super) sha256: String,
}

/// What is known of the article of a report.
pub(super) fn known(connection: &Connection, report: &Report) -> Result<Option<Known>> {
    connection
        .prepare_cached("SELECT source, sha256 FROM articles WHERE key = ?1")?
        .query_row([key(report)], |row| Ok(Known { source: row.get(0)?, sha256: row.get(1)? }))
        .optional()
}

/// Writes an article in the place of what was known of it, and gives its id.
pub(super) fn replace(connection: &Connection, report: &Report) -> Result<i64> {
    let article = renew(connection, report)?;
    for table in ["findings", "records", "documents", "people"] {
        let mut delete =
            connection.prepare_cached(&format!("DELETE FROM {table} WHERE article = ?1"))?;
        delete.execute([article])?;
    }
    records(connection, article, report)?;
    for (id, finding) in (1_i64..).zip(&report.checks) {
        write_finding(connection, article, id, finding)?;
    }
    report
        .documents
        .iter()
        .try_for_each(|document| write_document(connection, article, document))?;
    report.people.iter().try_for_each(|person| write_person(connection, article, person))?;
    Ok(article)
}

/// Writes the article's own row, and gives its id.
fn renew(connection: &Connection, report: &Report) -> Result<i64> {
    let mut upsert = connection.prepare_cached(
        "INSERT INTO articles (key, source, url, sha256, encoding, title, published, publisher, \
             authors, byline, place, place_code) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) \
         ON CONFLICT (key) DO UPDATE SET source = excluded.source, url = excluded.url, \
             sha256 = excluded.sha256, encoding = excluded.encoding, title = excluded.title, \
             published = excluded.published, publisher = excluded.publisher, \
             authors = excluded.authors, byline = excluded.byline, place = excluded.place, \
             place_code = excluded.place_code \
         RETURNING id",
    )?;
    let (source, article) = (&report.source, &report.article);
    let row = params![
        key(report),
        source.name,
        source.url,
        source.sha256,
        source.encoding.label,
        article.title,
        article.published,
        article.publisher,
        joined(&article.authors),
        article.byline,
        report.place,
        report.place_code,
    ];
    upsert.query_one(row, |row| row.get(0))
}

fn key(report: &Report) -> Cow<'_, str> {
    let address = report.source.url.as_deref().and_then(|url| url.split('#').next());
    match address.filter(|address| names_a_page(address)) {
        Some(address) => address.into(),
        None => format!("sha256:{}", report.source.sha256).into(),
    }
}

/// Whether an address says more than the site: pages give that of the site's first page by mistake.
fn names_a_page(address: &str) -> bool {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split_once('/').is_some_and(|(_, path)| !path.is_empty())
}

fn records(connection: &Connection, article: i64, report: &Report) -> Result<()> {
    let mut insert = connection.prepare_cached(&insert_record())?;
    for row in rows(report) {
        let cells = COLUMNS.iter().zip(row.cells()).filter(|(column, _)| is_of_record(column));
        let cells = cells.map(|(_, cell)| value(cell));
        insert.execute(params_from_iter(std::iter::once(Value::Integer(article)).chain(cells)))?;
    }
    Ok(())
}

/// A number goes into two columns: one makes a number of its digits, the other keeps them.
fn insert_record() -> String {
    let (mut names, mut values) = ("article".to_owned(), "?1".to_owned());
    for (i, column) in (2..).zip(COLUMNS.iter().filter(|column| is_of_record(column))) {
        names.push_str(&format!(", \"{}\"", column.name));
        values.push_str(&format!(", ?{i}"));
        if column.kind == Kind::Number {
            names.push_str(&format!(", {}_exact", column.name));
            values.push_str(&format!(", ?{i}"));
        }
    }
    format!("INSERT INTO records ({names}) VALUES ({values})")
}

fn is_of_record(column: &Column) -> bool {
    !OF_ARTICLE.contains(&column.name)
}

fn value(cell: Cell<'_>) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => Value::Text(text.into_owned()),
        Cell::Number(_) | Cell::Count(_) | Cell::Day(_) => Value::Text(cell.to_string()),
    }
}

fn write_finding(connection: &Connection, article: i64, id: i64, finding: &Finding) -> Result<()> {
    connection.prepare_cached("INSERT INTO findings VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?.execute(
        params![
            article,
            id,
            finding.kind,
            finding.holds.as_str(),
            finding.grade.map(|grade| grade.as_str()),
            finding.detail,
        ],
    )?;
    let mut insert =
        connection.prepare_cached("INSERT INTO finding_slips VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    for (position, slip) in (1_i64..).zip(&finding.slips) {
        insert.execute(params![article, id, position, slip.record, slip.said, slip.meant])?;
    }
    let mut insert =
        connection.prepare_cached("INSERT INTO finding_records VALUES (?1, ?2, ?3, ?4)")?;
    for (position, record) in (1_i64..).zip(&finding.records) {
        insert.execute(params![article, id, position, record])?;
    }
    Ok(())
}

fn write_document(connection: &Connection, article: i64, document: &Document) -> Result<()> {
    let period = document.period.as_ref();
    let row = params![
        article,
        document.id,
        document.kind,
        document.number,
        document.title,
        document.issuer,
        period.and_then(|period| period.start),
        period.and_then(|period| period.end),
        period.and_then(|period| period.horizon),
        document.implements,
    ];
    connection
        .prepare_cached("INSERT INTO documents VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")?
        .execute(row)?;
    Ok(())
}

fn write_person(connection: &Connection, article: i64, person: &Person) -> Result<()> {
    connection.prepare_cached("INSERT INTO people VALUES (?1, ?2, ?3, ?4)")?.execute(params![
        article,
        person.id,
        person.name,
        joined(&person.roles)
    ])?;
    let mut insert =
        connection.prepare_cached("INSERT INTO offices VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for (position, office) in (1_i64..).zip(&person.offices) {
        insert.execute(params![article, person.id, position, office.title, office.organization])?;
    }
    Ok(())
}

fn joined(words: &[String]) -> Option<String> {
    (!words.is_empty()).then(|| words.join("|"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_site_names_no_page() {
        for (address, names) in [
            ("https://bao.example.vn/tin/so-ket-123.html", true),
            ("https://bao.example.vn/?id=123", true),
            ("bao.example.vn/tin", true),
            ("https://bao.example.vn/", false),
            ("https://bao.example.vn", false),
            ("", false),
        ] {
            assert_eq!(names_a_page(address), names, "{address}");
        }
    }
}
