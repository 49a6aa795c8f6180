//! The shares of a structure that is told in lines: `Cơ cấu kinh tế năm 2020:` and behind it `Nông nghiệp:
//! 24,6%`, `Công nghiệp: 41,3%`, `Dịch vụ: 34,1%`.
//!
//! A line that ends with a colon and speaks of a structure opens the list. It goes on while a line has one
//! share and no other figure, nothing behind the share and no word for a change; a line of another kind, or
//! with a rate of its own (`Tỷ lệ lao động qua đào tạo`), ends it.

use super::facts::Facts;
use super::passage::Passage;
use super::shares::{is_share, names_structure};
use crate::lexicon::{CueClass, Marks};
use crate::text::Text;

/// How many lines a structure has at most.
const LINES: usize = 20;

/// How long a line that opens a structure may be before its last sentence, in tokens.
const HEAD: usize = 40;

/// The lists of an article.
pub(super) fn lists(facts: &Facts<'_>) -> Vec<Vec<usize>> {
    let mut out = Vec::new();
    let mut block = 1;
    while block < facts.blocks() {
        let list: Vec<usize> = (block..facts.blocks().min(block + LINES))
            .map_while(|block| share(facts, block))
            .collect();
        let next = block + list.len().max(1);
        if list.len() > 1 && opens(facts, block - 1) {
            out.push(list);
        }
        block = next;
    }
    out
}

/// The one figure of a line, where it is a share that ends it.
fn share(facts: &Facts<'_>, block: usize) -> Option<usize> {
    let passage = facts.passage(block).filter(|_| facts.is_prose(block))?;
    let mut figures = facts.figures(block, 0..passage.text.tokens.len());
    let share = figures.next().filter(|_| figures.next().is_none())?;
    let (tail, _) = facts.tail(share)?;
    let ends = tail.into_iter().all(|at| matches!(passage.text.key(at), "." | ";" | "," | "%"));
    let (lead, _) = facts.lead(share)?;
    let rate = passage.has(lead, &[CueClass::RatioNoun]);
    (ends && !rate && is_share(facts, share) && facts.moved(share).is_none()).then_some(share)
}

/// Whether a line ends with a colon and its last sentence speaks of a structure.
fn opens(facts: &Facts<'_>, block: usize) -> bool {
    let line = facts.article.blocks[block].text.trim_end();
    if !line.ends_with(':') {
        return false;
    }
    let text = Text::new(line);
    let marks = Marks::new(&text, facts.lexicon);
    let passage = Passage::new(&marks);
    let last = passage.sentence(passage.sentence_count().saturating_sub(1));
    names_structure(&passage, last.start.max(last.end.saturating_sub(HEAD))..last.end)
}
