//! A figure as it stands in the text.

use crate::lexicon::UnitKind;
use crate::mention::{Flag, Modifier, UnitWords};
use crate::text::Tokens;
use rust_decimal::Decimal;

/// A figure as it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The number: digits or words with their scales.
    pub number: Tokens,
    /// All its words, from the modifier to the unit, the rate and `trở lên`.
    pub words: Tokens,
    /// The number, scale applied; the lower end of a range.
    pub value: Decimal,
    /// Upper end of a range.
    pub high: Option<Decimal>,
    /// Total of a fraction or rank.
    pub of: Option<Decimal>,
    /// The product of its scales.
    pub scale: Decimal,
    /// What is counted or measured.
    pub unit: Option<UnitWords>,
    /// The words of the denominator.
    pub per: Option<Tokens>,
    /// How exact it is.
    pub modifier: Modifier,
    /// `từ` stands before it.
    pub from: bool,
    /// `trở lên` or `trở xuống` stands behind it.
    pub open_ended: bool,
    /// A minus sign stands before it.
    pub negative: bool,
    /// It is a place in a ranking.
    pub rank: bool,
    /// Doubts.
    pub flags: Vec<Flag>,
    /// The rules that read number, unit and modifier.
    pub rules: [&'static str; 3],
}

impl Quantity {
    /// `2/3`, `1/4`: a part of a whole that the text need not count.
    #[must_use]
    pub fn is_small_fraction(&self) -> bool {
        self.of.is_some_and(|of| of <= Decimal::from(5) && self.value < of)
    }

    /// What sort of unit it has.
    #[must_use]
    pub fn kind(&self) -> Option<UnitKind> {
        self.unit.as_ref().map(|u| u.kind)
    }
}
