//! Where pages come from: files, folders, standard input.
//!
//! Gives named bytes and never looks at them. An input that cannot be read is reported by name;
//! the rest goes on.
