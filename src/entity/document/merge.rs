//! Which mentions are one document.
//!
//! A full number names one document. A short one (`Đề án 06`) is the document of that kind and
//! running number whose issuer fits: a Party scheme `06-ĐA/TU` and the Government's `Đề án 06`
//! stay apart, by the issuer that the text states or by what the sentence is about.

use super::super::model::{Document, DocumentPeriod, MentionRef};
use super::mention::DocumentMention;
use super::number::DocumentNumber;
use super::same::{is_government, plain, same_issuer, same_kind};
use crate::lexicon::Lexicon;
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

/// A mention in the article.
#[derive(Debug, Clone)]
pub(in super::super) struct Placed {
    /// What was read.
    pub mention: DocumentMention,
    /// Where it stands.
    pub place: MentionRef,
    /// The mention that it is a short form of: `Đề án … (gọi tắt là Đề án 06)`.
    pub short_for: Option<usize>,
    /// The issuer that the words around a short number speak for.
    pub topic: Option<String>,
}

/// The documents in order of first mention, and for each mention the index of its document.
pub(in super::super) fn merge(placed: &[Placed], lexicon: &Lexicon) -> (Vec<Document>, Vec<usize>) {
    let mut groups = Groups::default();
    let mut group_of: Vec<Option<usize>> = vec![None; placed.len()];
    let surest_first: [fn(&Placed) -> bool; 4] = [
        |p| p.mention.number.as_ref().is_none_or(|n| n.full),
        |p| p.short_for.is_some(),
        |p| p.mention.issuer.is_some() || p.topic.is_some(),
        |_| true,
    ];
    for sure in surest_first {
        for (i, one) in placed.iter().enumerate() {
            if group_of[i].is_none() && sure(one) {
                let long_form = one.short_for.and_then(|other| group_of[other]);
                let group = long_form
                    .or_else(|| groups.find(one, i, lexicon))
                    .unwrap_or_else(|| groups.add(one));
                groups.take(group, i, one);
                group_of[i] = Some(group);
            }
        }
    }
    groups.number_schemes(lexicon);
    publish(placed, &groups.list, &group_of)
}

/// How many documents with the same running number are told apart.
const MOST_OF_ONE_NUMBER: usize = 64;

/// The mentions of one document and what they say together.
struct Group {
    kind: String,
    number: Option<DocumentNumber>,
    issuer: Option<String>,
    title: Option<String>,
    period: Option<DocumentPeriod>,
    members: BTreeSet<usize>,
}

impl Group {
    fn issuer(&self) -> Option<&String> {
        let coded = || self.number.as_ref()?.issuer.as_ref();
        self.issuer.as_ref().or_else(coded)
    }
}

#[derive(Default)]
struct Groups {
    list: Vec<Group>,
    /// By full number, or by title where there is no number.
    by_name: HashMap<String, usize>,
    /// By running number.
    by_serial: HashMap<String, Vec<usize>>,
}

impl Groups {
    /// The document that a mention names; of several the one that was named last before it.
    fn find(&self, one: &Placed, index: usize, lexicon: &Lexicon) -> Option<usize> {
        let mention = &one.mention;
        let number = mention.number.as_ref().filter(|n| !n.full);
        let Some(number) = number else {
            return self.by_name.get(&name_of(mention)).copied();
        };
        let issuer = mention.issuer.as_ref().or(one.topic.as_ref());
        let fits = |group: &Group| {
            let known = issuer.zip(group.issuer());
            same_kind(&mention.kind, &group.kind)
                && known.is_none_or(|(a, b)| same_issuer(a, b, lexicon))
        };
        let same_serial = self.by_serial.get(&number.serial)?.iter().rev().copied();
        same_serial.take(MOST_OF_ONE_NUMBER).filter(|g| fits(&self.list[*g])).max_by_key(|g| {
            let before = self.list[*g].members.range(..index).next_back();
            (before.copied(), Reverse(*g))
        })
    }

    fn add(&mut self, one: &Placed) -> usize {
        let mention = &one.mention;
        let group = self.list.len();
        if mention.number.as_ref().is_none_or(|n| n.full) {
            self.by_name.insert(name_of(mention), group);
        }
        self.list.push(Group {
            kind: mention.kind.clone(),
            number: None,
            issuer: None,
            title: None,
            period: None,
            members: BTreeSet::new(),
        });
        group
    }

    /// Adds what a mention says; of issuers and titles the longest stays.
    fn take(&mut self, group: usize, index: usize, one: &Placed) {
        let mention = &one.mention;
        let known = &mut self.list[group];
        if let (None, Some(number)) = (&known.number, &mention.number) {
            let same_serial = self.by_serial.entry(number.serial.clone());
            same_serial.or_default().push(group);
            known.number = Some(number.clone());
        }
        let issuer = mention.issuer.as_ref().or(one.topic.as_ref());
        keep_longest(&mut known.issuer, issuer);
        keep_longest(&mut known.title, mention.title.as_ref());
        if known.period.is_none() {
            known.period.clone_from(&mention.period);
        }
        known.members.insert(index);
    }

    /// A scheme of the Government goes by the number of the decision that approved it: `Đề án
    /// 1956` is `1956/QĐ-TTg` where the text names both.
    fn number_schemes(&mut self, lexicon: &Lexicon) {
        for i in 0..self.list.len() {
            let scheme = &self.list[i];
            let Some(short) = scheme.number.as_ref().filter(|n| !n.full) else {
                continue;
            };
            let approves = |other: &&Group| {
                let by_government = other.issuer().is_some_and(|by| is_government(by, lexicon));
                let issuer = scheme.issuer.as_ref();
                other.number.as_ref().is_some_and(|n| n.full)
                    && by_government
                    && issuer.is_none_or(|issuer| is_government(issuer, lexicon))
                    && !same_kind(&scheme.kind, &other.kind)
            };
            let numbered = &self.by_serial[&short.serial];
            let decision =
                numbered.iter().take(MOST_OF_ONE_NUMBER).map(|g| &self.list[*g]).find(approves);
            if let Some(number) = decision.and_then(|d| d.number.clone()) {
                self.list[i].number = Some(number);
            }
        }
    }
}

/// What a document is looked up by: its full number, or its kind and title.
fn name_of(mention: &DocumentMention) -> String {
    match (&mention.number, &mention.title) {
        (Some(number), _) => plain(&number.written),
        (None, Some(title)) => plain(title),
        (None, None) => String::new(),
    }
}

fn keep_longest(known: &mut Option<String>, new: Option<&String>) {
    if new.map_or(0, String::len) > known.as_ref().map_or(0, String::len) {
        *known = new.cloned();
    }
}

/// Numbers the documents in order of first mention.
fn publish(
    placed: &[Placed],
    groups: &[Group],
    group_of: &[Option<usize>],
) -> (Vec<Document>, Vec<usize>) {
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by_key(|g| groups[*g].members.first().copied());
    let mut rank = vec![0; groups.len()];
    for (position, group) in order.iter().enumerate() {
        rank[*group] = position;
    }
    let document_of: Vec<usize> = group_of.iter().flatten().map(|g| rank[*g]).collect();
    let id = |document: usize| format!("d{}", document + 1);
    let carried_out = |member: usize| {
        let start = placed[member].mention.carries_out?;
        let block = placed[member].place.block;
        let target = (member..placed.len())
            .take_while(|other| placed[*other].place.block == block)
            .find(|other| placed[*other].mention.tokens.start >= start)
            .filter(|other| placed[*other].mention.tokens.start == start)?;
        (document_of[target] != document_of[member]).then(|| id(document_of[target]))
    };
    let document = |g: &usize| {
        let group = &groups[*g];
        Document {
            id: id(rank[*g]),
            kind: group.kind.clone(),
            number: group.number.as_ref().map(|n| n.written.clone()),
            title: group.title.clone(),
            issuer: group.issuer().cloned(),
            period: group.period.clone(),
            implements: group.members.iter().find_map(|m| carried_out(*m)),
            mentions: group.members.iter().map(|m| placed[*m].place.clone()).collect(),
        }
    };
    (order.iter().map(document).collect(), document_of)
}
