//! Who and what is named: documents, people, organisations, events.
//!
//! Mentions of one thing are one entry, with every place where it stands.

mod block;
mod document;
mod event;
mod marked;
mod model;
mod organization;
mod person;
mod place;
mod read;
mod writing;

pub use block::BlockNames;
pub use model::{Document, DocumentPeriod, Event, MentionRef, Office, Organization, Person};
pub use place::{PlaceKind, PlaceName, PlaceSpan, Subject, canonical as canonical_place};
pub use read::{Entities, read};
