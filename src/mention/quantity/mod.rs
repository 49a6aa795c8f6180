//! A figure: its number, range or fraction, unit, rate and modifier.
//!
//! `"khoảng 20 đến 30 triệu đồng/người"` is 20 000 000 to 30 000 000 `đồng` per `người`, about.
//! What it measures is not decided here.
//!
//! * `model`: the figure
//! * `read`: number, unit, rate and modifier put together
//! * `span`: ranges and fractions
//! * `pair`: two digits in words that are a range
//! * `currency`: units before their amount, and cents behind it
//! * `stands`: whether a number of running text is a figure

mod currency;
mod model;
mod pair;
mod read;
mod span;
mod stands;

pub use model::Quantity;
pub(super) use read::{read, read_alone};
