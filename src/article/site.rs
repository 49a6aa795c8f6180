//! What is known of the site of a page: where its content system puts title, lead, body and day.
//!
//! The hints are data: `lexicon/sites/*.toml`, a file for each content system with its hosts. They
//! are believed where they find something and are never needed: a page of another site, or one that
//! was rebuilt, is read without them.

use super::byline::publisher;
use super::norm::nfc;
use super::outline::Outline;
use super::outline::boxes::Traits;
use scraper::{ElementRef, Html, Selector};

/// Selectors of one content system, the surest first.
struct Site {
    /// `baodongkhoi.vn`; its subdomains are meant, too.
    hosts: &'static [&'static str],
    title: &'static [&'static str],
    lead: &'static [&'static str],
    body: &'static [&'static str],
    date: &'static [&'static str],
}

include!(concat!(env!("OUT_DIR"), "/sites.rs"));

/// What the hints of a site find on its page.
#[derive(Debug, Default)]
pub(super) struct Hints {
    /// Text of the headline.
    pub(super) title: Option<String>,
    /// Words of the date line.
    pub(super) date: Option<String>,
    /// The box of the body.
    pub(super) body: Option<usize>,
}

/// Reads a page by what is known of its site, and marks its lead.
pub(super) fn read(url: Option<&str>, html: &Html, outline: &mut Outline<'_>) -> Hints {
    let Some(site) = url.and_then(publisher::host).and_then(of_host) else {
        return Hints::default();
    };
    if let Some(lead) = find(html, site.lead).and_then(|lead| frame_of(outline, lead)) {
        outline.frames[lead].traits.add(Traits::LEAD);
    }
    Hints {
        title: find(html, site.title).and_then(text),
        date: find(html, site.date).and_then(moment),
        body: find(html, site.body).and_then(|body| frame_of(outline, body)),
    }
}

fn of_host(host: &str) -> Option<&'static Site> {
    let is_own = |own: &&'static str| {
        host.strip_suffix(own).is_some_and(|before| before.is_empty() || before.ends_with('.'))
    };
    SITES.iter().find(|site| site.hosts.iter().any(is_own))
}

/// The first element that a selector finds.
fn find<'a>(html: &'a Html, selectors: &[&str]) -> Option<ElementRef<'a>> {
    let mut selectors = selectors.iter().filter_map(|selector| Selector::parse(selector).ok());
    selectors.find_map(|selector| html.select(&selector).next())
}

fn frame_of(outline: &Outline<'_>, element: ElementRef<'_>) -> Option<usize> {
    outline.frames.iter().position(|frame| frame.node.id() == element.id())
}

/// What an element tells machines of its moment, else its text.
fn moment(element: ElementRef<'_>) -> Option<String> {
    element.attr("datetime").map(str::to_owned).or_else(|| text(element))
}

/// The text of an element, white space folded.
fn text(element: ElementRef<'_>) -> Option<String> {
    let text: String = element.text().collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then(|| nfc(&text).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_selector_is_one() {
        for selector in SITES.iter().flat_map(|s| [s.title, s.lead, s.body, s.date]).flatten() {
            assert!(Selector::parse(selector).is_ok(), "{selector}");
        }
    }

    #[test]
    fn a_host_is_of_one_system() {
        let hosts: Vec<_> = SITES.iter().flat_map(|site| site.hosts).collect();
        for (at, host) in hosts.iter().enumerate() {
            assert!(!hosts[..at].contains(host), "{host}");
        }
        for (host, is_known) in [
            ("vnexpress.net", true),
            ("dongkhoi.baovinhlong.vn", true),
            ("bentre.gov.vn", true),
            ("myvnexpress.net", false),
            ("gov.vn.example.com", false),
        ] {
            assert_eq!(of_host(host).is_some(), is_known, "{host}");
        }
    }
}
