//! Where pages come from: files, folders, standard input.
//!
//! Gives named bytes and never looks at them. An input that cannot be read is reported by name;
//! the rest goes on.

mod stand_in;

pub use stand_in::{Error, Input, open};
