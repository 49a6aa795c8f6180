//! What the page says about itself: `<meta>`, `<title>`, `<link rel=canonical>`, JSON-LD.
//!
//! Collects, and believes nothing: whether `author` is a person or the site's name is decided by
//! the article stage.

use super::LinkedData;
use scraper::{Html, Node, node::Element};
use unicode_normalization::UnicodeNormalization;

/// What the page says about itself, as written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    /// `lang` of the page, lower case: `vi`, `vi-vn`.
    pub language: Option<String>,
    /// Text of `<title>`.
    pub title: Option<String>,
    /// `<link rel="canonical">`
    pub canonical: Option<String>,
    /// JSON-LD of the article.
    pub linked_data: LinkedData,
    /// Name (`name`, `property` or `itemprop`, lower case) and content of each `<meta>`.
    metas: Vec<(String, String)>,
}

impl Metadata {
    pub(super) fn read(html: &Html) -> Self {
        let mut data = Self::default();
        let mut scripts = Vec::new();
        for node in html.tree.nodes() {
            let Node::Element(element) = node.value() else {
                continue;
            };
            match element.name() {
                "html" => data.language = attribute(element, "lang").map(str::to_ascii_lowercase),
                "meta" => data.metas.extend(meta(element)),
                "link" if attribute(element, "rel") == Some("canonical") => {
                    data.canonical = attribute(element, "href").map(str::to_owned);
                }
                "title" if data.title.is_none() && element.name.ns.ends_with("xhtml") => {
                    data.title = text_of(node);
                }
                "script" if attribute(element, "type").is_some_and(|t| t.contains("ld+json")) => {
                    scripts.extend(text_of(node));
                }
                _ => {}
            }
        }
        let titles = [data.first(&["og:title"]), data.title.as_deref()];
        let titles: Vec<&str> = titles.into_iter().flatten().collect();
        data.linked_data = LinkedData::read(scripts.iter().map(String::as_str), &titles);
        data
    }

    /// Whether the page says that it is an article, in JSON-LD or by `og:type`.
    #[must_use]
    pub fn calls_itself_article(&self) -> bool {
        self.linked_data.is_article || self.first(&["og:type"]) == Some("article")
    }

    /// The first non-empty `<meta>` of one of the names; an earlier name wins.
    #[must_use]
    pub fn first(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| self.all(name).next())
    }

    /// Every non-empty `<meta>` of this name, in order.
    pub fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.metas
            .iter()
            .filter(move |(key, content)| key == name && !content.is_empty())
            .map(|(_, content)| content.as_str())
    }
}

fn meta(element: &Element) -> Option<(String, String)> {
    let name =
        ["property", "name", "itemprop"].into_iter().find_map(|key| attribute(element, key))?;
    let content = attribute(element, "content")?;
    Some((name.trim().to_ascii_lowercase(), content.trim().nfc().collect()))
}

/// The value of an attribute.
fn attribute<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.attrs().find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// The text right inside an element.
fn text_of(node: ego_tree::NodeRef<'_, Node>) -> Option<String> {
    let text: String =
        node.children().filter_map(|child| child.value().as_text()).map(|text| &**text).collect();
    (!text.trim().is_empty()).then(|| text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_is_collected_as_written() {
        let html = Html::parse_document(
            r#"<html lang="vi-VN"><head><title>Tựa - Báo</title>
            <meta property="og:title" content="Tựa"><meta name="Author" content="">
            <meta name="author" content="An"><link rel="canonical" href="https://bao.vn/x">
            <body><svg><title>hình</title></svg><meta itemprop="datePublished" content="2023">"#,
        );
        let data = Metadata::read(&html);
        assert_eq!(data.language.as_deref(), Some("vi-vn"));
        assert_eq!(data.title.as_deref(), Some("Tựa - Báo"));
        assert_eq!(data.canonical.as_deref(), Some("https://bao.vn/x"));
        assert_eq!(data.first(&["og:title", "author"]), Some("Tựa"));
        assert_eq!(data.first(&["author"]), Some("An"));
        assert_eq!(data.first(&["datepublished"]), Some("2023"));
        assert_eq!(data.first(&["description"]), None);
    }
}
