//! Reports in a database that this program wrote.
//!
//! Only the tables of this version are read: those of another may say something else under the same names. Numbers are
//! read of the columns that hold their exact digits.

use super::json::{join, number};
use super::{Claim, Stored, StoredError};
use crate::check::{Grade, Verdict};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags, Row};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::Path;

/// Marks a database as ours: `DA06` in its header.
pub(crate) const APPLICATION: i32 = i32::from_be_bytes(*b"DA06");

/// Version of the tables. It rises with every change of them.
pub(crate) const VERSION: i32 = 4;

const RECORDS: &str = "SELECT articles.source, articles.url, articles.title, articles.published, \
     articles.place AS about, records.* FROM records JOIN articles ON articles.id = records.article \
     ORDER BY records.article, records.rowid";

const FINDINGS: &str = "SELECT findings.article, findings.id, findings.kind, findings.holds, \
     findings.grade, finding_records.record FROM findings LEFT JOIN finding_records \
     ON finding_records.article = findings.article AND finding_records.finding = findings.id \
     ORDER BY findings.article, findings.id, finding_records.position";

impl Stored {
    /// Reads a database.
    ///
    /// # Errors
    /// Where it is none of this program, or of another version of its tables.
    pub fn read_database(path: &Path) -> Result<Vec<Self>, StoredError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags)?;
        let pragma = |name: &str| connection.pragma_query_value(None, name, |row| row.get(0));
        if pragma("application_id")? != APPLICATION {
            return Err(StoredError::Foreign);
        }
        let found: i32 = pragma("user_version")?;
        if found != VERSION {
            return Err(StoredError::OtherVersion { found, read: VERSION });
        }
        let mut claims = claims(&connection)?;
        let mut all = Vec::new();
        let mut last = None;
        let mut select = connection.prepare(RECORDS)?;
        let mut rows = select.query([])?;
        let mut number = 0;
        while let Some(row) = rows.next()? {
            number += 1;
            let article: i64 = row.get("article")?;
            let is_new = last.replace(article) != Some(article);
            join(&mut all, cells(row)?, is_new)
                .map_err(|error| StoredError::Line { line: number, message: error.to_string() })?;
            if let Some(stored) = all.last_mut().filter(|_| is_new) {
                stored.checks = Some(claims.remove(&article).unwrap_or_default());
            }
        }
        Ok(all)
    }
}

/// The cells of a row under the names of the flat columns.
fn cells(row: &Row<'_>) -> Result<Map<String, Value>, StoredError> {
    let names: Vec<String> = row.as_ref().column_names().map(str::to_owned).collect();
    let mut cells = Map::new();
    for (at, name) in names.iter().enumerate() {
        let exact = name.strip_suffix("_exact");
        let value = match row.get_ref(at)? {
            ValueRef::Null => Value::Null,
            ValueRef::Integer(whole) => whole.into(),
            ValueRef::Text(text) => {
                let text = String::from_utf8_lossy(text);
                exact.and_then(|_| number(&text)).unwrap_or_else(|| text.into())
            }
            // A number to reckon with; its digits stand beside it.
            ValueRef::Real(_) | ValueRef::Blob(_) => continue,
        };
        cells.insert(exact.unwrap_or(name).to_owned(), value);
    }
    Ok(cells)
}

/// The claims of each article.
fn claims(connection: &Connection) -> Result<BTreeMap<i64, Vec<Claim>>, StoredError> {
    let mut claims: BTreeMap<i64, Vec<Claim>> = BTreeMap::new();
    let mut select = connection.prepare(FINDINGS)?;
    let mut rows = select.query([])?;
    let mut last = None;
    while let Some(row) = rows.next()? {
        let (article, id): (i64, i64) = (row.get(0)?, row.get(1)?);
        let of_article = claims.entry(article).or_default();
        if last.replace((article, id)) != Some((article, id)) {
            let [holds, grade] = [3, 4].map(|at| row.get::<_, Option<String>>(at));
            let holds =
                holds?.and_then(|word| Verdict::named(&word)).unwrap_or(Verdict::CannotBeTold);
            let grade = grade?.and_then(|word| Grade::named(&word));
            of_article.push(Claim { kind: row.get(2)?, records: Vec::new(), holds, grade });
        }
        if let (Some(claim), Some(record)) = (of_article.last_mut(), row.get(5)?) {
            claim.records.push(record);
        }
    }
    Ok(claims)
}

impl From<rusqlite::Error> for StoredError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Unreadable(error.to_string())
    }
}
