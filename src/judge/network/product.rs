//! Products of many inputs with one matrix: where the time of the network goes.
//!
//! Sixteen outputs are summed up side by side, for several inputs at a time, so that a weight is loaded once for all of
//! them; `kernel` has the ways to sum them up.

use super::input::{Inputs, Row};
use super::kernel::{self, LANES, Pairs, Sums};
use std::array;

/// A matrix with a scale and an offset for each output, laid out for [`Matrix::apply`].
#[derive(Debug)]
pub(super) struct Matrix {
    inputs: usize,
    outputs: usize,
    /// Block by block of outputs, in a block pair by pair of components. The last block is filled up with zeros.
    blocks: Vec<Pairs>,
    /// What brings a sum back to scores, in 2^22nds.
    scales: Vec<[i32; LANES]>,
    offsets: Vec<[i32; LANES]>,
}

impl Matrix {
    /// From its weights, row by row, a row an output, and a scale and an offset for each output. `inputs` is even.
    pub(super) fn new(weights: &[u8], inputs: usize, scales: &[i32], offsets: &[i32]) -> Self {
        let (pairs, outputs) = (inputs / 2, scales.len());
        let mut blocks = vec![[[0; 2]; LANES]; outputs.div_ceil(LANES) * pairs];
        for (output, row) in weights.chunks_exact(inputs).enumerate() {
            for (pair, two) in row.as_chunks::<2>().0.iter().enumerate() {
                blocks[output / LANES * pairs + pair][output % LANES] =
                    two.map(|byte| i16::from(byte.cast_signed()));
            }
        }
        Self { inputs, outputs, blocks, scales: in_lanes(scales), offsets: in_lanes(offsets) }
    }

    /// The outputs of many inputs, one behind the other.
    pub(super) fn apply(&self, inputs: &[i16]) -> Vec<i32> {
        let mut out = Vec::new();
        self.apply_into(Inputs::alone(inputs, self.inputs), &mut out);
        out
    }

    /// As [`Matrix::apply`], into a list that is used again.
    pub(super) fn apply_into(&self, inputs: Inputs<'_>, out: &mut Vec<i32>) {
        out.clear();
        out.resize(inputs.count() * self.outputs, 0);
        #[cfg(target_arch = "x86_64")]
        {
            use kernel::{Avx2, Avx512};
            if let Some(simd) = Avx512::try_new() {
                let sums = |rows: [Row<'_>; 12], block: &[Pairs]| kernel::wide(simd, rows, block);
                return simd.vectorize(|| self.multiply(inputs, sums, out));
            }
            if let Some(simd) = Avx2::try_new() {
                let sums = |rows: [Row<'_>; 4], block: &[Pairs]| kernel::narrow(simd, rows, block);
                return simd.vectorize(|| self.multiply(inputs, sums, out));
            }
        }
        #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
        self.multiply(inputs, kernel::narrowest::<2>, out);
        #[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
        self.multiply(inputs, kernel::plain::<4>, out);
    }

    #[inline(always)]
    fn multiply<const ROWS: usize>(
        &self,
        inputs: Inputs<'_>,
        sums: impl Fn([Row<'_>; ROWS], &[Pairs]) -> Sums<ROWS>,
        out: &mut [i32],
    ) {
        let count = inputs.count();
        for first in (0..count).step_by(ROWS) {
            // Where fewer are left, the last is done again.
            let at: [usize; ROWS] = array::from_fn(|row| (first + row).min(count - 1));
            let rows = at.map(|at| Row::of(inputs, at));
            for (block, weights) in self.blocks.chunks_exact(self.inputs / 2).enumerate() {
                let from = block * LANES;
                let till = self.outputs.min(from + LANES);
                let (scales, offsets) = (&self.scales[block], &self.offsets[block]);
                for (at, sums) in at.into_iter().zip(sums(rows, weights)) {
                    let scores: [i32; LANES] =
                        array::from_fn(|lane| rescaled(sums[lane], scales[lane]) + offsets[lane]);
                    out[at * self.outputs..][from..till].copy_from_slice(&scores[..till - from]);
                }
            }
        }
    }
}

fn in_lanes(numbers: &[i32]) -> Vec<[i32; LANES]> {
    let fill = |few: &[i32]| array::from_fn(|lane| few.get(lane).copied().unwrap_or(0));
    numbers.chunks(LANES).map(fill).collect()
}

/// A sum brought back to scores.
#[inline(always)]
pub(super) fn rescaled(sum: i32, scale: i32) -> i32 {
    ((i64::from(sum) * i64::from(scale)) >> 22) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noise(count: usize) -> Vec<i16> {
        (0..count).map(|i| (i * 7919) as i16).collect()
    }

    fn matrix(inputs: usize, outputs: usize) -> (Vec<u8>, Matrix) {
        let weights: Vec<u8> = (0..inputs * outputs).map(|i| (i * 31 + 7) as u8).collect();
        let scales: Vec<i32> = (0..outputs).map(|i| 1000 + i as i32).collect();
        let offsets: Vec<i32> = (0..outputs).map(|i| 3 - i as i32).collect();
        let matrix = Matrix::new(&weights, inputs, &scales, &offsets);
        (weights, matrix)
    }

    fn product(input: &[i16], weights: &[u8]) -> Vec<i32> {
        let dot = |(output, row): (usize, &[u8])| {
            let product = |(a, b): (&i16, &u8)| i32::from(*a) * i32::from(b.cast_signed());
            let sum = input.iter().zip(row).map(product).sum::<i32>();
            rescaled(sum, 1000 + output as i32) + 3 - output as i32
        };
        weights.chunks_exact(input.len()).enumerate().map(dot).collect()
    }

    #[test]
    fn every_way_of_summing_gives_the_same() {
        for (inputs, outputs, count) in [(2, 1, 1), (96, 128, 7), (32, 20, 6), (64, 7, 9)] {
            let (weights, matrix) = matrix(inputs, outputs);
            let input = noise(inputs * count);
            let expected: Vec<i32> =
                input.chunks_exact(inputs).flat_map(|input| product(input, &weights)).collect();
            assert_eq!(matrix.apply(&input), expected, "{inputs} inputs, {outputs} outputs");
            let mut out = vec![0; expected.len()];
            matrix.multiply(Inputs::alone(&input, inputs), kernel::plain::<4>, &mut out);
            assert_eq!(out, expected, "{inputs} inputs, {outputs} outputs, plainly");
            #[cfg(target_arch = "x86_64")]
            if let Some(simd) = kernel::Avx2::try_new() {
                let sums = |rows: [Row<'_>; 4], block: &[Pairs]| kernel::narrow(simd, rows, block);
                matrix.multiply(Inputs::alone(&input, inputs), sums, &mut out);
                assert_eq!(out, expected, "{inputs} inputs, {outputs} outputs, with AVX2");
            }
        }
    }

    #[test]
    fn three_vectors_make_an_input_and_there_is_nothing_beyond_the_ends() {
        let (width, distance, count) = (4, 2, 5);
        let (weights, matrix) = matrix(3 * width, 3);
        let mut values = vec![0; distance * width];
        values.extend(noise(count * width));
        values.resize(values.len() + distance * width, 0);
        let expected: Vec<i32> = (0..count)
            .flat_map(|at| {
                let vector = |nth: usize| &values[(at + nth * distance) * width..][..width];
                product(&[0, 1, 2].map(vector).concat(), &weights)
            })
            .collect();
        let mut out = Vec::new();
        matrix.apply_into(Inputs::of_three(&values, width, distance), &mut out);
        assert_eq!(out, expected);
    }

    #[test]
    fn no_input_has_no_output() {
        assert!(matrix(2, 3).1.apply(&[]).is_empty());
    }
}
