//! The network: what it computes from the features of a sheet, in whole numbers only.
//!
//! * `fixed`: fractions as whole numbers, curves as tables
//! * `input`: what a matrix is multiplied with
//! * `product`: products of many inputs with one matrix
//! * `kernel`: how they are summed up, by what the processor can
//! * `table`: sums of rows of a table
//! * `weights`: how the weights are read
//! * `encoder`: a vector for each piece
//! * `step`: what it does to a line of vectors
//! * `role`: role, direction, and whether a number is a quantity
//! * `tags`: which words say what is measured
//! * `dates`: how well each period fits each figure
//! * `chain`: the periods of all figures together
//! * `pick`: which of several figures or places a figure goes with
//! * `confidence`: how sure a record is
//! * `answer`: all of them together

mod answer;
mod chain;
mod confidence;
mod dates;
mod encoder;
mod fixed;
mod input;
mod kernel;
mod pick;
mod product;
mod role;
mod step;
mod table;
mod tags;
mod weights;

pub(super) use answer::{Answer, Network};
pub(super) use confidence::Doubts;
/// How many pieces before a figure its tagged window begins.
pub(super) const TAGS_BEFORE: usize = tags::BEFORE;
