//! Tables whose rows are grouped in families, each with a number of values.

/// Defines an enum of families and where the rows of each begin: `Depth = 4` has the rows of depths 0 to 3.
macro_rules! families {
    ($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $family:ident = $size:expr),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(in crate::judge) enum $name { $($(#[$fdoc])* $family),+ }

        impl $name {
            const SIZES: &'static [usize] = &[$($size),+];

            /// How many rows all families have.
            pub(in crate::judge) const ROWS: usize = Self::before(Self::SIZES.len());

            const fn before(family: usize) -> usize {
                let (mut rows, mut i) = (0, 0);
                while i < family {
                    rows += Self::SIZES[i];
                    i += 1;
                }
                rows
            }

            /// The row of a value; one beyond the last value has the row of the last.
            pub(in crate::judge) const fn row(self, value: usize) -> u16 {
                let last = Self::SIZES[self as usize] - 1;
                let value = if value < last { value } else { last };
                (Self::before(self as usize) + value) as u16
            }
        }
    };
}

pub(super) use families;

/// The bucket of a number on a scale that grows by about half: 0, 1, 2, 3, 5, 8, 12, …
pub(super) fn bucket(n: usize) -> usize {
    const ENDS: [usize; 12] = [0, 1, 2, 3, 5, 8, 12, 18, 27, 40, 60, 90];
    ENDS.iter().position(|end| n <= *end).unwrap_or(ENDS.len())
}

/// How many values [`bucket`] has.
pub(super) const BUCKETS: usize = 13;
