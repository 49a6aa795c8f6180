//! The page as boxes and lines.
//!
//! * `model`: what an outline is: boxes, lines, named pieces of lines
//! * `walk`: the walk over the tree that gives it
//! * `pen`, `joint`: the line that is being written, and whether a word goes on behind a tag
//! * `element`: what an element does to the text around it
//! * `divide`: lines divided beside a day
//! * `stamp`: moments that elements give to machines
//! * `boxes`: what a box is, told by its names
//! * `grid`: the columns of a table's cells
//! * `selector`: the CSS path of a node
//! * `prose`: what a line is to a reader

pub(super) mod boxes;
mod divide;
pub(super) mod element;
pub(super) mod grid;
mod joint;
mod model;
mod pen;
pub(super) mod prose;
pub(super) mod selector;
pub(super) mod stamp;
mod walk;

pub(super) use model::{Line, Outline};
