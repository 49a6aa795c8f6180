//! The day of publication.
//!
//! * `date`, `clock`, `moment`: a printed day, the time beside it, both together
//! * `line`: whether a line is a day
//! * `order`: which number of a printed day is the month
//! * `declared`, `printed`: the days that the page gives to machines and to readers
//! * `candidate`: where a day stands, and what became of it
//! * `published`: which of them is that of publication, and why

pub(super) mod candidate;
mod clock;
pub(super) mod date;
mod declared;
pub(super) mod line;
pub(super) mod moment;
pub(super) mod order;
mod printed;
pub(super) mod published;
