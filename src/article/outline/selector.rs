//! The CSS path of a node: `#newscontents > p:nth-of-type(3)`.
//!
//! The path starts at the nearest box whose id is alone on the page, else at `html`, and finds
//! exactly that node.

use ego_tree::{NodeId, NodeRef};
use scraper::node::Element;
use scraper::{Html, Node};
use std::collections::HashMap;

/// Writes paths; remembers what it has counted.
pub(in super::super) struct Paths<'a> {
    /// How often each id is given.
    ids: HashMap<&'a str, usize>,
    /// What is counted of the nodes with many children.
    families: HashMap<NodeId, Family<'a>>,
    /// The parent that was asked for last, and its path.
    last_parent: Option<(NodeId, String)>,
}

impl<'a> Paths<'a> {
    pub(in super::super) fn new(html: &'a Html) -> Self {
        let mut ids = HashMap::new();
        for id in html.tree.values().filter_map(id) {
            *ids.entry(id).or_insert(0) += 1;
        }
        Self { ids, families: HashMap::new(), last_parent: None }
    }

    /// The path of an element. Paragraphs mostly share their parent: its path is kept.
    pub(in super::super) fn path(&mut self, node: NodeRef<'a, Node>) -> String {
        let Some(parent) = node.parent().filter(|_| !self.is_anchor(node)) else {
            return self.whole_path(node);
        };
        if self.last_parent.as_ref().is_none_or(|(id, _)| *id != parent.id()) {
            self.last_parent = Some((parent.id(), self.whole_path(parent)));
        }
        let step = self.step(node);
        match &self.last_parent {
            Some((_, path)) if !path.is_empty() => format!("{path} > {step}"),
            _ => step,
        }
    }

    fn whole_path(&mut self, node: NodeRef<'a, Node>) -> String {
        let mut steps = Vec::new();
        for node in std::iter::once(node).chain(node.ancestors()) {
            if !node.value().is_element() {
                break;
            }
            if self.is_anchor(node) {
                steps.extend(id(node.value()).map(|id| format!("#{id}")));
                break;
            }
            steps.push(self.step(node));
        }
        steps.reverse();
        steps.join(" > ")
    }

    /// Whether a path can start here.
    fn is_anchor(&self, node: NodeRef<'a, Node>) -> bool {
        id(node.value()).is_some_and(|id| is_plain(id) && self.ids.get(id) == Some(&1))
    }

    fn step(&mut self, node: NodeRef<'a, Node>) -> String {
        let name = name(node.value()).unwrap_or("*");
        match self.place(node, name) {
            (_, true) => name.to_owned(),
            (place, false) => format!("{name}:nth-of-type({place})"),
        }
    }

    /// The place of an element among its brothers of the same name, and whether it has none.
    fn place(&mut self, node: NodeRef<'a, Node>, own_name: &'a str) -> (usize, bool) {
        match node.parent() {
            Some(parent) if parent.children().nth(FEW).is_some() => {
                let family = self.families.entry(parent.id());
                family.or_insert_with(|| Family::of(parent)).place(parent, node, own_name)
            }
            _ => {
                let is_brother = |other: &NodeRef<'a, Node>| name(other.value()) == Some(own_name);
                let before = node.prev_siblings().filter(is_brother).count();
                let is_alone = before == 0 && !node.next_siblings().any(|other| is_brother(&other));
                (before + 1, is_alone)
            }
        }
    }
}

/// How many children are counted anew for each of them.
const FEW: usize = 16;

/// What is counted of the children of a node. A page may have a hundred thousand beside each other, and paths
/// are asked for in reading order, so counting goes on where it has stopped.
struct Family<'a> {
    /// How many there are of each name.
    totals: HashMap<&'a str, usize>,
    /// How many of each name stand before the next one.
    before: HashMap<&'a str, usize>,
    next: Option<NodeRef<'a, Node>>,
}

impl<'a> Family<'a> {
    fn of(parent: NodeRef<'a, Node>) -> Self {
        let mut totals = HashMap::new();
        for name in parent.children().filter_map(|child| name(child.value())) {
            *totals.entry(name).or_insert(0) += 1;
        }
        Self { totals, before: HashMap::new(), next: parent.first_child() }
    }

    fn place(
        &mut self,
        parent: NodeRef<'a, Node>,
        node: NodeRef<'a, Node>,
        own_name: &'a str,
    ) -> (usize, bool) {
        let is_alone = self.totals.get(own_name) == Some(&1);
        if is_alone {
            return (1, true);
        }
        if !self.goes_on_to(node) {
            (self.before, self.next) = (HashMap::new(), parent.first_child());
            self.goes_on_to(node);
        }
        (self.before.get(own_name).copied().unwrap_or(0) + 1, false)
    }

    /// Counts on up to a child; whether it lies ahead.
    fn goes_on_to(&mut self, node: NodeRef<'a, Node>) -> bool {
        while let Some(child) = self.next.filter(|child| *child != node) {
            if let Some(name) = name(child.value()) {
                *self.before.entry(name).or_insert(0) += 1;
            }
            self.next = child.next_sibling();
        }
        self.next.is_some()
    }
}

fn name(node: &Node) -> Option<&str> {
    node.as_element().map(Element::name)
}

fn id(node: &Node) -> Option<&str> {
    let mut attributes = node.as_element()?.attrs();
    attributes.find(|(key, _)| *key == "id").map(|(_, id)| id)
}

/// Whether an id needs no escaping in CSS.
fn is_plain(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_alphabetic())
        && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Selector;

    #[test]
    fn a_path_finds_its_node_and_no_other() {
        let html = Html::parse_document(
            "<div><p>1</p><ul id=x><li>2<li>3</ul><p>4</p></div><div id=a.b><p id=y>5</p>\
             <p id=y>6</p></div><svg><p>7</p></svg>",
        );
        let mut paths = Paths::new(&html);
        for node in html.tree.nodes().filter(|node| node.value().is_element()) {
            let path = paths.path(node);
            let found: Vec<_> = html.select(&Selector::parse(&path).unwrap()).collect();
            assert_eq!(found.len(), 1, "{path}");
            assert_eq!(found[0].id(), node.id(), "{path}");
        }
    }

    #[test]
    fn many_children_are_counted_in_any_order() {
        let html = Html::parse_document(&"<p>1</p>a<div>2</div><p>3<ul></ul>".repeat(20));
        let nodes = html.tree.nodes().filter(|node| node.value().is_element());
        let nodes: Vec<_> = nodes.collect();
        let mut paths = Paths::new(&html);
        for node in nodes.iter().chain(nodes.iter().rev().step_by(7)) {
            let path = paths.path(*node);
            let found: Vec<_> = html.select(&Selector::parse(&path).unwrap()).collect();
            assert_eq!(found.iter().map(|e| e.id()).collect::<Vec<_>>(), [node.id()], "{path}");
        }
    }

    #[test]
    fn a_path_starts_at_an_id() {
        let html = Html::parse_document("<div id=news><p>1</p><p>2</p></div>");
        let mut paths = Paths::new(&html);
        let last = html.select(&Selector::parse("p:last-child").unwrap()).next().unwrap();
        assert_eq!(paths.path(*last), "#news > p:nth-of-type(2)");
    }
}
