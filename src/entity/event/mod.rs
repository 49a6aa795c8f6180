//! Events: the conference, meeting or ceremony that an article reports.
//!
//! * `day`: the day that a sentence names
//! * `held`: sentences that report an event
//! * `role`: what people do there
//! * `read`: the events of an article

mod day;
mod held;
mod read;
mod role;

pub(super) use read::{Named, read};
