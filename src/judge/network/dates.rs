//! How well each period that is offered fits each figure, and how likely each figure has the period of the one before.

use super::chain::{Carry, Offer};
use super::encoder::OUT;
use super::fixed::{Curves, factor};
use super::pick::{KEY, Match};
use super::product::Matrix;
use super::table::Table;
use super::weights::{Error, Reader};
use crate::judge::Sheet;
use crate::judge::feature::{FORMS, Features, PERIOD_SIGNS, sizes};

const CARRY: usize = 32;
/// Rows of the distances between neighbouring figures: in rows up to 3, in pieces up to 2^7.
const ROWS: usize = 4;
const PIECES: usize = 8;

#[derive(Debug)]
pub(super) struct Dates {
    time: Match,
    /// The forms of a time phrase: by the phrase, by the figure; of the day of publication, and none, by the figure.
    form_of_time: Matrix,
    form_of_figure: Matrix,
    form_of_day: Matrix,
    /// How the days of a period lie: what a figure asks for.
    lies: Matrix,
    carry: Matrix,
    distance: Table,
    carried: Matrix,
}

impl Dates {
    pub(super) fn read(reader: &mut Reader) -> Result<Self, Error> {
        let [_, _, times, ..] = sizes();
        Ok(Self {
            time: Match::read(reader, times)?,
            form_of_time: reader.matrix("form of time", OUT, FORMS)?,
            form_of_figure: reader.matrix("form of figure", OUT, FORMS)?,
            form_of_day: reader.matrix("form of day", OUT, FORMS + 1)?,
            lies: reader.matrix("lies", OUT, PERIOD_SIGNS)?,
            carry: reader.matrix("carry", 2 * OUT, CARRY)?,
            distance: reader.table("carry distance", ROWS + PIECES, CARRY)?,
            carried: reader.matrix("carried", CARRY, 2)?,
        })
    }

    /// The periods that each figure is offered, with their scores.
    pub(super) fn offers(
        &self,
        features: &Features,
        figures: &[i16],
        times: &[i16],
        curves: &Curves,
    ) -> Vec<Vec<Offer>> {
        let periods = &features.periods;
        let (queries, keys) = (self.time.queries(figures), self.time.keys(times));
        let (of_time, of_figure) =
            (self.form_of_time.apply(times), self.form_of_figure.apply(figures));
        let (of_day, lies) = (self.form_of_day.apply(figures), self.lies.apply(figures));
        (0..periods.sources.len())
            .map(|f| {
                let weighed = &periods.times[f];
                let pairs = weighed.iter().map(|(t, rows)| (&keys[t * KEY..][..KEY], &**rows));
                let matches = self.time.scores(&queries[f * KEY..][..KEY], pairs);
                let of_day = &of_day[f * (FORMS + 1)..];
                let mut sources = vec![(0, None, of_day[FORMS])];
                for source in &periods.sources[f] {
                    let score = match source.time {
                        Some(t) => {
                            let n = weighed.partition_point(|(time, _)| *time < t);
                            matches[n]
                                + of_time[t * FORMS + source.form]
                                + of_figure[f * FORMS + source.form]
                        }
                        None => of_day[source.form],
                    };
                    sources.push((source.span, source.time, score));
                }
                sources.sort_by_key(|(span, ..)| *span);
                let asked = &lies[f * PERIOD_SIGNS..][..PERIOD_SIGNS];
                let fit = |span: usize| {
                    periods.lies[span]
                        .iter()
                        .zip(asked)
                        .filter(|(is, _)| **is)
                        .map(|(_, a)| *a)
                        .sum::<i32>()
                };
                sources
                    .chunk_by(|a, b| a.0 == b.0)
                    .map(|same| {
                        let best = same.iter().max_by_key(|(.., score)| *score);
                        Offer {
                            span: same[0].0,
                            time: best.and_then(|(_, time, _)| *time),
                            score: curves.log_sum(same.iter().map(|(.., score)| *score))
                                + fit(same[0].0),
                        }
                    })
                    .collect()
            })
            .collect()
    }

    /// For each figure but the first what speaks for the period of the figure before.
    pub(super) fn carries(&self, sheet: &Sheet<'_>, figures: &[i16]) -> Vec<Carry> {
        let mut inputs = Vec::with_capacity(figures.len() * 2);
        for f in 1..sheet.figures.len() {
            inputs.extend_from_slice(&figures[f * OUT..(f + 1) * OUT]);
            inputs.extend_from_slice(&figures[(f - 1) * OUT..f * OUT]);
        }
        let mut inner = self.carry.apply(&inputs);
        for (n, inner) in inner.chunks_exact_mut(CARRY).enumerate() {
            let (before, this) = (sheet.figures[n], sheet.figures[n + 1]);
            let rows = (this.row - before.row).min(ROWS - 1);
            let pieces = (1 + this.at - before.at).ilog2() as usize;
            self.distance.add([rows, ROWS + pieces.min(PIECES - 1)].into_iter(), inner);
        }
        let factors: Vec<i16> = inner.into_iter().map(|x| factor(x.max(0))).collect();
        self.carried
            .apply(&factors)
            .as_chunks::<2>()
            .0
            .iter()
            .map(|[none, same]| Carry { none: *none, same: *same })
            .collect()
    }
}
