//! The article of a page: title, day, author, and its blocks in reading order.
//!
//! A block's text is the page's own, in NFC with white space folded; nothing is invented, no
//! furniture of the site is kept, and no number is read here.
//!
//! * `model`: what an article is, as it stands in the report
//! * `outline`, `walk`, `element`: the page as boxes and lines
//! * `boxes`: what a box is, told by its names
//! * `body`: which box holds the article
//! * `lines`: which of its lines are the article's
//! * `grid`: the columns of a table's cells
//! * `kind`: what a line is
//! * `blocks`: the lines put together
//! * `norm`: NFC, and when two texts say the same
//! * `selector`: the CSS path of a node
//! * `title`: the headline
//! * `place`: where the headline and the body stand
//! * `date`, `published`: a printed day, and which of the page's days is that of publication
//! * `byline`, `names`: who wrote it
//! * `publisher`: whose it is
//! * `words`: the words of pages
//! * `read`: all of them together

mod blocks;
mod body;
mod boxes;
mod byline;
mod date;
mod element;
mod grid;
mod kind;
mod lines;
mod model;
mod names;
mod norm;
mod outline;
mod place;
mod published;
mod publisher;
mod read;
mod selector;
mod title;
mod walk;
mod words;

pub use model::{Article, Block, BlockKind, Cell, Row};
pub use read::read;
