//! What a matrix is multiplied with: vectors, each alone, or three of them that lie apart.
//!
//! A convolution looks at a piece, the one so far before it and the one so far behind it. Its input is no copy of the
//! three: the vectors stand one behind the other between margins of zeros, and an input is read out of them.

/// Inputs of a matrix: vectors one behind the other, each alone, or each with the one so far before it and the one so
/// far behind it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Inputs<'a> {
    values: &'a [i16],
    /// Components of a vector.
    width: usize,
    /// How far the vectors of one input lie apart; where they do, `values` begins and ends with so many of zeros.
    distance: usize,
}

impl<'a> Inputs<'a> {
    pub(super) fn alone(values: &'a [i16], width: usize) -> Self {
        Self { values, width, distance: 0 }
    }

    /// `values` begins and ends with `distance` vectors of zeros.
    pub(super) fn of_three(values: &'a [i16], width: usize, distance: usize) -> Self {
        Self { values, width, distance }
    }

    pub(super) fn count(self) -> usize {
        self.values.len() / self.width - 2 * self.distance
    }
}

/// One input: pairs of components, from its first vector on.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pairs: &'a [[i16; 2]],
    /// Pairs of a vector.
    pub(super) width: usize,
    /// Pairs from one vector to the next.
    stride: usize,
}

impl<'a> Row<'a> {
    #[inline(always)]
    pub(super) fn of(inputs: Inputs<'a>, at: usize) -> Self {
        let pairs = inputs.values[at * inputs.width..].as_chunks::<2>().0;
        Self { pairs, width: inputs.width / 2, stride: inputs.width / 2 * inputs.distance }
    }

    #[inline(always)]
    pub(super) fn vector(self, nth: usize) -> &'a [[i16; 2]] {
        &self.pairs[nth * self.stride..][..self.width]
    }
}
