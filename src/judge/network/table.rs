//! A table whose rows are added up: the first layer, where an input is a handful of rows out of thousands.

use super::product::rescaled;

/// The widest table.
const WIDEST: usize = 160;

/// A table whose rows are added up.
#[derive(Debug)]
pub(super) struct Table {
    width: usize,
    rows: &'static [u8],
    /// What brings a sum back to scores, in 2^22nds, for each column.
    scales: Vec<i32>,
}

impl Table {
    /// From its rows, one behind the other, and a scale for each column.
    pub(super) fn new(rows: &'static [u8], scales: Vec<i32>) -> Self {
        assert!(scales.len() <= WIDEST, "a table of {} columns", scales.len());
        Self { width: scales.len(), rows, scales }
    }

    /// Adds the sum of some rows to a vector.
    #[inline(always)]
    pub(super) fn add(&self, rows: impl Iterator<Item = usize>, out: &mut [i32]) {
        let mut sum = [0_i32; WIDEST];
        let sum = &mut sum[..self.width];
        for row in rows {
            let values = &self.rows[row * self.width..][..self.width];
            sum.iter_mut()
                .zip(values)
                .for_each(|(sum, value)| *sum += i32::from(value.cast_signed()));
        }
        let scaled = sum.iter().zip(&self.scales).map(|(sum, scale)| rescaled(*sum, *scale));
        out.iter_mut().zip(scaled).for_each(|(out, value)| *out += value);
    }
}
