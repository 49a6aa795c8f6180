//! What a line with a colon at its end says of the list under it: which total is taken apart, and whether all of it.
//!
//! It is all of its total after `gồm` and where it is divided (`chia theo trình độ:`), a choice after `trong đó`;
//! after `cụ thể` nothing says so. The total is the last figure of the sentence; where that has none (`Phân theo tình
//! trạng:`) of the one before, or of the paragraph before, and no other figure there measures what it does.

use super::divided::counts;
use super::facts::Facts;
use super::grid::has;
use super::parts::Sign;
use super::units::{is_percent, same_measure};
use super::words::text::{DETAILS, DIVIDES};
use crate::lexicon::CueClass;
use crate::text::{Text, Tokens};

/// How many tokens before the colon may say what follows, and by what the total is divided.
const NEAR: usize = 4;
const BY: usize = 12;

pub(super) struct Head {
    pub(super) sign: Sign,
    /// Whether it divides the total, so that the parts are all of it whatever they are called.
    pub(super) divides: bool,
    pub(super) total: usize,
    /// Whether the total is the only count of its sentence.
    pub(super) counts_alone: bool,
}

/// The head of the list under a line.
pub(super) fn head(facts: &Facts<'_>, line: usize) -> Option<Head> {
    let Some(passage) = facts.passage(line) else { return without_figures(facts, line) };
    let colon = passage.text.tokens.len().checked_sub(1)?;
    if passage.text.key(colon) != ":" {
        return None;
    }
    let last = passage.sentence_of(colon);
    let own = passage.sentence(last);
    let before = colon.saturating_sub(NEAR)..colon;
    let by = own.start.max(colon.saturating_sub(BY))..colon;
    let (sign, divides) =
        match passage.last_cue(before.clone(), &[CueClass::Includes, CueClass::Among]) {
            Some((CueClass::Among, _)) => (Sign::Among, false),
            Some(_) => (Sign::Whole, false),
            None if passage.find(by, DIVIDES).is_some() => (Sign::Whole, true),
            None => passage.find(before, DETAILS).map(|_| (Sign::Bracket, false))?,
        };
    // `Trong đó:` may be a sentence of its own.
    let alone = facts.figures(line, own.clone()).next().is_none();
    let sentence = passage.sentence(last.saturating_sub(usize::from(alone)));
    let head = of_total(facts, line, sentence, sign, divides)?;
    (!alone || !divides || is_alone(facts, line, head.total)).then_some(head)
}

/// Whether no other figure of a paragraph before the list measures what the total does.
fn is_alone(facts: &Facts<'_>, block: usize, total: usize) -> bool {
    let Some(passage) = facts.passage(block) else { return false };
    let mut figures = facts.figures(block, 0..passage.text.tokens.len());
    figures.all(|r| r == total || !same_measure(&facts.records[r], &facts.records[total]))
}

/// `Phân theo tình trạng:` as a line of its own, behind the paragraph with the total.
fn without_figures(facts: &Facts<'_>, line: usize) -> Option<Head> {
    let block = &facts.article.blocks[line];
    let words = block.text.trim_end().strip_suffix(':').filter(|_| facts.is_prose(line))?;
    let text = Text::new(words);
    let (sign, divides) = match () {
        () if text.tokens.len() > BY => return None,
        () if has(&text, DIVIDES) => (Sign::Whole, true),
        () if has(&text, DETAILS) => (Sign::Bracket, false),
        () => return None,
    };
    let before = line.checked_sub(1).filter(|before| facts.is_prose(*before))?;
    let passage = facts.passage(before)?;
    let sentence = passage.sentence(passage.sentence_count().checked_sub(1)?);
    of_total(facts, before, sentence, sign, divides)
        .filter(|head| is_alone(facts, before, head.total))
}

fn of_total(
    facts: &Facts<'_>,
    block: usize,
    sentence: Tokens,
    sign: Sign,
    divides: bool,
) -> Option<Head> {
    let total = facts
        .figures(block, sentence.clone())
        .filter(|r| facts.is_level(*r) && !is_percent(&facts.records[*r]))
        .filter(|r| facts.records[*r].unit.is_some() && facts.bracket(*r).is_none())
        .last()?;
    let counts_alone = counts(facts, block, sentence) == [total];
    Some(Head { sign, divides, total, counts_alone })
}
