//! Which articles of two sides are the same, and what changed in each.
//!
//! Two single articles are two versions of one, whatever they are called. Of several those are the same that have one
//! address; else one name (`old/tin/1.html` and `new/tin/1.html`: as much of its end as makes it the only one on each
//! side), unless their addresses say that they are two pages; else one title and day. What could not be read on one side
//! is not said to be gone or new.

use super::fields::Both;
use super::figures::pairs;
use super::sign::{Signs, fold};
use super::{Alone, Changed, Compared, Diff, Side};
use crate::correction::file_name;
use crate::lexicon::Lexicon;
use crate::series::{Naming, Told};
use crate::stored::{Stored, page};
use std::collections::BTreeMap;

/// Compares two sides. The lexicon says which names and places are the same.
#[must_use]
pub fn compare(old: &Side, new: &Side, lexicon: &Lexicon) -> Diff {
    let naming = Naming::new(lexicon);
    let same = same_articles(old, new);
    let mut by_new: BTreeMap<usize, usize> = BTreeMap::new();
    by_new.extend(same.iter().map(|(one, other)| (*other, *one)));
    let compared = by_new
        .iter()
        .map(|(other, one)| versions(&old.articles[*one], &new.articles[*other], &naming, lexicon));
    let alone = |side: &Side, opposite: &Side, is_paired: &dyn Fn(usize) -> bool| -> Vec<Alone> {
        let alone = side.articles.iter().enumerate().filter(|(i, _)| !is_paired(*i));
        let unread = |article: &Stored| {
            let name = file_name(&article.source.name);
            opposite.unread.iter().any(|unread| file_name(unread) == name)
        };
        let alone = alone.map(|(_, article)| article).filter(|article| !unread(article));
        alone
            .map(|article| Alone { article: told(article), figures: article.records.len() })
            .collect()
    };
    Diff {
        compared: compared.collect(),
        gone: alone(old, new, &|i| same.iter().any(|(one, _)| *one == i)),
        added: alone(new, old, &|i| by_new.contains_key(&i)),
    }
}

fn told(article: &Stored) -> Told {
    Told {
        source: article.source.name.clone(),
        title: article.article.title.clone(),
        published: article.article.published.clone(),
        url: article.source.url.clone(),
    }
}

/// What changed between two versions of one article.
fn versions(old: &Stored, new: &Stored, naming: &Naming<'_>, lexicon: &Lexicon) -> Compared {
    let signs = |article: &Stored| -> Vec<Signs> {
        let about = article.place.as_deref();
        article.records.iter().map(|record| Signs::of(record, about, naming, lexicon)).collect()
    };
    let pairs = pairs(&signs(old), &signs(new));
    let both = Both::new(old, new, pairs.iter().map(|(one, other, _)| (*one, *other)), lexicon);
    let (mut changed, mut unchanged) = (Vec::new(), 0);
    let mut is_known = [vec![false; old.records.len()], vec![false; new.records.len()]];
    for (one, other, known_by) in pairs {
        is_known[0][one] = true;
        is_known[1][other] = true;
        let (one, other) = (&old.records[one], &new.records[other]);
        match both.of_figure(one, other) {
            none if none.is_empty() => unchanged += 1,
            changes => {
                let [before, now] = [one, other].map(|record| fold(Some(&record.source.sentence)));
                let same_words = before == now;
                let (old, new) = (one.clone(), other.clone());
                changed.push(Changed { old, new, known_by, same_words, changes });
            }
        }
    }
    changed.sort_by_key(Changed::weight);
    let alone = |article: &Stored, is_known: &[bool]| {
        let alone = article.records.iter().zip(is_known).filter(|(_, is_known)| !**is_known);
        alone.map(|(record, _)| record.clone()).collect()
    };
    Compared {
        old: told(old),
        new: told(new),
        changes: both.of_article(),
        changed,
        gone: alone(old, &is_known[0]),
        added: alone(new, &is_known[1]),
        unchanged,
    }
}

/// The articles that are the same, an old one with a new one.
fn same_articles(old: &Side, new: &Side) -> Vec<(usize, usize)> {
    let all_read = old.unread.is_empty() && new.unread.is_empty();
    if all_read && old.articles.len() == 1 && new.articles.len() == 1 {
        return vec![(0, 0)];
    }
    let mut left = Left {
        old: old.articles.iter().enumerate().collect(),
        new: new.articles.iter().enumerate().collect(),
        same: Vec::new(),
    };
    let address =
        |article: &Stored| article.source.url.as_deref().and_then(page).map(str::to_owned);
    left.pair(&address, true);
    left.pair(&|article| Some(article.source.name.clone()), true);
    let parts = |article: &(usize, &Stored)| name_parts(article.1).count();
    let deepest = left.old.iter().chain(&left.new).map(parts).max().unwrap_or(0);
    for depth in (1..=deepest).rev() {
        let end = |article: &Stored| {
            let end: Vec<&str> = name_parts(article).take(depth).collect();
            (end.len() == depth).then(|| end.join("/"))
        };
        left.pair(&end, false);
    }
    let headline = |article: &Stored| {
        let title = fold(Some(article.article.title.as_deref()?));
        let day = article.article.published.as_deref()?.get(..10)?;
        Some(format!("{day} {title}"))
    };
    left.pair(&headline, false);
    left.same
}

/// The parts of a name, the last first.
fn name_parts(article: &Stored) -> impl Iterator<Item = &str> {
    article.source.name.rsplit(['/', '\\'])
}

/// The articles that are not paired yet.
struct Left<'a> {
    old: Vec<(usize, &'a Stored)>,
    new: Vec<(usize, &'a Stored)>,
    same: Vec<(usize, usize)>,
}

impl Left<'_> {
    /// Pairs those whose keys are the same. Where several have one, they are paired in their order, or, where that may
    /// mix them up, not at all.
    fn pair(&mut self, key: &dyn Fn(&Stored) -> Option<String>, in_order: bool) {
        let by_key = |side: &[(usize, &Stored)]| {
            let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            for (place, (_, article)) in side.iter().enumerate() {
                if let Some(key) = key(article) {
                    by_key.entry(key).or_default().push(place);
                }
            }
            by_key
        };
        let (ours, theirs) = (by_key(&self.old), by_key(&self.new));
        let mut paired = [vec![false; self.old.len()], vec![false; self.new.len()]];
        for (key, ours) in ours {
            let Some(theirs) = theirs.get(&key) else { continue };
            if !in_order && (ours.len() > 1 || theirs.len() > 1) {
                continue;
            }
            for (one, other) in ours.iter().zip(theirs) {
                let ((old, one_of), (new, other_of)) = (self.old[*one], self.new[*other]);
                if are_two_pages(one_of, other_of) {
                    continue;
                }
                paired[0][*one] = true;
                paired[1][*other] = true;
                self.same.push((old, new));
            }
        }
        for (side, paired) in [&mut self.old, &mut self.new].into_iter().zip(paired) {
            let mut paired = paired.into_iter();
            side.retain(|_| !paired.next().unwrap_or(false));
        }
    }
}

/// Whether the addresses of two articles say that they are not the same.
fn are_two_pages(one: &Stored, other: &Stored) -> bool {
    let page =
        |article: &'_ Stored| article.source.url.as_deref().and_then(page).map(str::to_owned);
    page(one).zip(page(other)).is_some_and(|(one, other)| one != other)
}
