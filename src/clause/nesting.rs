//! How deep in brackets a piece stands.
//!
//! `(trong đó nữ 12)` is one level deeper than what stands around it. A bracket that never closes ends
//! with its sentence, and one that was never opened closes nothing.

/// Counts brackets along the pieces of a block.
#[derive(Debug, Default)]
pub(super) struct Nesting {
    depth: u8,
}

impl Nesting {
    /// The depth of the piece with this key; a bracket itself stands at the depth of what it encloses.
    pub(super) fn enter(&mut self, key: &str) -> u8 {
        match key {
            "(" | "[" => {
                self.depth = self.depth.saturating_add(1);
                self.depth
            }
            ")" | "]" => {
                let inside = self.depth;
                self.depth = self.depth.saturating_sub(1);
                inside
            }
            _ => self.depth,
        }
    }

    /// Forgets the brackets that a sentence has left open.
    pub(super) fn end_sentence(&mut self) {
        self.depth = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::Nesting;

    #[test]
    fn brackets_stand_at_the_depth_of_what_they_enclose() {
        let mut nesting = Nesting::default();
        let depths: Vec<u8> =
            "( a [ b ] c ) d ) e".split(' ').map(|key| nesting.enter(key)).collect();
        assert_eq!(depths, [1, 1, 2, 2, 2, 1, 1, 0, 0, 0]);
        nesting.enter("(");
        nesting.end_sentence();
        assert_eq!(nesting.enter("a"), 0);
    }
}
