//! [`Ink`]: the letters that a page shows, one by one.
//!
//! What the file calls a running head or foot is not shown; where it says what some shapes mean
//! together (`ActualText`), that is their text.

use super::super::layout::{Face, Letter, Unit};
use super::super::symbol;

/// The text of a page.
#[derive(Debug, Default)]
pub(super) struct Ink {
    /// Its letters, in the order in which they were set.
    pub(super) letters: Vec<Letter>,
    /// How many letters have a shape and no text.
    pub(super) unknown: usize,
    /// How many running heads are open.
    furniture: u32,
    /// What the next letters say together, and whether it was set.
    actual: Option<(String, bool)>,
}

/// What [`Ink::open`] changed.
#[derive(Debug)]
pub(super) struct Mark {
    is_furniture: bool,
    is_actual: bool,
}

impl Ink {
    /// Begins marked content.
    pub(super) fn open(&mut self, actual: Option<String>, is_furniture: bool) -> Mark {
        let is_actual = actual.is_some() && self.actual.is_none();
        if is_actual {
            self.actual = actual.map(|text| (text, false));
        }
        self.furniture += u32::from(is_furniture);
        Mark { is_furniture, is_actual }
    }

    /// Ends marked content.
    pub(super) fn close(&mut self, mark: &Mark) {
        self.furniture -= u32::from(mark.is_furniture);
        if mark.is_actual {
            self.actual = None;
        }
    }

    /// Sets a letter whose text the font may not tell.
    pub(super) fn letter(
        &mut self,
        text: Option<String>,
        x: (Unit, Unit),
        base: Unit,
        size: Unit,
        face: Face,
    ) {
        if self.furniture > 0 || size <= 0 {
            return;
        }
        let text = match &mut self.actual {
            Some((actual, is_set)) if !*is_set => {
                *is_set = true;
                Some(actual.clone())
            }
            Some(_) => Some(String::new()),
            None => text,
        };
        match text {
            Some(text) => self.letters.push(Letter { text: printed(&text), x, base, size, face }),
            None => self.unknown += 1,
        }
    }
}

/// The text as it is seen: a soft hyphen that was printed is a hyphen, a picture of a font of symbols
/// that is none of the known ones the dot before an item.
fn printed(text: &str) -> String {
    let shown = |c| match c {
        '\u{ad}' => Some('-'),
        '\u{e000}'..='\u{f8ff}' => Some(symbol::printed(c).unwrap_or('•')),
        c => symbol::printed(c),
    };
    text.chars().filter_map(shown).collect()
}
