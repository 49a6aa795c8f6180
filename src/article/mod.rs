//! The article of a page: title, day, author, and its blocks in reading order.
//!
//! A block's text is the page's own, in NFC with white space folded; nothing is invented, no
//! furniture of the site is kept, and no number is read here.
//!
//! * `model`: what an article is, as it stands in the report
//! * `outline`, `walk`, `pen`, `element`, `stamp`: the page as boxes, lines and moments
//! * `boxes`: what a box is, told by its names
//! * `site`: what is known of the site of a page
//! * `furniture`: which boxes belong to the site
//! * `prose`: what a line is to a reader
//! * `body`, `twins`, `lead`: which box or boxes hold the article, and its lead before them
//! * `listing`: whether it is a list of other articles instead
//! * `lines`: which of its lines are the article's
//! * `grid`: the columns of a table's cells
//! * `kind`: what a line is
//! * `blocks`, `foot`: the lines put together, and where the site's own begin
//! * `norm`: NFC, and when two texts say the same
//! * `selector`: the CSS path of a node
//! * `title`, `site_name`: the headline, and the name of the site beside it
//! * `place`: where the headline and the body stand
//! * `date`, `clock`, `moment`: a printed day, the time beside it, both together
//! * `order`: which number of a printed day is the month
//! * `declared`, `printed`: the days that the page gives to machines and to readers
//! * `published`, `candidate`: which of them is that of publication, and why
//! * `byline`, `names`: who wrote it
//! * `publisher`: whose it is
//! * `words`: the words of pages
//! * `read`: all of them together

mod blocks;
mod body;
mod boxes;
mod byline;
mod candidate;
mod clock;
mod date;
mod declared;
mod element;
mod foot;
mod furniture;
mod grid;
mod kind;
mod lead;
mod lines;
mod listing;
mod model;
mod moment;
mod names;
mod norm;
mod order;
mod outline;
mod pen;
mod place;
mod printed;
mod prose;
mod published;
mod publisher;
mod read;
mod selector;
mod site;
mod site_name;
mod stamp;
mod title;
mod twins;
mod walk;
mod words;

pub use candidate::{DayCandidate, Fate};
pub use model::{Article, Block, BlockKind, Cell, Row};
pub use read::{Known, Reading, read};
