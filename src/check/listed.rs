//! Breakdowns in lists: a line that ends in a colon, and the items under it.
//!
//! `- Thu nội địa: 3.742 tỷ đồng, bao gồm:` over two lines that begin with `+` is a total with two
//! parts. Items belong together that have the same mark, or stand in the same list of the page;
//! what stands deeper is left out. A list is all of its total after `gồm`, a choice after
//! `trong đó`, or where an item gives no such figure; after `cụ thể` nothing says so. Items of an amount
//! (money, land) exclude each other also where they are a choice.

use super::facts::Facts;
use super::parts::{Run, Sign};
use super::units::{is_percent, same_measure};
use super::words::text::{DETAILS, OVERLAPPING};
use crate::article::Block;
use crate::lexicon::{CueClass, UnitKind};

/// How many lines under a head are read.
const ITEMS: usize = 200;

/// The mark that items with letters have in common: `a)`, `b)`.
const LETTER: &str = ")";

/// How many tokens before the colon may say what follows.
const NEAR: usize = 4;

/// All breakdowns of an article that stand in lists.
pub(super) fn listed(facts: &Facts<'_>) -> Vec<Run> {
    let prose = (0..facts.blocks()).filter(|block| facts.is_prose(*block));
    prose.filter_map(|head| under(facts, head)).collect()
}

fn under(facts: &Facts<'_>, head: usize) -> Option<Run> {
    let blocks = &facts.article.blocks;
    let passage = facts.passage(head)?;
    let colon = passage.text.tokens.len().checked_sub(1)?;
    if passage.text.key(colon) != ":" {
        return None;
    }
    let own = level(&blocks[head]);
    let first = level(blocks.get(head + 1)?);
    if first.is_empty() || first == own {
        return None;
    }
    let before = colon.saturating_sub(NEAR)..colon;
    let sign = match passage.last_cue(before.clone(), &[CueClass::Includes, CueClass::Among]) {
        Some((CueClass::Among, _)) => Sign::Among,
        Some(_) => Sign::Whole,
        None => {
            passage.find(before, DETAILS)?;
            Sign::Bracket
        }
    };
    let last = passage.sentence_of(colon);
    // `Trong đó:` may be a sentence of its own.
    let alone = facts.figures(head, passage.sentence(last)).next().is_none();
    let sentence = passage.sentence(last.saturating_sub(usize::from(alone)));
    let total = facts
        .figures(head, sentence)
        .filter(|r| facts.is_level(*r) && !is_percent(&facts.records[*r]))
        .filter(|r| facts.records[*r].unit.is_some() && facts.bracket(*r).is_none())
        .last()?;
    let mut parts = Vec::new();
    let mut complete = true;
    for (item, block) in blocks.iter().enumerate().skip(head + 1).take(ITEMS) {
        let here = level(block);
        if here.is_empty() || here == own {
            break;
        }
        if here != first {
            continue;
        }
        let figure = facts.passage(item).and_then(|passage| {
            complete &= !passage.has(0..passage.text.tokens.len(), &[CueClass::OpenList])
                && !passage.speaks_of(0..passage.text.tokens.len(), OVERLAPPING);
            let alike = |r: &usize| same_measure(&facts.records[*r], &facts.records[total]);
            facts
                .figures(item, 0..passage.text.tokens.len())
                .find(|r| alike(r) && facts.is_level(*r))
        });
        match figure {
            Some(figure) => parts.push(figure),
            None => complete = false,
        }
    }
    let sign = match sign {
        _ if !complete => Sign::Among,
        Sign::Among if facts.records[total].unit_kind != UnitKind::Count => Sign::Items,
        sign => sign,
    };
    (parts.len() > 1).then_some(Run { total, parts, sign, remainder: false, stated: true })
}

/// What the lines of one list share: the mark before them, or the list of the page.
fn level(block: &Block) -> &str {
    let text = block.text.trim_start();
    let mark = text.chars().next().filter(|c| matches!(c, '+' | '-' | '–' | '•' | '*'));
    let mut letter = text.chars().take(2);
    match mark {
        Some(mark) => &text[..mark.len_utf8()],
        None if letter.next().is_some_and(char::is_lowercase) && letter.next() == Some(')') => {
            LETTER
        }
        None => block.selector.rsplit_once(" > li").map_or("", |(list, _)| list),
    }
}
