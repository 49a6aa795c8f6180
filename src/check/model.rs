//! What a check has to say.

use crate::words::words;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

/// One claim of the text, tested.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Finding {
    /// Name of the check: `sum_of_parts`.
    pub kind: &'static str,
    /// Ids of the records that it is about, the claim's own first.
    pub records: Vec<String>,
    /// What came out.
    pub holds: Verdict,
    /// How grave it is; none where the figures fit as they are printed, and where it cannot be told.
    pub grade: Option<Grade>,
    /// The arithmetic: `470 + 483 = 953`.
    pub detail: String,
    /// The figures that one slip of the hand would explain, each of them as likely as the others;
    /// none where no single slip mends the claim.
    pub slips: Vec<Slip>,
}

/// A figure that makes the claim hold once one slip of the hand is mended: a digit changed, left out
/// or typed twice, two digits swapped, the decimal mark moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Slip {
    /// Id of its record; none for a cell of a table that was not read as a figure.
    pub record: Option<String>,
    /// The figure as the text has it, in the scale of `meant`: `490`.
    pub said: String,
    /// The figure that may have been meant: `480`.
    pub meant: String,
    /// The same as a number, scale applied.
    #[serde(with = "rust_decimal::serde::arbitrary_precision")]
    #[schemars(with = "serde_json::Number")]
    pub value: Decimal,
}

words! {
    /// What came out of a check.
    Verdict {
        /// The figures agree with the claim.
        Holds = "holds",
        /// They do not.
        DoesNotHold = "does_not_hold",
        /// They cannot be compared, and the detail says why.
        CannotBeTold = "cannot_be_told",
    }
}

words! {
    /// How far the printed figures are from a claim.
    Grade {
        /// They differ by no more than the rounding of the figures explains.
        Rounding = "rounding",
        /// They contradict the claim: one of them is wrong.
        Contradiction = "contradiction",
        /// No figures could be so, whatever was counted: a part above its whole, 62,5 % of 15 hamlets.
        Impossible = "impossible",
    }
}
