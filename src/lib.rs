//! Reads the figures out of Vietnamese administrative prose.

pub mod article;
pub mod check;
pub mod entity;
pub mod lexicon;
pub mod mention;
mod options;
pub mod output;
pub mod page;
mod read;
pub mod record;
pub mod report;
pub mod source;
pub mod text;
mod words;

pub use options::Options;
pub use read::{Error, read};
pub use report::{Account, Report};

/// A report, and what became of every number of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What is published.
    pub report: Report,
    /// Every number of the text with what became of it, in reading order.
    pub accounts: Vec<Account>,
}
