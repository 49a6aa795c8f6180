//! How far a long run has come: one line on a terminal, gone when the run ends.
//!
//! `120 of 3 000 read, 4 failed, 41/s, 1m left`; without the total where a list or an archive is
//! among the inputs. A run that is over within a second shows nothing.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use std::fmt;
use std::time::{Duration, Instant};

/// A run shorter than this needs no progress.
const PATIENCE: Duration = Duration::from_secs(1);

/// The progress of one run.
pub(crate) struct Progress {
    bar: ProgressBar,
    failed: usize,
    /// Until when nothing is shown; none once it is shown, or where it never will be.
    silent_until: Option<Instant>,
}

impl Progress {
    /// Progress over so many inputs, if the number is known. What is not `shown` says nothing.
    pub(crate) fn new(total: Option<usize>, shown: bool) -> Self {
        let bar = bar(total, ProgressDrawTarget::hidden());
        Self { bar, failed: 0, silent_until: shown.then(|| Instant::now() + PATIENCE) }
    }

    /// One more input is done.
    pub(crate) fn advance(&mut self, failed: bool) {
        if self.silent_until.take_if(|until| Instant::now() >= *until).is_some() {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.failed += usize::from(failed);
        self.bar.set_message(format!("{} failed", self.failed));
        self.bar.inc(1);
    }

    /// Says something else on the terminal without a trace of the progress in it.
    pub(crate) fn aside(&self, say: impl FnOnce()) {
        self.bar.suspend(say);
    }

    /// The run is over.
    pub(crate) fn finish(self) {
        self.bar.finish_and_clear();
    }
}

fn bar(total: Option<usize>, target: ProgressDrawTarget) -> ProgressBar {
    let template = match total {
        Some(_) => "{pos} of {len} read, {msg}, {per_second}, {eta} left",
        None => "{pos} read, {msg}, {per_second}",
    };
    let per_second = |state: &ProgressState, out: &mut dyn fmt::Write| {
        let _ = write!(out, "{}/s", state.per_sec().round());
    };
    // Only a template with an unknown key is refused, and a test draws both.
    let style = ProgressStyle::with_template(template);
    let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
    let style = style.with_key("per_second", per_second);
    ProgressBar::with_draw_target(total.map(|total| total as u64), target).with_style(style)
}

#[cfg(test)]
mod tests {
    use super::*;
    use indicatif::InMemoryTerm;

    #[test]
    fn the_line_says_how_far_the_run_has_come() {
        for (total, begins, ends) in
            [(Some(3), "2 of 3 read, 1 failed, ", " left"), (None, "2 read, 1 failed, ", "/s")]
        {
            let terminal = InMemoryTerm::new(3, 80);
            let target = ProgressDrawTarget::term_like(Box::new(terminal.clone()));
            let bar = bar(total, target);
            let mut progress = Progress { bar, failed: 0, silent_until: None };
            progress.advance(false);
            progress.advance(true);
            progress.bar.force_draw();
            let line = terminal.contents();
            assert!(line.starts_with(begins) && line.ends_with(ends), "{line:?}");
            progress.finish();
            assert_eq!(terminal.contents(), "");
        }
    }

    #[test]
    fn a_short_run_shows_nothing() {
        let mut progress = Progress::new(Some(1), true);
        progress.advance(false);
        assert!(progress.bar.is_hidden() && progress.silent_until.is_some());
    }
}
