//! Bytes of a saved page: which encoding, which tree, which metadata.
//!
//! A bad page is still a page: broken markup never fails. What fails is what is no page at all
//! (nothing, a picture), and the error says what was found.
//!
//! * `encoding`: bytes to text, and on what ground
//! * `error`: what is no page, told by its first bytes
//! * `guard`, `tags`: markup that would take the parser hours is made flat before it is parsed
//! * `metadata`: what the page says about itself in `<head>`
//! * `linked_data`: what it says about itself in JSON-LD
//! * `parse`: [`Page`], all of them together

mod encoding;
mod error;
mod guard;
mod linked_data;
mod metadata;
mod parse;
mod tags;

pub use encoding::{Encoding, EncodingSource};
pub use error::Error;
pub use linked_data::LinkedData;
pub use metadata::Metadata;
pub use parse::Page;
