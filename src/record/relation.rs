//! How figures hang together: parts of a total, results held against a target.
//!
//! A part wants a sign in the text (`trong đó`, `gồm`, brackets, `còn lại`) and the total's own
//! unit; a target is what stands as `chỉ tiêu (N)`, `kế hoạch là N` beside the result.

use super::frame::{Frame, What};
use super::role::Reading;
use crate::lexicon::CueClass;
use crate::mention::Quantity;
use crate::record::Role;

/// Links of one figure to other figures of its block.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Links {
    pub part_of: Option<usize>,
    pub target: Option<usize>,
}

/// Reads the links of all figures of a block.
pub(super) fn read_all(frame: &Frame<'_>, roles: &[Reading]) -> Vec<Links> {
    let mut links = vec![Links::default(); frame.at.len()];
    parts(frame, roles, &mut links);
    targets(frame, roles, &mut links);
    links
}

/// Whether a figure is a level that can be a total or a part.
fn is_level(role: Reading) -> bool {
    matches!(role.role, Role::Actual | Role::Target)
}

/// Whether two figures count the same kind of thing.
fn same_kind(a: &Quantity, b: &Quantity) -> bool {
    match (&a.unit, &b.unit) {
        (Some(x), Some(y)) => {
            x.kind == y.kind && (x.key == y.key || x.kind == crate::lexicon::UnitKind::Count)
        }
        _ => false,
    }
}

fn parts(frame: &Frame<'_>, roles: &[Reading], links: &mut [Links]) {
    let mut total: Option<usize> = None;
    let mut until = usize::MAX;
    let mut at = 0;
    for (s, sentence) in frame.sentences.iter().enumerate() {
        let opens = (sentence.start..sentence.end.min(sentence.start + 3))
            .any(|i| frame.is(i, &[CueClass::PartIntro, CueClass::Rest]));
        if !opens {
            total = None;
        }
        for i in sentence.clone() {
            if frame.is(i, &[CueClass::PartIntro, CueClass::Rest]) && total.is_none() {
                total = (0..at).rev().take(6).find(|g| {
                    is_level(roles[*g])
                        && links[*g].part_of.is_none()
                        && frame.sentence_of[*g] + 1 >= s
                        && frame.bracket(*g).is_none()
                });
                until = usize::MAX;
            }
            if frame.mark(i) == Some(';')
                && frame.sentence_of.get(at.saturating_sub(1)) == Some(&s)
                && until == usize::MAX
            {
                until = i;
            }
            let Some(f) = frame.figure_at(i) else {
                continue;
            };
            at = f + 1;
            if !is_level(roles[f]) {
                continue;
            }
            if let Some(host) = bracket_host(frame, f) {
                if is_level(roles[host])
                    && same_kind(frame.figure(f), frame.figure(host))
                    && frame.figure(f).value <= frame.figure(host).value
                    && roles[f].role == roles[host].role
                {
                    links[f].part_of = Some(host);
                }
                continue;
            }
            if let Some(t) = total.filter(|t| *t != f) {
                if same_kind(frame.figure(f), frame.figure(t))
                    && frame.figure(f).value <= frame.figure(t).value
                    && frame.figure(f).kind() != Some(crate::lexicon::UnitKind::Share)
                {
                    links[f].part_of = Some(t);
                }
            }
        }
    }
}

/// The figure right before the bracket that figure `f` stands in.
fn bracket_host(frame: &Frame<'_>, f: usize) -> Option<usize> {
    let bracket = frame.bracket(f)?;
    let sentence = frame.sentence(f);
    (sentence.start..bracket)
        .rev()
        .take(12)
        .find_map(|i| frame.figure_at(i))
}

fn targets(frame: &Frame<'_>, roles: &[Reading], links: &mut [Links]) {
    for f in 0..links.len() {
        if roles[f].role != Role::Target || !named_as_plan(frame, f) {
            continue;
        }
        for g in (0..f)
            .rev()
            .take_while(|g| frame.sentence_of[*g] == frame.sentence_of[f])
        {
            match roles[g].role {
                Role::Actual | Role::Attainment if links[g].target.is_none() => {
                    links[g].target = Some(f);
                    if roles[g].role == Role::Actual && links[g].part_of.is_none() {
                        break;
                    }
                }
                Role::Target => break,
                _ => {}
            }
        }
    }
}

/// `chỉ tiêu đề ra (400 …)`, `kế hoạch là 20.000 …`: the plan stands right before the figure.
fn named_as_plan(frame: &Frame<'_>, f: usize) -> bool {
    let sentence = frame.sentence(f);
    for i in (sentence.start..frame.at[f]).rev().take(10) {
        if frame.is(i, &[CueClass::Plan]) {
            return true;
        }
        if !matches!(
            frame.pieces[i].what,
            What::Phrase | What::Time(_) | What::Mark('(')
        ) {
            return false;
        }
    }
    false
}
