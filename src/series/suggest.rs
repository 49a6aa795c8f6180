//! Names that may mean the same: `thu ngân sách` and `tổng thu ngân sách nhà nước trên địa bàn`.
//!
//! Two names are suggested where some place has figures of both in one category and unit whose values agree in the
//! same period, and nowhere values of theirs contradict each other in one place and period. An agreement has to tell
//! something: a value of three digits and more, a second period, or names of which one has all the words of the other.
//! `3 lớp` and `3 hội nghị` agree by chance. What a person has pinned already is left alone, and nothing is suggested of
//! figures without a period or a place, since they may be of two.
//!
//! These are suggestions: a person keeps or deletes them ([`Suggestion`]), and nothing is lined up by them before.

use super::cell::differ;
use super::gathering::Key;
use super::name::{Name, Naming};
use super::row::{Days, Group, Row, Rows};
use super::{Figure, Span, Told};
use crate::check::{is_rounded_form, significant};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Significant digits from which on a value does not agree by chance.
const TELLING: usize = 3;
/// How many figures above a value are held against it; more of them are told alike by chance.
const NEAR: usize = 32;

/// Names that may mean the same, for a person to keep or delete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The category of their figures.
    pub category: String,
    /// The names, in the order of their first figure.
    pub names: Vec<String>,
    /// What speaks for it.
    pub reasons: Vec<Agreement>,
}

/// Two figures of two names that agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// Where.
    pub place: String,
    /// When.
    pub period: Span,
    /// What is counted.
    pub unit: Option<String>,
    /// Of each of them its name, its figure, and the name of its article.
    pub figures: [(String, Figure, String); 2],
}

/// What two lines have in common whose figures are held against each other.
type Common<'a> = (String, &'a str, Option<&'a str>);

/// A value of a line with what it has in common with others: category, place, unit, rate and days.
type Value<'a> = ((&'a str, Common<'a>, Days), Decimal, usize);

/// The lines of a series with what they are told apart by.
pub(super) struct Lines<'a> {
    pub(super) groups: Vec<(&'a Key, &'a Group)>,
    pub(super) articles: &'a [Told],
    pub(super) naming: &'a Naming<'a>,
}

/// Two names, and the lines of theirs that agree, each by its place among all.
struct Candidate<'a> {
    names: [&'a Name; 2],
    lines: Vec<[usize; 2]>,
}

impl Lines<'_> {
    pub(super) fn suggestions(&self) -> Vec<Suggestion> {
        let mut of_name: BTreeMap<&Name, Vec<usize>> = BTreeMap::new();
        for (at, (key, _)) in self.groups.iter().enumerate() {
            of_name.entry(&key.what.name).or_default().push(at);
        }
        let mut candidates = self.agreeing();
        candidates.retain(|candidate| self.tells(candidate));
        candidates.sort_by_key(|candidate| candidate.names.map(|name| of_name[name][0]));
        let families = self.families(&candidates, &of_name);
        let told = families.iter().filter_map(|family| {
            let is_within =
                |one: &&Candidate<'_>| one.names.iter().all(|name| family.contains(name));
            let lines = candidates.iter().filter(is_within).flat_map(|one| &one.lines);
            self.suggestion(family, &of_name, lines)
        });
        told.collect()
    }

    /// Names of which each goes with each of the others, in the order of their first line.
    fn families<'n>(
        &self,
        candidates: &[Candidate<'n>],
        of_name: &BTreeMap<&Name, Vec<usize>>,
    ) -> Vec<Vec<&'n Name>> {
        let mut families: Vec<Vec<&Name>> = Vec::new();
        for Candidate { names, .. } in candidates {
            let known = names.map(|name| families.iter().position(|one| one.contains(&name)));
            if known[0].is_some() && known[0] == known[1] {
                continue;
            }
            let [left, right] = [0, 1].map(|side| match known[side] {
                Some(at) => families[at].clone(),
                None => vec![names[side]],
            });
            let mut pairs = left.iter().flat_map(|one| right.iter().map(move |other| (one, other)));
            if pairs.any(|(one, other)| self.contradict(&of_name[*one], &of_name[*other])) {
                continue;
            }
            let joined: Vec<&Name> = left.into_iter().chain(right).collect();
            families.retain(|family| !joined.contains(&family[0]));
            families.push(joined);
        }
        let first = |name: &Name| of_name[name][0];
        families.iter_mut().for_each(|family| family.sort_by_key(|name| first(name)));
        families.sort_by_key(|family| first(family[0]));
        families
    }

    /// Pairs of names with the lines in which they agree.
    fn agreeing(&self) -> Vec<Candidate<'_>> {
        let mut told: Vec<Value<'_>> = Vec::new();
        for (line, (key, group)) in self.groups.iter().enumerate() {
            let (Some(category), Some(common)) = (&group.shown.category, common(key)) else {
                continue;
            };
            if key.what.name.is_pinned() {
                continue;
            }
            for (days, rows) in group.cells.iter().filter(|(days, _)| **days != [None; 2]) {
                let of = (category.as_str(), common.clone(), *days);
                told.extend(rows.results.iter().map(|row| (of.clone(), row.figure.value, line)));
            }
        }
        told.sort();
        let mut agreeing: BTreeMap<[&Name; 2], BTreeSet<[usize; 2]>> = BTreeMap::new();
        for (i, (of, _, line)) in told.iter().enumerate() {
            let near = told[i + 1..].iter().take(NEAR).take_while(|(other, _, _)| other == of);
            for (_, _, other) in near {
                let lines = [*line.min(other), *line.max(other)];
                let names = lines.map(|at| &self.groups[at].0.what.name);
                if names[0] != names[1] && self.agreements(lines).next().is_some() {
                    agreeing.entry(names).or_default().insert(lines);
                }
            }
        }
        let candidate = |(names, lines): ([_; 2], BTreeSet<_>)| Candidate {
            names,
            lines: lines.into_iter().collect(),
        };
        agreeing.into_iter().map(candidate).collect()
    }

    /// The periods in which two lines agree, with a figure of each.
    fn agreements(&self, lines: [usize; 2]) -> impl Iterator<Item = (Days, [&Row; 2])> {
        let [a, b] = lines.map(|at| &self.groups[at].1.cells);
        let dated = a.iter().filter(|(days, _)| **days != [None; 2]);
        dated.filter_map(move |(days, rows)| {
            let others = &b.get(days)?.results;
            let mut pairs = rows.results.iter().flat_map(|a| others.iter().map(move |b| [a, b]));
            Some((*days, pairs.find(|[a, b]| agree(a, b))?))
        })
    }

    /// Whether the agreements of two names are more than chance.
    fn tells(&self, candidate: &Candidate<'_>) -> bool {
        let lines = candidate.lines.iter();
        let all: Vec<(Days, [&Row; 2])> = lines.flat_map(|lines| self.agreements(*lines)).collect();
        let periods: BTreeSet<Days> = all.iter().map(|(days, _)| *days).collect();
        let is_long = |row: &&Row| significant(row.figure.value) >= TELLING;
        let [one, other] = candidate.names;
        periods.len() > 1
            || all.iter().any(|(_, rows)| rows.iter().all(is_long))
            || one.has_words_of(other)
            || other.has_words_of(one)
    }

    /// Whether two names have figures of one place and period that cannot be the same one.
    fn contradict(&self, ones: &[usize], others: &[usize]) -> bool {
        let pairs = ones.iter().flat_map(|a| others.iter().map(move |b| [*a, *b]));
        let mut both = pairs.map(|at| at.map(|at| self.groups[at]));
        both.any(|[(key, a), (other, b)]| {
            let is_common = common(key).is_some_and(|one| common(other) == Some(one));
            let days = |days: &Days| a.cells.get(days).zip(b.cells.get(days));
            let mut shared = a.cells.keys().filter(|days| **days != [None; 2]).filter_map(days);
            is_common && shared.any(|(a, b)| any_differ(a, b))
        })
    }

    fn suggestion<'l>(
        &self,
        family: &[&Name],
        of_name: &BTreeMap<&Name, Vec<usize>>,
        lines: impl Iterator<Item = &'l [usize; 2]>,
    ) -> Option<Suggestion> {
        let shown = |name: &Name| &self.groups[of_name[name][0]].1.shown;
        let written = |name: &&Name| {
            let (key, group) = self.groups[of_name[*name][0]];
            let (shown, place) = (&group.shown, key.what.place.as_deref());
            self.naming.written(name, &shown.indicator, shown.scope.as_deref(), place)
        };
        let names: Vec<String> = family.iter().filter_map(written).collect();
        let category = shown(family[0]).category.clone()?;
        let reasons = lines.flat_map(|lines| self.reasons(*lines)).collect();
        (names.len() > 1).then_some(Suggestion { category, names, reasons })
    }

    /// What speaks for two lines being one.
    fn reasons(&self, lines: [usize; 2]) -> impl Iterator<Item = Agreement> {
        let shown = lines.map(|at| &self.groups[at].1.shown);
        self.agreements(lines).map(move |([start, end], rows)| {
            let figure = |side: usize| {
                let scope = shown[side].scope.as_ref();
                let scope = scope.map_or(String::new(), |scope| format!("{scope}: "));
                let figure = rows[side].figure.clone();
                let source = self.articles[figure.article].source.clone();
                (format!("{scope}{}", shown[side].indicator), figure, source)
            };
            Agreement {
                place: shown[0].place.clone().unwrap_or_default(),
                period: Span::new(start, end),
                unit: shown[0].unit.clone(),
                figures: [figure(0), figure(1)],
            }
        })
    }
}

/// Where a line is of, what it counts and per what; none where nobody knows the place. A place is the same with a small
/// letter: `Huyện Mẫu`, `huyện Mẫu`.
fn common(key: &Key) -> Option<Common<'_>> {
    Some((key.what.place.as_deref()?.to_lowercase(), &key.unit, key.per.as_deref()))
}

/// Whether two figures may be one: equal, or one of them rounded.
fn agree(a: &Row, b: &Row) -> bool {
    let [x, y] = [a, b].map(|row| row.figure.value);
    let same = a.figure.high == b.figure.high && a.figure.of == b.figure.of;
    same && (x == y || is_rounded_form(x, y) || is_rounded_form(y, x)) && !differ(a, b)
}

fn any_differ(a: &Rows, b: &Rows) -> bool {
    let pairs = |a: &[Row], b: &[Row]| a.iter().any(|a| b.iter().any(|b| differ(a, b)));
    pairs(&a.results, &b.results) || pairs(&a.targets, &b.targets)
}
