//! What spoke for an answer: how much of its probability is lost when a word is hidden.
//!
//! Every word of the row of a figure is hidden in turn and the network asked again, over that row and those around it. In `dự kiến mở 14
//! lớp` the target loses most without `dự kiến`. It costs a run of the network a word, so it is done only where somebody asks.

use super::feature::{Features, features};
use super::network::Network;
use super::{Chance, Context, Ground, Judged, Sheet, Verdict, decide};
use crate::clause::{Found, Row};
use std::cmp::Reverse;

/// How many rows before a figure are read with it, beside the headline; the answers hang on farther ones little.
const ROWS_BEFORE: usize = 6;
/// How many words are told for an answer.
const TOLD: usize = 3;
/// How much of a probability has to be lost for a word to be told.
const LEAST: Chance = 300;

/// Puts down what spoke for role and period of every figure.
pub(super) fn find(
    rows: &[Row<'_>],
    Context { subject, paper }: Context<'_>,
    network: &Network,
    verdicts: &mut [Verdict],
) {
    for verdicts in verdicts.chunk_by_mut(|a, b| a.row == b.row) {
        let row = verdicts[0].row;
        let sheet = Sheet::around(rows, row, ROWS_BEFORE);
        let features = features(&sheet, subject);
        let known = decide::verdicts(&sheet, &features, network, paper);
        let first = known.partition_point(|verdict| verdict.row < row);
        for at in (0..sheet.pieces.len()).filter(|at| sheet.pieces[*at].row == row) {
            let Some(piece) = sheet.piece(at).filter(|p| !matches!(p.found, Found::Figure(_)))
            else {
                continue;
            };
            let hidden = decide::verdicts(&sheet, &without(&features, at), network, paper);
            for (n, verdict) in verdicts.iter_mut().enumerate() {
                let (before, after) = (&known[first + n], &hidden[first + n]);
                let ground = |lost| Ground { words: (row, piece.words.clone()), lost };
                let role = lost(&verdict.role.value, &before.role, &after.role);
                let period = lost(&verdict.period.value, &before.period, &after.period);
                verdict.role_grounds.extend(role.map(ground));
                verdict.period_grounds.extend(period.map(ground));
            }
        }
        for verdict in verdicts {
            for grounds in [&mut verdict.role_grounds, &mut verdict.period_grounds] {
                grounds.sort_by_key(|ground| Reverse(ground.lost));
                grounds.truncate(TOLD);
            }
        }
    }
}

/// What an answer has lost, where that is worth telling.
fn lost<T: PartialEq>(answer: &T, before: &Judged<T>, after: &Judged<T>) -> Option<Chance> {
    let lost = before.chance_of(answer).saturating_sub(after.chance_of(answer));
    (lost >= LEAST).then_some(lost)
}

/// The features with one piece hidden.
fn without(features: &Features, at: usize) -> Features {
    /// Where the row of a word and the next one stands among the rows of the word.
    const PAIR: usize = 2;
    let mut features = features.clone();
    features.words[at].clear();
    features.signs[at].clear();
    if let Some(before) = at.checked_sub(1) {
        features.words[before].truncate(PAIR);
    }
    features
}
