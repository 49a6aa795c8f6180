//! What a caller can tell the reader about one input.

use crate::correction::Corrections;
use crate::document::Kind;
use crate::lexicon::Lexicon;
use crate::source::Input;
use std::sync::Arc;

/// Everything that the library can be told. No paths, no terminal.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Name of the input in the report: a path, `-`.
    pub name: String,
    /// Address of the page, where the caller knows it better than the page.
    pub url: Option<String>,
    /// Day or moment of publication (ISO 8601), instead of the page's.
    pub published: Option<String>,
    /// Encoding label, instead of detection.
    pub encoding: Option<String>,
    /// Encoding label that the page was served with; weaker than what its bytes prove.
    pub charset: Option<String>,
    /// What the bytes are, instead of what they look like.
    pub kind: Option<Kind>,
    /// Whether to read the page without what is known of its site (`lexicon/sites/`).
    pub no_site_hints: bool,
    /// Whether to find the words that spoke for each role and period; takes some hundred times as long.
    pub grounds: bool,
    /// Lexicon to read with, as [`Lexicon::with`] makes it, instead of the built-in one.
    pub lexicon: Option<Arc<Lexicon>>,
    /// What people said of figures; of those only what was said of this article counts.
    pub corrections: Option<Arc<Corrections>>,
}

impl Options {
    /// What is told about one of several inputs: what was said of all goes before what its source says.
    #[must_use]
    pub fn of(&self, input: &Input) -> Self {
        Self {
            name: input.name.clone(),
            url: self.url.clone().or_else(|| input.url.clone()),
            published: self.published.clone().or_else(|| input.published.clone()),
            charset: input.charset.clone(),
            ..self.clone()
        }
    }
}
