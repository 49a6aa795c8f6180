//! The encoder: from the features of the pieces to a vector for each, which knows the whole article.
//!
//! The rows of a piece are added up; convolutions of three pieces at growing distances see phrase and sentence, two
//! recurrences in both directions the whole article. Then figures and time phrases are a line of their own, as if nothing
//! stood between them, and the same kinds of step see which of them follow each other: `năm 2021 … 470 … năm 2022 … 483`.

use super::fixed::{Curves, factor, level};
use super::input::Inputs;
use super::product::Matrix;
use super::step::{Step, level_all};
use super::table::Table;
use super::weights::{Error, Reader};
use crate::judge::Sheet;
use crate::judge::feature::{Features, sizes};
use pulp::Arch;

/// Width of a row of the table of words.
const WORD_WIDTH: usize = 96;
/// Width of a piece inside of the encoder.
pub(super) const WIDTH: usize = 160;
/// Width of what the encoder says of a piece.
pub(super) const OUT: usize = 128;

#[derive(Debug)]
pub(super) struct Encoder {
    words: Table,
    widen: Matrix,
    signs: Table,
    steps: Vec<Step>,
    /// The steps over figures and time phrases alone.
    among: Vec<Step>,
    out: Matrix,
}

impl Encoder {
    pub(super) fn read(reader: &mut Reader) -> Result<Self, Error> {
        let [words, signs, ..] = sizes();
        Ok(Self {
            words: reader.table("words", words, WORD_WIDTH)?,
            widen: reader.matrix("widen", WORD_WIDTH, WIDTH)?,
            signs: reader.table("signs", signs, WIDTH)?,
            steps: vec![
                Step::convolution(reader, 1)?,
                Step::convolution(reader, 2)?,
                Step::convolution(reader, 4)?,
                Step::recurrence(reader)?,
                Step::convolution(reader, 1)?,
                Step::convolution(reader, 8)?,
                Step::recurrence(reader)?,
            ],
            among: vec![
                Step::convolution(reader, 1)?,
                Step::recurrence(reader)?,
                Step::convolution(reader, 1)?,
                Step::recurrence(reader)?,
            ],
            out: reader.matrix("out", WIDTH, OUT)?,
        })
    }

    /// What the encoder says of each piece: [`OUT`] factors a piece, one behind the other.
    pub(super) fn encode(
        &self,
        sheet: &Sheet<'_>,
        features: &Features,
        curves: &Curves,
    ) -> Vec<i16> {
        let spots = sheet.figures.iter().chain(&sheet.times);
        let mut among: Vec<usize> = spots.map(|spot| spot.at).collect();
        among.sort_unstable();
        among.dedup();
        Arch::new().dispatch(|| self.run(features, &among, curves))
    }

    #[inline(always)]
    fn run(&self, features: &Features, among: &[usize], curves: &Curves) -> Vec<i16> {
        let (mut input, mut more) = (Vec::new(), Vec::new());
        let mut inner = self.look_up(features);
        Step::run_all(&self.steps, &mut inner, curves);
        let mut line: Vec<i32> =
            among.iter().flat_map(|at| &inner[at * WIDTH..][..WIDTH]).copied().collect();
        Step::run_all(&self.among, &mut line, curves);
        for (at, vector) in among.iter().zip(line.chunks_exact(WIDTH)) {
            inner[at * WIDTH..][..WIDTH].copy_from_slice(vector);
        }
        level_all(&inner, 0, &mut input);
        self.out.apply_into(Inputs::alone(&input, WIDTH), &mut more);
        more.iter().map(|x| factor((*x).max(0))).collect()
    }

    /// The sums of the rows of all pieces, brought to one length.
    #[inline(always)]
    fn look_up(&self, features: &Features) -> Vec<i32> {
        let mut words = vec![0; features.words.len() * WORD_WIDTH];
        for (word, rows) in words.chunks_exact_mut(WORD_WIDTH).zip(&features.words) {
            let mut sum = [0; WORD_WIDTH];
            self.words.add(rows.iter().map(|row| *row as usize), &mut sum);
            level(&sum, word);
        }
        let mut inner = self.widen.apply(&words);
        let mut leveled = [0; WIDTH];
        for (piece, signs) in inner.chunks_exact_mut(WIDTH).zip(&features.signs) {
            self.signs.add(signs.iter().map(|row| usize::from(*row)), piece);
            level(piece, &mut leveled);
            piece.iter_mut().zip(leveled).for_each(|(inner, x)| *inner = i32::from(x) << 2);
        }
        inner
    }
}
