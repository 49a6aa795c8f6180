//! One pass over a block: at each token the first reader that fits takes its words.
//!
//! References and people first, then time, then names, then figures: `Kế hoạch số 3409/KH-UBND`
//! is never a figure, `năm 2021` never five. What no reader takes is a plain word.

use super::{Name, Quantity, Scene, Time, name, quantity, time};
use crate::text::{TokenKind, Tokens};

/// Token ranges that other finders have taken: documents, people.
#[derive(Debug, Clone, Default)]
pub struct Spans {
    /// References to documents with their numbers.
    pub documents: Vec<Tokens>,
    /// Names of people.
    pub people: Vec<Tokens>,
}

/// Everything that was found in one block, each list in reading order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mentions {
    /// Figures.
    pub quantities: Vec<Quantity>,
    /// Time phrases.
    pub times: Vec<Time>,
    /// Numbers that are names, and digits that could not be read.
    pub names: Vec<Name>,
}

/// Reads one block.
#[must_use]
pub fn read(scene: &Scene<'_>, taken: &Spans) -> Mentions {
    let mut found = Mentions::default();
    let mut at = 0;
    let (mut documents, mut people) =
        (taken.documents.iter().peekable(), taken.people.iter().peekable());
    while at < scene.text.tokens.len() {
        while documents.next_if(|d| d.end <= at).is_some() {}
        while people.next_if(|p| p.end <= at).is_some() {}
        at = if let Some(words) = documents.next_if(|d| d.start <= at) {
            found.names.push(Name {
                words: at..words.end,
                kind: "document number",
                rule: "name.document",
            });
            words.end
        } else if let Some(words) = people.next_if(|p| p.start <= at) {
            words.end
        } else {
            take(scene, at, &mut found)
        };
    }
    found
}

/// Takes what begins at token `at`; gives the token behind it.
fn take(scene: &Scene<'_>, at: usize, found: &mut Mentions) -> usize {
    if let Some(time) = time::read(scene, at) {
        let end = time.words.end;
        found.times.push(time);
        return end;
    }
    if let Some(name) = name::read(scene, at) {
        let end = name.words.end;
        found.names.push(name);
        return end;
    }
    if let Some(quantity) = quantity::read(scene, at) {
        let end = quantity.words.end.max(at + 1);
        found.quantities.push(quantity);
        return end;
    }
    if scene.text.tokens[at].kind == TokenKind::Digits {
        found.names.push(Name { words: at..at + 1, kind: "unread", rule: "name.nothing_counted" });
    }
    at + scene.compound(at).unwrap_or(1)
}
