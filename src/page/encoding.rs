//! [`Encoding`]: what the letters of a page were taken for, as it stands in the report.

use super::legacy::{Evidence, Mended};
use schemars::JsonSchema;
use serde::Serialize;

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
            format!(
                "the encoding was guessed as {}; set it with --encoding if letters are wrong",
                self.label
            )
        });
        let doubtful = self.letters.iter().filter(|letters| letters.sure == Certainty::Doubtful);
        whole.into_iter().chain(doubtful.map(|letters| {
            format!(
                "letters were read as {}, but {} of the {} words that changed are no Vietnamese; set \
                 --encoding if they are wrong",
                letters.label,
                letters.words - letters.after,
                letters.words
            )
        }))
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
