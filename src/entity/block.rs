//! What is named in one block.

use super::document::{self, DocumentMention};
use super::marked::Marked;
use super::model::MentionRef;
use super::organization::{self, OrganizationMention};
use super::person::{self, PersonMention};
use super::place::{self, PlaceSpan};
use crate::article::BlockKind;
use crate::lexicon::Marks;
use crate::text::Tokens;

/// One block with everything that is named in it, in reading order.
pub struct BlockNames<'a> {
    /// Index into the article's blocks.
    pub(super) index: usize,
    /// The block.
    pub(super) marked: Marked<'a>,
    /// Its documents.
    pub(super) documents: Vec<DocumentMention>,
    /// Its people.
    pub(super) people: Vec<PersonMention>,
    /// Its organisations.
    pub(super) organizations: Vec<OrganizationMention<'a>>,
    /// Its people, where it is a byline: as if they stood in a paragraph.
    told: Option<Vec<PersonMention>>,
}

impl<'a> BlockNames<'a> {
    /// Reads the block with this index. A byline names people only, who stand there without their
    /// offices.
    #[must_use]
    pub fn new(index: usize, kind: BlockKind, marks: &'a Marks<'a>) -> Self {
        let marked = Marked::new(marks);
        let organizations = organization::mentions(&marked);
        let told = person::mentions(&marked);
        let (people, told) = match kind {
            BlockKind::Byline => (person::byline(&marked), Some(told)),
            _ => (told, None),
        };
        Self {
            index,
            documents: document::mentions(&marked, &organizations),
            people,
            organizations,
            marked,
            told,
        }
    }

    /// Every reference to a document with its number (`Kế hoạch số 3409/KH-UBND`, `22-NQ/TW`), and
    /// every article and clause (`khoản 3`, `Điều 98`), in reading order and without overlap.
    #[must_use]
    pub fn document_spans(&self) -> Vec<Tokens> {
        document::spans(&self.marked)
    }

    /// Every name of a person, without title, in reading order. Words inside it are no numbers
    /// (`Nguyễn Thị Bé Mười`, `ông Năm`).
    #[must_use]
    pub fn person_spans(&self) -> Vec<Tokens> {
        let people = self.told.as_ref().unwrap_or(&self.people);
        people.iter().map(|mention| mention.tokens.clone()).collect()
    }

    /// Every place of the block in reading order, without overlap. Places in the name of a person
    /// or of a firm are none.
    #[must_use]
    pub fn place_spans(&self) -> Vec<PlaceSpan> {
        let organizations: Vec<Tokens> =
            self.organizations.iter().map(|mention| mention.tokens.clone()).collect();
        let mut spans = place::spans(&self.marked, &self.person_spans(), &organizations);
        spans.retain(|(place, ..)| {
            let next = organizations.partition_point(|tokens| tokens.end <= place.start);
            let inside = organizations.get(next).is_some_and(|o| o.contains(&place.start));
            !(inside && self.organizations[next].sits_in_its_place())
        });
        spans
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
