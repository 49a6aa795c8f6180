//! Documents: plans, resolutions, decisions, schemes, laws.
//!
//! * `number`: what a document number looks like, and what its code says
//! * `reference`: where a document is named by its number
//! * `clause`: articles and clauses of documents
//! * `title`: where a title ends, and documents that go by their title alone
//! * `years`: the years that a document covers
//! * `mention`: what the text says about a document where it names it
//! * `same`, `merge`: which mentions are one document
//! * `read`: the documents of an article

mod clause;
mod mention;
mod merge;
mod number;
mod read;
mod reference;
mod same;
mod title;
mod years;

pub(super) use mention::{DocumentMention, mentions};
pub(super) use read::read;
pub(super) use title::title_end;

use super::marked::Marked;
use crate::text::Tokens;

/// Every reference by number and every article and clause, in reading order and without overlap.
pub(super) fn spans(marked: &Marked) -> Vec<Tokens> {
    let mut spans: Vec<Tokens> = reference::references(marked)
        .into_iter()
        .map(|r| r.tokens)
        .chain(clause::clauses(marked))
        .collect();
    spans.sort_by_key(|s| s.start);
    spans.dedup_by(|next, kept| next.start < kept.end);
    spans
}

/// Length in tokens of the reference that begins at a token.
pub(super) fn reference_len(marked: &Marked, at: usize) -> Option<usize> {
    reference::read(marked, at).map(|r| r.tokens.len())
}
