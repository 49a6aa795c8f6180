//! The encoder: from the features of the pieces to a vector for each, which knows the whole article.
//!
//! The rows of a piece are added up; convolutions of three pieces at growing distances see phrase and sentence, two
//! recurrences in both directions the whole article. Each adds to what was there before.

use super::fixed::{Curves, GATE_ONE, factor, level};
use super::layer::{Linear, Table};
use super::weights::{Error, Reader};
use crate::judge::feature::{Features, sizes};

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
    out: Linear,
}

#[derive(Debug)]
enum Step {
    /// Three pieces, so many pieces apart.
    Convolution(usize, Linear),
    /// Gates and candidates, forward and backward, and what joins both.
    Recurrence([Linear; 2], Linear),
}

impl Encoder {
    pub(super) fn read(reader: &mut Reader) -> Result<Self, Error> {
        let [words, signs, ..] = sizes();
        let words = reader.table("words", words, WIDTH)?;
        let signs = reader.table("signs", signs, WIDTH)?;
        let convolution = |reader: &mut Reader, distance| {
            Ok(Step::Convolution(distance, reader.linear("convolution", 3 * WIDTH, WIDTH)?))
        };
        let recurrence = |reader: &mut Reader| {
            let forward = reader.linear("forward", WIDTH, 2 * STATE)?;
            let backward = reader.linear("backward", WIDTH, 2 * STATE)?;
            Ok(Step::Recurrence([forward, backward], reader.linear("join", 2 * STATE, WIDTH)?))
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
        Ok(Self { words, signs, steps, out: reader.linear("out", WIDTH, OUT)? })
    }

    /// What the encoder says of each piece: [`OUT`] factors a piece, one behind the other.
    pub(super) fn encode(&self, features: &Features, curves: &Curves) -> Vec<i16> {
        let mut inner = self.look_up(features);
        inner = raised(&leveled(&inner));
        for step in &self.steps {
            let input = leveled(&inner);
            let more = match step {
                Step::Convolution(distance, linear) => {
                    linear.apply(&apart(&input, *distance)).into_iter().map(|x| x.max(0)).collect()
                }
                Step::Recurrence(gates, join) => join.apply(&recur(gates, &input, curves)),
            };
            inner.iter_mut().zip(more).for_each(|(inner, more): (&mut i32, i32)| *inner += more);
        }
        self.out.apply(&leveled(&inner)).into_iter().map(|x| factor(x.max(0))).collect()
    }

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

/// All pieces brought to one length.
fn leveled(inner: &[i32]) -> Vec<i16> {
    let mut out = vec![0; inner.len()];
    inner.chunks_exact(WIDTH).zip(out.chunks_exact_mut(WIDTH)).for_each(|(x, out)| level(x, out));
    out
}

/// Factors as inner values.
fn raised(factors: &[i16]) -> Vec<i32> {
    factors.iter().map(|x| i32::from(*x) << 2).collect()
}

/// For each piece the one so far before it, itself, and the one so far behind it; nothing beyond the ends.
fn apart(input: &[i16], distance: usize) -> Vec<i16> {
    let count = input.len() / WIDTH;
    let mut out = vec![0; input.len() * 3];
    for (at, out) in out.chunks_exact_mut(3 * WIDTH).enumerate() {
        let mut put = |slot: usize, piece: usize| {
            out[slot * WIDTH..(slot + 1) * WIDTH]
                .copy_from_slice(&input[piece * WIDTH..(piece + 1) * WIDTH]);
        };
        if at >= distance {
            put(0, at - distance);
        }
        put(1, at);
        if at + distance < count {
            put(2, at + distance);
        }
    }
    out
}

/// The states of both recurrences at each piece, forward and backward side by side.
fn recur(gates: &[Linear; 2], input: &[i16], curves: &Curves) -> Vec<i16> {
    let count = input.len() / WIDTH;
    let mut out = vec![0; count * 2 * STATE];
    for (direction, linear) in gates.iter().enumerate() {
        let gates = linear.apply(input);
        let mut state = [0_i32; STATE];
        for n in 0..count {
            let at = if direction == 0 { n } else { count - 1 - n };
            let (open, new) = gates[at * 2 * STATE..(at + 1) * 2 * STATE].split_at(STATE);
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
