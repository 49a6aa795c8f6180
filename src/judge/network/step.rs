//! [`Step`]: what the encoder does to a line of vectors, again and again: each looks at its neighbours and adds what it saw.

use super::encoder::WIDTH;
use super::fixed::{Curves, GATE_ONE, level};
use super::input::Inputs;
use super::product::Matrix;
use super::weights::{Error, Reader};

/// Width of a recurrence, in one direction.
const STATE: usize = 96;

#[derive(Debug)]
pub(super) enum Step {
    /// Three vectors, so many apart.
    Convolution(usize, Matrix),
    /// Gates and candidates, forward and backward, and what joins both.
    Recurrence([Matrix; 2], Matrix),
}

impl Step {
    pub(super) fn convolution(reader: &mut Reader, distance: usize) -> Result<Self, Error> {
        Ok(Self::Convolution(distance, reader.matrix("convolution", 3 * WIDTH, WIDTH)?))
    }

    pub(super) fn recurrence(reader: &mut Reader) -> Result<Self, Error> {
        let forward = reader.matrix("forward", WIDTH, 2 * STATE)?;
        let backward = reader.matrix("backward", WIDTH, 2 * STATE)?;
        Ok(Self::Recurrence([forward, backward], reader.matrix("join", 2 * STATE, WIDTH)?))
    }

    /// One step after the other, over vectors of [`WIDTH`] that stand one behind the other.
    #[inline(always)]
    pub(super) fn run_all(steps: &[Self], line: &mut [i32], curves: &Curves) {
        let (mut input, mut more) = (Vec::new(), Vec::new());
        for step in steps {
            match step {
                Self::Convolution(distance, matrix) => {
                    level_all(line, *distance, &mut input);
                    matrix.apply_into(Inputs::of_three(&input, WIDTH, *distance), &mut more);
                    line.iter_mut().zip(&more).for_each(|(inner, more)| *inner += (*more).max(0));
                }
                Self::Recurrence(gates, join) => {
                    level_all(line, 0, &mut input);
                    let states = recur(gates, &input, &mut more, curves);
                    join.apply_into(Inputs::alone(&states, 2 * STATE), &mut more);
                    line.iter_mut().zip(&more).for_each(|(inner, more)| *inner += more);
                }
            }
        }
    }
}

/// All vectors brought to one length, between margins of so many vectors of zeros.
#[inline(always)]
pub(super) fn level_all(line: &[i32], margin: usize, out: &mut Vec<i16>) {
    out.clear();
    out.resize(line.len() + 2 * margin * WIDTH, 0);
    let out = out[margin * WIDTH..].chunks_exact_mut(WIDTH);
    line.chunks_exact(WIDTH).zip(out).for_each(|(x, out)| level(x, out));
}

/// The states of both recurrences at each vector, forward and backward side by side.
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
