//! What is named in one block.

use super::document::{self, DocumentMention};
use super::marked::Marked;
use super::model::MentionRef;
use super::organization::{self, OrganizationMention};
use super::person::{self, PersonMention};
use crate::article::BlockKind;
use crate::lexicon::Lexicon;
use crate::text::{Text, Tokens};

/// One block with everything that is named in it, in reading order.
pub(super) struct BlockReading<'a> {
    /// Index into the article's blocks.
    pub index: usize,
    /// The block.
    pub marked: Marked<'a>,
    /// Its documents.
    pub documents: Vec<DocumentMention>,
    /// Its people.
    pub people: Vec<PersonMention>,
    /// Its organisations.
    pub organizations: Vec<OrganizationMention<'a>>,
}

impl<'a> BlockReading<'a> {
    /// Reads a block. A byline names people only, who stand there without their offices.
    pub(super) fn new(index: usize, kind: BlockKind, text: &'a Text, lexicon: &'a Lexicon) -> Self {
        let marked = Marked::new(text, lexicon);
        let organizations = organization::mentions(&marked);
        Self {
            index,
            documents: document::mentions(&marked, &organizations),
            people: match kind {
                BlockKind::Byline => person::byline(&marked),
                _ => person::mentions(&marked),
            },
            organizations,
            marked,
        }
    }

    /// Whether a token belongs to the name of a person or an organisation.
    pub(super) fn is_named(&self, at: usize) -> bool {
        let people = self.people.partition_point(|p| p.tokens.end <= at);
        let organizations = self.organizations.partition_point(|o| o.tokens.end <= at);
        let holds = |tokens: Option<&Tokens>| tokens.is_some_and(|t| t.contains(&at));
        holds(self.people.get(people).map(|p| &p.tokens))
            || holds(self.organizations.get(organizations).map(|o| &o.tokens))
    }

    /// Where some tokens stand in the report.
    pub(super) fn place(&self, tokens: Tokens) -> MentionRef {
        let chars = self.marked.text.chars(tokens.clone());
        MentionRef {
            block: self.index,
            start: chars.start,
            end: chars.end,
            text: self.marked.text.slice(tokens).to_owned(),
        }
    }
}
