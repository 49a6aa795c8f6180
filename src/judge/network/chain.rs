//! The periods of all figures of an article, decided together: a figure likes the period of the one before.
//!
//! A chain over the figures: each has a score for each period that it is offered, and the period of the figure
//! before gets an extra. Forward and backward sums give every probability in time that grows with the
//! number of figures.

use super::fixed::Curves;
use crate::judge::Chance;

/// A period that a figure is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::judge) struct Offer {
    /// Index into the spans; the offers of a figure are sorted by it. 0 is no period.
    pub span: usize,
    /// The time phrase that speaks most for it.
    pub time: Option<usize>,
    pub score: i32,
}

/// The extra for having the period of the figure before: where that is none, and where it is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Carry {
    pub none: i32,
    pub same: i32,
}

impl Carry {
    fn of(self, span: usize) -> i32 {
        if span == 0 { self.none } else { self.same }
    }
}

/// The probability of each offer of each figure.
pub(super) fn chances(
    offers: &[Vec<Offer>],
    carries: &[Carry],
    curves: &Curves,
) -> Vec<Vec<Chance>> {
    let Some(last) = offers.len().checked_sub(1) else { return Vec::new() };
    let scores = |f: usize| offers[f].iter().map(|offer| offer.score).collect::<Vec<_>>();
    let mut forward = vec![scores(0)];
    for f in 1..offers.len() {
        let sums = passed_on(&offers[f - 1], &forward[f - 1], &offers[f], carries[f - 1], curves);
        forward.push(sums.iter().zip(&offers[f]).map(|(sum, offer)| sum + offer.score).collect());
    }
    let mut out = vec![Vec::new(); offers.len()];
    let mut backward = vec![0; offers[last].len()];
    for f in (0..offers.len()).rev() {
        let both: Vec<i32> = forward[f].iter().zip(&backward).map(|(a, b)| a + b).collect();
        let all = curves.log_sum(both.iter().copied());
        out[f] = both.into_iter().map(|score| curves.chance_of_log(score - all)).collect();
        if f > 0 {
            let behind: Vec<i32> =
                backward.iter().zip(&offers[f]).map(|(sum, offer)| sum + offer.score).collect();
            backward = passed_on(&offers[f], &behind, &offers[f - 1], carries[f - 1], curves);
        }
    }
    out
}

/// What one figure passes on to each offer of its neighbour: all of its sums together, and the sum of the same period
/// once more with its extra.
fn passed_on(
    from: &[Offer],
    sums: &[i32],
    to: &[Offer],
    carry: Carry,
    curves: &Curves,
) -> Vec<i32> {
    let all = curves.log_sum(sums.iter().copied());
    let same = |offer: &Offer| {
        let at = from.binary_search_by_key(&offer.span, |from| from.span).ok()?;
        Some(sums[at] + carry.of(offer.span))
    };
    to.iter()
        .map(|offer| same(offer).map_or(all, |same| curves.log_sum([all, same].into_iter())))
        .collect()
}
