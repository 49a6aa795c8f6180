//! Phrases that stand alone: an answer, a cell, a query, read without a sentence around them.
//!
//! In running text a number word needs something that it counts, and `5G` is a name. A caller who
//! knows that a phrase is an amount or a time asks here, and the phrase must be nothing else:
//! `hai mươi tư` is 24, `3M` three million, `7/3` the seventh of March; `có ngày chính xác` is
//! none of these. No running text is read this way.
//!
//! * `phrase`: the phrase as a scene of its own
//! * `amount`, `lead`: numbers and money, and what stands before them
//! * `time`: days and longer times

mod amount;
mod lead;
mod phrase;
mod time;

pub use amount::{Amount, number_in};
pub use time::{Looking, time_in};
