//! How figures hang together: parts of a total, results held against a target.
//!
//! * `parts`: a part wants a sign in the text (`trong đó`, `gồm`, brackets, `trong số`) and the
//!   total's own unit, or parts that add up
//! * `across`: targets of an earlier paragraph
//! * `targets`: what stands as `chỉ tiêu (N)`, `kế hoạch là N` beside the result

mod across;
mod parts;
mod targets;

pub(super) use across::link as link_across;

use super::frame::Frame;
use super::meaning::Meaning;
use super::role::Reading;
use crate::lexicon::UnitKind;
use crate::record::Role;

/// Links of one figure to other figures of its block.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Links {
    pub part_of: Option<usize>,
    pub target: Option<usize>,
    /// The rules that set them.
    pub part_rule: &'static str,
    pub target_rule: &'static str,
}

/// The figures of a block with what is known of them.
struct Figures<'f, 'a> {
    frame: &'f Frame<'a>,
    roles: &'f [Reading],
    meanings: &'f [Meaning],
}

/// Reads the links of all figures of a block.
pub(super) fn read_all(frame: &Frame<'_>, roles: &[Reading], meanings: &[Meaning]) -> Vec<Links> {
    let mut links = vec![Links::default(); frame.at.len()];
    let figures = Figures { frame, roles, meanings };
    parts::link(&figures, &mut links);
    targets::link(&figures, &mut links);
    links
}

impl Figures<'_, '_> {
    /// Whether a figure is a level that can be a total or a part.
    fn is_level(&self, f: usize) -> bool {
        matches!(self.roles[f].role, Role::Actual | Role::Target)
    }

    /// Whether two figures are given in the same unit, or in units with one head: `vụ`, `vụ án`.
    fn same_unit(&self, f: usize, g: usize) -> bool {
        let (Some(a), Some(b)) = (&self.frame.figure(f).unit, &self.frame.figure(g).unit) else {
            return false;
        };
        let head = |at: usize| self.frame.scene.text.key(at);
        let same_key = a.key.is_some() && a.key == b.key;
        let written = !a.words.is_empty() && !b.words.is_empty();
        same_key || a.kind == b.kind && written && head(a.words.start) == head(b.words.start)
    }

    /// Whether two figures count things, be it under different names (`người`, `nữ`).
    fn both_count(&self, f: usize, g: usize) -> bool {
        let counts = |f: usize| self.frame.figure(f).kind() == Some(UnitKind::Count);
        counts(f) && counts(g)
    }

    /// Whether a figure can be a part of another by its size, unit and role.
    fn can_be_part(&self, part: usize, total: usize) -> bool {
        let share = self.frame.figure(part).kind() == Some(UnitKind::Share);
        let roles = self.is_level(part) && self.is_level(total)
            || self.roles[part].role == Role::Change
                && self.roles[total].role == Role::Change
                && self.frame.figure(part).kind() == Some(UnitKind::Money);
        roles
            && !share
            && self.same_unit(part, total)
            && self.frame.figure(part).value <= self.frame.figure(total).value
    }
}
