//! Records: figures with their unit, meaning, period, place, role and relations.

mod category;
mod model;

pub use category::category;
pub use model::{Direction, Flag, Modifier, Period, Reason, Record, Role, Source, Status};
