//! Layers: products with a matrix, sums of rows of a table.
//!
//! Weights have eight bits, inputs sixteen, sums thirty-two; a sum is brought back to scores by a factor of its own for
//! each output. No sum can overflow: of 288 products of 2^15 and 2^7 at most.

use pulp::Arch;

/// A matrix with a scale and an offset for each output.
#[derive(Debug)]
pub(super) struct Linear {
    pub inputs: usize,
    pub outputs: usize,
    /// Row by row, a row an output.
    pub weights: Vec<i16>,
    /// What brings a sum back to scores, in 2^22nds.
    pub scales: Vec<i32>,
    pub offsets: Vec<i32>,
}

impl Linear {
    /// The outputs of many inputs, one behind the other.
    pub(super) fn apply(&self, inputs: &[i16]) -> Vec<i32> {
        let mut out = vec![0; inputs.len() / self.inputs * self.outputs];
        Arch::new().dispatch(|| self.multiply(inputs, &mut out));
        out
    }

    #[inline(always)]
    fn multiply(&self, inputs: &[i16], out: &mut [i32]) {
        for (input, out) in inputs.chunks_exact(self.inputs).zip(out.chunks_exact_mut(self.outputs))
        {
            let rows = self.weights.chunks_exact(self.inputs);
            let scaling = self.scales.iter().zip(&self.offsets);
            for ((out, row), (scale, offset)) in out.iter_mut().zip(rows).zip(scaling) {
                *out = rescaled(dot(input, row), *scale) + offset;
            }
        }
    }
}

#[inline(always)]
fn dot(a: &[i16], b: &[i16]) -> i32 {
    a.iter().zip(b).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum()
}

#[inline(always)]
fn rescaled(sum: i32, scale: i32) -> i32 {
    ((i64::from(sum) * i64::from(scale)) >> 22) as i32
}

/// A table whose rows are added up.
#[derive(Debug)]
pub(super) struct Table {
    pub width: usize,
    pub rows: &'static [u8],
    /// What brings a sum back to scores, in 2^22nds, for each column.
    pub scales: Vec<i32>,
}

impl Table {
    /// Adds the sum of some rows to a vector.
    pub(super) fn add(&self, rows: impl Iterator<Item = usize>, out: &mut [i32]) {
        let mut sum = vec![0_i32; self.width];
        for row in rows {
            let values = &self.rows[row * self.width..(row + 1) * self.width];
            sum.iter_mut()
                .zip(values)
                .for_each(|(sum, value)| *sum += i32::from(value.cast_signed()));
        }
        let scaled = sum.into_iter().zip(&self.scales).map(|(sum, scale)| rescaled(sum, *scale));
        out.iter_mut().zip(scaled).for_each(|(out, value)| *out += value);
    }
}
