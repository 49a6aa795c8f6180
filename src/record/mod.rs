//! Records: figures with their unit, meaning, period, place, role and relations.
//!
//! What the text of a figure says and what the network makes of it are put together once; figures
//! of tables take what their table tells instead.
//!
//! * `model`: a record as it leaves the program
//! * `block`: a block with its mentions, before it is judged
//! * `table`: figures in tables
//! * `read`: the records of an article
//! * `assemble`: one record, put together
//! * `judged`: what the verdict on a figure gives its record
//! * `fix`, `fixed`: what a person says of a figure goes before all of it, and how it is put into the record
//! * `category`, `categories`: the indicator of the lexicon that fits
//! * `status`: how a result is said to stand to its target
//! * `confidence`: how probable it is that each field is right
//! * `flags`: doubts that only the record shows
//! * `phrase`, `source`: the words as they are shown, and where they stand

mod assemble;
mod block;
mod categories;
mod category;
mod confidence;
mod fix;
mod fixed;
mod flags;
mod judged;
mod model;
mod phrase;
mod read;
mod source;
mod status;
mod table;

pub use crate::entity::{Subject, canonical_place};
pub use crate::judge::{Direction, Role};
pub use crate::mention::{Flag, Modifier};
pub use block::Block;
pub use category::{Said, category};
pub use confidence::{Confidences, from_chance};
pub use fix::{Field, Fix, Fixes, Set};
pub(crate) use fixed::RULE as CORRECTION;
pub use judged::Seat;
pub(crate) use model::iso_day;
pub use model::{Other, Period, Reason, Record, Source, Status};
pub use read::read;
pub use table::{Tables, read as tables};
