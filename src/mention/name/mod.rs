//! Numbers that are names: the noun stands before them and nothing is counted behind them.
//!
//! `Quốc lộ 60`, `lớp 12`, `khóa XV`, `thứ 6`, `COVID-19`, `5G`, `0275.3822.114`, `2.1.` at the
//! head of a paragraph. In Vietnamese a counted noun follows its number, so `tổ 5` is a name and
//! `5 tổ` a figure.
//!
//! * `chain`: four numbers and more, joined by dashes
//! * `counted`: whether something is counted by a number
//! * `notation`: numbering, notes, telephones, scores, map scales, addresses
//! * `day`: days and years without a word of time
//! * `code`: letters and digits that name a thing
//! * `numbered`: nouns that number what they name
//! * `ordinal`: places in an order

mod chain;
mod code;
mod counted;
mod day;
mod notation;
mod numbered;
mod ordinal;

pub(super) use counted::is_counted;
pub(super) use notation::footnote;
pub(super) use ordinal::next_rank;

use super::{Scene, number};
use crate::lexicon::CueClass;
use crate::text::Tokens;

/// A number that is no figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Its words, the noun before it left out.
    pub words: Tokens,
    /// What it is, for people: `name`, `numbering`, `ordinal`, …
    pub kind: &'static str,
    /// The rule that decided it.
    pub rule: &'static str,
}

/// The name whose number begins at token `at`.
pub(super) fn read(scene: &Scene<'_>, at: usize) -> Option<Name> {
    let (len, kind, rule) =
        set_phrase(scene, at).or_else(|| notation::ratio(scene, at)).or_else(|| {
            scene.is_digits(at).then_some(())?;
            chain::chain(scene, at)
                .or_else(|| notation::numbering(scene, at))
                .or_else(|| notation::note(scene, at))
                .or_else(|| day::lunar(scene, at))
                .or_else(|| notation::map_scale(scene, at))
                .or_else(|| code::rating(scene, at))
                .or_else(|| code::abbreviated(scene, at))
                .or_else(|| code::counted_score(scene, at))
                .or_else(|| code::lettered(scene, at))
                .or_else(|| notation::phone(scene, at))
                .or_else(|| code::hyphenated(scene, at))
                .or_else(|| code::glued_letters(scene, at))
                .or_else(|| code::version(scene, at))
                .or_else(|| ordinal::ordinal(scene, at))
                .or_else(|| numbered::numbered(scene, at))
                .or_else(|| code::coded(scene, at))
                .or_else(|| notation::address(scene, at))
                .or_else(|| notation::score(scene, at))
                .or_else(|| day::short_date(scene, at))
                .or_else(|| day::lone_year(scene, at))
        })?;
    Some(Name { words: at..at + len, kind, rule })
}

/// What was found: how many tokens it takes, what it is, and the rule.
type Found = Option<(usize, &'static str, &'static str)>;

/// `một số`, `hai bên`: a set phrase with a number word in it.
fn set_phrase(scene: &Scene<'_>, at: usize) -> Found {
    let fraction = || number::read(scene, at).is_some_and(|n| n.rule == "number.fraction_words");
    let (len, _) = scene.cue(at, &[CueClass::SetPhrase])?;
    if !scene.is_digits(at) && (scene.number(at).is_none() || fraction()) {
        return None;
    }
    Some((len, "set phrase", "name.set_phrase"))
}
