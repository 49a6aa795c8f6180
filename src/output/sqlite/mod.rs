//! SQLite: one database of articles, figures and findings that grows with every run.
//!
//! Reading an article again replaces what was known of it, and nothing stands there twice. All that
//! a run adds is one transaction: a run that fails or is killed leaves the database as it was.
//! A file of any other program is refused.
//!
//! * `tables.sql`: the tables, and the view *Tổng hợp*
//! * `article`: the rows of one article
//! * `error`: why a database cannot be written

mod article;
mod error;

pub use error::DatabaseError;

use super::{Format, Medium, Store, Way};
use crate::Report;
use crate::stored::sqlite::{APPLICATION, VERSION};
use rusqlite::{Connection, OpenFlags};
use std::collections::HashSet;
use std::io;
use std::path::Path;

/// SQLite.
pub(super) const FORMAT: Format = Format {
    name: "sqlite",
    extensions: &["sqlite", "sqlite3", "db"],
    medium: Medium::Bytes,
    way: Way::Store(|path| match Database::open(path) {
        Ok(database) => Ok(Box::new(database)),
        Err(error) => Err(io::Error::other(error)),
    }),
    line_up: None,
    findings: None,
    differ: None,
};

/// An open database with a transaction that nothing of is seen before [`Database::commit`].
#[derive(Debug)]
pub struct Database {
    connection: Connection,
    /// Ids of the articles that were added.
    added: HashSet<i64>,
    /// How many of them another page took the place of.
    lost: usize,
    /// One of these.
    example: Option<String>,
}

impl Database {
    /// Opens a database of this program, or makes one of an empty file.
    ///
    /// # Errors
    ///
    /// The file is missing, is no database, or is none of ours; another program is writing to it.
    pub fn open(path: &Path) -> Result<Self, DatabaseError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags)?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.execute_batch("BEGIN IMMEDIATE")?;
        if is_empty(&connection)? {
            connection.pragma_update(None, "application_id", APPLICATION)?;
            connection.pragma_update(None, "user_version", VERSION)?;
            connection.execute_batch(include_str!("tables.sql"))?;
        }
        recognise(&connection)?;
        Ok(Self { connection, added: HashSet::new(), lost: 0, example: None })
    }

    /// Takes the article of a report in the place of what was known of it.
    ///
    /// # Errors
    ///
    /// SQLite cannot write.
    pub fn add(&mut self, report: &Report) -> Result<(), DatabaseError> {
        let known = article::known(&self.connection, report)?;
        let again = !self.added.insert(article::replace(&self.connection, report)?);
        if let Some(lost) = known.filter(|known| again && known.sha256 != report.source.sha256) {
            self.lost += 1;
            self.example
                .get_or_insert_with(|| format!("{} to {}", lost.source, report.source.name));
        }
        Ok(())
    }

    /// Makes all that was added final. Where different pages of one address were among it, of which
    /// the last is kept, a sentence says so.
    ///
    /// # Errors
    ///
    /// SQLite cannot write.
    pub fn commit(self) -> Result<Option<String>, DatabaseError> {
        self.connection.execute_batch("COMMIT")?;
        self.connection.close().map_err(|(_, error)| error)?;
        Ok(self.example.map(|example| {
            let lost = self.lost;
            format!("pages of one address: {lost} gave way to a later one, as {example}")
        }))
    }
}

impl Store for Database {
    fn add(&mut self, report: &Report) -> io::Result<()> {
        self.add(report).map_err(io::Error::other)
    }

    fn commit(self: Box<Self>) -> io::Result<Option<String>> {
        (*self).commit().map_err(io::Error::other)
    }
}

/// Whether nobody has written anything to it yet.
fn is_empty(connection: &Connection) -> rusqlite::Result<bool> {
    let things: i64 =
        connection.query_one("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(things == 0 && number(connection, "application_id")? == 0)
}

fn recognise(connection: &Connection) -> Result<(), DatabaseError> {
    if number(connection, "application_id")? != APPLICATION {
        return Err(DatabaseError::Foreign);
    }
    match number(connection, "user_version")? {
        VERSION => Ok(()),
        found => Err(DatabaseError::OtherVersion { found, written: VERSION }),
    }
}

fn number(connection: &Connection, pragma: &str) -> rusqlite::Result<i32> {
    connection.pragma_query_value(None, pragma, |row| row.get(0))
}
