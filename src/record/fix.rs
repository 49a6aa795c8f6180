//! What a person says of a figure, put in the place of what was read.
//!
//! A result of which somebody says `role: target` is a target. A field that was given is certain; category,
//! status and flags are read of the fields as they then are. Whether the person is right is not asked.

use super::fixed::{put, shown, told};
use super::judged::Seat;
use super::{Direction, Modifier, Period, Record, Role, Status};
use crate::lexicon::Lexicon;
use crate::mention::Quantity;
use crate::words::words;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::HashMap;

words! {
    /// What of a record a person can say.
    Field {
        /// That the number is a figure at all.
        Figure = "figure",
        /// The number.
        Value = "value",
        /// The upper end of a range.
        High = "high",
        /// The total of a fraction or rank.
        Of = "of",
        /// What is counted or measured.
        Unit = "unit",
        /// The denominator of a rate.
        Per = "per",
        /// How exact it is.
        Modifier = "modifier",
        /// Result, target, change, attainment or condition.
        Role = "role",
        /// Of a change: up or down.
        Direction = "direction",
        /// How it is said to stand to its target.
        Status = "status",
        /// What is measured.
        Indicator = "indicator",
        /// What the indicator takes over.
        Scope = "scope",
        /// The lexicon's key of what is measured.
        Category = "category",
        /// The first and the last day.
        Period = "period",
        /// Where.
        Place = "place",
        /// The total that it is a part of.
        PartOf = "part_of",
        /// The target that it is held against.
        Target = "target",
    }
}

/// A field with what it is to hold; `L` is how a link names another figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Set<L> {
    /// The number, exact, scale applied.
    Value(Decimal),
    /// Upper end of a range.
    High(Option<Decimal>),
    /// Total of a fraction or rank.
    Of(Option<Decimal>),
    /// The unit, which may have a scale and a denominator: `triệu đồng/người`.
    Unit(Option<String>),
    /// Denominator of a rate.
    Per(Option<String>),
    /// How exact it is.
    Modifier(Modifier),
    /// What it says.
    Role(Role),
    /// Of a change: up or down.
    Direction(Option<Direction>),
    /// How it is said to stand to its target.
    Status(Option<Status>),
    /// What is measured.
    Indicator(Option<String>),
    /// What the indicator takes over.
    Scope(Option<String>),
    /// The lexicon's key of what is measured.
    Category(Option<String>),
    /// The time that it speaks of.
    Period(Option<Period>),
    /// The place that it is for.
    Place(Option<String>),
    /// Its total.
    PartOf(Option<L>),
    /// Its target.
    Target(Option<L>),
}

/// Everything that was said of one figure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fix {
    /// Whether it is a figure, where somebody said so.
    pub is_figure: Option<bool>,
    /// Whether no reader had found it.
    pub is_new: bool,
    /// The fields, in the order in which they were given; the last of two counts.
    pub sets: Vec<Set<Seat>>,
}

/// What was said of the figures of an article, by where they stand.
pub type Fixes = HashMap<Seat, Fix>;

impl<L> Set<L> {
    /// The field.
    #[must_use]
    pub fn field(&self) -> Field {
        match self {
            Self::Value(_) => Field::Value,
            Self::High(_) => Field::High,
            Self::Of(_) => Field::Of,
            Self::Unit(_) => Field::Unit,
            Self::Per(_) => Field::Per,
            Self::Modifier(_) => Field::Modifier,
            Self::Role(_) => Field::Role,
            Self::Direction(_) => Field::Direction,
            Self::Status(_) => Field::Status,
            Self::Indicator(_) => Field::Indicator,
            Self::Scope(_) => Field::Scope,
            Self::Category(_) => Field::Category,
            Self::Period(_) => Field::Period,
            Self::Place(_) => Field::Place,
            Self::PartOf(_) => Field::PartOf,
            Self::Target(_) => Field::Target,
        }
    }
}

impl Fix {
    /// Puts everything but the category into the record of its figure.
    pub(super) fn apply(
        &self,
        record: &mut Record,
        quantity: &Quantity,
        lexicon: &Lexicon,
        ids: &HashMap<Seat, String>,
    ) {
        if self.is_new {
            record.corrected.push(Field::Figure);
        }
        let gives_value = self.sets.iter().any(|set| set.field() == Field::Value);
        let printed = Some(quantity).filter(|_| !gives_value);
        // A unit scales the value, so it comes behind it.
        let (units, others): (Vec<_>, Vec<_>) =
            self.sets.iter().partition(|set| set.field() == Field::Unit);
        for set in others.into_iter().chain(units) {
            let former = shown(record, set.field());
            put(record, set, (lexicon, printed), ids);
            told(record, set.field(), former);
        }
    }

    /// The category that was given: it is told behind that of the words.
    pub(super) fn categorise(&self, record: &mut Record) {
        for set in &self.sets {
            if let Set::Category(category) = set {
                record.category.clone_from(category);
                told(record, Field::Category, None);
            }
        }
    }

    /// The role that was given, else that one.
    pub(super) fn role(&self, read: Role) -> Role {
        let role = self.sets.iter().rev().find_map(|set| match set {
            Set::Role(role) => Some(*role),
            _ => None,
        });
        role.unwrap_or(read)
    }

    /// The figure that was given as its target: none where nobody spoke of it.
    pub(super) fn target(&self) -> Option<Option<Seat>> {
        self.sets.iter().rev().find_map(|set| match set {
            Set::Target(target) => Some(*target),
            _ => None,
        })
    }
}
