//! Addresses that may be followed: those of web pages. `javascript:`, `data:` and `file:` are
//! text of the article, never links.

use maud::{Markup, Render, html};

/// The address, where it is one of a web page.
pub(super) fn web(url: &str) -> Option<&str> {
    let begins = |scheme: &str| {
        url.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme))
    };
    (begins("https://") || begins("http://")).then_some(url)
}

/// The content, as a link where there is somewhere to go: an address that [`web`] lets through, or
/// a place on the page.
pub(super) fn to(href: Option<&str>, content: &impl Render) -> Markup {
    html! {
        @match href {
            Some(place) if place.starts_with('#') => a href=(place) { (content) },
            Some(address) => a href=(address) rel="noopener noreferrer nofollow" { (content) },
            None => (content),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::web;

    #[test]
    fn only_web_pages_are_links() {
        for url in ["https://bao.example/a", "HTTP://bao.example"] {
            assert_eq!(web(url), Some(url));
        }
        for url in [
            "javascript:alert(1)",
            " https://bao.example",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "//bao.example",
            "https:bao.example",
            "",
            "ht",
        ] {
            assert_eq!(web(url), None, "{url}");
        }
    }
}
