//! Breakdowns in lists: a line that ends in a colon, and the items under it.
//!
//! `- Thu nội địa: 3.742 tỷ đồng, bao gồm:` over two lines that begin with `+` is a total with two
//! parts. Items belong together that have the same mark, or stand in the same list of the page;
//! what stands deeper is left out. A list is a choice after `trong đó`, or where an item gives no such figure
//! (a bare number alone in its item is one: `Kém: 0`). Where the head divides the total (`phân theo tình trạng:`)
//! the parts may be called otherwise than it, if they have one noun. Items of an amount
//! (money, land) exclude each other also where they are a choice.

use super::average::only;
use super::divided::of_one_noun;
use super::facts::Facts;
use super::list_head::{Head, head};
use super::parts::{Run, Sign};
use super::units::{is_percent, same_measure};
use super::words::text::OVERLAPPING;
use crate::article::Block;
use crate::lexicon::{CueClass, UnitKind};

/// How many lines under a head are read.
const ITEMS: usize = 200;

/// The mark that items with letters have in common: `a)`, `b)`.
const LETTER: &str = ")";

/// All breakdowns of an article that stand in lists.
pub(super) fn listed(facts: &Facts<'_>) -> Vec<Run> {
    let prose = (0..facts.blocks()).filter(|block| facts.is_prose(*block));
    prose.filter_map(|block| under(facts, block)).collect()
}

fn under(facts: &Facts<'_>, block: usize) -> Option<Run> {
    let blocks = &facts.article.blocks;
    let own = level(&blocks[block]);
    let first = level(blocks.get(block + 1)?);
    if first.is_empty() || first == own {
        return None;
    }
    let head = head(facts, block)?;
    let lines = blocks.iter().enumerate().skip(block + 1).take(ITEMS);
    let list = lines.take_while(|(_, line)| !level(line).is_empty() && level(line) != own);
    let items: Vec<usize> = list.filter(|(_, l)| level(l) == first).map(|(at, _)| at).collect();
    let mut parts: Vec<Option<usize>> =
        items.iter().map(|item| measured(facts, *item, head.total)).collect();
    if head.divides && parts.iter().all(Option::is_none) {
        parts = other_noun(facts, &items, &head)?;
    }
    let complete = parts.iter().all(Option::is_some) && !items.iter().any(|i| is_open(facts, *i));
    let parts: Vec<usize> = parts.into_iter().flatten().collect();
    let sign = match head.sign {
        _ if !complete => Sign::Among,
        Sign::Among if facts.records[head.total].unit_kind != UnitKind::Count => Sign::Items,
        sign => sign,
    };
    let run = Run { total: head.total, parts, sign, remainder: false, stated: true };
    (run.parts.len() > 1).then_some(run)
}

/// The figures of an item.
fn figures<'f>(facts: &'f Facts<'_>, item: usize) -> impl Iterator<Item = usize> + 'f {
    let tokens = facts.passage(item).map_or(0, |passage| passage.text.tokens.len());
    facts.figures(item, 0..tokens)
}

/// The figure of an item that measures what the total does, or its only one where that has no unit.
fn measured(facts: &Facts<'_>, item: usize, total: usize) -> Option<usize> {
    let all = &facts.records[total];
    let alike = |r: &usize| same_measure(&facts.records[*r], all) && facts.is_level(*r);
    let bare = |r: &usize| facts.records[*r].unit.is_none() && facts.is_level(*r);
    let counted = all.unit_kind == UnitKind::Count;
    figures(facts, item)
        .find(alike)
        .or_else(|| only(figures(facts, item)).filter(bare).filter(|_| counted))
}

/// The figures of items that count a divided total by another noun, one in each.
fn other_noun(facts: &Facts<'_>, items: &[usize], head: &Head) -> Option<Vec<Option<usize>>> {
    let count =
        |item: &usize| only(figures(facts, *item).filter(|r| !is_percent(&facts.records[*r])));
    let parts: Vec<usize> = items.iter().map(count).collect::<Option<_>>()?;
    (head.counts_alone && of_one_noun(facts, &parts)).then(|| parts.into_iter().map(Some).collect())
}

/// Whether an item says that there are others, or is of a group that cuts across others.
fn is_open(facts: &Facts<'_>, item: usize) -> bool {
    facts.passage(item).is_some_and(|passage| {
        let all = 0..passage.text.tokens.len();
        passage.has(all.clone(), &[CueClass::OpenList]) || passage.speaks_of(all, OVERLAPPING)
    })
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
