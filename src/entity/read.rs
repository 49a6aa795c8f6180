//! Everything that an article names.

use super::block::BlockNames;
use super::event::{self, Named};
use super::model::{Document, Event, Organization, Person};
use super::{document, organization, person};
use crate::article::Article;
use crate::lexicon::Lexicon;

/// Who and what an article names, each in order of first mention.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entities {
    /// Plans, resolutions, decisions, schemes, laws.
    pub documents: Vec<Document>,
    /// People with their offices.
    pub people: Vec<Person>,
    /// Organisations.
    pub organizations: Vec<Organization>,
    /// Events that the article reports.
    pub events: Vec<Event>,
}

/// Puts together what the blocks of an article name.
#[must_use]
pub fn read(article: &Article, blocks: &[BlockNames<'_>], lexicon: &Lexicon) -> Entities {
    let mut named = Named {
        documents: document::read(blocks, lexicon),
        people: person::read(blocks),
        organizations: organization::read_all(blocks),
    };
    let events = event::read(article, blocks, &mut named);
    Entities {
        documents: named.documents.0,
        people: named.people.0,
        organizations: named.organizations.0,
        events,
    }
}
