//! What a caller can tell the reader about one input.

use crate::correction::Corrections;
use crate::document::Kind;
use crate::lexicon::Lexicon;
use crate::source::Input;
use jiff::civil::Date;
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

    /// A day or moment of publication as ISO 8601 has it; days are also written as they are in Vietnam: `11/05/2023`,
    /// `11-5-2023`. None where it is no day.
    #[must_use]
    pub fn day(day: &str) -> Option<String> {
        if day.get(..10).is_some_and(|day| day.parse::<Date>().is_ok()) {
            return Some(day.to_owned());
        }
        let parts: Vec<&str> = day.split(['/', '-', '.']).collect();
        let [day, month, year] = parts.try_into().ok()?;
        let is_year = year.len() == 4;
        let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
        is_year.then(|| date.to_string())
    }

    /// Whether that is the address of a page, `https://example.vn/a`: a scheme of the web, and a host.
    #[must_use]
    pub fn is_address(url: &str) -> bool {
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
        host.is_some_and(|host| host.contains('.') || host.starts_with("localhost"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_understood_as_it_is_written_in_vietnam() {
        for (day, want) in [
            ("2023-05-11", Some("2023-05-11")),
            ("2023-05-11T13:41:00+07:00", Some("2023-05-11T13:41:00+07:00")),
            ("11/05/2023", Some("2023-05-11")),
            ("1.5.2023", Some("2023-05-01")),
            ("31-12-2023", Some("2023-12-31")),
            ("31/02/2023", None),
            ("05/2023", None),
            ("11/05/23", None),
            ("hôm nay", None),
        ] {
            assert_eq!(Options::day(day).as_deref(), want, "{day}");
        }
    }

    #[test]
    fn an_address_has_a_scheme_and_a_host() {
        for (url, want) in
            [("https://bao.example/a", true), ("bao.example/a", false), ("https://", false)]
        {
            assert_eq!(Options::is_address(url), want, "{url}");
        }
    }
}
