//! The article of a page: title, day, author, and its blocks in reading order.
//!
//! A block's text is the page's own, in NFC with white space folded; nothing is invented, no
//! furniture of the site is kept, and no number is read here.

mod model;

pub use model::{Article, Block, BlockKind};
