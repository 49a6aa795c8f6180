//! What is kept of each report: one row a figure, so that any number of articles fits.
//!
//! Results, targets and attainments count; changes and conditions are no levels of an indicator.
//! A target that a result is held against goes with that result, whatever its own words are.

use super::name::{Name, Naming};
use super::{Figure, Series, Told, lines};
use crate::Report;
use crate::check::Bounds;
use crate::lexicon::Lexicon;
use crate::record::{Record, Role, canonical_place};
use crate::text::fold_syllable;
use jiff::civil::Date;
use std::collections::HashMap;

/// Takes reports in the order of the inputs, and lines up their figures.
#[derive(Debug)]
pub struct Gathering<'a> {
    lexicon: &'a Lexicon,
    naming: Naming<'a>,
    articles: Vec<Told>,
    rows: Vec<Row>,
}

/// What lines are told apart by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) name: Name,
    pub(super) place: Option<String>,
    /// Empty for an attainment, which is told of a line in any unit.
    pub(super) unit: Option<String>,
    pub(super) per: Option<String>,
}

/// One figure, and the line and period that it is told for.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) key: Key,
    pub(super) days: [Option<Date>; 2],
    pub(super) role: Role,
    pub(super) bounds: Bounds,
    pub(super) figure: Figure,
    pub(super) shown: Shown,
}

/// How a line that begins with this figure is headed.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    pub(super) category: Option<String>,
    pub(super) indicator: String,
    pub(super) scope: Option<String>,
    pub(super) unit: Option<String>,
    pub(super) per: Option<String>,
    pub(super) place: Option<String>,
}

impl<'a> Gathering<'a> {
    /// Nothing yet. The lexicon says which names are the same.
    #[must_use]
    pub fn new(lexicon: &'a Lexicon) -> Self {
        Self { lexicon, naming: Naming::new(lexicon), articles: Vec::new(), rows: Vec::new() }
    }

    /// Takes the figures of one report.
    pub fn add(&mut self, report: &Report) {
        let article = self.articles.len();
        self.articles.push(Told {
            source: report.source.name.clone(),
            title: report.article.title.clone(),
            published: report.article.published.clone(),
            url: report.source.url.clone(),
        });
        let results: Vec<&Record> =
            report.records.iter().filter(|r| r.role == Role::Actual).collect();
        let mut held: HashMap<&str, Vec<&Record>> = HashMap::new();
        for result in results {
            if let Some(target) = &result.target {
                held.entry(target).or_default().push(result);
            }
        }
        for record in &report.records {
            if matches!(record.role, Role::Change | Role::Condition) {
                continue;
            }
            let against = held.get(record.id.as_str()).map_or(&[][..], Vec::as_slice);
            let mut same = against.iter().filter(|result| counts_alike(result, record)).peekable();
            if same.peek().is_none() {
                self.rows.extend(self.row(report, article, record, record));
            }
            for result in same {
                self.rows.extend(self.row(report, article, record, result));
            }
        }
    }

    /// Lines up what was taken.
    #[must_use]
    pub fn finish(self) -> Series {
        lines::line_up(self.articles, self.rows)
    }

    /// The row of a record that is told for what `told_for` measures.
    fn row(
        &self,
        report: &Report,
        article: usize,
        record: &Record,
        told_for: &Record,
    ) -> Option<Row> {
        let indicator = told_for.indicator.as_deref()?;
        let place = told_for.place.as_ref().or(report.place.as_ref());
        let attains = record.role == Role::Attainment;
        let canonical = place.map(|place| canonical_place(place, self.lexicon));
        let scope = told_for.scope.as_deref();
        let key = Key {
            name: self.naming.of(indicator, scope, canonical.as_deref()),
            place: canonical,
            unit: Some(unit(told_for)).filter(|_| !attains),
            per: told_for.per.as_deref().filter(|_| !attains).map(fold_syllable),
        };
        let shown = Shown {
            category: told_for.category.clone(),
            indicator: indicator.to_owned(),
            scope: told_for.scope.clone(),
            unit: told_for.unit.clone(),
            per: told_for.per.clone(),
            place: place.cloned(),
        };
        let figure = Figure {
            article,
            record: record.id.clone(),
            value: record.value,
            high: record.high,
            modifier: record.modifier,
            text: record.source.text.clone(),
            link: record.source.link.clone(),
        };
        let days = told_for.period.as_ref().map_or([None; 2], |period| [period.start, period.end]);
        Some(Row { key, days, role: record.role, bounds: Bounds::of(record), figure, shown })
    }
}

fn counts_alike(a: &Record, b: &Record) -> bool {
    unit(a) == unit(b) && a.per == b.per
}

/// The key of a unit, else its words.
fn unit(record: &Record) -> String {
    let words = || record.unit.as_deref().map(str::to_lowercase);
    record.unit_key.clone().or_else(words).unwrap_or_default()
}
