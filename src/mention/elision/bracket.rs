//! Which figures stand in one pair of brackets: the figure before a bracket is the head of what stands
//! in it, a figure in a closed bracket is none of what follows it.
//!
//! `412 đảng viên (khiển trách 301), thêm 20`: 301 is of 412, 20 is not of 301.

use crate::mention::Scene;

/// For every token the bracket that it stands in, 0 for none; a bracket is known by the token behind
/// its opening.
pub(super) struct Brackets {
    around: Vec<usize>,
}

impl Brackets {
    pub(super) fn new(scene: &Scene<'_>) -> Self {
        let mut open = vec![0];
        let around = (0..scene.text.tokens.len()).map(|at| {
            match scene.key(at) {
                "(" => open.push(at + 1),
                ")" if open.len() > 1 => {
                    open.pop();
                }
                _ => {}
            }
            open.last().copied().unwrap_or(0)
        });
        Self { around: around.collect() }
    }

    /// The innermost bracket around token `at`.
    pub(super) fn around(&self, at: usize) -> usize {
        self.around.get(at).copied().unwrap_or(0)
    }

    /// Whether what stands at token `before` is still open to what stands at token `at`: in the same
    /// bracket, or outside of it.
    pub(super) fn reaches(&self, before: usize, at: usize) -> bool {
        let inner = self.around(before);
        inner == 0 || self.around[before..=at].iter().all(|bracket| *bracket >= inner)
    }
}
