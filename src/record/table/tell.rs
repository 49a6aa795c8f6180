//! What a table tells of each of its figures, put together from column, row and note.

use super::beside::{Beside, beside, named};
use super::body::Line;
use super::column::{Column, Holds};
use super::figure::Figure;
use super::head::Head;
use super::heading::Heading;
use super::lead::Lead;
use super::note::Note;
use super::role::{self, Reading};
use super::says::Says;
use super::told::Told;
use super::unit::Unit;
use crate::lexicon::CueClass;
use crate::mention::Scene;
use crate::record::{Direction, Role};
use crate::text::Text;

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
    /// For each column the units of those before it.
    beside: Vec<Beside<'t>>,
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
        let (beside, named) = (beside(columns), named(columns));
        Self { scene, columns, note, head, lead, changes, beside, named }
    }

    /// What is told of a figure of a line.
    pub(super) fn tell(&self, line: &Line, figure: &Figure) -> Told {
        let column = figure.column;
        let heading = &self.columns[column].heading;
        let (unit, unit_rule) = self.unit(line, figure);
        let share = unit.as_ref().is_some_and(Unit::is_share);
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
            planned: self.head.is_target,
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
        let (period, period_rule) = self.period(line, column);
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

    /// The unit: the cell's own, that of the heading, of the row, of the note; else what heading or
    /// label say that they count.
    fn unit(&self, line: &Line, figure: &Figure) -> (Option<Unit>, &'static str) {
        let heading = &self.columns[figure.column].heading;
        if let Some(unit) = &figure.unit {
            return (Some(unit.clone()), "table.unit_cell");
        }
        let percent = || Unit::percent(&self.scene);
        if matches!(line.says, Some(Says::Attainment | Says::Versus)) {
            return (line.unit.clone().or_else(percent), "table.unit_row");
        }
        let beside = &self.beside[figure.column];
        let changes = matches!(heading.says, Says::Change(_)) && !heading.ranks;
        let changed = beside.measured.filter(|_| changes);
        let counted = |says: bool| heading.counted.as_ref().filter(move |(s, _)| *s >= says);
        let noun = |unit: &(bool, Unit)| unit.1.clone();
        let held = matches!(self.says(line, figure.column), Says::Attainment | Says::Versus);
        let counts_over = line.counted.as_ref().filter(|(says, _)| *says).map(noun);
        let found = [
            (heading.unit.clone(), "table.unit_heading"),
            (counted(true).filter(|_| held).map(noun), "table.unit_counted"),
            (held.then(percent).flatten(), "table.unit_share"),
            (self.noted_for(heading), "table.unit_note"),
            (line.unit.clone(), "table.unit_row"),
            (counted(true).map(noun), "table.unit_counted"),
            (beside.whole.cloned(), "table.unit_beside"),
            (counts_over, "table.unit_counted"),
            (line.unit_over.clone(), "table.unit_row"),
            (self.note.unit.clone(), "table.unit_note"),
            (counted(false).map(noun), "table.unit_counted"),
            (line.counted.as_ref().map(noun), "table.unit_counted"),
            (changed.cloned(), "table.unit_beside"),
            (self.unit_beside(figure), "table.unit_beside"),
            (self.unit_of_change(figure), "table.unit_beside"),
        ];
        let found = found.into_iter().find_map(|(unit, rule)| Some((Some(unit?), rule)));
        found.unwrap_or((None, "unit.none"))
    }

    /// The unit that the note gives to the columns of these words.
    fn noted_for(&self, heading: &Heading) -> Option<Unit> {
        let is = |words: &str| heading.words.iter().any(|own| own.to_lowercase() == words);
        let mut units = self.note.units.iter();
        units.find_map(|(words, unit)| is(words).then(|| unit.clone()))
    }

    /// What the columns before count: `Cộng` behind `Số sản phẩm`, `Tăng/giảm` behind `Số ca mắc`. A broken number
    /// or a rank counts nothing.
    fn unit_beside(&self, figure: &Figure) -> Option<Unit> {
        let ranks = self.columns[figure.column].heading.ranks;
        let whole = figure.quantity.value.fract().is_zero();
        self.beside[figure.column].counts.filter(|_| whole && !ranks).cloned()
    }

    /// What a column behind that compares levels counts, as the levels do: `Số vụ` under `Tăng, giảm` behind `2022 |
    /// 2023`.
    fn unit_of_change(&self, figure: &Figure) -> Option<Unit> {
        let whole = figure.quantity.value.fract().is_zero();
        let untold = self.columns[figure.column].heading.words.is_empty();
        let mut behind = self.columns[figure.column + 1..].iter();
        let change = behind.find(|column| matches!(column.heading.says, Says::Change(_)))?;
        let counted = change.heading.counted.as_ref().filter(|_| whole && untold);
        counted.map(|(_, unit)| unit.clone())
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
        let own = heading.counted.is_some() || heading.unit.as_ref().is_some_and(|u| !u.is_share());
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

/// `So với cùng kỳ (%)`: whether figures say by how much something changed.
fn are_changes<'f>(figures: impl IntoIterator<Item = &'f Figure>) -> bool {
    let values = figures.into_iter().map(|f| (f.quantity.value, f.quantity.negative));
    role::are_changes(values)
}
