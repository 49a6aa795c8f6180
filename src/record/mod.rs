//! Records: figures with their unit, meaning, period, place, role and relations.
//!
//! * `model`: a record as it leaves the program
//! * `read`: the records of an article
//! * `block`: a block with its mentions, before it is read
//! * `frame`: a block cut into figures, times, cue phrases and words
//! * `context`: the words to the left and right that can belong to a figure
//! * `subject`: subjects that list what they are about
//! * `own`: those of them to the left that say what it measures
//! * `elision`: units that the text leaves out
//! * `meaning`: indicator and scope
//! * `category`: the indicator of the lexicon that fits
//! * `role`: result, target, change, attainment, condition
//! * `period`: the time that a figure speaks of
//! * `place`: the place that a figure is for
//! * `relation`: parts and targets
//! * `flags`: doubts that only the record shows
//! * `mark`: numberings and dashes before a line
//! * `head`, `outline`: what headings and heads of lists say of the blocks under them
//! * `table`: figures in tables
//! * `status`: how a result is said to stand to its target
//! * `phrase`, `source`: the words as they are shown, and where they stand

mod block;
mod category;
mod context;
mod elision;
mod flags;
mod frame;
mod head;
mod mark;
mod meaning;
mod model;
mod outline;
mod own;
mod period;
mod phrase;
mod place;
mod read;
mod relation;
mod role;
mod source;
mod status;
mod subject;
mod table;

pub use crate::mention::{Flag, Modifier};
pub use block::Block;
pub use category::{Said, category};
pub(crate) use model::iso_day;
pub use model::{Direction, Period, Reason, Record, Role, Source, Status};
pub use place::{Subject, canonical as canonical_place};
pub use read::{Story, read};
