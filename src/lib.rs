//! Reads the figures out of Vietnamese administrative prose.
//!
//! [`read`] takes the bytes of one page and gives a [`Reading`]: the [`Report`] that is published,
//! and what became of every number of the text.
//!
//! ```
//! use de_an_06::{Options, read, record::Role};
//!
//! let page = "<h1>Sơ kết công tác tập huấn</h1>
//!     <p>Năm 2022, huyện Mẫu đã mở 14 lớp tập huấn cho 1.297 lượt người,
//!     vượt chỉ tiêu đề ra (1.200 lượt người).</p>";
//! let report = read(page.as_bytes(), &Options::default())?.report;
//!
//! let [_, result, target] = report.records.as_slice() else { panic!("three figures") };
//! assert_eq!(result.value.to_string(), "1297");
//! assert_eq!(result.unit.as_deref(), Some("lượt người"));
//! assert_eq!(result.target, Some(target.id.clone()));
//! assert_eq!(target.role, Role::Target);
//! assert_eq!(report.checks[0].detail, "1.297 > 1.200 lượt người");
//! # Ok::<(), de_an_06::Error>(())
//! ```
//!
//! Data goes one way. A stage imports only from those above it:
//!
//! * [`text`]: tokens with folded keys, sentences, spans
//! * [`lexicon`]: the language as data
//! * [`source`]: where pages come from; the only stage that reads files
//! * [`document`]: bytes of any file to a page; what is none is refused
//! * [`page`]: bytes to a parsed page, its encoding and metadata
//! * [`article`]: title, day, author, and the blocks in reading order
//! * [`mention`]: figures, time phrases, and numbers that are names
//! * [`entity`]: documents, people, organisations, places, events
//! * [`clause`]: every block as a row of words, marks and numbers, with what was found in them
//! * [`judge`]: what a trained network makes of every figure
//! * [`record`]: a figure with its unit, meaning, role, period, place and relations
//! * [`correction`]: what people say of figures that were read wrongly or missed
//! * [`check`]: the article's own arithmetic
//! * [`report`]: all of it, in the shape that is published
//! * [`stored`]: reports that were written before, read again
//! * [`series`]: the same indicator across reports
//! * [`diff`]: what changed between two versions of a report
//! * [`output`]: the report as JSON, lines, tables
//!
//! Behind the feature of its name stands `cli`, the program: nothing else knows of it, and what is said next is not
//! said of it.
//!
//! The library prints nothing, never exits, and reads no clock, environment or locale: the same
//! bytes and [`Options`] give the same report.

pub mod article;
pub mod check;
pub mod clause;
#[cfg(feature = "cli")]
pub mod cli;
pub mod correction;
pub mod diff;
pub mod document;
pub mod entity;
pub mod judge;
pub mod lexicon;
pub mod mention;
mod options;
pub mod output;
pub mod page;
mod read;
pub mod record;
pub mod report;
pub mod series;
pub mod source;
pub mod stored;
pub mod text;
mod words;

// The program names the library as any other caller does.
#[cfg(feature = "cli")]
extern crate self as de_an_06;

use article::DayCandidate;
pub use options::Options;
pub use read::{Error, material, read};
pub use report::{Account, Report};

/// A report, and how it came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What is published.
    pub report: Report,
    /// The days that were weighed as that of publication, the taken one first.
    pub days: Vec<DayCandidate>,
    /// Every number of the text with what became of it, in reading order.
    pub accounts: Vec<Account>,
    /// Those warnings of the report that tell what was cut off because it was too long. A user should see them
    /// who asks for no others.
    pub cut: Vec<String>,
    /// What became of each correction of this article.
    pub corrections: Vec<correction::Fit>,
}
