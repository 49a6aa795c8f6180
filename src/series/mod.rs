//! The same indicator across articles and periods, lined up as one table.
//!
//! A line is one indicator of one place in one unit; its cells are the periods that the articles
//! give it for, each with its results, its targets, and where they stand. Figures are lined up
//! where their names are the same words, or are pinned to one indicator in the lexicon (`names`);
//! nothing is lined up because it is alike. Three yearly reports with `1.200`, `1.297` and `1.310
//! lượt người` of one course give one line with three cells.
//!
//! * `model`: the table as it leaves the program
//! * `row`: what is kept of a figure
//! * `gathering`: the rows of report after report
//! * `twins`: articles that were read before
//! * `name`: which names are the same
//! * `lines`: from rows to lines and cells
//! * `cell`: attainment, change and conflict of a cell
//! * `suggest`: names that may mean the same, for a person to confirm
//! * `span`: periods in order, and their labels

mod cell;
mod gathering;
mod lines;
mod model;
mod name;
mod row;
mod span;
mod suggest;
mod twins;

pub use gathering::Gathering;
pub use model::{Cell, Change, Figure, Likeness, Line, Repeated, Series, Span, Told};
pub(crate) use name::Naming;
pub use suggest::{Agreement, Suggestion};
