//! The parts of a total, cut where the text begins a new breakdown.
//!
//! Decides how each breakdown is introduced (`gồm`, `trong đó`, a bracket) and whether all of its
//! parts were read. It refuses to call a list complete that ends in `…`, that has another figure
//! of the same unit in its midst, or a number word that was not read.

use super::Verdict;
use super::bounds::Bounds;
use super::facts::Facts;
use super::listed::listed;
use super::print::{Style, hedge};
use super::printed::is_share_in_words;
use super::stated::stated;
use super::units::alike;
use super::whole::named_whole;
use crate::lexicon::CueClass;
use crate::record::{Record, Role};
use crate::text::Tokens;
use rust_decimal::Decimal;
use std::collections::HashSet;

/// How many tokens behind a breakdown are searched for signs that it goes on.
const TAIL: usize = 40;

/// How the text introduces parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// `gồm`: the parts are the whole.
    Whole,
    /// `(năm 2021 là …, năm 2022 là …)`
    Bracket,
    /// `trong đó`: the parts need not be the whole.
    Among,
    /// `trong đó:` over a list of amounts, of which none lies within another.
    Items,
    /// Only the relation of the records says so.
    Unmarked,
}

/// One breakdown of one total.
pub(super) struct Run {
    pub(super) total: usize,
    pub(super) parts: Vec<usize>,
    pub(super) sign: Sign,
    /// Whether the last part is what remains: `còn lại 14`.
    pub(super) remainder: bool,
    /// Whether the words of the text alone make it a breakdown.
    pub(super) stated: bool,
}

/// All breakdowns of an article: those that its words state, and those that only the links of
/// the records tell.
pub(super) fn runs(facts: &Facts<'_>) -> Vec<Run> {
    let mut runs = listed(facts);
    runs.extend(stated(facts));
    let told: HashSet<usize> = runs.iter().flat_map(|run| run.parts.iter().copied()).collect();
    let linked = linked(facts).into_iter();
    runs.extend(linked.filter(|run| !run.parts.iter().any(|part| told.contains(part))));
    runs
}

fn linked(facts: &Facts<'_>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (&total, parts) in &facts.parts {
        let mut before = total;
        let is_part = |part: &&usize| {
            let record = &facts.records[**part];
            is_level(record)
                && !is_share_in_words(record)
                && !is_of_named(facts, **part)
                && !are_apart(&facts.records[total], record)
                && !names_other_year(facts, total, **part)
        };
        for &part in parts.iter().filter(is_part) {
            let (sign, remainder) = introduction(facts, total, before, part);
            match runs.last_mut() {
                Some(Run { total: t, parts, remainder: r, .. })
                    if *t == total && sign.is_none() =>
                {
                    parts.push(part);
                    *r |= remainder;
                }
                _ => runs.push(Run {
                    total,
                    parts: vec![part],
                    sign: sign.unwrap_or(Sign::Unmarked),
                    remainder: false,
                    stated: false,
                }),
            }
            before = part;
        }
    }
    runs
}

/// Whether a part names its own total, which need not be the linked one: `Trong số các hộ vay vốn có 90
/// hộ`.
fn is_of_named(facts: &Facts<'_>, part: usize) -> bool {
    named_whole(facts, part).is_some()
}

/// Whether the days of two figures have none in common, so that neither is a part of the other.
pub(super) fn are_apart(a: &Record, b: &Record) -> bool {
    let days = |record: &Record| record.period.as_ref().and_then(|p| p.start.zip(p.end));
    days(a).zip(days(b)).is_some_and(|(a, b)| a.1 < b.0 || b.1 < a.0)
}

/// Whether a part stands behind another year than its total, which is not of several: `cả năm 2021 có 12
/// vụ, riêng mùa khô 2022 đã có 19 vụ`.
fn names_other_year(facts: &Facts<'_>, total: usize, part: usize) -> bool {
    let year = |record: usize| {
        let (lead, passage) = facts.lead(record)?;
        lead.rev().find_map(|at| passage.year(at))
    };
    let days = facts.records[total].period.as_ref().and_then(|p| p.start.zip(p.end));
    let of_one_year = days.is_none_or(|(start, end)| start.year() == end.year());
    of_one_year && year(total).zip(year(part)).is_some_and(|(a, b)| a != b)
}

/// Changes, attainments and conditions are no parts of anything.
fn is_level(record: &Record) -> bool {
    matches!(record.role, Role::Actual | Role::Target)
}

/// The sign that opens a new breakdown before this part, and whether it is the remainder.
fn introduction(
    facts: &Facts<'_>,
    total: usize,
    before: usize,
    part: usize,
) -> (Option<Sign>, bool) {
    let Some((gap, passage)) = facts.gap(before, part) else {
        return (None, false);
    };
    let classes = [CueClass::Includes, CueClass::Among, CueClass::Rest];
    let cue = passage.last_cue(gap.clone(), &classes);
    let bracket = passage.bracket(gap.end).filter(|b| gap.contains(b));
    match cue {
        Some((CueClass::Rest, _)) if before != total => (None, true),
        Some((CueClass::Includes, _)) => (Some(Sign::Whole), false),
        Some((CueClass::Among, _)) => (Some(Sign::Among), false),
        _ if passage.cue_before(gap.end, &[CueClass::Left]).is_some() => (None, before != total),
        _ => (bracket.map(|_| Sign::Bracket), false),
    }
}

impl Run {
    /// The printed sum, and the sum with its bounds; none where it cannot be computed.
    pub(super) fn sum(&self, facts: &Facts<'_>) -> Option<(Decimal, Bounds)> {
        let mut sum = (Decimal::ZERO, Bounds::exactly(Decimal::ZERO));
        for &part in &self.parts {
            let record = &facts.records[part];
            sum = (sum.0.checked_add(record.value)?, sum.1.plus(Bounds::of(record)));
        }
        Some(sum)
    }

    /// Whether the total and every part count the same thing.
    pub(super) fn is_alike(&self, facts: &Facts<'_>) -> bool {
        let total = &facts.records[self.total];
        self.stated || self.parts.iter().all(|p| alike(total, &facts.records[*p]))
    }

    /// The total and its parts, for a finding.
    pub(super) fn ids(&self) -> Vec<usize> {
        std::iter::once(self.total).chain(self.parts.iter().copied()).collect()
    }

    /// `470 + 483 = 953 lượt người`, with the relation that came out.
    pub(super) fn equation(&self, facts: &Facts<'_>, sum: Decimal, verdict: Verdict) -> String {
        let total = &facts.records[self.total];
        let values: Vec<Decimal> = self.parts.iter().map(|p| facts.records[*p].value).collect();
        let all: Vec<Decimal> = values.iter().copied().chain([total.value, sum]).collect();
        let style = Style::of(total, &all);
        let terms = style.sum(&values);
        let full = style.full(total.value);
        let said = format!("{}{full}", hedge(total));
        match verdict {
            Verdict::Holds if sum == total.value => format!("{terms} = {full}"),
            Verdict::Holds => format!("{terms} = {} ≈ {said}", style.bare(sum)),
            _ => format!("{terms} = {}, the text says {said}", style.bare(sum)),
        }
    }

    /// Whether every part of the breakdown was read, so that its sum may be held against it.
    pub(super) fn is_complete(&self, facts: &Facts<'_>) -> bool {
        if self.stated {
            return !matches!(self.sign, Sign::Among | Sign::Items);
        }
        let (Some(&first), Some(&last)) = (self.parts.first(), self.parts.last()) else {
            return false;
        };
        let Some((gap, passage)) = facts.gap(self.total, last) else {
            return false;
        };
        let Some((place, _)) = facts.place(last) else {
            return false;
        };
        let close = if passage.bracket(place.number.start).is_some() { ")" } else { ";" };
        let end = passage.sentence(place.sentence).end.min(place.number.end + TAIL);
        let tail = place.number.end..end;
        let end = tail.clone().find(|t| passage.text.key(*t) == close).unwrap_or(end);
        let tail = place.number.end..end;
        let next = facts
            .after(last)
            .filter(|r| facts.place(*r).is_some_and(|(p, _)| p.number.start < end));
        let goes_on = passage.last_cue(tail, &[CueClass::OpenList, CueClass::Rest]).is_some();
        let few = last - first <= 4 * self.parts.len() + 16;
        few && !goes_on
            && (first..=last).chain(next).all(|r| self.belongs(facts, r))
            && !self.has_unread_number(facts, gap.start..end)
    }

    /// Whether a figure among the parts is one of them or plainly something else.
    fn belongs(&self, facts: &Facts<'_>, other: usize) -> bool {
        let record = &facts.records[other];
        self.parts.binary_search(&other).is_ok()
            || !is_level(record)
            || record.unit.is_some() && !alike(record, &facts.records[self.total])
    }

    /// A number word with a unit (`một viện`) that no record stands for.
    fn has_unread_number(&self, facts: &Facts<'_>, within: Tokens) -> bool {
        let Some((_, passage)) = facts.place(self.total) else {
            return true;
        };
        within.len() > TAIL * (self.parts.len() + 2)
            || within.into_iter().any(|at| passage.counts_in_words(at) && !self.reads(facts, at))
    }

    fn reads(&self, facts: &Facts<'_>, token: usize) -> bool {
        let number = |part: &usize| facts.place(*part).map(|(place, _)| place.number.clone());
        let at = self.parts.partition_point(|p| number(p).is_none_or(|n| n.end <= token));
        self.parts.get(at).and_then(number).is_some_and(|n| n.contains(&token))
    }
}
