//! The words of pages, as `lexicon/page/*.toml` has them: a module for each file, a constant for
//! each key.

include!(concat!(env!("OUT_DIR"), "/page.rs"));
