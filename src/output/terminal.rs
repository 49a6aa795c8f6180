//! Foreign text on a terminal: no control characters, no bidirectional overrides, and how many
//! columns it takes.
//!
//! A page may hold `\u{1b}]0;…` or `\u{202e}`; what a terminal would act on is shown as `�`.
//! One code point stays one code point, so offsets still fit.

use std::borrow::Cow;
use std::io::{self, Write};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The text as it may stand in one line of a terminal.
///
/// ```
/// # use de_an_06::output::harmless;
/// assert_eq!(harmless("đạt\n\u{1b}[31m5 %"), "đạt �[31m5 %");
/// ```
#[must_use]
pub fn harmless(text: &str) -> Cow<'_, str> {
    if text.contains(acts) { Cow::Owned(text.chars().map(shown).collect()) } else { text.into() }
}

/// A terminal that gets only harmless text. Line ends and tabs pass; a carriage return, which
/// could overwrite the line, is left out.
#[derive(Debug)]
pub struct Harmless<W> {
    terminal: W,
    /// The first bytes of a character whose rest has not come yet.
    cut: Vec<u8>,
}

impl<W: Write> Harmless<W> {
    /// Guards a terminal. Bytes are expected to be UTF-8.
    pub fn new(terminal: W) -> Self {
        Self { terminal, cut: Vec::new() }
    }
}

impl<W: Write> Write for Harmless<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.cut.extend_from_slice(bytes);
        let whole = match std::str::from_utf8(&self.cut) {
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            _ => self.cut.len(),
        };
        let text: String = String::from_utf8_lossy(&self.cut[..whole])
            .chars()
            .filter(|&c| c != '\r')
            .map(|c| if matches!(c, '\n' | '\t') { c } else { shown(c) })
            .collect();
        self.terminal.write_all(text.as_bytes())?;
        self.cut.drain(..whole);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.terminal.flush()
    }
}

/// How many columns the text takes.
pub(super) fn columns(text: &str) -> usize {
    text.width()
}

/// The text in at most `width` columns, with `…` where it was cut.
pub(super) fn fit(text: &str, width: usize) -> Cow<'_, str> {
    if columns(text) <= width {
        return text.into();
    }
    let mut room = width.saturating_sub(1);
    let kept = text.chars().take_while(|c| {
        let fits = c.width().unwrap_or(0) <= room;
        room = room.saturating_sub(c.width().unwrap_or(0));
        fits
    });
    let mut cut: String = kept.collect();
    cut.truncate(cut.trim_end().len());
    cut.extend((width > 0).then_some('…'));
    cut.into()
}

fn shown(c: char) -> char {
    match c {
        '\n' | '\t' | '\r' => ' ',
        c if acts(c) => '\u{fffd}',
        c => c,
    }
}

/// Whether a terminal would do something else than show the character.
fn acts(c: char) -> bool {
    let turns_direction = matches!(
        c,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    );
    c.is_control() || turns_direction
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_act_on_is_shown() {
        for (text, shown) in [
            ("đạt 1.297 người", "đạt 1.297 người"),
            ("\u{1b}]0;tên\u{7}", "�]0;tên�"),
            ("\u{9b}31m", "�31m"),
            ("a\u{202e}b\u{2066}c", "a�b�c"),
            ("hai\r\ndòng", "hai  dòng"),
        ] {
            assert_eq!(harmless(text), shown);
            assert_eq!(harmless(text).chars().count(), text.chars().count());
        }
    }

    #[test]
    fn a_character_that_comes_in_pieces_is_whole_again() {
        let mut screen = Harmless::new(Vec::new());
        for byte in "đạt\t\u{202e}5\r\n".bytes() {
            screen.write_all(&[byte]).unwrap();
        }
        assert_eq!(String::from_utf8(screen.terminal).unwrap(), "đạt\t�5\n");
    }

    #[test]
    fn long_text_is_cut_to_its_columns() {
        for (width, cut) in [(20, "bồi dưỡng chính trị"), (11, "bồi dưỡng…"), (1, "…"), (0, "")]
        {
            assert_eq!(fit("bồi dưỡng chính trị", width), cut);
        }
        assert_eq!(fit("韓国語", 4), "韓…");
    }
}
