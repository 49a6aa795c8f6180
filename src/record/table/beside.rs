//! What a column takes over from those before it: their unit, and the words that say what is measured.
//!
//! `Cộng` behind `Số sản phẩm` counts products, `Nữ` under `Trong đó` what the total counts; `So với cùng kỳ (%)`
//! measures what the column before it measures.

use super::column::{Column, Holds};
use super::says::Says;
use super::unit::Unit;
use crate::lexicon::UnitKind;

/// The units of the columns before one.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Beside<'t> {
    /// That in which the nearest counts.
    pub counts: Option<&'t Unit>,
    /// That in which the nearest measures or counts.
    pub measured: Option<&'t Unit>,
    /// For a part, that of the column that it is a part of.
    pub whole: Option<&'t Unit>,
}

/// For each column the units of those before it.
pub(super) fn beside(columns: &[Column]) -> Vec<Beside<'_>> {
    let (mut last, mut whole) = (Beside::default(), None);
    let mut units = Vec::with_capacity(columns.len());
    for Column { holds, heading, .. } in columns {
        units.push(Beside { whole: whole.filter(|_| heading.is_part), ..last });
        let counted = heading.counted.as_ref().filter(|(says, _)| *says || !heading.is_category);
        let counted = counted.map(|(_, unit)| unit);
        let named = heading.unit.as_ref().filter(|unit| !unit.is_share());
        let unit = named.or(counted).filter(|_| *holds == Holds::Figures);
        last.counts = unit.filter(|unit| unit.counts()).or(last.counts);
        last.measured = unit.or(last.measured);
        if !heading.is_part {
            whole = named;
        }
    }
    units
}

/// For each column itself, or the one before it that a comparison without words of its own is made of.
pub(super) fn named(columns: &[Column]) -> Vec<usize> {
    let (mut last, mut last_share) = (None, None);
    let mut named = Vec::with_capacity(columns.len());
    for (c, Column { holds, heading, .. }) in columns.iter().enumerate() {
        let compares = matches!(heading.says, Says::Attainment | Says::Versus | Says::Change(_));
        let own = !compares || !heading.words.is_empty();
        let share = heading.unit.as_ref().is_some_and(Unit::is_share);
        // Percentage points are the difference of two shares.
        let points = heading.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Point);
        let nearest = if points { last_share.or(last) } else { last };
        named.push(nearest.filter(|_| !own).unwrap_or(c));
        let names = *holds == Holds::Figures && !heading.words.is_empty();
        if names && (!share || last.is_none()) {
            last = Some(c);
        }
        if names && share && !compares {
            last_share = Some(c);
        }
    }
    named
}
