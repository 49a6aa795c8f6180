//! What a table tells of each of its figures, put together from column, row and note.

use super::body::{Figure, Line};
use super::column::Column;
use super::head::Head;
use super::note::Note;
use super::role;
use super::says::Says;
use super::told::Told;
use super::unit::Unit;
use crate::lexicon::CueClass;
use crate::mention::Scene;
use crate::text::Text;

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
}
