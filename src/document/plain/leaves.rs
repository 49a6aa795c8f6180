//! Lines of text as pages of print: every letter as wide as the other.
//!
//! A form feed begins a page. Three spaces within a line are a gap between columns. The marks that a
//! mail puts before what it quotes (`> `) are taken off.

use super::super::layout::{Face, Leaf, Run};
use super::width::Wrap;

/// How wide a letter is, in hundredths of a point.
pub(super) const LETTER: i32 = 500;

/// Size of the type, and how far lines are from each other.
const SIZE: i32 = 1000;
const STEP: i32 = 1200;

/// Longest line that has columns, in bytes: some times as long as lines are typed.
const LONGEST: usize = 1_000;

/// The lines without the marks of a quotation, where most of them have one.
pub(super) fn unquoted<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let is_quoted = |line: &&&str| line.starts_with('>');
    let quoted = lines.iter().filter(is_quoted).count();
    let filled = lines.iter().filter(|line| !line.is_empty()).count();
    match quoted * 2 > filled {
        true => lines.iter().map(|line| line.trim_start_matches(['>', ' '])).collect(),
        false => lines.to_vec(),
    }
}

/// The pages of some lines.
pub(super) fn of(lines: &[&str], wrap: Wrap) -> Vec<Leaf> {
    let mut leaves = vec![Leaf::default()];
    let mut count = 0;
    for (number, line) in lines.iter().enumerate() {
        for (index, part) in line.split('\u{c}').enumerate() {
            if index > 0 {
                leaves.push(Leaf::default());
                count = 0;
            }
            let Some(leaf) = leaves.last_mut() else { continue };
            leaf.runs.extend(runs(part, number, count, wrap));
            count += 1;
            leaf.height = count.saturating_mul(STEP);
        }
    }
    leaves
}

/// The runs of a line.
fn runs(line: &str, number: usize, count: i32, wrap: Wrap) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let has_columns = line.len() <= LONGEST;
    // The end of the last word, in bytes of the line and in letters.
    let (mut end, mut length) = (0, 0_i32);
    for word in line.split_whitespace() {
        let at = word.as_ptr() as usize - line.as_ptr() as usize;
        let from = length.saturating_add(wrap.length(&line[end..at]));
        let to = from.saturating_add(wrap.length(word));
        let x = (from.saturating_mul(LETTER), to.saturating_mul(LETTER));
        let is_near = !has_columns || at - end < 3 && !line[end..at].contains('\t');
        match runs.last_mut().filter(|_| is_near) {
            Some(run) => {
                run.text.push(' ');
                run.text.push_str(word);
                run.x.1 = x.1;
            }
            None => runs.push(Run {
                text: word.to_owned(),
                line: number,
                x,
                word: x.1,
                base: count.saturating_mul(STEP),
                size: SIZE,
                face: Face::default(),
            }),
        }
        (end, length) = (at + word.len(), to);
    }
    runs
}
