//! The people of an article, from the mentions of its blocks.
//!
//! A part of a name that is known in full is that person (`ông Mười`, `đồng chí Bé Mười`); part of
//! a name that is not is nobody.

use super::super::block::BlockNames;
use super::super::model::{Office, Person};
use super::super::writing::folded;
use crate::text::fold_syllable;
use std::collections::HashMap;

/// The people of an article, and for every mention of every block, in reading order, the index of
/// the person.
pub(in super::super) fn read(blocks: &[BlockNames]) -> (Vec<Person>, Vec<Option<usize>>) {
    let mut people: Vec<Person> = Vec::new();
    let mut by_name: HashMap<String, usize> = HashMap::new();
    for block in blocks {
        for mention in &block.people {
            let (text, name) = (block.marked.text, mention.tokens.clone());
            if mention.is_full() && !by_name.contains_key(&folded(text, name.clone())) {
                for start in name.clone() {
                    by_name.insert(folded(text, start..name.end), people.len());
                }
                people.push(Person {
                    id: format!("p{}", people.len() + 1),
                    name: text.slice(name).to_owned(),
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
            let name = folded(block.marked.text, mention.tokens.clone());
            let index = by_name.get(&name).copied();
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

/// The same title in the same organisation, whatever its capitals.
fn same(a: &Office, b: &Office) -> bool {
    let organization = |o: &Office| o.organization.as_deref().map(fold_syllable);
    a == b
        || fold_syllable(&a.title) == fold_syllable(&b.title) && organization(a) == organization(b)
}
