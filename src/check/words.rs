//! The words of claims, as `lexicon/claims/*.toml` has them: a module for each file, a constant
//! for each key.

include!(concat!(env!("OUT_DIR"), "/claims.rs"));
