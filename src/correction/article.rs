//! Of which article a correction is: by its address where both are known, else by the name of the file.
//!
//! `https://bao.example/a.html#r3` is `http://bao.example/a.html`; `pages/a.html` is `saved/a.html`, since
//! folders are moved. One that names neither is of every article, and finds its words or does not.

use super::Correction;

/// Whether a correction is of the article with that name and address.
#[must_use]
pub fn is_of(correction: &Correction, name: &str, url: Option<&str>) -> bool {
    match (&correction.url, url, &correction.source) {
        (Some(one), Some(other), _) => page(one) == page(other),
        (_, _, Some(source)) => file_name(source) == file_name(name),
        (Some(_), None, None) => false,
        (None, _, None) => true,
    }
}

/// A name without its folders.
#[must_use]
pub fn file_name(source: &str) -> &str {
    source.rsplit(['/', '\\']).next().unwrap_or(source)
}

/// An address without what does not change its page.
pub(crate) fn page(url: &str) -> &str {
    let url = url.split('#').next().unwrap_or(url);
    let url = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or(url);
    url.strip_prefix("www.").unwrap_or(url).trim_end_matches('/')
}

#[cfg(test)]
mod tests {
    use super::super::{Quote, What};
    use super::*;

    #[test]
    fn an_address_goes_before_a_name() {
        let made = |source: Option<&str>, url: Option<&str>| Correction {
            from: (String::new(), 1),
            source: source.map(str::to_owned),
            url: url.map(str::to_owned),
            words: Quote::default(),
            what: What::Add,
        };
        let (a, b) = ("https://bao.example/a.html", "http://www.bao.example/b.html");
        for (source, url, name, of, want) in [
            (Some("x/a.html"), None, "y/a.html", None, true),
            (Some("x/a.html"), None, "y/b.html", None, false),
            (Some("x/a.html"), Some(a), "y/b.html", Some("http://bao.example/a.html#r1"), true),
            (Some("x/a.html"), Some(a), "x/a.html", Some(b), false),
            (Some("x/a.html"), Some(a), "x/a.html", None, true),
            (None, Some(a), "x/a.html", None, false),
            (None, Some(b), "", Some("https://bao.example/b.html/"), true),
            (None, None, "x/a.html", Some(b), true),
        ] {
            assert_eq!(is_of(&made(source, url), name, of), want, "{source:?} {url:?} {name}");
        }
    }
}
