//! What is kept of each report, report by report.
//!
//! Results, targets and attainments count; changes and conditions are no levels of an indicator.
//! A target that a result is held against goes with that result, whatever its own words are, unless
//! it is one of another period or place: the plan of a year is none of its first nine months. So is
//! an attainment that was reached of such a plan.

use super::name::Naming;
use super::row::{Attained, Days, Group, Row, Shown, What};
use super::suggest::Lines;
use super::twins::{Fact, Twins};
use super::{Figure, Repeated, Series, Suggestion, Told, lines};
use crate::Report;
use crate::check::Bounds;
use crate::lexicon::Lexicon;
use crate::record::{Record, Role, canonical_place};
use crate::stored::Stored;
use crate::text::fold_syllable;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Takes reports in the order of the inputs, and lines up their figures.
#[derive(Debug)]
pub struct Gathering<'a> {
    lexicon: &'a Lexicon,
    naming: Naming<'a>,
    articles: Vec<Told>,
    index: BTreeMap<Key, usize>,
    groups: Vec<Group>,
    attained: Attained,
    twins: Twins,
    repeated: Vec<Repeated>,
}

/// What lines are told apart by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) what: What,
    pub(super) unit: String,
    pub(super) per: Option<String>,
}

impl<'a> Gathering<'a> {
    /// Nothing yet. The lexicon says which names are the same.
    #[must_use]
    pub fn new(lexicon: &'a Lexicon) -> Self {
        Self {
            lexicon,
            naming: Naming::new(lexicon),
            articles: Vec::new(),
            index: BTreeMap::new(),
            groups: Vec::new(),
            attained: Attained::new(),
            twins: Twins::default(),
            repeated: Vec::new(),
        }
    }

    /// Takes the figures of one report. A value that it repeats is one figure.
    pub fn add(&mut self, report: &Report) {
        let told = Told {
            source: report.source.name.clone(),
            title: report.article.title.clone(),
            published: report.article.published.clone(),
            url: report.source.url.clone(),
        };
        self.gather(told, report.place.as_deref(), &report.records);
    }

    /// Takes the figures of an article that was stored.
    pub fn add_stored(&mut self, stored: &Stored) {
        let told = Told {
            source: stored.source.name.clone(),
            title: stored.article.title.clone(),
            published: stored.article.published.clone(),
            url: stored.source.url.clone(),
        };
        self.gather(told, stored.place.as_deref(), &stored.records);
    }

    /// Takes the figures of an article about a place.
    fn gather(&mut self, told: Told, about: Option<&str>, records: &[Record]) {
        self.articles.push(told);
        let mut held: HashMap<&str, Vec<&Record>> = HashMap::new();
        for result in records.iter().filter(|r| r.role == Role::Actual) {
            if let Some(target) = &result.target {
                held.entry(target).or_default().push(result);
            }
        }
        let by_id: HashMap<&str, &Record> =
            records.iter().map(|record| (record.id.as_str(), record)).collect();
        let mut taken = Vec::new();
        for record in records {
            let elsewhere = record.role == Role::Attainment && {
                let target = record.target.as_deref().and_then(|id| by_id.get(id));
                target.is_some_and(|target| !is_of(target, record))
            };
            if elsewhere || matches!(record.role, Role::Change | Role::Condition) {
                continue;
            }
            let against = held.get(record.id.as_str()).map_or(&[][..], Vec::as_slice);
            let goes_with =
                |result: &&&Record| counts_alike(result, record) && is_of(record, result);
            let mut same = against.iter().filter(goes_with).peekable();
            if same.peek().is_none() {
                taken.extend(self.take(about, record, record));
            }
            for result in same {
                taken.extend(self.take(about, record, result));
            }
        }
        self.keep(taken);
    }

    /// Keeps what was taken of the last article, a value that it repeats once. Of an article that was read before, what
    /// both have is kept already.
    fn keep(&mut self, taken: Vec<Taken>) {
        let article = self.articles.len() - 1;
        let facts: BTreeSet<Fact> = taken.iter().filter_map(Taken::fact).collect();
        let twin = self.twins.find(article, &self.articles[article], facts.clone());
        let known = |fact: &Fact| twin.is_some_and(|(of, _)| self.twins.tells(of, fact));
        let figures = facts.iter().filter(|fact| known(fact)).count();
        let mut left = facts;
        left.retain(|fact| !known(fact));
        self.repeated.extend(twin.map(|(of, by)| Repeated { article, of, by, figures }));
        for taken in taken {
            match taken {
                Taken::Figure { fact, row } => {
                    let (at, days, role, _) = fact;
                    if left.remove(&fact) {
                        let cell = self.groups[at].cells.entry(days).or_default();
                        let is_result = role == Role::Actual;
                        if is_result { cell.results.push(row) } else { cell.targets.push(row) }
                    }
                }
                Taken::Attained { of, figure } => {
                    let told = self.attained.entry(of).or_default();
                    let is_known =
                        twin.is_some() && told.iter().any(|one| one.value == figure.value);
                    if !is_known {
                        told.push(figure);
                    }
                }
            }
        }
    }

    /// Names among what was taken that may mean the same.
    #[must_use]
    pub fn suggestions(&self) -> Vec<Suggestion> {
        let mut groups: Vec<(&Key, usize)> =
            self.index.iter().map(|(key, at)| (key, *at)).collect();
        groups.sort_by_key(|(_, at)| *at);
        let groups = groups.into_iter().map(|(key, at)| (key, &self.groups[at])).collect();
        Lines { groups, articles: &self.articles, naming: &self.naming }.suggestions()
    }

    /// Lines up what was taken.
    #[must_use]
    pub fn finish(self) -> Series {
        lines::line_up(self.articles, self.repeated, self.groups, &self.attained)
    }

    /// Takes a record that is told for what `told_for` measures.
    fn take(&mut self, about: Option<&str>, record: &Record, told_for: &Record) -> Option<Taken> {
        let indicator = told_for.indicator.as_deref()?;
        let place = told_for.place.as_deref().or(about);
        let canonical = place.map(|place| canonical_place(place, self.lexicon));
        let name = self.naming.of(indicator, told_for.scope.as_deref(), canonical.as_deref());
        let what = What { name, place: canonical };
        let days = told_for.period.as_ref().map_or([None; 2], |period| [period.start, period.end]);
        let figure = Figure {
            article: self.articles.len() - 1,
            record: record.id.clone(),
            value: record.value,
            high: record.high,
            of: record.of,
            modifier: record.modifier,
            text: record.source.text.clone(),
            link: record.source.link.clone(),
        };
        if record.role == Role::Attainment {
            return Some(Taken::Attained { of: (what, days), figure });
        }
        let at = self.group(what, told_for, indicator, place);
        let fact = (at, days, record.role, [Some(record.value), record.high, record.of]);
        Some(Taken::Figure { fact, row: Row { bounds: Bounds::of(record), figure } })
    }

    /// The line of a record, which is headed by its first one.
    fn group(
        &mut self,
        what: What,
        record: &Record,
        indicator: &str,
        place: Option<&str>,
    ) -> usize {
        let per = record.per.as_deref().map(fold_syllable);
        let key = Key { what, unit: record.unit_name(), per };
        if let Some(&at) = self.index.get(&key) {
            let shown = &mut self.groups[at].shown;
            shown.category = shown.category.take().or_else(|| record.category.clone());
            return at;
        }
        let shown = Shown {
            category: record.category.clone(),
            indicator: indicator.to_owned(),
            scope: record.scope.clone(),
            unit: record.unit.clone(),
            per: record.per.clone(),
            place: place.map(str::to_owned),
        };
        self.groups.push(Group { what: key.what.clone(), shown, cells: BTreeMap::new() });
        self.index.insert(key, self.groups.len() - 1);
        self.groups.len() - 1
    }
}

/// A figure that was taken of an article.
enum Taken {
    Figure { fact: Fact, row: Row },
    Attained { of: (What, Days), figure: Figure },
}

impl Taken {
    fn fact(&self) -> Option<Fact> {
        match self {
            Self::Figure { fact, .. } => Some(*fact),
            Self::Attained { .. } => None,
        }
    }
}

/// Whether a target is one of the period and place of what is held against it, as far as both are told.
fn is_of(target: &Record, told: &Record) -> bool {
    let days = |record: &Record| {
        let days = record.period.as_ref().map(|period| [period.start, period.end]);
        days.filter(|days| *days != [None; 2])
    };
    let same_time = days(target).zip(days(told)).is_none_or(|(a, b)| a == b);
    let same_place = target.place.as_ref().zip(told.place.as_ref()).is_none_or(|(a, b)| a == b);
    same_time && same_place
}

fn counts_alike(a: &Record, b: &Record) -> bool {
    a.unit_name() == b.unit_name() && a.per == b.per
}
