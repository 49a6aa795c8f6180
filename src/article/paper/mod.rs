//! Official papers: what their header says, and which lines of them are no text.
//!
//! A page or a text that carries a paper in full is read as that paper: its day, its kind and
//! subject, its issuing body are the article's.
//!
//! * `model`: what a paper says of itself, as it stands in the report
//! * `letters`: a line without marks, case and spaces
//! * `number`, `dated`: the number of a line, and its place and day
//! * `piece`: what a line of the header holds
//! * `issuer`: the issuing body
//! * `kind`: the line of its kind
//! * `head`: the header, and whether it is one
//! * `subject`: the lines under the kind
//! * `foot`: addressees, recipients and signature
//! * `find`: all of them together

mod dated;
mod find;
mod foot;
mod head;
mod issuer;
mod kind;
mod letters;
mod model;
mod number;
mod piece;
mod subject;

pub(super) use find::find;
pub use model::{OfficialPaper, PaperKind};
