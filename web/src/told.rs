//! What the page is told of each input, in the language of the page.

use de_an_06::Reading;
use de_an_06::output::{Lang, Sentences};
use de_an_06::source::Why;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::LazyLock;

/// What came of an input.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Told {
    Read {
        /// The number of its report.
        index: usize,
        name: String,
        url: Option<String>,
        title: Option<String>,
        published: Option<String>,
        figures: usize,
        /// Figures that are more probably wrong than right.
        doubtful: usize,
        /// Checks that do not hold.
        wrong: usize,
        /// Corrections that were made, and those that have no place.
        corrected: usize,
        unfit: usize,
        warnings: Vec<String>,
    },
    Failed {
        name: String,
        why: String,
    },
    LeftOut {
        name: String,
        why: &'static str,
    },
}

impl Told {
    pub(crate) fn json(&self) -> String {
        serde_json::to_string(self).expect("it holds only texts and numbers")
    }
}

/// Why a file is not read, in a word.
pub(crate) fn why(why: Why) -> &'static str {
    match why {
        Why::NoPage => "no_page",
        Why::PartOfPage => "part_of_page",
        Why::Special => "special",
    }
}

/// Says it in a language.
pub(crate) struct Teller(Lang);

/// The sentences of the command line, the same for the page.
#[derive(Deserialize)]
struct Messages {
    message: Sentences,
}

static MESSAGES: LazyLock<Sentences> = LazyLock::new(|| {
    let Messages { message } = toml::from_str(include_str!("../../src/cli/messages.vi.toml"))
        .expect("the tests of the command line read this file");
    message.and(Sentences::of_warnings())
});

impl Teller {
    pub(crate) fn new(lang: Lang) -> Self {
        Self(lang)
    }

    /// A sentence of the library.
    pub(crate) fn said<'a>(&self, english: &'a str) -> Cow<'a, str> {
        MESSAGES.said(english, self.0)
    }

    /// An input that was read.
    pub(crate) fn read(&self, index: usize, reading: &Reading) -> Told {
        let report = &reading.report;
        let wrong = |verdict| verdict == de_an_06::check::Verdict::DoesNotHold;
        let fits = || reading.corrections.iter().map(|(_, fit)| fit);
        Told::Read {
            index,
            name: report.source.name.clone(),
            url: report.source.url.clone(),
            title: report.article.title.clone(),
            published: report.article.published.clone(),
            figures: report.records.len(),
            doubtful: report.records.iter().filter(|record| record.is_doubtful()).count(),
            wrong: report.checks.iter().filter(|finding| wrong(finding.holds)).count(),
            corrected: fits().filter(|fit| fit.is_ok()).count(),
            unfit: fits().filter(|fit| fit.is_err()).count(),
            warnings: report.warnings.iter().map(|said| self.said(said).into_owned()).collect(),
        }
    }

    /// An input that could not be read. Its name stands in front of the sentence, or belongs there: sentences are
    /// known with it.
    pub(crate) fn failed(&self, name: String, sentence: &str) -> Told {
        let prefix = format!("{name}: ");
        let whole = match sentence.starts_with(&prefix) {
            true => sentence.to_owned(),
            false => prefix.clone() + sentence,
        };
        let said = self.said(&whole);
        let why = said.strip_prefix(&prefix).unwrap_or(&said).to_owned();
        Told::Failed { name, why }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_are_told_in_the_language_of_the_page() {
        let english = "a.html: it packs nothing";
        let told = Teller::new(Lang::En).failed("a.html".to_owned(), english).json();
        assert_eq!(told, r#"{"kind":"failed","name":"a.html","why":"it packs nothing"}"#);
        let english = "no article was found in the page; save the page of one article";
        let told = Teller::new(Lang::Vi).failed("a.html".to_owned(), english).json();
        assert!(told.contains("không tìm thấy bài viết trong trang"), "{told}");
    }
}
