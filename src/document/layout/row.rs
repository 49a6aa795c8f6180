//! [`Row`]: a line of print, its runs from left to right.
//!
//! Small type that stands higher or lower than its neighbour (`m²`, the mark of a footnote) belongs
//! to the row of the larger type, and is raised in it.

use super::join;
use super::leaf::{Run, Unit};
use std::collections::BTreeMap;

/// A line of print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// Its runs, from the left.
    pub(super) runs: Vec<Run>,
    /// The line that its letters stand on.
    pub(super) base: Unit,
    /// Size of most of its type.
    pub(super) size: Unit,
}

impl Row {
    /// Left and right end.
    pub(super) fn x(&self) -> (Unit, Unit) {
        let left = self.runs.first().map_or(0, |run| run.x.0);
        (left, self.runs.iter().map(|run| run.x.1).max().unwrap_or(left))
    }

    /// Whether all of its words are bold.
    pub(super) fn is_bold(&self) -> bool {
        let mut words = self.runs.iter().filter(|run| run.text.contains(char::is_alphanumeric));
        words.clone().next().is_some() && words.all(|run| run.face.is_bold)
    }

    /// Its words.
    pub(super) fn text(&self) -> String {
        let texts: Vec<&str> = self.runs.iter().map(|run| run.text.as_str()).collect();
        texts.join(" ")
    }

    /// Whether the run is raised or lowered, and small.
    pub(super) fn is_raised(&self, run: &Run) -> bool {
        run.size * 100 <= self.size * 88 && (run.base - self.base).abs() > self.size / 12
    }

    /// Puts the mark of an item together with what stands behind its tab: `a)`, `Lúa`.
    pub(super) fn close_marks(&mut self) {
        if let [mark, text, ..] = self.runs.as_slice()
            && join::is_mark(&mark.text)
            && mark.size * 5 > text.size * 4
        {
            let mark = self.runs.remove(0);
            let text = &mut self.runs[0];
            text.text = format!("{} {}", mark.text, text.text);
            (text.x.0, text.word) = (mark.x.0, mark.x.1);
        }
    }

    /// How wide its first word is.
    pub(super) fn first_word(&self) -> Unit {
        self.runs.first().map_or(0, |run| run.word - run.x.0)
    }
}

/// The rows of some runs, from the top.
pub(super) fn rows(mut runs: Vec<Run>) -> Vec<Row> {
    runs.sort_by_key(|run| (run.line, run.x.0));
    let mut rows: Vec<Row> = Vec::new();
    for same in runs.chunk_by(|a, b| a.line == b.line) {
        let row = row(same.to_vec());
        match rows.last_mut().filter(|above| is_beside(above, &row)) {
            Some(above) => {
                above.runs.extend(row.runs);
                above.runs.sort_by_key(|run| run.x.0);
                *above = self::row(std::mem::take(&mut above.runs));
            }
            None => rows.push(row),
        }
    }
    rows
}

/// The row of some runs: its size is that of most letters.
pub(super) fn row(runs: Vec<Run>) -> Row {
    let mut lengths = BTreeMap::<Unit, usize>::new();
    for run in &runs {
        *lengths.entry(run.size).or_default() += run.text.len();
    }
    let most = runs.iter().max_by_key(|run| (lengths.get(&run.size), run.size));
    let (base, size) = most.map_or((0, 0), |run| (run.base, run.size));
    Row { runs, base, size }
}

/// Most runs of a row that others may stand beside; a line of print has some ten.
const MAX_BESIDE: usize = 500;

/// Whether two rows are one: hardly under each other, and no run of one over one of the other. A cell
/// whose letters come from several fonts stands a little lower than the cell beside it.
fn is_beside(above: &Row, row: &Row) -> bool {
    let is_over = |a: &Run, b: &Run| a.x.0 < b.x.1 && b.x.0 < a.x.1;
    row.base - above.base <= above.size.min(row.size) * 3 / 10
        && above.runs.len().max(row.runs.len()) <= MAX_BESIDE
        && !above.runs.iter().any(|a| row.runs.iter().any(|b| is_over(a, b)))
}

#[cfg(test)]
mod tests {
    use super::super::leaf::Face;
    use super::*;

    fn run(text: &str, line: usize, x: Unit, base: Unit, size: Unit) -> Run {
        let width = Unit::try_from(text.chars().count()).unwrap() * size / 2;
        Run {
            text: text.to_owned(),
            line,
            x: (x, x + width),
            word: x + width,
            base,
            size,
            face: Face::default(),
        }
    }

    #[test]
    fn a_raised_mark_belongs_to_its_row() {
        let runs = vec![
            run("2.000 m", 0, 0, 5000, 1200),
            run("2", 0, 4250, 4600, 700),
            run("xã", 1, 0, 6500, 1200),
        ];
        let rows = rows(runs);
        assert_eq!(rows.iter().map(Row::text).collect::<Vec<_>>(), ["2.000 m 2", "xã"]);
        assert!(rows[0].is_raised(&rows[0].runs[1]) && !rows[0].is_raised(&rows[0].runs[0]));
    }

    #[test]
    fn a_mark_and_its_item_are_one_run() {
        let mut rows = rows(vec![run("a)", 0, 0, 0, 1000), run("Lúa: 12 ha", 0, 4000, 0, 1000)]);
        rows[0].close_marks();
        assert_eq!(rows[0].runs.len(), 1);
        assert_eq!(rows[0].text(), "a) Lúa: 12 ha");
    }
}
