//! What a figure says: a result, a target, a change, a share of a plan, or which cases are meant.

use crate::words::words;
use schemars::JsonSchema;
use serde::Serialize;

words! {
    /// What the figure says.
    Role {
        /// A level that was reached or is.
        Actual = "actual",
        /// Planned, aimed at, allotted or forecast.
        Target = "target",
        /// By how much something rose or fell.
        Change = "change",
        /// Share of a plan or of an earlier level.
        Attainment = "attainment",
        /// A bound that only says which cases are meant.
        Condition = "condition",
    }
}

words! {
    /// Which way a change went.
    Direction {
        /// It rose.
        Up = "up",
        /// It fell.
        Down = "down",
    }
}
