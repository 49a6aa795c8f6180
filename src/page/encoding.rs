//! [`Encoding`]: what the letters of a page were taken for, as it stands in the report.

use super::legacy::{Evidence, Mended};
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;

/// Which encoding was assumed for the page, on what ground, and how sure that is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Encoding {
    /// WHATWG label, lower case, as `utf-8`, `windows-1258`; or `viscii`, `tcvn3`, `tcvn5712-1`, `vni`.
    pub label: String,
    /// What said so.
    pub from: EncodingSource,
    /// How sure it is.
    pub sure: Certainty,
    /// Passages whose letters stood for those of an old encoding, and how they were read.
    pub letters: Vec<Letters>,
}

/// What decided the encoding, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EncodingSource {
    /// The user said so.
    Option,
    /// A byte order mark.
    Bom,
    /// The bytes are valid UTF-8.
    Utf8,
    /// What brought the page said so: a field of the server's answer.
    Transport,
    /// `<meta charset>` or its older form.
    Meta,
    /// A guess from the bytes.
    Guess,
}

/// How sure an encoding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Another reading may be right; a warning says so.
    Doubtful,
    /// It was declared, or explains the text well.
    Likely,
    /// Nothing else explains the text.
    Certain,
}

/// Passages in one old encoding. Words are counted whose letters changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Letters {
    /// What they were in: `tcvn3`, `tcvn5712-1`, `vni`, `viscii`, `windows-1258`, or `utf-8` for UTF-8
    /// that was encoded twice.
    pub label: String,
    /// Whether a font said so (`.VnTime`, `VNI-Times`), or the letters alone.
    pub by_font: bool,
    /// Words that changed.
    pub words: usize,
    /// Those that could be Vietnamese as they were written.
    pub before: usize,
    /// Those that can be Vietnamese as they were read.
    pub after: usize,
    /// How sure it is.
    pub sure: Certainty,
}

impl Encoding {
    /// Takes in what was mended in the tree.
    pub(super) fn add(&mut self, mended: Vec<Mended>) {
        self.letters = mended.into_iter().map(Letters::from).collect();
        if self.from == EncodingSource::Guess {
            let own = self.letters.iter().find(|letters| letters.label == self.label);
            self.sure = own.map_or(self.sure, |letters| letters.sure);
        }
    }

    /// A sentence for each thing that is in doubt.
    pub(crate) fn doubts(&self) -> impl Iterator<Item = String> {
        let whole = self.sure == Certainty::Doubtful && self.letters.is_empty();
        let whole = whole.then(|| {
            format!("the encoding was guessed as {}; another --encoding may be right", self.label)
        });
        let doubtful = self.letters.iter().filter(|letters| letters.sure == Certainty::Doubtful);
        whole.into_iter().chain(doubtful.map(|letters| {
            format!(
                "letters were read as {}, but {} of the {} words that changed are no Vietnamese; \
                 another --encoding may be right",
                letters.label,
                letters.words - letters.after,
                letters.words
            )
        }))
    }
}

/// `utf-8`, or `utf-8 with letters in tcvn3`.
impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.label)?;
        let others = self
            .letters
            .iter()
            .filter(|letters| letters.label != self.label || self.from == EncodingSource::Utf8);
        for (number, letters) in others.enumerate() {
            let before = if number == 0 { " with letters in" } else { " and" };
            write!(f, "{before} {}", letters.label)?;
        }
        Ok(())
    }
}

/// From so many words on that make sense, chance is out.
const MANY: usize = 20;

impl Certainty {
    pub(super) fn of(evidence: &Evidence) -> Self {
        match () {
            () if !evidence.makes_sense() => Self::Doubtful,
            () if evidence.after >= MANY => Self::Certain,
            () => Self::Likely,
        }
    }
}

impl From<Mended> for Letters {
    fn from(mended: Mended) -> Self {
        let Mended { legacy, by_font, evidence } = mended;
        Self {
            label: legacy.label().to_owned(),
            by_font,
            words: evidence.changed,
            before: evidence.before,
            after: evidence.after,
            sure: Certainty::of(&evidence),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_letters_are_named_and_doubted() {
        let letters = |label: &str, sure| Letters {
            label: label.to_owned(),
            by_font: true,
            words: 10,
            before: 1,
            after: 8,
            sure,
        };
        let mut encoding = Encoding {
            label: "utf-8".to_owned(),
            from: EncodingSource::Utf8,
            sure: Certainty::Certain,
            letters: vec![letters("tcvn3", Certainty::Likely), letters("vni", Certainty::Doubtful)],
        };
        assert_eq!(encoding.to_string(), "utf-8 with letters in tcvn3 and vni");
        assert_eq!(
            encoding.doubts().collect::<Vec<_>>(),
            ["letters were read as vni, but 2 of the 10 words that changed are no Vietnamese; \
              another --encoding may be right"]
        );
        encoding.letters.clear();
        assert_eq!((encoding.to_string(), encoding.doubts().count()), ("utf-8".to_owned(), 0));
    }
}
