//! Vietnamese letters that come as other letters: `Céng hßa`, `Coäng hoøa`, `Cá»™ng hÃ²a` are all
//! `Cộng hòa`.
//!
//! Before Unicode a font said what a byte looks like. Such pages are seen today as windows-1252, or
//! were made into UTF-8 as if they were. All of it is read in one way: bytes that are no Unicode are
//! carried as windows-1252, which loses none, and passages of the tree are mended by what their font
//! is called and by what becomes of their syllables. A passage that makes as much sense as it stands
//! is left alone.
//!
//! * `words`: the letters and fonts as data
//! * `table`: letters by the bytes that stand for them
//! * `capitals`: the ones that TCVN3 lacks
//! * `encoding`: [`Legacy`], what a passage can be in
//! * `syllable`: what Vietnamese can be
//! * `evidence`, `survey`: what becomes of the syllables of a text, in one encoding and in each
//! * `font`, `sheet`: what the name of a font says, and which elements a style sheet gives one
//! * `passage`: the passages of a tree
//! * `mend`: which of them are mended

mod capitals;
mod encoding;
mod evidence;
mod font;
mod mend;
mod passage;
mod sheet;
mod survey;
mod syllable;
mod table;
mod words;

pub(super) use encoding::Legacy;
pub(super) use evidence::Evidence;
pub(super) use mend::{Known, Mended, mend};
pub(super) use sheet::names_old_font;
pub(super) use survey::Surveyor;
pub(crate) use syllable::is_possible as is_syllable;
