//! The words of an indicator and of its scope, out of the probabilities of the words around a figure.
//!
//! A phrase that a person reads has no holes: up to two words that were left out between two that were taken are taken
//! too, unless a figure stands among them. `số | hộ | nghèo | của | huyện` with `của` left out is one phrase.

use super::{Chance, Sheet, Spot, Words};
use crate::lexicon::{CueClass, Mark, Term};
use crate::text::TokenKind;

/// From which probability on a word is taken.
const TAKEN: Chance = 4_000;
/// How many words may be missing inside of a phrase.
const HOLE: usize = 2;

/// The pieces that are taken, in reading order: those above the threshold, or the most probable one.
pub(super) fn taken(
    sheet: &Sheet<'_>,
    figure: Spot,
    before: usize,
    chances: &[Chance],
) -> Vec<usize> {
    let at = |slot: usize| (figure.at + slot).checked_sub(before);
    let can = |at: &usize| is_word(sheet, *at);
    let slots = |from: Chance| {
        let slots = chances.iter().enumerate().filter(move |(_, chance)| **chance > from);
        slots.filter_map(|(slot, _)| at(slot)).filter(can).collect::<Vec<_>>()
    };
    let mut pieces = slots(TAKEN);
    if pieces.is_empty() {
        let most = (0..chances.len())
            .filter(|slot| at(*slot).is_some_and(|at| can(&at)))
            .max_by_key(|s| chances[*s]);
        pieces.extend(most.filter(|slot| chances[*slot] > 0).and_then(at));
    }
    let chance =
        |at: usize| (at + before).checked_sub(figure.at).and_then(|slot| chances.get(slot));
    filled(sheet, &whole(sheet, pieces, |at| chance(at).copied().unwrap_or(0)))
}

/// Whether a piece can be a word of a phrase: no number of a figure, nothing where a row begins.
fn is_word(sheet: &Sheet<'_>, at: usize) -> bool {
    at < sheet.pieces.len()
        && sheet.piece(at).is_some()
        && sheet.figures.binary_search_by_key(&at, |figure| figure.at).is_err()
}

/// A word of several syllables (`học viên`) is taken as a whole or not at all, by the mean of its probabilities.
fn whole(
    sheet: &Sheet<'_>,
    mut pieces: Vec<usize>,
    chance: impl Fn(usize) -> Chance,
) -> Vec<usize> {
    let mut met = 0;
    for at in
        pieces.first().map_or(0..0, |first| first.saturating_sub(3)..pieces[pieces.len() - 1] + 1)
    {
        let word = at..at + syllables(sheet, at);
        if at < met || word.len() < 2 {
            continue;
        }
        met = word.end;
        let taken = word.clone().filter(|at| pieces.contains(at)).count();
        if taken == 0 || taken == word.len() {
            continue;
        }
        let mean = word.clone().map(|at| usize::from(chance(at))).sum::<usize>() / word.len();
        pieces.retain(|at| !word.contains(at));
        if mean > usize::from(TAKEN) {
            pieces.extend(word);
        }
        pieces.sort_unstable();
        if pieces.is_empty() {
            break;
        }
    }
    pieces
}

/// How many pieces the longest unit or compound of the lexicon takes that begins here.
fn syllables(sheet: &Sheet<'_>, at: usize) -> usize {
    let (Some(piece), Some(spot)) = (sheet.piece(at), sheet.pieces.get(at)) else { return 0 };
    let row = &sheet.rows[spot.row];
    let is_word =
        |mark: &&Mark| mark.class == Some(CueClass::Compound) || matches!(mark.term, Term::Unit(_));
    let marks = row.scene.marks.all(piece.words.start).iter().filter(is_word);
    let end = piece.words.start + marks.map(|mark| mark.len as usize).max().unwrap_or(1);
    let behind = row.pieces[spot.index.unwrap_or(0)..].iter();
    behind.take_while(|piece| piece.words.end <= end).count()
}

fn filled(sheet: &Sheet<'_>, pieces: &[usize]) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::new();
    for at in pieces {
        if let Some(last) = out.last().copied().filter(|last| at - last - 1 <= HOLE) {
            let hole = last + 1..*at;
            if hole.clone().all(|at| is_word(sheet, at)) {
                out.extend(hole);
            }
        }
        out.push(*at);
    }
    out
}

/// Runs of neighbouring pieces as words of the article; marks at the ends of a run are left out.
pub(super) fn words(sheet: &Sheet<'_>, pieces: &[usize]) -> Vec<Words> {
    let runs = pieces.chunk_by(|a, b| *b == a + 1 && sheet.pieces[*a].row == sheet.pieces[*b].row);
    runs.filter_map(|run| run_of_words(sheet, run)).collect()
}

/// The same without runs of a single syllable, which say nothing by themselves.
pub(super) fn phrases(sheet: &Sheet<'_>, pieces: &[usize]) -> Vec<Words> {
    let mut words = words(sheet, pieces);
    words.retain(|(_, tokens)| tokens.len() > 1);
    words
}

fn run_of_words(sheet: &Sheet<'_>, run: &[usize]) -> Option<Words> {
    let row = sheet.pieces[*run.first()?].row;
    let text = sheet.rows[row].scene.text;
    let is_mark = |at: &usize| {
        let mark =
            |token: usize| text.tokens[token].kind == TokenKind::Mark && text.key(token) != "%";
        sheet.piece(*at).is_none_or(|piece| mark(piece.words.start))
    };
    let first = run.iter().position(|at| !is_mark(at))?;
    let last = run.iter().rposition(|at| !is_mark(at))?;
    Some((row, sheet.piece(run[first])?.words.start..sheet.piece(run[last])?.words.end))
}
