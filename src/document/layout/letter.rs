//! Letters, as they lie on the page, put together to runs.
//!
//! `T` `ổ` `n` `g` with no room between them are a word; a gap wider than a fifth of the type is a
//! space, with or without a letter for it; one wider than the type ends the run. Letters are taken
//! by their places, not in the order in which they were set: where a font lacks `ổ`, a line comes as
//! `T ng` and, afterwards, the `ổ` for the gap.

use super::leaf::{Face, Ruling, Run, Unit};

/// One letter, or several that a font sets as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Letter {
    /// What it says; white space where it only makes room.
    pub(crate) text: String,
    /// From where to where it moves the pen.
    pub(crate) x: (Unit, Unit),
    /// The line that it stands on.
    pub(crate) base: Unit,
    /// Size of the type.
    pub(crate) size: Unit,
    /// How it looks.
    pub(crate) face: Face,
}

impl Letter {
    fn is_space(&self) -> bool {
        self.text.chars().all(|c| c.is_whitespace() || c.is_control())
    }
}

/// The runs of a page, by lines from the top, each from the left. None goes across a ruling line.
pub(crate) fn runs(mut letters: Vec<Letter>, rulings: &[Ruling]) -> Vec<Run> {
    letters.sort_by_key(|letter| letter.base);
    let mut runs = Vec::new();
    let same_line = |a: &Letter, b: &Letter| b.base - a.base <= a.size.min(b.size) * 3 / 20;
    let mut lines: Vec<Vec<Letter>> = Vec::new();
    for line in letters.chunk_by_mut(same_line) {
        line.sort_by_key(|letter| letter.x.0);
        lines.push(line.to_vec());
    }
    for index in 1..lines.len() {
        let (above, below) = lines.split_at_mut(index);
        let (above, below) = (&mut above[index - 1], &mut below[0]);
        attach(above, below);
        attach(below, above);
    }
    for (number, line) in lines.iter().enumerate() {
        let (base, size) = line.first().map_or((0, 0), |letter| (letter.base, letter.size));
        let crosses = |ruling: &&Ruling| {
            !ruling.is_level() && ruling.y.0 <= base - size / 3 && ruling.y.1 >= base - size / 3
        };
        let fences: Vec<Unit> = rulings.iter().filter(crosses).map(|ruling| ruling.x.0).collect();
        set(number, line, &fences, &mut runs);
    }
    runs
}

/// Moves small letters that stand a little higher or lower than those beside them to their line: the
/// 2 of `m²`, the mark of a footnote.
fn attach(small: &mut Vec<Letter>, host: &mut Vec<Letter>) {
    let mut moved = Vec::new();
    small.retain(|letter| {
        let next = host.partition_point(|other| other.x.0 < letter.x.0);
        let before = moved.last().filter(|last: &&Letter| is_beside(last, letter));
        let joins = before.is_some()
            || next.checked_sub(1).is_some_and(|at| is_raised(letter, &host[at]))
            || host.get(next).is_some_and(|other| is_raised(letter, other));
        if joins {
            moved.push(letter.clone());
        }
        !joins
    });
    if !moved.is_empty() {
        host.extend(moved);
        host.sort_by_key(|letter| letter.x.0);
    }
}

fn is_beside(a: &Letter, b: &Letter) -> bool {
    b.x.0 - a.x.1 <= a.size / 3 && a.x.0 - b.x.1 <= a.size / 3
}

/// Whether a letter is small and stands beside a larger one, within its height.
fn is_raised(small: &Letter, large: &Letter) -> bool {
    let raised = large.base - small.base;
    small.size * 100 <= large.size * 88
        && is_beside(large, small)
        && raised <= large.size * 3 / 5
        && raised >= -large.size * 3 / 10
}

/// The runs of one line, between the upright lines that cross it.
fn set(number: usize, line: &[Letter], fences: &[Unit], runs: &mut Vec<Run>) {
    let mut run: Vec<&Letter> = Vec::new();
    let mut has_space = false;
    let mut text = String::new();
    let mut word = None;
    for letter in line {
        if letter.is_space() {
            has_space |= !letter.text.is_empty();
            continue;
        }
        if run.iter().rev().take(3).any(|other| is_again(other, letter)) {
            continue;
        }
        if let Some(last) = run.last() {
            let gap = letter.x.0 - last.x.1;
            let size = last.size.max(letter.size);
            let changes = last.face.font != letter.face.font || differ(last, letter);
            let (from, to) = (last.x.1 - last.size / 8, letter.x.0 + letter.size / 8);
            let is_fenced = fences.iter().any(|fence| (from..=to).contains(fence));
            if gap > size || changes || is_fenced {
                finish(number, &mut run, &mut text, word.take(), runs);
            } else if has_space || gap > size / 5 {
                word = word.or(Some(last.x.1));
                text.push(' ');
            }
        }
        text.push_str(&letter.text);
        run.push(letter);
        has_space = false;
    }
    finish(number, &mut run, &mut text, word, runs);
}

/// Whether one type is plainly smaller than the other, or stands higher.
fn differ(a: &Letter, b: &Letter) -> bool {
    let (small, large) = (a.size.min(b.size), a.size.max(b.size));
    small * 10 < large * 9 || (a.base - b.base).abs() > large / 5
}

/// A letter that was set twice, a little aside, to look bold.
fn is_again(a: &Letter, b: &Letter) -> bool {
    a.text == b.text && (a.x.0 - b.x.0).abs() <= a.size / 10 && a.x.1 - a.x.0 > a.size / 8
}

/// Ends a run. It looks as most of its letters do.
fn finish(
    line: usize,
    letters: &mut Vec<&Letter>,
    text: &mut String,
    word: Option<Unit>,
    runs: &mut Vec<Run>,
) {
    let (Some(first), Some(last)) = (letters.first(), letters.last()) else { return };
    let bold = letters.iter().filter(|letter| letter.face.is_bold).count();
    let mut sizes: Vec<Unit> = letters.iter().map(|letter| letter.size).collect();
    let middle = sizes.len() / 2;
    let right = letters.iter().map(|letter| letter.x.1).max().unwrap_or(last.x.1);
    runs.push(Run {
        text: std::mem::take(text),
        line,
        x: (first.x.0, right),
        word: word.unwrap_or(right),
        base: first.base,
        size: *sizes.select_nth_unstable(middle).1,
        face: Face { font: first.face.font, is_bold: bold * 2 > letters.len() },
    });
    letters.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(words: &[(&str, Unit)]) -> Vec<Letter> {
        let of = |&(text, x): &(&str, Unit)| Letter {
            text: text.to_owned(),
            x: (x, x + 500),
            base: 0,
            size: 1000,
            face: Face::default(),
        };
        words.iter().map(of).collect()
    }

    fn texts(words: &[(&str, Unit)]) -> Vec<String> {
        runs(letters(words), &[]).into_iter().map(|run| run.text).collect()
    }

    #[test]
    fn letters_of_a_second_font_fill_the_gaps() {
        assert_eq!(texts(&[("T", 0), ("n", 1000), ("g", 1500), ("ổ", 500)]), ["Tổng"]);
    }

    #[test]
    fn gaps_are_spaces_or_end_the_run() {
        assert_eq!(texts(&[("1", 0), ("2", 800), (" ", 1300), ("3", 1301)]), ["1 2 3"]);
        assert_eq!(texts(&[("1", 0), ("2", 1600)]), ["1", "2"]);
    }

    #[test]
    fn no_run_goes_across_a_line() {
        let ruling = Ruling { x: (600, 600), y: (-900, 300) };
        let runs = runs(letters(&[("1", 0), ("2", 700)]), &[ruling]);
        assert_eq!(runs.len(), 2);
    }

    #[test]
    fn a_letter_set_twice_is_one() {
        assert_eq!(texts(&[("A", 0), ("A", 40), ("A", 500)]), ["AA"]);
    }
}
