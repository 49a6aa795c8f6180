//! Results held against a target of an earlier paragraph: `Năm 2026, trường được giao mở 25 lớp. …`
//! and, in the next paragraph, `Đến nay đã mở 45 lớp, đạt 180%`.
//!
//! Only where both speak of the same thing in the same unit and the result is no older than the
//! target. A paragraph that names its own target is left alone.

use crate::lexicon::UnitKind;
use crate::record::{Record, Role};
use std::collections::BTreeSet;

/// How many records back a target is looked for.
const REACH: usize = 24;

/// Links results to targets of the two paragraphs with figures before theirs.
pub(in crate::record) fn link(records: &mut [Record]) {
    for r in 1..records.len() {
        if in_table(&records[r]) {
            continue;
        }
        let reached = matches!(records[r].role, Role::Actual | Role::Change);
        if reached && records[r].target.is_none() {
            if let Some(target) = target_before(records, r) {
                set(&mut records[r], target);
            }
        } else if records[r].role == Role::Attainment
            && records[r].target.is_none()
            && let Some(target) = of_named_result(records, r)
        {
            set(&mut records[r], target);
        }
    }
}

/// A table says itself which column is the plan.
fn in_table(record: &Record) -> bool {
    record.reasons.iter().any(|reason| reason.rule.starts_with("table."))
}

fn set(record: &mut Record, target: String) {
    record.target = Some(target);
    record.tell("target", "target.earlier_paragraph");
}

/// The target of the same thing in an earlier paragraph, unless a result that is named more like it
/// has it.
fn target_before(records: &[Record], r: usize) -> Option<String> {
    let result = &records[r];
    let block = result.source.block;
    let own_plan = |t: &Record| t.source.block == block && t.role == Role::Target;
    if records[..r].iter().rev().take(REACH).any(own_plan) {
        return None;
    }
    let earlier = records[..r].iter().rev().take(REACH).filter(|t| t.source.block < block);
    earlier
        .filter(|t| t.role == Role::Target && same_unit(t, result) && !is_older(result, t))
        .map(|t| (likeness(t, result), t))
        .filter(|(likeness, _)| *likeness >= needed(result))
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .filter(|(alike, t)| {
            let results = records[..r].iter().rev().take(REACH);
            let mut its_own = results.filter(|g| g.target.as_ref() == Some(&t.id));
            !its_own.any(|g| likeness(t, g) > *alike)
        })
        .map(|(_, t)| t.id.clone())
}

/// How alike two indicators must be, in percent: the unit of what is counted says something
/// already, `%` says nothing.
fn needed(result: &Record) -> usize {
    if result.unit_kind == UnitKind::Count { 60 } else { 80 }
}

fn same_unit(a: &Record, b: &Record) -> bool {
    a.unit.is_some()
        && a.unit_key == b.unit_key
        && (a.unit_key.is_some() || a.unit == b.unit)
        && a.per == b.per
}

/// Whether the result lies wholly before the time of the target.
fn is_older(result: &Record, target: &Record) -> bool {
    let end = result.period.as_ref().and_then(|p| p.end);
    let start = target.period.as_ref().and_then(|p| p.start);
    end.zip(start).is_some_and(|(end, start)| end < start)
}

/// How many of the words of two indicators are the same, in percent.
fn likeness(a: &Record, b: &Record) -> usize {
    let words = |r: &Record| -> BTreeSet<String> {
        r.indicator.iter().flat_map(|s| s.split_whitespace()).map(str::to_lowercase).collect()
    };
    let (a, b) = (words(a), words(b));
    a.intersection(&b).count() * 200 / (a.len() + b.len()).max(1)
}

/// The target of the result in the same sentence whose unit the share names: `đạt 173% về số lớp`.
fn of_named_result(records: &[Record], r: usize) -> Option<String> {
    let share = &records[r];
    let named = share.indicator.as_deref()?;
    let results = records[..r].iter().rev().take(8);
    results
        .take_while(|g| {
            g.source.block == share.source.block && g.source.sentence == share.source.sentence
        })
        .find(|g| {
            g.target.is_some()
                && g.unit
                    .as_deref()
                    .is_some_and(|unit| unit.split(' ').any(|w| named.split(' ').any(|n| n == w)))
        })
        .and_then(|g| g.target.clone())
}
