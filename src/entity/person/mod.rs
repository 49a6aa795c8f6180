//! People and their offices.
//!
//! * `name`: what the name of a person looks like
//! * `office`: a title and its organisation
//! * `mention`: which offices belong to which name
//! * `read`: the people of an article

mod mention;
mod name;
mod office;
mod read;

pub(super) use mention::{PersonMention, byline, mentions};
pub(super) use read::read;

use super::marked::Marked;
use crate::lexicon::Lexicon;
use crate::text::{Text, Tokens};

/// Every name of a person, without title, in reading order. Words inside it are no numbers
/// (`Nguyễn Thị Bé Mười`, `ông Năm`).
#[must_use]
pub fn person_spans(text: &Text, lexicon: &Lexicon) -> Vec<Tokens> {
    mentions(&Marked::new(text, lexicon)).into_iter().map(|mention| mention.tokens).collect()
}
