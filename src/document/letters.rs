//! The text of one paragraph as markup, letters of one look after another.
//!
//! Word cuts a word into pieces where it was edited; pieces of one look are written as one, so that no tag
//! stands inside of a number. Said of the look is only what changes how text is read: raised and lowered
//! letters, and the font, since letters of old fonts stand for others.

use super::markup::push_text;
use super::symbol;

/// How letters look.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// `sup` or `sub`.
    pub(super) script: Option<&'static str>,
    pub(super) font: Option<String>,
}

/// The text of one paragraph.
#[derive(Debug, Default)]
pub(super) struct Letters {
    markup: String,
    look: Look,
}

impl Letters {
    /// Adds letters.
    pub(super) fn push(&mut self, text: &str, look: &Look) {
        if text.is_empty() {
            return;
        }
        // White space has no look.
        if !text.trim().is_empty() && self.look != *look {
            self.end();
            self.begin(look);
        }
        match text.chars().all(|c| symbol::printed(c) == Some(c)) {
            true => push_text(&mut self.markup, text),
            false => {
                let printed: String = text.chars().filter_map(symbol::printed).collect();
                push_text(&mut self.markup, &printed);
            }
        }
    }

    /// Begins a new line.
    pub(super) fn push_break(&mut self) {
        if self.look.script.is_some() {
            self.end();
        }
        self.markup.push_str("<br>");
    }

    /// Whether nothing can be read in it.
    pub(super) fn is_blank(&self) -> bool {
        self.markup.trim().is_empty()
    }

    /// Puts a text before all of it.
    pub(super) fn put_before(&mut self, text: &str) {
        if !text.is_empty() {
            let mut before = String::with_capacity(text.len() + 1);
            push_text(&mut before, text);
            self.markup.insert_str(0, &(before + " "));
        }
    }

    /// The markup; nothing is left.
    pub(super) fn take_markup(&mut self) -> String {
        self.end();
        std::mem::take(&mut self.markup)
    }

    fn begin(&mut self, look: &Look) {
        if let Some(font) = &look.font {
            self.markup.push_str("<font face=\"");
            push_text(&mut self.markup, font);
            self.markup.push_str("\">");
        }
        if let Some(script) = look.script {
            self.markup.push_str(&format!("<{script}>"));
        }
        self.look = look.clone();
    }

    fn end(&mut self) {
        let look = std::mem::take(&mut self.look);
        if let Some(script) = look.script {
            self.markup.push_str(&format!("</{script}>"));
        }
        if look.font.is_some() {
            self.markup.push_str("</font>");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn markup(pieces: &[(&str, Option<&'static str>, Option<&str>)]) -> String {
        let mut letters = Letters::default();
        for (text, script, font) in pieces {
            letters.push(text, &Look { script: *script, font: font.map(str::to_owned) });
        }
        letters.take_markup()
    }

    #[test]
    fn pieces_of_one_look_are_one() {
        let (font, old) = (Some("Times"), Some(".VnTime"));
        assert_eq!(markup(&[("1.2", None, None), ("97", None, None)]), "1.297");
        assert_eq!(
            markup(&[
                ("a", None, font),
                (" ", None, old),
                ("b", None, font),
                ("\u{b5}", None, old)
            ]),
            "<font face=\"Times\">a b</font><font face=\".VnTime\">\u{b5}</font>"
        );
        assert_eq!(markup(&[("25 m", None, None), ("2", Some("sup"), None)]), "25 m<sup>2</sup>");
    }

    #[test]
    fn letters_are_escaped_and_soft_hyphens_dropped() {
        assert_eq!(
            markup(&[("5 < 7 & nông\u{ad}thôn", None, Some("\""))]),
            "<font face=\"&quot;\">5 &lt; 7 &amp; nôngthôn</font>"
        );
    }
}
