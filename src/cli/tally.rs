//! [`Tally`]: what came of all inputs of a run, its last words and its exit code.

use super::exit::Exit;
use super::message::Messages;
use super::outcome::{Came, Outcome, count};
use super::resume::Fate;
use de_an_06::source::Why;
use std::collections::BTreeMap;

/// The sums of a run.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sums {
    pub(crate) read: usize,
    pub(crate) failed: usize,
    pub(crate) left_out: usize,
    pub(crate) figures: usize,
}

/// What came of the inputs.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    sums: Sums,
    /// How many were left out, and why.
    left_out: BTreeMap<Why, usize>,
    /// The names of those that failed.
    failed: Vec<String>,
    /// Whether a list or an archive held no page.
    has_empty: bool,
}

impl Tally {
    /// Takes in the next one.
    pub(crate) fn add(&mut self, outcome: &Outcome) {
        let sums = &mut self.sums;
        match &outcome.came {
            Came::Read(reading) => {
                sums.read += 1;
                sums.figures += reading.report.records.len();
            }
            Came::Stored(figures) | Came::Before(Fate::Read { figures, .. }) => {
                sums.read += 1;
                sums.figures += figures;
            }
            Came::Failed(_) | Came::Before(Fate::Failed) => {
                sums.failed += 1;
                self.failed.push(outcome.name.clone());
            }
            Came::LeftOut(why) | Came::Before(Fate::LeftOut(why)) => {
                sums.left_out += 1;
                *self.left_out.entry(*why).or_default() += 1;
            }
            Came::Empty | Came::Before(Fate::Empty) => self.has_empty = true,
        }
    }

    pub(crate) fn sums(&self) -> Sums {
        self.sums
    }

    /// The names of the inputs that failed.
    pub(crate) fn failed(&self) -> &[String] {
        &self.failed
    }

    /// Whether there is anything to write: something was read, or nothing was there and that is no failure.
    pub(crate) fn is_worth_writing(&self) -> bool {
        self.sums.read > 0 || self.has_empty && self.sums.failed == 0
    }

    /// Whether what was read holds a figure.
    pub(crate) fn found_figures(&self) -> bool {
        self.sums.figures > 0
    }

    /// How the run ended, as far as the inputs go. `held` is false where something that was asked
    /// to hold did not.
    pub(crate) fn exit(&self, held: bool) -> Exit {
        match (self.sums.read, self.sums.failed) {
            (0, 1..) => Exit::Nothing,
            (_, 0) if held => Exit::Done,
            _ => Exit::Failed,
        }
    }

    /// Says what was left out, and what came of several inputs.
    pub(crate) fn summarise(&self, messages: Messages) {
        let left_out = |why| self.left_out.get(&why).copied();
        let others = left_out(Why::NoPage)
            .map(|n| format!("{} (no page, document or text)", count(n, "file")));
        let of_pages =
            left_out(Why::PartOfPage).map(|n| format!("{} of saved pages", count(n, "file")));
        let files: Vec<_> = others.into_iter().chain(of_pages).collect();
        let files = Some(files.join(" and ")).filter(|files| !files.is_empty());
        let special = left_out(Why::Special).map(|n| match n {
            1 => "1 pipe or device".to_owned(),
            n => format!("{n} pipes or devices"),
        });
        for left_out in files.into_iter().chain(special) {
            messages.note(&format!("left out: {left_out}; -v names them"));
        }
        let Sums { read, failed, figures, .. } = self.sums;
        let all = read + failed;
        if all > 1 {
            messages.summary(&format!(
                "{read} of {all} inputs read, {failed} failed, {}",
                count(figures, "figure")
            ));
        }
    }
}
