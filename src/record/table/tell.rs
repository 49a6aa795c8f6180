//! What a table tells of each of its figures, put together from column, row and note.

use super::beside::{Beside, beside, named};
use super::column::{Column, Holds};
use super::figure::Figure;
use super::head::Head;
use super::lead::Lead;
use super::line::Line;
use super::note::Note;
use super::role::{self, Reading};
use super::says::Says;
use super::told::Told;
use super::unit::Unit;
use crate::lexicon::{CueClass, UnitKind};
use crate::mention::Scene;
use crate::record::{Direction, Period, Role};
use crate::text::Text;
use rust_decimal::Decimal;

/// Most words of a head that says briefly what a table is about; of a whole sentence the headline says it better.
const BRIEF: usize = 15;

/// A table whose figures are told.
pub(super) struct Teller<'t, 'a> {
    pub scene: Scene<'a>,
    pub columns: &'t [Column],
    pub note: &'t Note,
    pub head: &'t Head,
    pub lead: &'t Lead<'t>,
    /// For each column whether its shares are changes.
    changes: Vec<bool>,
    /// For each column whether its shares are in percent, though it does not say so.
    pub shares: Vec<bool>,
    /// For each column the units of those before it.
    pub beside: Vec<Beside<'t>>,
    /// For each column that whose words say what it measures.
    named: Vec<usize>,
}

impl<'t, 'a> Teller<'t, 'a> {
    pub(super) fn new(
        scene: Scene<'a>,
        columns: &'t [Column],
        lines: &[Line],
        (note, head, lead): (&'t Note, &'t Head, &'t Lead<'t>),
    ) -> Self {
        let changes = (0..columns.len()).map(|c| {
            let figures = lines.iter().flat_map(|line| &line.figures).filter(|f| f.column == c);
            columns[c].heading.says == Says::Versus && are_changes(figures)
        });
        let changes = changes.collect();
        let shares = (0..columns.len()).map(|c| {
            let figures = lines.iter().flat_map(|line| &line.figures).filter(|f| f.column == c);
            columns[c].heading.is_share && are_percent(figures)
        });
        let shares = shares.collect();
        let (beside, named) = (beside(columns), named(columns));
        Self { scene, columns, note, head, lead, changes, shares, beside, named }
    }

    /// What is told of a figure of a line.
    pub(super) fn tell(&self, line: &Line, figure: &Figure) -> Told {
        let column = figure.column;
        let heading = &self.columns[column].heading;
        let (unit, unit_rule) = self.unit(line, figure);
        let share = unit.as_ref().is_some_and(Unit::is_share);
        let (period, period_rule) = self.period(line, column);
        let is_money = unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Money);
        let allotted = is_money && (self.note.allots || self.lead.opening.allots);
        let role = role::read(&role::Case {
            says: self.says(line, column),
            moved: figure.moved,
            negative: figure.quantity.negative,
            share,
            growth: line.label.as_deref().and_then(|label| self.grows(label)),
            changes: match line.says {
                Some(_) => are_changes(&line.figures),
                None => self.changes[column],
            },
            planned: self.head.is_target && !self.looks_back(period.as_ref())
                || self.lead.opening.is_begun
                || allotted,
        });
        let (mut indicator, mut scope, mut indicator_rule) = self.meaning(line, column);
        let mut role = Some(role);
        if let Some(aside) = &figure.aside {
            if let Some(words) = &aside.words {
                scope.extend(indicator.replace(words.clone()));
                indicator_rule = "table.cell_words";
            }
            role = self.role_aside(column, aside.reaches, share, role);
        }
        scope.retain(|words| Some(words) != indicator.as_ref());
        let start = period.as_ref().and_then(|period| period.start);
        // A price that is announced holds; so much of anything else is only planned.
        let price = unit.as_ref().is_some_and(|unit| unit.per.is_some());
        let ahead = start.zip(self.scene.published).is_some_and(|(start, day)| start > day);
        if ahead && !price && role.is_some_and(|role| role.role == Role::Actual) {
            role = Some(Reading::of(Role::Target, "table.ahead"));
        }
        let place = heading.place.clone().or_else(|| line.place.clone());
        let place_rule = if place.is_some() { "table.place" } else { "place.none" };
        Told {
            scope: Some(scope.join(": ")).filter(|scope| !scope.is_empty()),
            indicator,
            unit,
            role: role.map(|role| role.role),
            direction: role.and_then(|role| role.direction),
            modifier: role.and_then(|role| role.modifier),
            period,
            place,
            part_of: None,
            target: None,
            rules: [
                ("unit", unit_rule),
                ("role", role.map_or("", |role| role.rule)),
                ("indicator", indicator_rule),
                ("period", period_rule),
                ("place", place_rule),
            ],
        }
    }

    /// Whether the `chỉ tiêu` over the table are what was measured, and no plan: their time was over when it was published.
    fn looks_back(&self, period: Option<&Period>) -> bool {
        let end = period.and_then(|period| period.end);
        let is_over = end.zip(self.scene.published).is_some_and(|(end, day)| end < day);
        is_over && self.head.is_of_measures
    }

    /// What is said of a figure: by its column, else by its row.
    pub(super) fn says(&self, line: &Line, column: usize) -> Says {
        line.says.unwrap_or(self.columns[column].heading.says)
    }

    /// The role of a figure that stands aside in its cell, where `own` is that of the column: none where only
    /// its words tell it.
    fn role_aside(
        &self,
        column: usize,
        reaches: bool,
        share: bool,
        own: Option<Reading>,
    ) -> Option<Reading> {
        let says = self.columns[column].heading.says;
        match own {
            Some(own) if own.role == Role::Change => Some(own),
            _ if reaches && share => Some(Reading::of(Role::Attainment, "table.attainment")),
            _ if says == Says::Untold && self.columns[column].holds == Holds::Text => None,
            own => own,
        }
    }

    /// `Tốc độ tăng GRDP`, `Giảm tỷ lệ hộ nghèo`
    fn grows(&self, label: &str) -> Option<Direction> {
        const MOVING: &[CueClass] = &[CueClass::GrowthNoun, CueClass::Fall];
        let text = Text::new(label);
        let (_, cue) = self.scene.lexicon.cue(&text, 0, MOVING)?;
        Some(if cue.class == CueClass::Fall { Direction::Down } else { Direction::Up })
    }

    /// The words of a column that say what it measures.
    fn words(&self, c: usize) -> &'t [String] {
        let heading = &self.columns[self.named[c]].heading;
        match heading.place {
            Some(_) => &heading.words[..heading.words.len() - 1],
            None => &heading.words,
        }
    }

    /// What a column of shares that does not say of what is a share of: what the column before it counts.
    fn shared(&self, c: usize) -> Option<&'t String> {
        let counts = |column: &&Column| {
            let share = column.heading.unit.as_ref().is_some_and(Unit::is_share);
            column.holds == Holds::Figures && !share
        };
        let is_ratio = self.columns[c].heading.is_ratio;
        let before = self.columns[..c].iter().rev().find(counts).filter(|_| is_ratio)?;
        before.heading.words.last()
    }

    /// Indicator and scope. A column that counts things of its own (`Số lớp`, `Diện tích (ha)`) is
    /// the indicator and its row the scope; else the row is the indicator.
    fn meaning(&self, line: &Line, c: usize) -> (Option<String>, Vec<String>, &'static str) {
        let heading = &self.columns[c].heading;
        let words = self.words(c);
        let counts = heading.counted.as_ref();
        let counts = counts.is_some_and(|(says, _)| *says || !heading.is_category);
        let own = counts || heading.unit.as_ref().is_some_and(|u| !u.is_share());
        let brief = |scope: &&String| scope.split(' ').count() <= BRIEF;
        let head = self.head.scope.as_ref();
        let told = self.note.caption.as_ref().or(head.filter(brief));
        let topic = told.or(self.lead.opening.subject.as_ref()).or(head);
        let mut scope: Vec<String> = topic.into_iter().chain(&line.path).cloned().collect();
        match (&line.label, words) {
            (Some(label), words) if !line.is_total && (words.is_empty() || !own) => {
                scope.extend(words.iter().cloned());
                (Some(label.clone()), scope, "table.row_label")
            }
            (label, [over @ .., last]) => {
                scope.extend(label.clone().filter(|_| !line.is_total));
                scope.extend(over.iter().cloned());
                let of = self.shared(c);
                scope.extend(of.map(|_| last.clone()));
                (of.or(Some(last)).cloned(), scope, "table.column_heading")
            }
            (label, []) => match scope.pop() {
                Some(last) => (Some(last), scope, "table.caption"),
                None => (label.clone(), scope, "table.row_label"),
            },
        }
    }
}

/// Beyond so much a ratio that stands alone is in hundredths: `Tỷ lệ chọi` 1,29 is no percentage.
const HUNDREDTHS: Decimal = Decimal::TEN;

/// `Tỷ lệ bao phủ`: whether the figures of ratios are percentages.
fn are_percent<'f>(figures: impl Iterator<Item = &'f Figure> + Clone) -> bool {
    let mut values = figures.map(|figure| figure.quantity.value);
    values.clone().any(|value| value > HUNDREDTHS) && values.all(|v| v <= Decimal::ONE_HUNDRED)
}

/// `So với cùng kỳ (%)`: whether figures say by how much something changed.
fn are_changes<'f>(figures: impl IntoIterator<Item = &'f Figure>) -> bool {
    let values = figures.into_iter().map(|f| (f.quantity.value, f.quantity.negative));
    role::are_changes(values)
}
