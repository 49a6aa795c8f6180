//! What becomes of the syllables of a text when its letters are read in another encoding.
//!
//! Only words that change are held against each other. `lµ` is no Vietnamese and `là`, which TCVN3 makes
//! of it, is; `déjà` becomes `dộjà` and speaks against it.

use super::Legacy;

/// Words of a text, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in super::super) struct Evidence {
    /// All words.
    pub(in super::super) words: usize,
    /// Those that change.
    pub(in super::super) changed: usize,
    /// Those that could be Vietnamese as they stand.
    pub(in super::super) before: usize,
    /// Those that can be Vietnamese when they are changed.
    pub(in super::super) after: usize,
    /// The first few that can be only then.
    gained: Vec<String>,
}

/// How many different words have to be gained. Fewer are met by chance: `µm`, `®`.
const DIFFERENT: usize = 3;
/// Share of the changed words, in percent, that have to be Vietnamese afterwards.
const SENSE: usize = 85;
/// Vietnamese has marks on more than half of its words; one word in four is asked for.
const ONE_IN: usize = 4;

impl Evidence {
    /// Takes in a word that is changed: what it becomes, and whether it is Vietnamese before and after.
    pub(super) fn count(&mut self, read: &str, before: bool, after: bool) {
        self.changed += 1;
        self.before += usize::from(before);
        self.after += usize::from(after);
        let is_gained = after && !before && self.gained.len() < DIFFERENT;
        if is_gained && !self.gained.iter().any(|gained| gained == read) {
            self.gained.push(read.to_owned());
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.words += other.words;
        self.changed += other.changed;
        self.before += other.before;
        self.after += other.after;
        let new: Vec<_> =
            other.gained.iter().filter(|w| !self.gained.contains(w)).cloned().collect();
        self.gained.extend(new);
        self.gained.truncate(DIFFERENT);
    }

    /// Whether the letters alone leave no other way to read the text. UTF-8 is never met by chance.
    pub(super) fn is_strong(&self, legacy: Legacy) -> bool {
        let is_often = || {
            self.gained.len() == DIFFERENT
                && self.before * 2 <= self.changed
                && self.changed * ONE_IN >= self.words
        };
        let is_utf8 = legacy == Legacy::Utf8Twice && !self.gained.is_empty();
        self.makes_sense() && (is_utf8 || is_often())
    }

    /// Whether nearly all that changes becomes Vietnamese.
    pub(in super::super) fn makes_sense(&self) -> bool {
        self.after * 100 >= self.changed * SENSE
    }

    /// What is won, and not lost, by the change.
    pub(super) fn gain(&self) -> isize {
        self.after.cast_signed() - self.before.cast_signed()
    }

    /// The gain, less what stays senseless: by this encodings are compared.
    pub(super) fn rank(&self) -> isize {
        self.gain() + self.after.cast_signed() - self.changed.cast_signed()
    }
}
