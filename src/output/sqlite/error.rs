//! Why a database cannot be written.

use std::{error, fmt};

/// Why a database cannot be written. Whatever it is, the file stays as it was.
#[derive(Debug)]
pub enum DatabaseError {
    /// The file is something else.
    NoDatabase,
    /// The database belongs to another program.
    Foreign,
    /// Its tables are of another version of this program.
    OtherVersion {
        /// The version of its tables.
        found: i32,
        /// The version that is written here.
        written: i32,
    },
    /// SQLite says so: no room, no right to write, locked by another program.
    Sqlite(rusqlite::Error),
}

impl fmt::Display for DatabaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDatabase => f.write_str("the file is no SQLite database; name another one"),
            Self::Foreign => {
                f.write_str("the database was not made by this program; name another file")
            }
            Self::OtherVersion { found, written } => write!(
                f,
                "its tables are of version {found}, this program writes version {written}; \
                 name a new file"
            ),
            Self::Sqlite(error) => error.fmt(f),
        }
    }
}

impl error::Error for DatabaseError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Sqlite(error) => Some(error),
            Self::NoDatabase | Self::Foreign | Self::OtherVersion { .. } => None,
        }
    }
}

impl From<rusqlite::Error> for DatabaseError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::NotADatabase) => Self::NoDatabase,
            _ => Self::Sqlite(error),
        }
    }
}
