//! [`Row`]: a line of print, its runs from left to right.
//!
//! Small type that stands higher or lower than its neighbour (`m²`, the mark of a footnote) belongs
//! to the row of the larger type, and is raised in it.

use super::join;
use super::leaf::{Run, Unit};

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
    fn new(run: Run) -> Self {
        Self { base: run.base, size: run.size, runs: vec![run] }
    }

    /// Left and right end.
    pub(super) fn x(&self) -> (Unit, Unit) {
        let left = self.runs.first().map_or(0, |run| run.x.0);
        (left, self.runs.iter().map(|run| run.x.1).max().unwrap_or(left))
    }

    /// Whether all of it is bold.
    pub(super) fn is_bold(&self) -> bool {
        self.runs.iter().all(|run| run.face.is_bold || !run.text.contains(char::is_alphanumeric))
    }

    /// Its words.
    pub(super) fn text(&self) -> String {
        let texts: Vec<&str> = self.runs.iter().map(|run| run.text.as_str()).collect();
        texts.join(" ")
    }

    /// Whether the run is raised or lowered, and small.
    pub(super) fn is_raised(&self, run: &Run) -> bool {
        run.size * 5 <= self.size * 4 && run.base != self.base
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
            text.x.0 = mark.x.0;
        }
    }

    /// How wide its first word is.
    pub(super) fn first_word(&self) -> Unit {
        let Some(run) = self.runs.first() else { return 0 };
        let letters = |text: &str| Unit::try_from(text.chars().count()).unwrap_or(Unit::MAX);
        let word = run.text.split(' ').next().unwrap_or_default();
        let share = i64::from(run.x.1 - run.x.0) * i64::from(letters(word));
        Unit::try_from(share / i64::from(letters(&run.text).max(1))).unwrap_or(Unit::MAX)
    }
}

/// The rows of some runs, from the top.
pub(super) fn rows(mut runs: Vec<Run>) -> Vec<Row> {
    runs.sort_by_key(|run| (run.base, run.x.0));
    let largest = runs.iter().map(|run| run.size).max().unwrap_or(0);
    let mut rows: Vec<Row> = Vec::new();
    let mut small = Vec::new();
    for run in runs {
        match rows.last_mut().filter(|row| run.base - row.base <= row.size.min(run.size) / 5) {
            Some(row) => row.add(run),
            None if run.size * 5 <= largest * 4 => small.push(run),
            None => rows.push(Row::new(run)),
        }
    }
    for run in small {
        match host(&mut rows, &run) {
            Some(row) => row.runs.push(run),
            None => {
                let at = rows.partition_point(|row| row.base < run.base);
                match rows.get_mut(at).filter(|row| row.base - run.base <= run.size / 5) {
                    Some(row) => row.add(run),
                    None => match at.checked_sub(1).map(|at| &mut rows[at]) {
                        Some(row) if run.base - row.base <= run.size / 5 => row.add(run),
                        _ => rows.insert(at, Row::new(run)),
                    },
                }
            }
        }
    }
    for row in &mut rows {
        row.runs.sort_by_key(|run| run.x.0);
    }
    rows
}

impl Row {
    fn add(&mut self, run: Run) {
        let wide = |run: &Run| run.x.1 - run.x.0;
        let width: Unit = self.runs.iter().filter(|other| other.size == self.size).map(wide).sum();
        if run.size != self.size && wide(&run) > width {
            (self.size, self.base) = (run.size, run.base);
        }
        self.runs.push(run);
    }
}

/// The row of larger type that a small run stands close to, within its height.
fn host<'a>(rows: &'a mut [Row], small: &Run) -> Option<&'a mut Row> {
    let beside = |run: &Run, base: Unit| {
        let raised = base - small.base;
        let near = small.x.0 - run.x.1 <= run.size / 3 && run.x.0 - small.x.1 <= run.size / 3;
        small.size * 5 <= run.size * 4
            && near
            && raised != 0
            && raised <= run.size * 3 / 5
            && raised >= -run.size * 3 / 10
    };
    rows.iter_mut().find(|row| row.runs.iter().any(|run| beside(run, run.base)))
}

#[cfg(test)]
mod tests {
    use super::super::leaf::Face;
    use super::*;

    fn run(text: &str, x: Unit, base: Unit, size: Unit) -> Run {
        let width = Unit::try_from(text.chars().count()).unwrap() * size / 2;
        Run { text: text.to_owned(), x: (x, x + width), base, size, face: Face::default() }
    }

    #[test]
    fn a_raised_mark_belongs_to_its_row() {
        let runs = vec![run("2.000 m", 0, 5000, 1200), run("2", 4250, 4600, 700), run("xã", 0, 6500, 1200)];
        let rows = rows(runs);
        assert_eq!(rows.iter().map(Row::text).collect::<Vec<_>>(), ["2.000 m 2", "xã"]);
        assert!(rows[0].is_raised(&rows[0].runs[1]) && !rows[0].is_raised(&rows[0].runs[0]));
    }

    #[test]
    fn small_type_of_its_own_is_a_row() {
        let rows = rows(vec![run("Báo cáo", 0, 5000, 1200), run("chú thích", 0, 7000, 800)]);
        assert_eq!(rows.len(), 2);
    }
}
