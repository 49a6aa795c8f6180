//! The encoder: from the features of the pieces to a vector for each, which knows the whole article.
//!
//! The rows of a piece are added up; convolutions of three pieces at growing distances see phrase and sentence, two
//! recurrences in both directions the whole article. Each adds to what was there before.

use super::fixed::{Curves, GATE_ONE, factor, level};
use super::input::Inputs;
use super::product::Matrix;
use super::table::Table;
use super::weights::{Error, Reader};
use crate::judge::feature::{Features, sizes};
use pulp::Arch;

/// Width of a piece inside of the encoder.
const WIDTH: usize = 96;
/// Width of a recurrence, in one direction.
const STATE: usize = 64;
/// Width of what the encoder says of a piece.
pub(super) const OUT: usize = 128;

#[derive(Debug)]
pub(super) struct Encoder {
    words: Table,
    signs: Table,
    steps: Vec<Step>,
    out: Matrix,
}

#[derive(Debug)]
enum Step {
    /// Three pieces, so many pieces apart.
    Convolution(usize, Matrix),
    /// Gates and candidates, forward and backward, and what joins both.
    Recurrence([Matrix; 2], Matrix),
}

impl Encoder {
    pub(super) fn read(reader: &mut Reader) -> Result<Self, Error> {
        let [words, signs, ..] = sizes();
        let words = reader.table("words", words, WIDTH)?;
        let signs = reader.table("signs", signs, WIDTH)?;
        let convolution = |reader: &mut Reader, distance| {
            Ok(Step::Convolution(distance, reader.matrix("convolution", 3 * WIDTH, WIDTH)?))
        };
        let recurrence = |reader: &mut Reader| {
            let forward = reader.matrix("forward", WIDTH, 2 * STATE)?;
            let backward = reader.matrix("backward", WIDTH, 2 * STATE)?;
            Ok(Step::Recurrence([forward, backward], reader.matrix("join", 2 * STATE, WIDTH)?))
        };
        let steps = vec![
            convolution(reader, 1)?,
            convolution(reader, 2)?,
            convolution(reader, 4)?,
            recurrence(reader)?,
            convolution(reader, 1)?,
            convolution(reader, 8)?,
            recurrence(reader)?,
        ];
        Ok(Self { words, signs, steps, out: reader.matrix("out", WIDTH, OUT)? })
    }

    /// What the encoder says of each piece: [`OUT`] factors a piece, one behind the other.
    pub(super) fn encode(&self, features: &Features, curves: &Curves) -> Vec<i16> {
        Arch::new().dispatch(|| self.run(features, curves))
    }

    #[inline(always)]
    fn run(&self, features: &Features, curves: &Curves) -> Vec<i16> {
        let mut inner = self.look_up(features);
        let (mut input, mut more) = (Vec::new(), Vec::new());
        level_all(&inner, 0, &mut input);
        inner.iter_mut().zip(&input).for_each(|(inner, x)| *inner = i32::from(*x) << 2);
        for step in &self.steps {
            match step {
                Step::Convolution(distance, matrix) => {
                    level_all(&inner, *distance, &mut input);
                    matrix.apply_into(Inputs::of_three(&input, WIDTH, *distance), &mut more);
                    inner.iter_mut().zip(&more).for_each(|(inner, more)| *inner += (*more).max(0));
                }
                Step::Recurrence(gates, join) => {
                    level_all(&inner, 0, &mut input);
                    let states = recur(gates, &input, &mut more, curves);
                    join.apply_into(Inputs::alone(&states, 2 * STATE), &mut more);
                    inner.iter_mut().zip(&more).for_each(|(inner, more)| *inner += more);
                }
            }
        }
        level_all(&inner, 0, &mut input);
        self.out.apply_into(Inputs::alone(&input, WIDTH), &mut more);
        more.iter().map(|x| factor((*x).max(0))).collect()
    }

    #[inline(always)]
    fn look_up(&self, features: &Features) -> Vec<i32> {
        let mut inner = vec![0; features.words.len() * WIDTH];
        let rows = features.words.iter().zip(&features.signs);
        for (out, (words, signs)) in inner.chunks_exact_mut(WIDTH).zip(rows) {
            self.words.add(words.iter().map(|row| *row as usize), out);
            self.signs.add(signs.iter().map(|row| usize::from(*row)), out);
        }
        inner
    }
}

/// All pieces brought to one length, between margins of so many pieces of zeros.
#[inline(always)]
fn level_all(inner: &[i32], margin: usize, out: &mut Vec<i16>) {
    out.clear();
    out.resize(inner.len() + 2 * margin * WIDTH, 0);
    let out = out[margin * WIDTH..].chunks_exact_mut(WIDTH);
    inner.chunks_exact(WIDTH).zip(out).for_each(|(x, out)| level(x, out));
}

/// The states of both recurrences at each piece, forward and backward side by side.
///
/// `scores` is a list that is used again.
#[inline(always)]
fn recur(gates: &[Matrix; 2], input: &[i16], scores: &mut Vec<i32>, curves: &Curves) -> Vec<i16> {
    let count = input.len() / WIDTH;
    let mut out = vec![0; count * 2 * STATE];
    for (direction, matrix) in gates.iter().enumerate() {
        matrix.apply_into(Inputs::alone(input, WIDTH), scores);
        let mut state = [0_i32; STATE];
        for n in 0..count {
            let at = if direction == 0 { n } else { count - 1 - n };
            let (open, new) = scores[at * 2 * STATE..(at + 1) * 2 * STATE].split_at(STATE);
            for ((state, open), new) in state.iter_mut().zip(open).zip(new) {
                let step = curves.logistic(*open) * (curves.tanh(*new) - *state);
                *state += (step + GATE_ONE / 2) >> 14;
            }
            let out = &mut out[(at * 2 + direction) * STATE..][..STATE];
            out.iter_mut().zip(state).for_each(|(out, state)| *out = state as i16);
        }
    }
    out
}
