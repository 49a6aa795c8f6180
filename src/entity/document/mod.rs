//! Documents: plans, resolutions, decisions, schemes, laws.
//!
//! * `number`: what a document number looks like, and what its code says
//! * `reference`: where a document is named by its number
//! * `clause`: articles and clauses of documents

mod clause;
mod number;
mod reference;

use super::marked::Marked;
use crate::lexicon::Lexicon;
use crate::text::{Text, Tokens};

/// Every reference to a document with its number (`Kế hoạch số 3409/KH-UBND`, `22-NQ/TW`), and
/// every article and clause (`khoản 3`, `Điều 98`), in reading order and without overlap.
#[must_use]
pub fn document_spans(text: &Text, lexicon: &Lexicon) -> Vec<Tokens> {
    let marked = Marked::new(text, lexicon);
    let mut spans: Vec<Tokens> = reference::references(&marked)
        .into_iter()
        .map(|r| r.tokens)
        .chain(clause::clauses(&marked))
        .collect();
    spans.sort_by_key(|s| s.start);
    spans.dedup_by(|next, kept| next.start < kept.end);
    spans
}

/// Length in tokens of the reference that begins at a token.
pub(super) fn reference_len(marked: &Marked, at: usize) -> Option<usize> {
    reference::read(marked, at).map(|r| r.tokens.len())
}
