//! What a check has to say.

use crate::words::words;
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
