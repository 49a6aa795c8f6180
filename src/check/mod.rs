//! The article's own arithmetic: sums, shares, targets, changes.
//!
//! A check reads records and never changes one. A finding names its records and shows the
//! arithmetic in words that a person can follow.

mod model;

pub use model::{Finding, Verdict};
