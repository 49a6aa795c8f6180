//! The people of an article, from the mentions of its blocks.
//!
//! A part of a name that is known in full is that person (`ông Mười`, `đồng chí Bé Mười`); part of
//! a name that is not is nobody.

use super::super::block::BlockNames;
use super::super::model::{Office, Person};
use crate::text::fold_syllable;
use std::collections::HashMap;

/// The people of an article, and for every mention of every block, in reading order, the index of
/// the person.
pub(in super::super) fn read(blocks: &[BlockNames]) -> (Vec<Person>, Vec<Option<usize>>) {
    let mut people: Vec<Person> = Vec::new();
    let mut by_name: HashMap<String, usize> = HashMap::new();
    for block in blocks {
        for mention in &block.people {
            let name = block.marked.text.slice(mention.tokens.clone());
            if mention.is_full() && !by_name.contains_key(&fold_syllable(name)) {
                for ending in endings(name) {
                    by_name.insert(ending, people.len());
                }
                people.push(Person {
                    id: format!("p{}", people.len() + 1),
                    name: name.to_owned(),
                    offices: Vec::new(),
                    roles: Vec::new(),
                    mentions: Vec::new(),
                });
            }
        }
    }
    let mut person_of = Vec::new();
    for block in blocks {
        for mention in &block.people {
            let name = block.marked.text.slice(mention.tokens.clone());
            let index = by_name.get(&fold_syllable(name)).copied();
            person_of.push(index);
            let Some(person) = index.map(|i| &mut people[i]) else {
                continue;
            };
            person.mentions.push(block.place(mention.tokens.clone()));
            for office in &mention.offices {
                if !person.offices.iter().any(|known| same(known, office)) {
                    person.offices.push(office.clone());
                }
            }
        }
    }
    (people, person_of)
}

/// The name and its endings: `trần thị sáu`, `thị sáu`, `sáu`.
fn endings(name: &str) -> impl Iterator<Item = String> + '_ {
    std::iter::successors(Some(name), |rest| rest.split_once(' ').map(|(_, rest)| rest))
        .map(fold_syllable)
}

/// The same title in the same organisation, whatever its capitals.
fn same(a: &Office, b: &Office) -> bool {
    let folded = |o: &Office| o.organization.as_deref().map(fold_syllable);
    fold_syllable(&a.title) == fold_syllable(&b.title) && folded(a) == folded(b)
}
