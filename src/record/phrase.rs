//! The words of a phrase as they are shown: `xuất khẩu … hạt điều` is `xuất khẩu hạt điều`.
//!
//! Runs of one row stand behind each other as they are printed, a space for what lies between; what comes from
//! another row stands behind `: `, as if that were its heading. Which words belong to it is not asked here.

use crate::clause::Row;
use crate::judge::Words;
use crate::text::{Text, Tokens};

/// How many tokens of a phrase are shown at most: the last ones, nearest to the figure. One that
/// is told on to thousands of figures would fill the report.
const LONGEST: usize = 400;

/// Words of an article, in reading order; none where nothing is left of them.
pub(super) fn shown(rows: &[Row<'_>], words: &[Words]) -> Option<String> {
    let of_rows = words.chunk_by(|(row, _), (next, _)| row == next).filter_map(|words| {
        let text = rows.get(words[0].0)?.scene.text;
        Some(joined(text, words.iter().map(|(_, tokens)| tokens.clone())))
    });
    let of_rows: Vec<String> = of_rows.filter(|words| !words.is_empty()).collect();
    Some(of_rows.join(": ")).filter(|words| !words.is_empty())
}

/// Runs of words of one text, in reading order.
pub(super) fn joined(text: &Text, words: impl Iterator<Item = Tokens>) -> String {
    let mut runs: Vec<Tokens> = Vec::new();
    for tokens in words.filter(|tokens| !tokens.is_empty()) {
        match runs.last_mut() {
            Some(last) if last.end == tokens.start => last.end = tokens.end,
            _ => runs.push(tokens),
        }
    }
    let mut over = runs.iter().map(ExactSizeIterator::len).sum::<usize>().saturating_sub(LONGEST);
    let mut out = String::new();
    for run in runs {
        let cut = over.min(run.len());
        over -= cut;
        let words = text.slice(run.start + cut..run.end);
        if !out.is_empty() && !words.starts_with([',', '.']) {
            out.push(' ');
        }
        out.push_str(words);
    }
    out.trim_matches(|c: char| matches!(c, ',' | '-' | '–' | ' ')).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_joined_as_they_are_printed() {
        let text = Text::new("Xuất khẩu (năm 2022) hạt điều, cà phê tăng");
        for (runs, want) in [
            (vec![0..2, 6..8], "Xuất khẩu hạt điều"),
            (vec![0..2, 6..8, 8..9, 9..11], "Xuất khẩu hạt điều, cà phê"),
            (vec![6..8, 8..9], "hạt điều"),
            (vec![], ""),
        ] {
            assert_eq!(joined(&text, runs.clone().into_iter()), want, "{runs:?}");
        }
        let long = Text::new(&"rất ".repeat(500));
        assert_eq!(joined(&long, std::iter::once(0..500)).split(' ').count(), LONGEST);
    }
}
