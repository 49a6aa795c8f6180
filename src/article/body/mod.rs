//! Which of the boxes and lines of a page are the article, and its blocks.
//!
//! * `furniture`: which boxes belong to the site
//! * `find`: which box or boxes hold the article
//! * `comments`: headings of what readers wrote
//! * `imprint`: lines that an office prints on every page
//! * `loose`: paragraphs in no box of their own
//! * `saying`: which boxes say something
//! * `notice`: a line or two under a headline, where there is no more
//! * `twins`: boxes of one make beside each other: one article, or several
//! * `lead`: the lead that stands before them
//! * `listing`: whether they are a list of other articles instead
//! * `lines`: which of their lines are the article's
//! * `kind`: what a line is
//! * `room`: how much of it is read
//! * `blocks`, `foot`: the lines put together, and where the site's own begin

pub(super) mod blocks;
mod comments;
mod find;
mod foot;
mod furniture;
mod imprint;
mod kind;
mod lead;
mod lines;
pub(super) mod listing;
mod loose;
mod notice;
mod room;
mod saying;
mod twins;

pub(super) use find::{Body, find};
pub(super) use room::Room;
