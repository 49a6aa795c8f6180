//! Reports that were written before, read again, and what comparing keeps of a report.
//!
//! What lines up or compares articles asks for the article, its place, its figures and, where they are known, its
//! checks. A report that was just read and one that was stored a year ago give the same [`Stored`].
//!
//! * `model`: an article with its figures
//! * `json`: JSON as `extract -f json` gives it, and JSON Lines with a row a figure
//! * `sqlite`, `parquet`: databases and tables, in builds with the features of these names
//! * `address`: whether two addresses are of one page
//! * `error`: a file that holds something else

mod address;
mod error;
mod json;
mod model;
#[cfg(feature = "parquet")]
mod parquet;
#[cfg(feature = "sqlite")]
pub(crate) mod sqlite;

pub use address::page;
pub use error::StoredError;
pub use model::{Claim, Headline, Origin, Stored};
