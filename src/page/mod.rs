//! Bytes of a saved page: which encoding, which tree, which metadata.
//!
//! A bad page is still a page: broken markup never fails. What is no page at all (nothing, a picture)
//! was refused before. Markup that was written of a document is a page too, all of it the author's.
//!
//! * `encoding`: which encoding was assumed, as it stands in the report
//! * `decode`: bytes to text, and on what ground
//! * `unicode`: whether bytes are Unicode
//! * `legacy`: Vietnamese letters that come as other letters, read as what they are
//! * `compose`: marks that are put on their letters
//! * `error`: an encoding that is not known
//! * `tags`, `attributes`, `nesting`, `raw`: the tags of markup, without a tree
//! * `guard`: what the parser is given; markup that would take it hours is made flat
//! * `unread`: the code that it is not given
//! * `metadata`: what the page says about itself in `<head>`
//! * `linked_data`: what it says about itself in JSON-LD
//! * `parse`: [`Page`], all of them together

mod attributes;
mod compose;
mod decode;
mod encoding;
mod error;
mod guard;
mod legacy;
mod linked_data;
mod metadata;
mod nesting;
mod parse;
mod raw;
mod tags;
mod unicode;
mod unread;

pub use decode::is_encoding;
pub use encoding::{Certainty, Encoding, EncodingSource, Letters};
pub use error::Error;
pub(crate) use legacy::is_syllable;
pub use linked_data::LinkedData;
pub use metadata::Metadata;
pub use parse::{Declared, Page};
