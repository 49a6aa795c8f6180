//! What can be wrong with an input, in words that name it.

use std::fmt;
use std::io;
use std::path::Path;

/// Why an input could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// There is no such file or folder.
    Missing {
        /// The input as it was given.
        name: String,
    },
    /// It is there and cannot be read.
    Unreadable {
        /// The input as it was given, or the file inside it.
        name: String,
        /// What the system says.
        reason: String,
    },
    /// It is an address of a page, and no file.
    Address {
        /// The address as it was given.
        name: String,
    },
    /// A folder or a ZIP archive without a single file to read.
    NoPages {
        /// What it is called.
        name: String,
    },
    /// A folder or a ZIP archive without a single file whose name was asked for.
    NoneFits {
        /// What it is called.
        name: String,
    },
    /// A page that is longer than any page may be.
    TooLong {
        /// The input, or the line of a list.
        name: String,
        /// How many bytes it may have.
        longest: u64,
    },
}

impl Error {
    pub(super) fn new(path: &Path, error: &io::Error) -> Self {
        let name = path.display().to_string();
        let is_address = name.starts_with("http://") || name.starts_with("https://");
        match error.kind() {
            io::ErrorKind::NotFound if is_address => Self::Address { name },
            io::ErrorKind::NotFound => Self::Missing { name },
            _ => Self::Unreadable { name, reason: error.to_string() },
        }
    }

    /// The input that failed.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Missing { name }
            | Self::Unreadable { name, .. }
            | Self::Address { name }
            | Self::NoPages { name }
            | Self::NoneFits { name }
            | Self::TooLong { name, .. } => name,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { name } => write!(f, "{name}: there is no such file or folder"),
            Self::Unreadable { name, reason } => write!(f, "{name}: cannot be read: {reason}"),
            Self::Address { name } => write!(
                f,
                "{name}: this is an address, and pages are not fetched; save the page, or pipe it in"
            ),
            Self::NoPages { name } => write!(
                f,
                "{name}: it holds nothing to read; expected pages (.html, .mhtml), documents (.docx, .odt, \
                 .pdf), texts (.txt) or archives of them (.zip)"
            ),
            Self::NoneFits { name } => {
                write!(f, "{name}: it holds no file to read whose name fits")
            }
            Self::TooLong { name, longest } => {
                write!(f, "{name}: is longer than {longest} bytes, which no page is")
            }
        }
    }
}

impl std::error::Error for Error {}
