//! [`Stamp`]: a moment that an element gives to machines, beside the text that it has for readers.
//!
//! `<time datetime>`, `<abbr class="published" title>`, and `content` of what is declared a date:
//! `<span itemprop="datePublished" content="2023-05-11">`. Whose moment it is is not decided here.

use super::element::attribute;
use ego_tree::NodeRef;
use scraper::{Node, node::Element};

/// A moment that the page gives for machines: `<time datetime="2023-05-11">`.
#[derive(Debug)]
pub(in super::super) struct Stamp<'a> {
    /// The innermost box around it.
    pub(in super::super) frame: usize,
    /// Number of lines before it.
    pub(in super::super) line: usize,
    pub(in super::super) moment: &'a str,
    /// Its `itemprop`, the class of the element around it, its own class.
    pub(in super::super) names: [&'a str; 3],
}

impl<'a> Stamp<'a> {
    /// The stamp of an inline element in this box, before this line; none where it gives no moment.
    pub(in super::super) fn of(
        node: NodeRef<'a, Node>,
        element: &'a Element,
        frame: usize,
        line: usize,
    ) -> Option<Self> {
        let value = |element, name| attribute(element, name).unwrap_or("");
        let [own, class] = [declared_name(element), value(element, "class")];
        let moment = match element.name() {
            "time" => value(element, "datetime"),
            "abbr" if is_date_name(class) => value(element, "title"),
            _ if is_date_name(own) => value(element, "content"),
            _ => "",
        };
        let around = node.parent().and_then(|parent| parent.value().as_element());
        let around = around.map_or("", |around| value(around, "class"));
        let names = [own, around, class];
        (!moment.is_empty()).then_some(Self { frame, line, moment, names })
    }
}

/// What an element says to machines of its text: `itemprop`, `property`.
fn declared_name(element: &Element) -> &str {
    let name = attribute(element, "itemprop").or_else(|| attribute(element, "property"));
    name.unwrap_or("")
}

/// Whether a name is that of a date: `datePublished`, `dc:date dc:created`, `published`.
fn is_date_name(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    ["date", "created", "published"].iter().any(|word| lower.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    #[test]
    fn moments_for_machines_are_found() {
        for (markup, want) in [
            ("<time datetime=2023-05-11>Hôm qua</time>", Some("2023-05-11")),
            ("<time>11/5/2023</time>", None),
            ("<abbr class=published title=2023-05-11>11/5</abbr>", Some("2023-05-11")),
            ("<abbr title='Ủy ban nhân dân'>UBND</abbr>", None),
            ("<span itemprop=dateCreated content=2023-05-11>11/5</span>", Some("2023-05-11")),
            ("<span itemprop=name content=Sở>Sở</span>", None),
        ] {
            let html = Html::parse_fragment(markup);
            let stamp = html
                .root_element()
                .first_child()
                .and_then(|node| Stamp::of(node, node.value().as_element()?, 0, 0));
            assert_eq!(stamp.map(|stamp| stamp.moment), want, "{markup}");
        }
    }
}
