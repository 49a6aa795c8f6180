//! The old encodings, as `lexicon/encodings/*.toml` has them: a module for each file, a constant for
//! each key.

include!(concat!(env!("OUT_DIR"), "/encodings.rs"));
