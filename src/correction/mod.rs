//! What people say of the figures of an article: this one is a target, that one no figure, here is one that was
//! missed.
//!
//! A correction is known again by the words of the figure and those around it, in the article of an address or a
//! file name; so it stays where the page is saved again, and comes into its place before anything is judged or
//! put together. It is never guessed at: where its words are gone, or stand in several places alike, it is given
//! back with the reason.
//!
//! * `model`: a correction, and all of a file
//! * `line`: one as it stands in a file: the format, and its JSON Schema
//! * `value`: what a field may hold
//! * `jsonl`, `csv`: a file of lines, a table
//! * `error`: what is wrong with a file
//! * `article`: of which article it is
//! * `anchor`: where its words stand
//! * `place`: all of an article's, put into its blocks

mod anchor;
mod article;
mod csv;
mod error;
mod jsonl;
mod line;
mod model;
mod place;
mod value;

pub use anchor::Unfit;
pub(crate) use article::page;
pub use article::{file_name, is_of};
pub use error::{Error, Fault};
pub use line::{Action, SCHEMA, schema};
pub use model::{Correction, Corrections, Quote, What};
pub use place::{Fit, place};
