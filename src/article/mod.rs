//! The article of a page: title, day, author, and its blocks in reading order.
//!
//! A block's text is the page's own, in NFC with white space folded; nothing is invented, no
//! furniture of the site is kept, and no number is read here.
//!
//! * `model`: what an article is, as it stands in the report
//! * `outline`: the page as boxes, lines and moments
//! * `paper`: the official paper that it carries
//! * `site`: what is known of the site of a page
//! * `body`: which boxes and lines are the article, and its blocks
//! * `title`: the headline
//! * `place`: where the headline and the body stand
//! * `day`: the day of publication
//! * `byline`: who wrote it, and whose it is
//! * `norm`: NFC, and when two texts say the same
//! * `words`: the words of pages
//! * `read`: all of them together

mod body;
mod byline;
mod day;
mod model;
mod norm;
mod outline;
mod paper;
mod place;
mod read;
mod site;
mod title;
mod words;

pub use day::candidate::{DayCandidate, Fate};
pub use model::{Article, Block, BlockKind, Cell, Row};
pub use paper::{OfficialPaper, PaperKind};
pub use read::{Known, Reading, read};
