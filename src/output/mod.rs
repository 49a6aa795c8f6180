//! A report in the formats that people use: JSON, lines, tables, pages.
//!
//! Nothing is computed here; the same report gives the same bytes. A format is one file with
//! a `FORMAT` in it, and one line in [`Format::ALL`].
//!
//! * `format`: what a format is, and the list of all
//! * `columns`: the one list of columns that every flat format shares
//! * `lang`: the language of what is for a person
//! * `json`, `jsonl`, `csv`, `table`, `xlsx`, `html`: the formats
//! * `parquet`, `sqlite`: those behind the features of these names
//! * `data_package`: what stands in the tables beside it
//! * `wording`: headings, explanations and words for a person, in each language
//! * `sentences`: what the library says in English, in Vietnamese
//! * `spoken`: numbers as people say them
//! * `shown`: the columns of a table on a screen
//! * `brief`: a record as a person reads it in one line
//! * `findings`: what the checks found, in these formats
//! * `diff`: what changed between two versions, in these formats
//! * `explain`, `explain_json`: every number of the article, and what became of it, for a person and as data
//! * `days`: the days that were weighed as that of publication, for a person
//! * `entries`: the lexicon, for a person and as JSON
//! * `series`: the same indicator of several reports, in these formats
//! * `schema`: the JSON Schema of a report
//! * `terminal`: foreign text without control characters, and how wide it is

mod brief;
pub mod columns;
mod csv;
mod data_package;
mod days;
mod diff;
mod entries;
mod explain;
mod explain_json;
pub mod findings;
mod format;
mod html;
mod json;
mod jsonl;
mod lang;
#[cfg(feature = "parquet")]
mod parquet;
mod schema;
mod sentences;
pub mod series;
mod shown;
mod spoken;
#[cfg(feature = "sqlite")]
mod sqlite;
mod table;
mod terminal;
mod wording;
#[cfg(feature = "xlsx")]
mod xlsx;

pub use csv::Dialect;
pub use data_package::{DataPackage, Resource};
pub use diff::schema as diff_schema;
pub use entries::{Listed, entries, entries_json, entries_jsonl, tables};
pub use explain::explain;
pub use explain_json::explain_json;
pub use format::{Differ, Format, LineUp, Look, Medium, Opening, Store, StoreOpening, Way, Writer};
pub use lang::Lang;
pub use schema::schema;
pub use sentences::Sentences;
pub use shown::{Columns, Shown};
#[cfg(feature = "sqlite")]
pub use sqlite::{Database, DatabaseError};
pub use terminal::{Harmless, harmless};
