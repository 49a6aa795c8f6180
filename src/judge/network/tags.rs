//! Which words around a figure say what it measures, and which it takes over from its list, sentence or heading.

use super::encoder::OUT;
use super::fixed::{Curves, factor};
use super::input::Inputs;
use super::pick::KEY;
use super::product::Matrix;
use super::table::Table;
use super::weights::{Error, Reader};
use crate::judge::{Chance, Sheet};

/// How many pieces before a figure are looked at.
pub(super) const BEFORE: usize = 64;
/// How many pieces from the figure on.
const FROM: usize = 32;
/// How many pieces in all.
pub(super) const WINDOW: usize = BEFORE + FROM;
/// The farthest count of figures, rows and sentences between a word and a figure.
const FARTHEST: usize = 7;

#[derive(Debug)]
pub(super) struct Tags {
    query: Matrix,
    key: Matrix,
    /// Rows for the place in the window, then for figures, rows and sentences between.
    between: Table,
    near: Matrix,
    far: Matrix,
    out: Matrix,
}

/// For each piece of the window the probabilities of being a word of the indicator, and of it with its scope.
pub(super) type Tagged = Vec<[Chance; 2]>;

/// How many rows, sentences and figures have begun at each piece.
pub(super) struct Begun {
    rows: Vec<usize>,
    sentences: Vec<usize>,
    figures: Vec<usize>,
}

impl Begun {
    pub(super) fn on(sheet: &Sheet<'_>) -> Self {
        let (mut rows, mut sentences, mut figures) = (Vec::new(), Vec::new(), Vec::new());
        let (mut begun, mut met, mut last) = (0, 0, None);
        for (at, spot) in sheet.pieces.iter().enumerate() {
            let sentence = sheet.piece(at).map(|piece| (spot.row, piece.sentence));
            begun += usize::from(sentence.is_some() && sentence != last);
            last = sentence.or(last);
            met += usize::from(sheet.figures.get(met).is_some_and(|figure| figure.at == at));
            rows.push(spot.row);
            sentences.push(begun);
            figures.push(met);
        }
        Self { rows, sentences, figures }
    }

    fn between(&self, at: usize, figure: usize) -> [usize; 3] {
        [&self.figures, &self.rows, &self.sentences]
            .map(|begun| begun[at].abs_diff(begun[figure]).min(FARTHEST))
    }
}

impl Tags {
    pub(super) fn read(reader: &mut Reader) -> Result<Self, Error> {
        Ok(Self {
            query: reader.matrix("tag query", OUT, KEY)?,
            key: reader.matrix("tag key", OUT, KEY)?,
            between: reader.table("tag between", WINDOW + 3 * (FARTHEST + 1), KEY)?,
            near: reader.matrix("tag near", 3 * KEY, KEY)?,
            far: reader.matrix("tag far", 3 * KEY, KEY)?,
            out: reader.matrix("tag", KEY, 2)?,
        })
    }

    /// The probabilities of all pieces of the window of each figure.
    pub(super) fn judge(
        &self,
        sheet: &Sheet<'_>,
        figures: &[i16],
        pieces: &[i16],
        curves: &Curves,
    ) -> Vec<Tagged> {
        let queries = self.query.apply(figures);
        let keys = self.key.apply(pieces);
        let begun = Begun::on(sheet);
        let judge = |(figure, query): (&crate::judge::Spot, &[i32])| {
            self.window(&begun, figure.at, query, &keys, curves)
        };
        sheet.figures.iter().zip(queries.chunks_exact(KEY)).map(judge).collect()
    }

    fn window(
        &self,
        begun: &Begun,
        figure: usize,
        query: &[i32],
        keys: &[i32],
        curves: &Curves,
    ) -> Tagged {
        let count = begun.rows.len();
        let at = |slot: usize| (figure + slot).checked_sub(BEFORE).filter(|at| *at < count);
        let mut inner = vec![0_i32; WINDOW * KEY];
        for (slot, inner) in inner.chunks_exact_mut(KEY).enumerate() {
            let Some(at) = at(slot) else { continue };
            inner.copy_from_slice(query);
            inner.iter_mut().zip(&keys[at * KEY..]).for_each(|(inner, key)| *inner += key);
            let between = begun.between(at, figure);
            let rows = (0..3).map(|i| WINDOW + i * (FARTHEST + 1) + between[i]);
            self.between.add(std::iter::once(slot).chain(rows), inner);
            inner.iter_mut().for_each(|x| *x = (*x).max(0));
        }
        let (mut input, mut more) = (Vec::new(), Vec::new());
        for (matrix, distance) in [(&self.near, 1), (&self.far, 3)] {
            factors(&inner, distance, &mut input);
            matrix.apply_into(Inputs::of_three(&input, KEY, distance), &mut more);
            inner.iter_mut().zip(&more).for_each(|(inner, more)| *inner += (*more).max(0));
            if distance == 1 {
                let outside = (0..WINDOW).filter(|slot| at(*slot).is_none());
                outside.for_each(|slot| inner[slot * KEY..(slot + 1) * KEY].fill(0));
            }
        }
        factors(&inner, 0, &mut input);
        let scores = self.out.apply(&input);
        let chance =
            |slot: usize, score: i32| if at(slot).is_some() { curves.chance(score) } else { 0 };
        (0..WINDOW).map(|slot| [0, 1].map(|i| chance(slot, scores[2 * slot + i]))).collect()
    }
}

/// The slots as factors, between margins of so many slots of zeros.
fn factors(inner: &[i32], margin: usize, out: &mut Vec<i16>) {
    out.clear();
    out.resize(margin * KEY, 0);
    out.extend(inner.iter().map(|x| factor(*x)));
    out.resize(inner.len() + 2 * margin * KEY, 0);
}
