//! When two kinds, issuers, titles or numbers are the same.

use crate::lexicon::{CueClass, Lexicon};
use crate::text::{Text, fold_syllable};

/// One kind is the other with an addition: `Kết luận`, `Kết luận thanh tra`.
pub(super) fn same_kind(a: &str, b: &str) -> bool {
    a.starts_with(b) || b.starts_with(a)
}

/// One issuer is the other with its area (`UBND`, `UBND tỉnh`), or both are the Government.
pub(super) fn same_issuer(a: &str, b: &str, lexicon: &Lexicon) -> bool {
    let (plain_a, plain_b) = (plain(a), plain(b));
    plain_a.starts_with(&plain_b)
        || plain_b.starts_with(&plain_a)
        || is_government(a, lexicon) && is_government(b, lexicon)
}

/// Whether the issuer is the Government or its head.
pub(super) fn is_government(issuer: &str, lexicon: &Lexicon) -> bool {
    let text = Text::new(issuer);
    let cue = lexicon.cue(&text, 0, &[CueClass::Organization]);
    cue.is_some_and(|(_, cue)| cue.value.as_deref() == Some("government"))
}

/// Letters and digits only, folded: `06/ĐA-TU` and `06 - ĐA/TU` are one number, and a comma more
/// or less makes no other title.
pub(super) fn plain(written: &str) -> String {
    let kept: String = written.chars().filter(|c| c.is_alphanumeric()).collect();
    fold_syllable(kept.trim_start_matches('0'))
}
