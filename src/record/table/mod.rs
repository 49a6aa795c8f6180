//! Figures in tables: their columns say whether they are planned or reached, their rows what they
//! measure.
//!
//! `Lao động qua đào tạo | % | 62 | 63,1 | 101,8` under `Chỉ tiêu | ĐVT | KH | TH | TH/KH (%)` is a
//! target, a result held against it, and its attainment. A table without figures, or a frame
//! around a text, is read as sentences.
//!
//! * `rows`: rows and cells out of the article's blocks
//! * `layout`: title, heading and body
//! * `cell`: what one cell holds
//! * `heading`, `heading_cell`, `role_words`, `says`: what the heading of a column says
//! * `column`, `sides`, `relate`, `beside`: what a column holds, where rows of their own begin, and what it is to the others
//! * `label`, `body`, `line`, `row_label`, `figure`: what the rows measure, how they stand under each other, and their
//!   figures
//! * `mark`: numberings and dashes before a line
//! * `head`, `outline`: what the headings over the table say
//! * `note`, `bilingual`, `lead`: what stands over the table, without its English half, and what the article begins with
//! * `meeting`: days on which figures were told, not those that they are of
//! * `time`, `shorthand`, `step`, `term`: times that words of the table name, those that its headings shorten, those
//!   that lie so far before another, and lengths that are none
//! * `unit`, `unit_note`, `figure_unit`: units, those that notes give to some figures, and that of a figure
//! * `role`, `period`, `newest`, `tell`: the role, the time and all else of a figure
//! * `told`, `link`: what is told of a figure, and of its plan and its whole, put into its record
//! * `settle`: which numbers of the rows are figures
//! * `words`: words that only the reader of tables asks for
//! * `read`: all of them together

mod beside;
mod bilingual;
mod body;
mod cell;
mod column;
mod figure;
mod figure_unit;
mod head;
mod heading;
mod heading_cell;
mod label;
mod layout;
mod lead;
mod line;
mod link;
mod mark;
mod meeting;
mod newest;
mod note;
mod outline;
mod period;
mod read;
mod relate;
mod role;
mod role_words;
mod row_label;
mod rows;
#[cfg(test)]
mod sample;
mod says;
mod settle;
mod shorthand;
mod sides;
mod step;
mod tell;
mod term;
mod time;
mod told;
mod unit;
mod unit_note;
mod words;

pub use read::{Tables, read};
pub(super) use told::Told;
pub(super) use unit::of_cell as unit_of;
