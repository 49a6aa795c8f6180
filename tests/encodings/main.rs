//! Whatever its letters come as, a page gives the report that it gives in UTF-8.
//!
//! * `encoder`: text in each encoding, from the tables of `lexicon/encodings`
//! * `oracle`: the tables against those of `iconv`
//! * `fonts`: what fonts tell
//! * `round_trip`: every fixture in every encoding
//! * `harmless`: what is proper is never touched

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod encoder;
mod fonts;
mod harmless;
mod oracle;
mod round_trip;
