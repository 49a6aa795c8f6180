//! What changed between two versions, in the formats that people use.
//!
//! * `table`: for a person
//! * `json`: for programs, and its JSON Schema
//! * `said`: what a field holds, as a person reads it

mod json;
mod said;
mod table;

pub(super) use json::json;
pub use json::schema;
pub(super) use said::{Reader, name, said};
pub(super) use table::table;
