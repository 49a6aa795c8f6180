//! The name of a person: `Nguyễn Thị Bé Mười`, `ông Mười`, `Giàng A Chu`.
//!
//! A full name is a surname and one to four more capitalised syllables. Behind a title or an
//! honorific that is enough; standing free it takes three syllables, for places are written the
//! same way (`Hà Nội`). What is named after a person (`đường Nguyễn Huệ`) is no person.

use super::super::marked::Marked;
use super::super::place;
use super::super::writing::{is_glued, is_name_syllable, name_run};
use crate::lexicon::CueClass;
use crate::text::Tokens;

/// Syllables of the longest name.
pub(super) const LONGEST: usize = 5;

/// A name that an honorific or a title announces: `ông Trần Văn Ba`, `đồng chí PGS.TS Lê Thị Sáu`,
/// or the bare name where `titled`. Behind `ông` or `bà` any capitalised name will do (`ông Mười`).
pub(super) fn announced(marked: &Marked, at: usize, titled: bool) -> Option<Tokens> {
    let text = marked.text;
    let (mut from, mut personal) = (at, false);
    while from < at + LONGEST
        && let Some((len, cue)) = marked.cue(from, &[CueClass::Honorific])
        && place::read(marked, from).is_none()
        && marked.common_word(from) <= len
    {
        personal |= cue.value.is_some();
        from += len;
        from += usize::from(matches!(text.key(from), "." | ":") && is_glued(text, from));
    }
    let run = name_run(text, from, LONGEST);
    let enough = match (personal, titled || from > at) {
        (true, _) => run >= 1,
        (false, true) => run >= 2 && marked.is(from, CueClass::Surname),
        (false, false) => false,
    };
    let place = || place::read(marked, from).is_some_and(|(len, _)| len >= run);
    let person = || titled && from == at && run >= 3;
    (enough && (person() || !place())).then_some(from..from + run)
}

/// A name that stands free: three to five syllables that begin with a surname; inside a longer
/// run of capitals only with a usual middle name (`… Vĩnh Phúc Hoàng Văn Bình`).
pub(super) fn free(marked: &Marked, at: usize, behind_other: bool) -> Option<Tokens> {
    let text = marked.text;
    if !is_name_syllable(text, at) || !marked.is(at, CueClass::Surname) {
        return None;
    }
    let inside =
        !behind_other && at > 0 && is_name_syllable(text, at - 1) && text.tokens[at].spaced;
    let run = name_run(text, at, LONGEST + 1);
    let shaped = (3..=LONGEST).contains(&run)
        && (!inside || marked.is(at + 1, CueClass::MiddleName))
        && marked.common_word(at) < run
        && place::read(marked, at).is_none_or(|(len, _)| len < run);
    let named_after = marked.cue_before(at, &[CueClass::NamedAfter, CueClass::AreaKind]).is_some();
    (shaped && !named_after).then_some(at..at + run)
}
