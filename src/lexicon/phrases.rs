//! All spellings of the lexicon in one tree of syllables, the longest found first.
//!
//! `"lượt người tham gia"` at `lượt` gives the unit `lượt người`, then `lượt`. Whole syllables
//! only: `xã` is never found in `xã hội` when that is an entry of its own. A look-up costs as many
//! steps as the spelling has syllables, however many spellings begin alike.

use super::entry::Entries;
use super::syllables::Syllables;
use super::words::Words;
use crate::text::Text;
use std::borrow::Cow;
use std::collections::{BTreeSet, VecDeque};

/// Which entry a spelling belongs to: an index into the list of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Term {
    /// Index into `Entries::unit`.
    Unit(u32),
    /// Index into `Entries::number`.
    Number(u32),
    /// Index into `Entries::cue`.
    Cue(u32),
    /// Index into `Entries::indicator`.
    Indicator(u32),
    /// Index into `Entries::abbreviation`.
    Abbreviation(u32),
    /// Index into `Entries::place`.
    Place(u32),
}

impl Entries {
    /// Every spelling of every entry.
    pub fn spellings(&self) -> impl Iterator<Item = (&str, Term)> {
        fn rows<'a, E>(
            list: &'a [E],
            forms: impl Fn(&'a E) -> &'a Words + Copy + 'a,
            term: fn(u32) -> Term,
        ) -> impl Iterator<Item = (&'a str, Term)> {
            (0u32..).zip(list).flat_map(move |(i, e)| forms(e).iter().map(move |f| (f, term(i))))
        }
        rows(&self.unit, |e| &e.forms, Term::Unit)
            .chain(rows(&self.number, |e| &e.forms, Term::Number))
            .chain(rows(&self.cue, |e| &e.forms, Term::Cue))
            .chain(rows(&self.indicator, |e| &e.triggers, Term::Indicator))
            .chain(rows(&self.abbreviation, |e| &e.forms, Term::Abbreviation))
            .chain(rows(&self.place, |e| &e.forms, Term::Place))
    }
}

/// A syllable behind those of the node above it. The lists of its children and terms end where
/// those of the next node begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Node {
    /// The node without that syllable.
    pub parent: u32,
    /// Its first child; children stand in the order of their syllables.
    pub children: u32,
    /// The first entry that is spelled so.
    pub terms: u32,
}

/// The tree of all spellings.
#[derive(Debug, Clone)]
pub struct Phrases {
    /// The syllables of all spellings; the first of them stand in the order of the root's children.
    pub(super) syllables: Syllables,
    /// Level by level, the root first, and a last one that only ends the lists of the others.
    pub(super) nodes: Cow<'static, [Node]>,
    /// The number of the last syllable of each node, close together, since a child is searched by
    /// it.
    pub(super) lasts: Cow<'static, [u32]>,
    pub(super) terms: Cow<'static, [Term]>,
}

impl Phrases {
    /// Builds the tree from spellings as they are written.
    pub fn build<'a>(
        spellings: impl Iterator<Item = (&'a str, Term)>,
        fold: impl Fn(&str) -> String,
    ) -> Self {
        let rows: BTreeSet<(Vec<String>, Term)> = spellings
            .map(|(form, term)| {
                let text = Text::new(form);
                ((0..text.tokens.len()).map(|i| fold(text.key(i))).collect(), term)
            })
            .filter(|(keys, _): &(Vec<_>, _)| !keys.is_empty())
            .collect();
        let heads: BTreeSet<&str> = rows.iter().map(|(keys, _)| keys[0].as_str()).collect();
        let all = rows.iter().flat_map(|(keys, _)| keys).map(String::as_str);
        let tails: BTreeSet<&str> = all.filter(|key| !heads.contains(key)).collect();
        let syllables = Syllables::build(heads.into_iter().chain(tails));
        let mut rows: Vec<(Vec<u32>, Term)> = rows
            .into_iter()
            .map(|(keys, term)| (keys.iter().filter_map(|key| syllables.find(key)).collect(), term))
            .collect();
        rows.sort();
        let (nodes, lasts, terms) = grow(&rows);
        Self { syllables, nodes: nodes.into(), lasts: lasts.into(), terms: terms.into() }
    }

    /// The number of a syllable, if any spelling has it.
    pub(super) fn syllable(&self, key: &str) -> Option<u32> {
        self.syllables.find(key)
    }

    /// Every entry that begins at token `at`, longest first, with its length in tokens.
    pub fn at<'a>(&'a self, text: &'a Text, at: usize) -> impl Iterator<Item = (usize, Term)> + 'a {
        self.on(self.walk((at..text.tokens.len()).map_while(|i| self.syllable(text.key(i)))))
    }

    /// The node at which the walk along some syllables ends, and how many it takes.
    pub(super) fn walk(&self, syllables: impl Iterator<Item = u32>) -> (usize, usize) {
        let (mut node, mut len) = (0, 0);
        for syllable in syllables {
            match self.child(node, syllable) {
                Some(child) => (node, len) = (child, len + 1),
                None => break,
            }
        }
        (node, len)
    }

    /// Every entry on the way of such a walk, longest first, with its length.
    pub(super) fn on(&self, (node, len): (usize, usize)) -> impl Iterator<Item = (usize, Term)> {
        let up = move |(node, len): &(usize, usize)| {
            (*len > 1).then(|| (self.nodes[*node].parent as usize, len - 1))
        };
        let nodes = std::iter::successors((len > 0).then_some((node, len)), up);
        nodes.flat_map(|(node, len)| self.terms_of(node).iter().map(move |term| (len, *term)))
    }

    fn child(&self, node: usize, syllable: u32) -> Option<usize> {
        let (first, end) = (self.nodes[node].children, self.nodes[node + 1].children);
        if node == 0 {
            return (syllable < end - first).then_some((first + syllable) as usize);
        }
        let found = self.lasts[first as usize..end as usize].binary_search(&syllable).ok()?;
        Some(first as usize + found)
    }

    fn terms_of(&self, node: usize) -> &[Term] {
        &self.terms[self.nodes[node].terms as usize..self.nodes[node + 1].terms as usize]
    }
}

/// The nodes with their last syllables, and the terms, of sorted rows.
fn grow(rows: &[(Vec<u32>, Term)]) -> (Vec<Node>, Vec<u32>, Vec<Term>) {
    let (mut nodes, mut lasts, mut terms) = (Vec::new(), Vec::new(), Vec::new());
    let mut waiting = VecDeque::from([(0, 0, rows, 0)]);
    let mut count = 1;
    while let Some((parent, last, rows, depth)) = waiting.pop_front() {
        let (here, below) = rows.split_at(rows.partition_point(|(keys, _)| keys.len() == depth));
        let this = nodes.len() as u32;
        nodes.push(Node { parent, children: count, terms: terms.len() as u32 });
        lasts.push(last);
        terms.extend(here.iter().map(|(_, term)| *term));
        for group in below.chunk_by(|(a, _), (b, _)| a[depth] == b[depth]) {
            waiting.push_back((this, group[0].0[depth], group, depth + 1));
            count += 1;
        }
    }
    nodes.push(Node { parent: 0, children: count, terms: terms.len() as u32 });
    (nodes, lasts, terms)
}
