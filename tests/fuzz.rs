//! The targets of `fuzz/` on texts put together out of its dictionary and stray bytes.
//!
//! `PROPTEST_CASES=100000 cargo test --release --test fuzz` runs them for longer. What fails is made small and written
//! down in `tests/fuzz.proptest-regressions`, which is tried first from then on.

#![allow(clippy::unwrap_used, reason = "a test may fail by a panic")]

#[path = "../fuzz/targets.rs"]
mod targets;

use proptest::prelude::*;

const DICTIONARY: &str = include_str!("../fuzz/dictionary.txt");

/// Bytes out of the pieces of the dictionary, each on a line of its own or not, cut anywhere, with stray bytes.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let words: Vec<&'static str> = DICTIONARY.lines().collect();
    let piece = prop_oneof![
        12 => prop::sample::select(words.clone()).prop_map(|word| word.as_bytes().to_vec()),
        6 => prop::sample::select(words.clone()).prop_map(|word| format!("{word}\r\n").into_bytes()),
        2 => Just(b"\r\n\r\n".to_vec()),
        2 => (0..1_000_u32).prop_map(|n| n.to_string().into_bytes()),
        1 => (prop::sample::select(words), 0..40_usize).prop_map(|(word, at)| word.as_bytes()[..at.min(word.len())].to_vec()),
        1 => prop::collection::vec(any::<u8>(), 1..6),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn page(bytes in bytes()) {
        targets::page(&bytes);
    }

    #[test]
    fn documents(bytes in bytes()) {
        targets::documents(&bytes);
    }

    #[test]
    fn outputs(bytes in bytes()) {
        targets::outputs(&bytes);
    }

    #[test]
    fn lexicon(bytes in bytes()) {
        targets::lexicon(&bytes);
    }

    #[test]
    fn sources(bytes in bytes()) {
        let folder = tempfile::tempdir().unwrap();
        targets::sources(&bytes, folder.path());
    }
}
