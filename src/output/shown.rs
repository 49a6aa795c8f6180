//! Which columns the table on a screen has.
//!
//! `--columns value,unit,place` shows these, in the order of the table.

use crate::words::words;
use schemars::JsonSchema;
use serde::Serialize;

words! {
    /// A column of the table.
    Shown {
        /// `r1`; `r1?` where it is to be checked first.
        Id = "id",
        /// The number, as it is spoken.
        Value = "value",
        /// What is counted, and per what.
        Unit = "unit",
        /// What is measured.
        Indicator = "indicator",
        /// When.
        Period = "period",
        /// Where, if not what the article is about.
        Place = "place",
        /// Result, target, change, attainment or condition.
        Role = "role",
        /// The name of the category.
        Category = "category",
        /// How probable it is that all is right.
        Confidence = "confidence",
        /// Everything else that is known of it, and doubts.
        Notes = "notes",
    }
}

/// Several of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns(u16);

impl Columns {
    /// What a table has where nothing else is asked for.
    pub const USUAL: Self = {
        use Shown::{Id, Indicator, Notes, Period, Place, Role, Unit, Value};
        Self::of(&[Id, Value, Unit, Indicator, Period, Place, Role, Notes])
    };

    /// These columns.
    #[must_use]
    pub const fn of(mut columns: &[Shown]) -> Self {
        let mut set = 0;
        while let [first, rest @ ..] = columns {
            set |= 1 << *first as u16;
            columns = rest;
        }
        Self(set)
    }

    /// Whether a column is one of them.
    #[must_use]
    pub fn hold(self, column: Shown) -> bool {
        self.0 & 1 << column as u16 != 0
    }
}

impl Default for Columns {
    fn default() -> Self {
        Self::USUAL
    }
}
