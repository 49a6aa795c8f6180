//! Records: figures with their unit, meaning, period, place, role and relations.

mod model;

pub use model::{Direction, Flag, Modifier, Period, Reason, Record, Role, Source, Status};
