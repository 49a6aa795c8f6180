//! What stands in a block: figures, time phrases, and numbers that are names.
//!
//! Every digit run and every number word of the block ends up in exactly one mention, so nothing
//! is dropped silently. A mention never looks past its block, and
//! `text.slice(mention.words)` is always the quoted words.
//!
//! * `model`: modifiers and flags, as they leave the program
//! * `scene`: the block with lexicon and day of publication
//! * `time`: time phrases
//! * `name`: numbers that are names: `Quốc lộ 60`, `khóa 15`, `5G`
//! * `number`: digits and words to one decimal
//! * `quantity`: a number with its unit, rate and modifier
//! * `elision`: units that the text leaves out
//! * `unit_name`: what a unit is recognised by
//! * `unit`, `per`, `modifier`: what stands behind and before it
//! * `cell`: figures and units that fill a cell of a table
//! * `pointed`: the figure that somebody points at
//! * `alone`: phrases that are nothing but an amount or a time

mod alone;
mod cell;
mod elision;
mod model;
mod modifier;
mod name;
pub(crate) mod number;
mod per;
mod pointed;
mod quantity;
mod read;
mod scene;
mod time;
mod unit;
mod unit_name;

pub use alone::{Amount, Looking, number_in, time_in};
pub use cell::{CellUnit, cell_figure, cell_sign, cell_unit};
pub use model::{Flag, Modifier};
pub use name::Name;
pub use number::Decimals;
pub use pointed::{Pointed, figure_at, point_at};
pub use quantity::Quantity;
pub use read::{Mentions, Spans, read};
pub use scene::Scene;
pub(crate) use time::is_reported;
pub use time::{Sense, Span, Time};
pub use unit::UnitWords;
pub use unit_name::unit_name;
