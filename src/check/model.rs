//! What a check has to say.

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
    /// The arithmetic: `470 + 483 = 953`.
    pub detail: String,
}

/// What came out of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The figures agree with the claim.
    Holds,
    /// They do not.
    DoesNotHold,
    /// They cannot be compared, and the detail says why.
    CannotBeTold,
}
