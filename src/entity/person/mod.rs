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
