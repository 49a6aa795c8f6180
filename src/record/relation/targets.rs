//! Results held against a target: `vượt chỉ tiêu (400 người/năm)`, `đạt 59,9% chỉ tiêu giao (67.000
//! tỷ đồng)`, `được giao 25 lớp … đã tổ chức 45 lớp`.

use super::{Figures, Links};
use crate::lexicon::{CueClass, UnitKind};
use crate::record::Role;
use crate::record::frame::What;
use std::collections::BTreeSet;

/// How many figures back a result or a target is looked for.
const REACH: usize = 12;

pub(super) fn link(figures: &Figures<'_, '_>, links: &mut [Links]) {
    for f in 0..links.len() {
        if figures.roles[f].role == Role::Target && named_as_plan(figures, f) {
            results_before(figures, f, links);
        }
    }
    for f in 0..links.len() {
        if links[f].target.is_none() {
            links[f].target = target_before(figures, f);
        }
    }
}

/// The results of the sentence that the plan is named for.
fn results_before(figures: &Figures<'_, '_>, plan: usize, links: &mut [Links]) {
    let sentence = figures.frame.sentence_of[plan];
    let before =
        (0..plan).rev().take(REACH).take_while(|g| figures.frame.sentence_of[*g] == sentence);
    for g in before {
        match figures.roles[g].role {
            Role::Target => break,
            Role::Attainment if links[g].target.is_none() => links[g].target = Some(plan),
            Role::Actual | Role::Change
                if links[g].target.is_none() && comparable(figures, g, plan) =>
            {
                links[g].target = Some(plan);
                if links[g].part_of.is_none() {
                    break;
                }
            }
            _ => {}
        }
    }
}

/// Whether a result can be held against a target: the same unit, or things counted (`người`
/// against `lượt người`).
fn comparable(figures: &Figures<'_, '_>, result: usize, plan: usize) -> bool {
    figures.same_unit(result, plan) || figures.both_count(result, plan)
}

/// A target told earlier in the paragraph, for a result of the same thing in the same unit.
fn target_before(figures: &Figures<'_, '_>, f: usize) -> Option<usize> {
    let frame = figures.frame;
    let (role, sentence) = (figures.roles[f].role, frame.sentence_of[f]);
    let reached = matches!(role, Role::Actual | Role::Change)
        && frame.figure(f).kind() != Some(UnitKind::Money);
    if !reached {
        return None;
    }
    let target = (0..f)
        .rev()
        .take(REACH)
        .take_while(|g| frame.sentence_of[*g] + 1 >= sentence)
        .find(|g| figures.roles[*g].role == Role::Target && figures.same_unit(f, *g))?;
    let same_thing = overlap(&figures.meanings[f].indicator, &figures.meanings[target].indicator);
    (same_thing && speaks_of_result(figures, f)).then_some(target)
}

/// `đã`, `mới`, `đến nay`: something reached stands before the figure.
fn speaks_of_result(figures: &Figures<'_, '_>, f: usize) -> bool {
    let frame = figures.frame;
    let sentence = frame.sentence(f);
    (sentence.start.max(frame.at[f].saturating_sub(25))..frame.at[f]).any(|i| {
        frame.is(i, &[CueClass::Done]) || matches!(frame.pieces[i].what, What::Time(t) if frame.time(t).sense == crate::mention::Sense::Now)
    })
}

/// Whether half of the words of the shorter indicator stand in the other.
fn overlap(a: &str, b: &str) -> bool {
    let words =
        |s: &str| s.to_lowercase().split_whitespace().map(str::to_owned).collect::<BTreeSet<_>>();
    let (a, b) = (words(a), words(b));
    let common = a.intersection(&b).count();
    common > 0 && common * 2 >= a.len().min(b.len())
}

/// `chỉ tiêu đề ra (400 …)`, `kế hoạch là 20.000 …`: the plan stands right before the figure.
fn named_as_plan(figures: &Figures<'_, '_>, f: usize) -> bool {
    let frame = figures.frame;
    let sentence = frame.sentence(f);
    for i in (sentence.start..frame.at[f]).rev().take(12) {
        if frame.is(i, &[CueClass::Plan]) {
            return true;
        }
        if !matches!(frame.pieces[i].what, What::Phrase | What::Time(_) | What::Mark('(')) {
            return false;
        }
    }
    false
}
