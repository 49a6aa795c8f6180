//! Arithmetic on whole numbers that stand for fractions, so that every machine computes the same.
//!
//! A score or an inner value of the network counts 4096ths ([`ONE`]), what goes into a product counts 1024ths and fits
//! sixteen bits, a gate counts 16384ths. The curves (logistic, tanh, exponential, logarithm) are tables that the trainer
//! writes into the weights.

use crate::judge::Chance;

/// One, in scores and inner values.
pub(super) const ONE: i32 = 1 << 12;
/// One, in gates and states of a recurrence.
pub(super) const GATE_ONE: i32 = 1 << 14;
/// One, in sums of exponentials.
const EXP_ONE: u64 = 1 << 16;
/// How much a score can lie below another before its probability counts as nothing.
const DEEPEST: i32 = 16 * ONE;

/// The curves, as tables.
#[derive(Debug)]
pub(super) struct Curves {
    /// The logistic curve from -8 to 8 in steps of 1/128, in gates.
    pub logistic: Vec<i32>,
    /// tanh over the same.
    pub tanh: Vec<i32>,
    /// exp(-x) from 0 to 16 in steps of 1/256, in 65536ths.
    pub exp: Vec<i32>,
    /// ln(1 + i/256), in scores.
    pub ln: Vec<i32>,
}

impl Curves {
    pub(super) fn logistic(&self, x: i32) -> i32 {
        self.logistic[step(x)]
    }

    pub(super) fn tanh(&self, x: i32) -> i32 {
        self.tanh[step(x)]
    }

    /// exp of a score that is not above zero, in 65536ths.
    pub(super) fn exp(&self, x: i32) -> u64 {
        let below = x.saturating_neg().clamp(0, DEEPEST - 1);
        u64::from(self.exp[(below >> 4) as usize].unsigned_abs())
    }

    /// The logarithm of a sum of exponentials: of a count of 65536ths, as a score.
    fn ln(&self, sum: u64) -> i32 {
        const LN_2: i32 = 2839;
        let sum = sum.max(1);
        let top = 63 - sum.leading_zeros() as i32;
        let rest = if top >= 8 { sum >> (top - 8) } else { sum << (8 - top) };
        self.ln[(rest & 0xff) as usize] + (top - 16) * LN_2
    }

    /// The logarithm of the sum of the exponentials of scores.
    pub(super) fn log_sum(&self, scores: impl Iterator<Item = i32> + Clone) -> i32 {
        let Some(most) = scores.clone().max() else { return i32::MIN / 4 };
        most + self.ln(scores.map(|score| self.exp(score - most)).sum())
    }

    /// The probabilities of scores, which add up to about one.
    pub(super) fn shares(&self, scores: &[i32]) -> Vec<Chance> {
        let most = scores.iter().copied().max().unwrap_or(0);
        let parts: Vec<u64> = scores.iter().map(|score| self.exp(score - most)).collect();
        let sum = parts.iter().sum::<u64>().max(1);
        parts.into_iter().map(|part| (part * 10_000 / sum) as Chance).collect()
    }

    /// The probability of a score against none.
    pub(super) fn chance(&self, score: i32) -> Chance {
        (self.logistic(score) * 10_000 / GATE_ONE) as Chance
    }

    /// The logarithm of a probability; one in ten thousand for none.
    pub(super) fn log_of_chance(&self, chance: Chance) -> i32 {
        self.ln(u64::from(chance.max(1)) * EXP_ONE / 10_000)
    }

    /// The probability whose logarithm this is.
    pub(super) fn chance_of_log(&self, log: i32) -> Chance {
        (self.exp(log.min(0)) * 10_000 / EXP_ONE).min(10_000) as Chance
    }
}

fn step(x: i32) -> usize {
    ((x.clamp(-8 * ONE, 8 * ONE - 1) + 8 * ONE) >> 5) as usize
}

/// An inner value as a factor of a product: in 1024ths, sixteen bits.
#[inline(always)]
pub(super) fn factor(x: i32) -> i16 {
    (x >> 2).clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16
}

/// A vector at length one a component, as factors: each value over the root of their mean square.
///
/// None is above the root of their number, so it fits sixteen bits.
#[inline(always)]
pub(super) fn level(x: &[i32], out: &mut [i16]) {
    const EPSILON: i64 = 16_777;
    let squares: i64 = x.iter().map(|v| i64::from(*v) * i64::from(*v)).sum();
    let root = (squares / x.len() as i64 + EPSILON).isqrt();
    let inverse = ((1_i64 << 32) / root) as i32;
    for (out, v) in out.iter_mut().zip(x) {
        *out = ((i64::from(*v) * i64::from(inverse)) >> 22) as i16;
    }
}
