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
type Common<'a> = (&'a str, &'a str, Option<&'a str>);

/// The lines of a series with what they are told apart by.
pub(super) struct Lines<'a> {
    pub(super) groups: Vec<(&'a Key, &'a Group)>,
    pub(super) articles: &'a [Told],
    pub(super) naming: &'a Naming<'a>,
}

impl Lines<'_> {
    pub(super) fn suggestions(&self) -> Vec<Suggestion> {
        let mut of_name: BTreeMap<&Name, Vec<usize>> = BTreeMap::new();
        for (at, (key, _)) in self.groups.iter().enumerate() {
            of_name.entry(&key.what.name).or_default().push(at);
        }
        let first = |name: &Name| of_name[name][0];
        let mut families: Vec<Vec<&Name>> = Vec::new();
        let mut pairs: Vec<(&(&Name, &Name), &Vec<[usize; 2]>)> = Vec::new();
        let agreeing = self.agreeing();
        pairs.extend(agreeing.iter().filter(|(names, at)| self.tells(names, at)));
        pairs.sort_by_key(|((one, other), _)| (first(one), first(other)));
        for ((one, other), _) in &pairs {
            let family = |name: &Name| families.iter().position(|family| family.contains(&name));
            let [ours, theirs] = [family(one), family(other)];
            if ours.is_some() && ours == theirs {
                continue;
            }
            let members =
                |at: Option<usize>, name| at.map_or(vec![name], |at| families[at].clone());
            let (left, right) = (members(ours, *one), members(theirs, *other));
            let contradict =
                |a: &&Name| right.iter().any(|b| self.contradict(&of_name[*a], &of_name[b]));
            if left.iter().any(contradict) {
                continue;
            }
            for at in
                [ours, theirs].into_iter().flatten().collect::<BTreeSet<_>>().into_iter().rev()
            {
                families.remove(at);
            }
            families.push(left.into_iter().chain(right).collect());
        }
        for family in &mut families {
            family.sort_by_key(|name| first(name));
        }
        families.sort_by_key(|family| first(family[0]));
        let told = families.into_iter().map(|family| {
            let within = |((one, other), _): &&(&(&Name, &Name), &Vec<[usize; 2]>)| {
                family.contains(one) && family.contains(other)
            };
            let reasons = pairs.iter().filter(within).flat_map(|(_, at)| at.iter());
            self.suggestion(&family, &of_name, reasons)
        });
        told.flatten().collect()
    }

    /// Pairs of names with the lines in which they agree.
    fn agreeing(&self) -> BTreeMap<(&Name, &Name), Vec<[usize; 2]>> {
        let mut told: Vec<(&str, Common<'_>, Days, Decimal, usize)> = Vec::new();
        for (at, (key, group)) in self.groups.iter().enumerate() {
            let (Some(category), Some(common)) = (&group.shown.category, common(key)) else {
                continue;
            };
            if key.what.name.is_pinned() {
                continue;
            }
            for (days, rows) in group.cells.iter().filter(|(days, _)| **days != [None; 2]) {
                told.extend(
                    rows.results
                        .iter()
                        .map(|row| (category.as_str(), common, *days, row.figure.value, at)),
                );
            }
        }
        told.sort();
        let mut agreeing: BTreeMap<(&Name, &Name), BTreeSet<[usize; 2]>> = BTreeMap::new();
        for (i, one) in told.iter().enumerate() {
            let near = told[i + 1..].iter().take(NEAR);
            for other in
                near.take_while(|other| (other.0, other.1, other.2) == (one.0, one.1, one.2))
            {
                let (a, b) = (one.4.min(other.4), one.4.max(other.4));
                let [first, second] = [a, b].map(|at| &self.groups[at].0.what.name);
                if first != second && self.agreement(a, b).is_some() {
                    agreeing.entry((first, second)).or_default().insert([a, b]);
                }
            }
        }
        agreeing.into_iter().map(|(names, at)| (names, at.into_iter().collect())).collect()
    }

    /// The first period in which two lines agree, with a figure of each.
    fn agreement(&self, a: usize, b: usize) -> Option<(Days, [&Row; 2])> {
        self.agreements(a, b).next()
    }

    fn agreements(&self, a: usize, b: usize) -> impl Iterator<Item = (Days, [&Row; 2])> {
        let [a, b] = [a, b].map(|at| &self.groups[at].1.cells);
        a.iter().filter(|(days, _)| **days != [None; 2]).filter_map(move |(days, rows)| {
            let others = &b.get(days)?.results;
            let mut pairs = rows.results.iter().flat_map(|a| others.iter().map(move |b| [a, b]));
            Some((*days, pairs.find(|[a, b]| agree(a, b))?))
        })
    }

    /// Whether the agreements of two names are more than chance.
    fn tells(&self, (one, other): &(&Name, &Name), at: &[[usize; 2]]) -> bool {
        let all: Vec<(Days, [&Row; 2])> =
            at.iter().flat_map(|[a, b]| self.agreements(*a, *b)).collect();
        let periods: BTreeSet<Days> = all.iter().map(|(days, _)| *days).collect();
        let is_long = |(_, rows): &(Days, [&Row; 2])| {
            rows.iter().all(|row| significant(row.figure.value) >= TELLING)
        };
        periods.len() > 1
            || all.iter().any(is_long)
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

    fn suggestion<'n>(
        &self,
        family: &[&Name],
        of_name: &BTreeMap<&Name, Vec<usize>>,
        reasons: impl Iterator<Item = &'n [usize; 2]>,
    ) -> Option<Suggestion> {
        let group = |name: &Name| self.groups[of_name[name][0]].1;
        let written = |name: &&Name| {
            let shown = &group(name).shown;
            self.naming.written(name, &shown.indicator, shown.scope.as_deref())
        };
        let names: Vec<String> = family.iter().filter_map(written).collect();
        let figure = |at: usize, row: &Row| {
            let name = &self.groups[at].1.shown;
            let scope = name.scope.as_ref().map_or(String::new(), |scope| format!("{scope}: "));
            let source = self.articles[row.figure.article].source.clone();
            (format!("{scope}{}", name.indicator), row.figure.clone(), source)
        };
        let reasons = reasons.flat_map(|[a, b]| {
            let shown = &self.groups[*a].1.shown;
            self.agreements(*a, *b).map(move |([start, end], rows)| Agreement {
                place: shown.place.clone().unwrap_or_default(),
                period: Span::new(start, end),
                unit: shown.unit.clone(),
                figures: [figure(*a, rows[0]), figure(*b, rows[1])],
            })
        });
        let category = group(family[0]).shown.category.clone()?;
        (names.len() > 1).then(|| Suggestion { category, names, reasons: reasons.collect() })
    }
}

/// Where a line is of, what it counts and per what; none where nobody knows the place.
fn common(key: &Key) -> Option<Common<'_>> {
    Some((key.what.place.as_deref()?, &key.unit, key.per.as_deref()))
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
