//! Results held against a target: `vượt chỉ tiêu (400 người/năm)`, `đạt 59,9% chỉ tiêu giao (67.000
//! tỷ đồng)`, `được giao 25 lớp … đã tổ chức 45 lớp`.

use super::{Figures, Links};
use crate::lexicon::{CueClass, UnitKind};
use crate::record::Role;
use crate::record::frame::What;
use crate::record::phrase::has_words;
use std::collections::BTreeSet;

/// How many figures back a result or a target is looked for.
const REACH: usize = 12;

pub(super) fn link(figures: &Figures<'_, '_>, links: &mut [Links]) {
    for f in 0..links.len() {
        let named = || {
            named_as_plan(figures, f)
                || figures.roles[f].rule == "role.plan"
                || set_against(figures, f)
        };
        if figures.roles[f].role == Role::Target && named() {
            results_before(figures, f, links);
        }
    }
    for f in 0..links.len() {
        if links[f].target.is_none() {
            let (target, rule) = match figures.roles[f].role {
                Role::Attainment => (of_attainment(figures, f, links), "target.of_share"),
                Role::Actual | Role::Change => {
                    (target_before(figures, f, links), "target.told_before")
                }
                _ => continue,
            };
            hold(&mut links[f], target, rule);
        }
    }
    for f in 1..links.len() {
        let shared = figures.roles[f].role == Role::Attainment
            && figures.roles[f - 1].role == Role::Actual
            && frame_touches(figures, f)
            && links[f - 1].target.is_none();
        if shared {
            let target = links[f].target;
            hold(&mut links[f - 1], target, "target.of_share");
        }
    }
}

fn hold(link: &mut Links, target: Option<usize>, rule: &'static str) {
    if target.is_some() {
        link.target = target;
        link.target_rule = rule;
    }
}

/// Whether nothing but small words and a comma stand between a figure and the one before it.
fn frame_touches(figures: &Figures<'_, '_>, f: usize) -> bool {
    let frame = figures.frame;
    frame.sentence_of[f] == frame.sentence_of[f - 1]
        && !has_words(frame, frame.at[f - 1] + 1..frame.at[f])
}

/// The target of a share: that of the result it is about, else the plan that the words behind it
/// name (`bằng 26,4% gói chính sách tài khóa`).
fn of_attainment(figures: &Figures<'_, '_>, f: usize, links: &[Links]) -> Option<usize> {
    let frame = figures.frame;
    let own = figures.meanings[f].indicator.as_str();
    let results = || {
        (0..f)
            .rev()
            .take(REACH)
            .filter(|g| frame.sentence_of[*g] == frame.sentence_of[f] && links[*g].target.is_some())
    };
    let named = results().find(|g| unit_in(figures, *g, own));
    let right = frame.scene.text.slice(behind(figures, f));
    let plans = || (0..f).rev().take(REACH).filter(|g| figures.roles[*g].role == Role::Target);
    named
        .and_then(|g| links[g].target)
        .or_else(|| plans().find(|g| overlap(right, &figures.meanings[*g].indicator)))
        .or_else(|| {
            plans().find(|g| {
                figures.roles[f].rule == "role.fulfilled"
                    && overlap(own, &figures.meanings[*g].indicator)
            })
        })
}

/// The tokens of up to eight words behind a figure.
fn behind(figures: &Figures<'_, '_>, f: usize) -> std::ops::Range<usize> {
    let frame = figures.frame;
    let end = frame.figure(f).words.end;
    let stop = frame.scene.text.tokens.len().min(end + 8);
    end..(end..stop).find(|i| !frame.scene.is_word(*i)).unwrap_or(stop)
}

/// Whether an indicator names the unit of figure `g`: `số lớp` names `lớp`.
fn unit_in(figures: &Figures<'_, '_>, g: usize, indicator: &str) -> bool {
    let words = figures
        .frame
        .figure(g)
        .unit
        .as_ref()
        .map(|u| figures.frame.scene.text.slice(u.words.clone()));
    words.is_some_and(|unit| {
        !unit.is_empty() && unit.split(' ').any(|w| indicator.split(' ').any(|i| i == w))
    })
}

/// The results of the sentence that the plan is named for.
fn results_before(figures: &Figures<'_, '_>, plan: usize, links: &mut [Links]) {
    let sentence = figures.frame.sentence_of[plan];
    let before =
        (0..plan).rev().take(REACH).take_while(|g| figures.frame.sentence_of[*g] == sentence);
    for g in before {
        match figures.roles[g].role {
            Role::Target => break,
            Role::Attainment if links[g].target.is_none() => {
                hold(&mut links[g], Some(plan), "target.named_plan");
            }
            Role::Actual | Role::Change
                if links[g].target.is_none() && comparable(figures, g, plan) =>
            {
                hold(&mut links[g], Some(plan), "target.named_plan");
                if links[g].part_of.is_none() {
                    break;
                }
            }
            _ => {}
        }
    }
}

/// `mới đạt 2.800 USD, trong khi cần 10.000 USD`: the target is set against the result before.
fn set_against(figures: &Figures<'_, '_>, f: usize) -> bool {
    let frame = figures.frame;
    f > 0
        && frame.sentence_of[f] == frame.sentence_of[f - 1]
        && figures.same_unit(f, f - 1)
        && (frame.at[f - 1]..frame.at[f]).any(|i| frame.is(i, &[CueClass::Whereas]))
}

/// Whether a result can be held against a target: the same unit, or things counted (`người`
/// against `lượt người`).
fn comparable(figures: &Figures<'_, '_>, result: usize, plan: usize) -> bool {
    figures.same_unit(result, plan) || figures.both_count(result, plan)
}

/// A target told earlier in the paragraph, for a result of the same thing in the same unit. What
/// was paid, of no part by name, is held against the total.
fn target_before(figures: &Figures<'_, '_>, f: usize, links: &[Links]) -> Option<usize> {
    let frame = figures.frame;
    let sentence = frame.sentence_of[f];
    let paid = (frame.at[f].saturating_sub(6)..frame.at[f])
        .any(|i| frame.is(i, &[CueClass::Disbursal, CueClass::Fulfil]));
    if frame.figure(f).kind() == Some(UnitKind::Money) && !paid {
        return None;
    }
    let named_as =
        |g: usize| shared(&figures.meanings[f].indicator, &figures.meanings[g].indicator);
    let target = (0..f)
        .rev()
        .take(REACH)
        .take_while(|g| frame.sentence_of[*g] + 2 >= sentence)
        .filter(|g| figures.roles[*g].role == Role::Target && figures.same_unit(f, *g))
        .max_by_key(|g| (named_as(*g), *g))?;
    let same_thing = overlap(&figures.meanings[f].indicator, &figures.meanings[target].indicator);
    let total = links[target].part_of.filter(|total| figures.roles[*total].role == Role::Target);
    match total.filter(|_| paid && !same_thing) {
        Some(total) => Some(total),
        None => (paid || same_thing && speaks_of_result(figures, f)).then_some(target),
    }
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
    let common = shared(a, b);
    common > 0 && common * 2 >= words(a).len().min(words(b).len())
}

/// How many words two indicators share.
fn shared(a: &str, b: &str) -> usize {
    words(a).intersection(&words(b)).count()
}

fn words(indicator: &str) -> BTreeSet<String> {
    indicator.to_lowercase().split_whitespace().map(str::to_owned).collect()
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
