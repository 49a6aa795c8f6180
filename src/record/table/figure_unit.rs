//! The unit of a figure: its cell's own, else that of its column, its row, the note, or the columns beside it.
//!
//! `512` under `Số hộ` counts `hộ`, in a row `Diện tích (ha)` it measures hectares; `-7` under `Số vụ` counts what it counts,
//! and so do the levels that it compares.

use super::figure::Figure;
use super::heading::Heading;
use super::line::Line;
use super::says::Says;
use super::tell::Teller;
use super::unit::Unit;
use super::words::{heads, phrase_at};
use crate::lexicon::{Marks, UnitKind};
use crate::mention::Scene;
use crate::text::Text;
use rust_decimal::Decimal;

impl Teller<'_, '_> {
    /// The unit: the cell's own, that of the heading, of the row, of the note; else what heading or
    /// label say that they count.
    pub(super) fn unit(&self, line: &Line, figure: &Figure) -> (Option<Unit>, &'static str) {
        let heading = &self.columns[figure.column].heading;
        if let Some(unit) = &figure.unit {
            return (Some(unit.clone()), "table.unit_cell");
        }
        if let Some(unit) = self.price(line, heading) {
            return (Some(unit), "table.unit_price");
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
        let own = counted(false).filter(|(says, _)| *says || !heading.is_category).map(noun);
        let held = matches!(self.says(line, figure.column), Says::Attainment | Says::Versus);
        let whole = figure.quantity.value.scale() == 0 && !heading.ranks && !heading.counts_none;
        // `ĐVT: người` is not that of `Tỷ lệ bao phủ`, `ĐVT: ‰` is.
        let noted_share = self.note.unit.clone().filter(Unit::is_share);
        let share = self.shares[figure.column].then(|| noted_share.or_else(percent)).flatten();
        let counts_over = line.counted.as_ref().filter(|(says, _)| *says).map(noun);
        let found = [
            (heading.unit.clone(), "table.unit_heading"),
            (counted(true).filter(|_| held).map(noun), "table.unit_counted"),
            (held.then(percent).flatten(), "table.unit_share"),
            (self.noted_for(heading), "table.unit_note"),
            ((changes && self.note.shares).then(percent).flatten(), "table.unit_share"),
            (line.unit.clone(), "table.unit_row"),
            (self.noted_for_row(line), "table.unit_note"),
            (share, "table.unit_share"),
            (counted(true).map(noun), "table.unit_counted"),
            (beside.whole.cloned(), "table.unit_beside"),
            (counts_over, "table.unit_counted"),
            (line.unit_over.clone(), "table.unit_row"),
            (self.note.unit.clone(), "table.unit_note"),
            (own, "table.unit_counted"),
            (line.counted.as_ref().map(noun), "table.unit_counted"),
            (changed.cloned(), "table.unit_beside"),
            (self.unit_beside(figure), "table.unit_beside"),
            (counted(false).map(noun), "table.unit_counted"),
            (self.unit_of_change(figure), "table.unit_beside"),
            (line.counted_over.clone().filter(|_| whole), "table.unit_row"),
            (self.note.counts.clone().filter(|_| whole && !changes), "table.unit_note"),
        ];
        let found = found.into_iter().find_map(|(unit, rule)| Some((Some(unit?), rule)));
        found.unwrap_or((None, "unit.none"))
    }

    /// Money for one of what the row is measured in: `(đồng)` over the table beside `kg` in its row, where column or caption
    /// speaks of prices.
    fn price(&self, line: &Line, heading: &Heading) -> Option<Unit> {
        let of = line.unit.as_ref().filter(|of| of.scale == Decimal::ONE && of.per.is_none())?;
        let measures = matches!(of.kind, UnitKind::Measure | UnitKind::Count);
        let is_money = |unit: &&Unit| unit.kind == UnitKind::Money && unit.per.is_none();
        let share = heading.unit.as_ref().is_some_and(Unit::is_share);
        let money = heading.unit.as_ref().or(self.note.unit.as_ref()).filter(is_money)?;
        let words = heading.words.iter().chain(&self.note.caption);
        let priced = words.into_iter().any(|words| self.speaks_of_price(words));
        let per = Some(of.text.clone());
        (measures && priced && !share).then(|| Unit { per, ..money.clone() })
    }

    fn speaks_of_price(&self, words: &str) -> bool {
        let text = Text::new(words);
        let marks = Marks::new(&text, self.scene.lexicon);
        let scene = Scene::new(&marks, None);
        (0..text.tokens.len()).any(|i| phrase_at(&scene, i, heads::PRICES).is_some())
    }

    /// The unit that the note gives to the columns of these words.
    fn noted_for(&self, heading: &Heading) -> Option<Unit> {
        let is = |words: &str| heading.words.iter().any(|own| own.to_lowercase() == words);
        let mut units = self.note.units.iter();
        units.find_map(|(words, unit)| is(words).then(|| unit.clone()))
    }

    /// The unit that the note gives to what the row is one of: `Khối lượng` of `Khối lượng thu gom`.
    fn noted_for_row(&self, line: &Line) -> Option<Unit> {
        let label = line.label.as_ref()?.to_lowercase();
        let begins = |words: &str| {
            label.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        let mut units = self.note.units.iter();
        units.find_map(|(words, unit)| begins(words).then(|| unit.clone()))
    }

    /// What the columns before count: `Cộng` behind `Số sản phẩm`, `Tăng/giảm` behind `Số ca mắc`. A broken number
    /// or a rank counts nothing.
    fn unit_beside(&self, figure: &Figure) -> Option<Unit> {
        let heading = &self.columns[figure.column].heading;
        let whole = figure.quantity.value.fract().is_zero();
        let counts = whole && !heading.ranks && !heading.counts_none;
        self.beside[figure.column].counts.filter(|_| counts).cloned()
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
}
