//! What changed between two versions of a report, or between two runs of the program.
//!
//! An article is the same by its address, else by its name; a figure by its words, by what stands around it, or by what
//! it measures ([`Sign`]), the surest first. What is then different is told field by field:
//!
//! ```text
//! old  Năm 2022, huyện mở 45 lớp với 1.297 học viên.
//! new  Năm 2022, huyện mở 45 lớp với 1.279 học viên.
//!      1.297 → 1.279 học viên, the other figure unchanged
//! ```
//!
//! Not compared are how sure the reader was, its doubts, and where in the text a figure stands.
//!
//! * `model`: what leaves the program
//! * `articles`: which articles are the same
//! * `sign`: what a figure is known again by
//! * `figures`: which figures are the same
//! * `fields`: what changed of one

mod articles;
mod fields;
mod figures;
mod model;
mod sign;

pub use articles::compare;
pub use model::{Alone, Change, Changed, Compared, Diff, Said, Side, Weight};
pub use sign::Sign;
