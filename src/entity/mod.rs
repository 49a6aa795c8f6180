//! Who and what is named: documents, people, organisations, events.
//!
//! Mentions of one thing are one entry, with every place where it stands.

mod model;

pub use model::{Document, DocumentPeriod, Event, MentionRef, Office, Organization, Person};
