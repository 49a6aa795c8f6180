//! What needs judgement: a small trained network reads the whole article and weighs the alternatives.
//!
//! Which numbers are quantities, whether a figure is a result or a target, what it measures, when and where, and which other
//! figure it belongs to: no single word says so, and the same word says different things in different sentences. The network
//! is told what the stages before have found, gives a probability to each alternative, and never touches text.
//! It computes in whole numbers, so that every machine gives the same answer.
//!
//! * `model`: what comes out
//! * `role`: the roles
//! * `sheet`: the article as one line of pieces
//! * `feature`: what the network is told of them
//! * `network`: what it computes
//! * `phrase`: the words of an indicator out of the words that were tagged
//! * `pairing`: what the order of two lists settles
//! * `paper`: what the kind of an official paper settles
//! * `material`: what the trainer is given
//! * `decide`: its answers as verdicts
//! * `grounds`: which words spoke for an answer

mod decide;
mod feature;
mod grounds;
mod material;
mod model;
mod network;
mod pairing;
mod paper;
mod phrase;
mod role;
mod sheet;

pub use feature::{Features, Link, PeriodSource, Periods, features, layout, sizes};
pub use material::Material;
pub use model::{By, Chance, Dated, Ground, Judged, Verdict, Words};
pub use role::{Direction, Role};
pub use sheet::{Sheet, Spot};

use crate::article::PaperKind;
use crate::clause::Row;
use crate::entity::Subject;
use network::Network;

/// What is known of an article as a whole.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The place that it is about.
    pub subject: &'a Subject,
    /// The kind of official paper that it is.
    pub paper: Option<PaperKind>,
}

/// Judges every figure of an article, in reading order. `rows` are its blocks, the headline first.
#[must_use]
pub fn judge(rows: &[Row<'_>], context: Context<'_>) -> Vec<Verdict> {
    let sheet = Sheet::new(rows);
    let features = features(&sheet, context.subject);
    decide::verdicts(&sheet, &features, Network::built_in(), context.paper)
}

/// The same, with the words that spoke for role and period; takes a run of the network a word.
#[must_use]
pub fn explained(rows: &[Row<'_>], context: Context<'_>) -> Vec<Verdict> {
    let mut verdicts = judge(rows, context);
    grounds::find(rows, context, Network::built_in(), &mut verdicts);
    verdicts
}

/// Everything that the network computes for an article, in the shape of the trainer's case.
#[cfg(test)]
pub(crate) fn trace(rows: &[Row<'_>], subject: &Subject) -> serde_json::Value {
    let sheet = Sheet::new(rows);
    Network::built_in().trace(&sheet, &features(&sheet, subject))
}
