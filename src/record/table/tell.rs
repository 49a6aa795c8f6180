//! What a table tells of each of its figures, put together from column, row and note.

use super::body::{Figure, Line};
use super::column::Column;
use super::heading::Says;
use super::note::Note;
use super::role;
use super::unit::Unit;
use crate::lexicon::CueClass;
use crate::mention::Scene;
use crate::record::outline::Head;
use crate::record::{Direction, Modifier, Period, Reason, Record, Role, Said, category};
use crate::text::Text;
use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// What a table tells of one figure.
#[derive(Debug)]
pub(in crate::record) struct Told {
    indicator: Option<String>,
    scope: Option<String>,
    unit: Option<Unit>,
    role: Role,
    direction: Option<Direction>,
    modifier: Option<Modifier>,
    period: Option<Period>,
    place: Option<String>,
    pub part_of: Option<String>,
    pub target: Option<String>,
    rules: [(&'static str, &'static str); 5],
}

/// A table whose figures are told.
pub(super) struct Teller<'t, 'a> {
    pub scene: Scene<'a>,
    pub columns: &'t [Column],
    pub note: &'t Note,
    pub head: &'t Head,
    /// For each column whether its shares are changes.
    pub changes: Vec<bool>,
}

impl<'t, 'a> Teller<'t, 'a> {
    pub(super) fn new(
        scene: Scene<'a>,
        columns: &'t [Column],
        lines: &[Line],
        note: &'t Note,
        head: &'t Head,
    ) -> Self {
        let changes = (0..columns.len()).map(|c| {
            let figures = lines.iter().flat_map(|line| &line.figures).filter(|f| f.column == c);
            let values = figures.map(|f| (f.quantity.value, f.quantity.negative));
            columns[c].heading.says == Says::Versus && role::are_changes(values)
        });
        let changes = changes.collect();
        Self { scene, columns, note, head, changes }
    }

    /// What is told of a figure of a line.
    pub(super) fn tell(&self, line: &Line, figure: &Figure) -> Told {
        let column = figure.column;
        let heading = &self.columns[column].heading;
        let (unit, unit_rule) = self.unit(line, figure);
        let share = unit.as_ref().is_some_and(Unit::is_share);
        let role = role::read(&role::Case {
            column: &self.columns[column],
            negative: figure.quantity.negative,
            share,
            growth: line.label.as_deref().is_some_and(|label| self.grows(label)),
            changes: self.changes[column],
            planned: self.head.is_target,
        });
        let (indicator, mut scope, indicator_rule) = self.meaning(line, column);
        scope.retain(|words| Some(words) != indicator.as_ref());
        let (period, period_rule) = self.period(line, column);
        let place = heading.place.clone().or_else(|| line.place.clone());
        let place_rule = if place.is_some() { "table.place" } else { "place.none" };
        Told {
            scope: Some(scope.join(": ")).filter(|scope| !scope.is_empty()),
            indicator,
            unit,
            role: role.role,
            direction: role.direction,
            modifier: role.modifier,
            period,
            place,
            part_of: None,
            target: None,
            rules: [
                ("unit", unit_rule),
                ("role", role.rule),
                ("indicator", indicator_rule),
                ("period", period_rule),
                ("place", place_rule),
            ],
        }
    }

    /// `Tốc độ tăng GRDP`
    fn grows(&self, label: &str) -> bool {
        let text = Text::new(label);
        self.scene.lexicon.cue(&text, 0, &[CueClass::GrowthNoun]).is_some()
    }

    /// The unit: the cell's own, that of the heading, of the row, of the note; else what heading or
    /// label say that they count.
    fn unit(&self, line: &Line, figure: &Figure) -> (Option<Unit>, &'static str) {
        let heading = &self.columns[figure.column].heading;
        if let Some(unit) = &figure.unit {
            return (Some(unit.clone()), "table.unit_cell");
        }
        let counted = |says: bool| heading.counted.as_ref().filter(move |(s, _)| *s >= says);
        let noun = |unit: &(bool, Unit)| unit.1.clone();
        let held = matches!(heading.says, Says::Attainment | Says::Versus);
        let found = [
            (heading.unit.clone(), "table.unit_heading"),
            (held.then(|| Unit::percent(&self.scene)).flatten(), "table.unit_share"),
            (line.unit.clone(), "table.unit_row"),
            (counted(true).map(noun), "table.unit_counted"),
            (self.note.unit.clone(), "table.unit_note"),
            (counted(false).map(noun), "table.unit_counted"),
            (line.counted.as_ref().map(noun), "table.unit_counted"),
        ];
        let found = found.into_iter().find_map(|(unit, rule)| Some((Some(unit?), rule)));
        found.unwrap_or((None, "unit.none"))
    }

    /// Indicator and scope. A column that counts things of its own (`Số lớp`, `Diện tích (ha)`) is
    /// the indicator and its row the scope; else the row is the indicator.
    fn meaning(&self, line: &Line, c: usize) -> (Option<String>, Vec<String>, &'static str) {
        let heading = &self.columns[c].heading;
        let words = match heading.place {
            Some(_) => &heading.words[..heading.words.len() - 1],
            None => &heading.words[..],
        };
        let own = heading.counted.is_some() || heading.unit.as_ref().is_some_and(|u| !u.is_share());
        let mut scope: Vec<String> =
            self.note.caption.iter().chain(&self.head.scope).take(1).cloned().collect();
        scope.extend(line.path.iter().cloned());
        match (&line.label, words) {
            (Some(label), words) if words.is_empty() || !(own || line.is_total) => {
                scope.extend(words.iter().cloned());
                (Some(label.clone()), scope, "table.row_label")
            }
            (label, [over @ .., last]) => {
                scope.extend(label.clone().filter(|_| !line.is_total));
                scope.extend(over.iter().cloned());
                (Some(last.clone()), scope, "table.column_heading")
            }
            _ => (scope.pop(), scope, "table.caption"),
        }
    }

    /// The time of a figure: that of its column, of its row, of the note, of the words above. A
    /// comparison has the time of the result that it is made for.
    fn period(&self, line: &Line, c: usize) -> (Option<Period>, &'static str) {
        let heading = &self.columns[c].heading;
        let compares = |says| matches!(says, Says::Attainment | Says::Versus | Says::Change(_));
        let dated = |at: usize| self.columns[at].heading.period.as_ref();
        let column = match compares(heading.says) {
            true => (0..c).rev().filter(|at| self.is_result(*at)).find_map(dated),
            false => dated(c),
        };
        let around = || {
            let rest = [
                (&line.period, "table.period_row"),
                (&self.note.period, "table.period_note"),
                (&self.head.period, "period.head"),
            ];
            rest.into_iter().find_map(|(period, rule)| Some((period.clone()?, rule)))
        };
        if let Some(period) = column {
            let earlier = || self.result_period(c).and_then(|result| year_before(&result));
            let year = |period: &Period| period.end.map(Date::year);
            let same =
                earlier().filter(|p| heading.says == Says::Previous && year(p) == year(period));
            return (Some(same.unwrap_or_else(|| period.clone())), "table.period_heading");
        }
        let Some((period, rule)) = around() else { return (None, "period.none") };
        match heading.says {
            Says::Previous => {
                (year_before(&self.result_period(c).unwrap_or(period)), "table.period_before")
            }
            Says::Plan if heading.of_year => (Some(whole_year(period)), rule),
            _ => (Some(period), rule),
        }
    }

    fn is_result(&self, c: usize) -> bool {
        matches!(self.columns[c].heading.says, Says::Result | Says::Estimate | Says::Untold)
    }

    /// The time of the results nearest to a column.
    fn result_period(&self, c: usize) -> Option<Period> {
        let mut near: Vec<usize> =
            (0..self.columns.len()).filter(|at| self.is_result(*at)).collect();
        near.sort_by_key(|at| at.abs_diff(c));
        near.into_iter().find_map(|at| self.columns[at].heading.period.clone())
    }
}

/// Puts what is told of the figures of a row into their records.
pub(in crate::record) fn apply(told: Vec<Option<Told>>, records: &mut [Record], scene: &Scene<'_>) {
    for (told, record) in told.into_iter().zip(records) {
        if let Some(told) = told {
            told.apply(record, scene);
        }
    }
}

/// The same span a year earlier.
fn year_before(period: &Period) -> Option<Period> {
    let back = |day: Option<Date>| day.map(|day| day.checked_sub(1.year())).transpose().ok();
    let (start, end) = (back(period.start)?, back(period.end)?);
    Some(Period { start, end, text: period.text.clone() })
}

/// From the first to the last day of the years of a span.
fn whole_year(period: Period) -> Period {
    let start = period.start.or(period.end).map(Date::first_of_year);
    Period { start, end: period.end.map(Date::last_of_year), ..period }
}

impl Told {
    /// Whether both can be parts of one whole: levels of one kind in one unit.
    pub(super) fn adds_to(&self, whole: &Self) -> bool {
        let level = |told: &Self| matches!(told.role, Role::Actual | Role::Target);
        let same = match (&self.unit, &whole.unit) {
            (Some(one), Some(other)) => one.is_same(other) && !one.is_share(),
            (None, None) => true,
            _ => false,
        };
        level(self) && self.role == whole.role && same
    }

    /// Puts what is told into a record that was read as if it stood in a sentence.
    fn apply(self, record: &mut Record, scene: &Scene<'_>) {
        let row = Said::by(scene.text, scene.lexicon);
        let scale = self.unit.as_ref().map_or(Decimal::ONE, |unit| unit.scale);
        let scaled = |value: Decimal| value.checked_mul(scale).unwrap_or(value).normalize();
        let own_scale = self.rules[0].1 == "table.unit_cell";
        if !own_scale {
            record.value = scaled(record.value);
            record.high = record.high.map(scaled);
            record.of = record.of.map(scaled);
        }
        let said = |words: &str| Said::by(&Text::new(words), scene.lexicon);
        let scope = self.scope.as_deref().map(said).unwrap_or_default();
        let unit = self.unit;
        record.unit = unit.as_ref().map(|unit| unit.text.clone());
        record.unit_key = unit.as_ref().and_then(|unit| unit.key.clone());
        record.per = unit.and_then(|unit| unit.per);
        record.category = self.indicator.as_deref().and_then(|indicator| {
            let unit = record.unit.as_deref();
            category(scene.lexicon, &said(indicator), &scope, &row, unit).map(str::to_owned)
        });
        record.indicator = self.indicator;
        record.scope = self.scope;
        record.modifier = self.modifier.unwrap_or(record.modifier);
        record.role = self.role;
        record.direction = self.direction;
        record.status = None;
        record.period = self.period;
        record.place = self.place;
        record.part_of = self.part_of;
        record.target = self.target;
        record.source.sentence.clone_from(&scene.text.raw);
        record.reasons.retain(|reason| !self.rules.iter().any(|(field, _)| *field == reason.field));
        let told = self.rules.into_iter().map(|(field, rule)| Reason { field, rule });
        record.reasons.extend(told);
    }
}
