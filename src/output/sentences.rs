//! What the library says in English, as a Vietnamese reader reads it: `sentences.vi.toml`.
//!
//! A sentence is known by the words that stay the same in it: `{}, the text says {}` is
//! `{}, bài viết nêu {}`, and what stands in a hole is a sentence again. So
//! `470 + 490 = 960, the text says over 950` reads `470 + 490 = 960, bài viết nêu hơn 950`.
//! What no template fits is said as it is: numbers, units, words of the article.

use super::lang::Lang;
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Where anything may stand.
const HOLE: &str = "{}";

/// English sentences with their Vietnamese.
#[derive(Debug, Deserialize)]
#[serde(try_from = "BTreeMap<String, String>")]
pub struct Sentences(BTreeMap<String, String>);

/// What the library says, by where it stands in a report.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    finding: Sentences,
    warning: Sentences,
    screen: Sentences,
}

static SAID: LazyLock<Said> = LazyLock::new(|| {
    toml::from_str(include_str!("sentences.vi.toml"))
        .expect("the file is part of the program and tested")
});

impl Sentences {
    /// The details of findings.
    #[must_use]
    pub fn of_findings() -> &'static Self {
        &SAID.finding
    }

    /// The warnings of reports.
    #[must_use]
    pub fn of_warnings() -> &'static Self {
        &SAID.warning
    }

    /// What stands around them on a screen.
    pub(super) fn of_screens() -> &'static Self {
        &SAID.screen
    }

    /// A sentence in that language; of all templates that fit it, by the one that says most of it: `no figures`
    /// is no `{} figures`.
    ///
    /// ```
    /// # use de_an_06::output::{Lang, Sentences};
    /// let detail = "753 < 800, the text says met";
    /// let findings = Sentences::of_findings();
    /// assert_eq!(findings.said(detail, Lang::Vi), "753 < 800, bài viết nêu đạt");
    /// assert_eq!(findings.said(detail, Lang::En), detail);
    /// ```
    #[must_use]
    pub fn said<'a>(&self, english: &'a str, lang: Lang) -> Cow<'a, str> {
        match lang {
            Lang::En => english.into(),
            Lang::Vi => self.vietnamese(english),
        }
    }

    /// These sentences and others.
    #[must_use]
    pub fn and(mut self, others: &Self) -> Self {
        self.0.extend(others.0.clone());
        self
    }

    /// The words of all Vietnamese sentences.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.values().flat_map(|said| said.split(|c: char| !c.is_alphabetic()))
    }

    fn vietnamese<'a>(&self, english: &'a str) -> Cow<'a, str> {
        let fitting =
            self.0.iter().filter_map(|(from, to)| Some((from, to, holes(from, english)?)));
        let Some((_, to, holes)) = fitting
            .max_by_key(|(from, _, holes)| (from.len() - holes.len() * HOLE.len(), holes.len()))
        else {
            return english.into();
        };
        let mut holes = holes.into_iter();
        let mut parts = to.split("{}");
        let mut said = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            said.push_str(&holes.next().map_or("".into(), |hole| self.vietnamese(hole)));
            said.push_str(part);
        }
        said.into()
    }
}

impl TryFrom<BTreeMap<String, String>> for Sentences {
    type Error = String;

    /// Refuses a sentence that does not keep its holes, and one that is nothing but a hole.
    fn try_from(sentences: BTreeMap<String, String>) -> Result<Self, String> {
        let holes = |template: &str| template.matches("{}").count();
        match sentences.iter().find(|(from, to)| holes(from) != holes(to) || *from == "{}") {
            Some((from, to)) => Err(format!("expected the same holes in `{from}` and `{to}`")),
            None => Ok(Self(sentences)),
        }
    }
}

/// What stands in the holes of a template, if the sentence is one of it. A hole ends where the words
/// behind it first stand.
fn holes<'a>(template: &str, sentence: &'a str) -> Option<Vec<&'a str>> {
    let mut parts = template.split("{}");
    let mut left = sentence.strip_prefix(parts.next()?)?;
    let mut holes = Vec::new();
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        let at = match parts.peek() {
            Some(_) => left.find(part)?,
            None => left.strip_suffix(part)?.len(),
        };
        holes.push(&left[..at]);
        left = &left[at + part.len()..];
    }
    left.is_empty().then_some(holes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_template_is_taken_and_holes_are_sentences() {
        let sentences = [
            ("{}: {}", "{}: {}"),
            ("{}: not {}", "{}: không {}"),
            ("not {}", "không phải {}"),
            ("over {}", "hơn {}"),
            ("{} xã", "{} communes"),
            ("no xã", "none"),
        ];
        let sentences = sentences.map(|(from, to)| (from.to_owned(), to.to_owned()));
        let sentences = Sentences::try_from(BTreeMap::from(sentences)).unwrap();
        for (english, said) in [
            ("a: over 5", "a: hơn 5"),
            ("a: not over 5", "a: không hơn 5"),
            ("not over 5", "không phải hơn 5"),
            ("a: b: over 5", "a: b: hơn 5"),
            ("moreover 5", "moreover 5"),
            ("over 5 xã", "hơn 5 communes"),
            ("no xã", "none"),
            ("", ""),
        ] {
            assert_eq!(sentences.said(english, Lang::Vi), said);
            assert_eq!(sentences.said(english, Lang::En), english);
        }
    }

    #[test]
    fn a_sentence_keeps_its_holes() {
        for (from, to) in [("{} of {}", "{}"), ("{}", "{}")] {
            let sentences = BTreeMap::from([(from.to_owned(), to.to_owned())]);
            assert!(Sentences::try_from(sentences).is_err(), "{from}");
        }
    }
}
