//! Which of several things a figure goes with, or with none: its total, its target, its place.

use super::encoder::OUT;
use super::fixed::{Curves, factor};
use super::product::Matrix;
use super::table::Table;
use super::weights::{Error, Reader};
use crate::judge::Chance;
use crate::judge::feature::Link;

/// Width of what is compared.
pub(super) const KEY: usize = 32;

/// Compares a figure with what it may go with, by what the encoder says of both and by what is known of the pair.
#[derive(Debug)]
pub(super) struct Match {
    query: Matrix,
    key: Matrix,
    pair: Table,
    out: Matrix,
}

impl Match {
    pub(super) fn read(reader: &mut Reader, pairs: usize) -> Result<Self, Error> {
        Ok(Self {
            query: reader.matrix("query", OUT, KEY)?,
            key: reader.matrix("key", OUT, KEY)?,
            pair: reader.table("pair", pairs, KEY)?,
            out: reader.matrix("match", KEY, 1)?,
        })
    }

    /// What figures ask for.
    pub(super) fn queries(&self, figures: &[i16]) -> Vec<i32> {
        self.query.apply(figures)
    }

    /// What the others offer.
    pub(super) fn keys(&self, others: &[i16]) -> Vec<i32> {
        self.key.apply(others)
    }

    /// How well one figure goes with each of some others: their keys and the rows of the pairs.
    pub(super) fn scores<'a>(
        &self,
        query: &[i32],
        others: impl Iterator<Item = (&'a [i32], &'a [u16])>,
    ) -> Vec<i32> {
        let mut inputs = Vec::new();
        for (key, rows) in others {
            let mut sum: Vec<i32> = query.iter().zip(key).map(|(query, key)| query + key).collect();
            self.pair.add(rows.iter().map(|row| usize::from(*row)), &mut sum);
            inputs.extend(sum.into_iter().map(|x| factor(x.max(0))));
        }
        self.out.apply(&inputs)
    }
}

/// Picks one of several, or none.
#[derive(Debug)]
pub(super) struct Pick {
    matched: Match,
    none: Matrix,
}

impl Pick {
    pub(super) fn read(reader: &mut Reader, pairs: usize) -> Result<Self, Error> {
        Ok(Self { matched: Match::read(reader, pairs)?, none: reader.matrix("none", OUT, 1)? })
    }

    /// For each figure the probabilities of its links, and that it has none, at the end.
    pub(super) fn judge(
        &self,
        figures: &[i16],
        others: &[i16],
        links: &[Vec<Link>],
        curves: &Curves,
    ) -> Vec<Vec<Chance>> {
        let queries = self.matched.queries(figures);
        let keys = self.matched.keys(others);
        let none = self.none.apply(figures);
        let judge = |((query, links), none): ((&[i32], &Vec<Link>), &i32)| {
            let pairs = links.iter().map(|link| (&keys[link.other * KEY..][..KEY], &*link.rows));
            let mut scores = self.matched.scores(query, pairs);
            scores.push(*none);
            curves.shares(&scores)
        };
        queries.chunks_exact(KEY).zip(links).zip(&none).map(judge).collect()
    }
}
