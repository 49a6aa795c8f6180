//! Sets of cue classes, so that "is it one of these?" is one look.

use super::CueClass;

/// How many words hold a bit for every class.
const WORDS: usize = CueClass::ALL.len().div_ceil(64);

/// A set of classes, as bits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CueSet([u64; WORDS]);

impl CueSet {
    /// The set of these classes.
    #[inline(always)]
    #[must_use]
    pub const fn of(classes: &[CueClass]) -> Self {
        let mut set = Self([0; WORDS]);
        let mut i = 0;
        while i < classes.len() {
            let bit = classes[i] as usize;
            set.0[bit / 64] |= 1 << (bit % 64);
            i += 1;
        }
        set
    }

    /// Whether a class is one of these.
    #[inline(always)]
    #[must_use]
    pub const fn has(self, class: CueClass) -> bool {
        let bit = class as usize;
        self.0[bit / 64] >> (bit % 64) & 1 == 1
    }

    /// Whether the two sets share a class.
    #[inline(always)]
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.0.iter().zip(other.0).fold(0, |shared, (a, b)| shared | a & b) != 0
    }

    /// Puts a class in.
    #[inline(always)]
    pub fn add(&mut self, class: CueClass) {
        let bit = class as usize;
        self.0[bit / 64] |= 1 << (bit % 64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_what_was_put_in() {
        let all = CueClass::ALL;
        for (i, class) in all.iter().enumerate() {
            let mut others = CueSet::of(&all[..i]);
            let one = CueSet::of(&[*class]);
            assert!(one.has(*class) && !others.has(*class) && !others.meets(one), "{class:?}");
            others.add(*class);
            assert!(others.meets(one) && others == CueSet::of(&all[..=i]), "{class:?}");
        }
    }
}
