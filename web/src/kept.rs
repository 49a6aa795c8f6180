//! A report, and what was said when it was read: one that would be read otherwise now is stale.

use de_an_06::correction::Correction;
use de_an_06::lexicon::Lexicon;
use de_an_06::{Options, Report};
use std::sync::Arc;

/// A report that is kept.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) report: Report,
    lexicon: Option<Arc<Lexicon>>,
    corrections: Vec<Correction>,
}

impl Kept {
    /// A report that was just read.
    pub(crate) fn new(report: Report, facts: &Options) -> Self {
        let (lexicon, corrections) = (facts.lexicon.clone(), of(&report, facts));
        Self { report, lexicon, corrections }
    }

    /// Whether it would be read with something else now.
    pub(crate) fn is_stale(&self, facts: &Options) -> bool {
        let is_same = match (&self.lexicon, &facts.lexicon) {
            (Some(then), Some(now)) => Arc::ptr_eq(then, now),
            (then, now) => then.is_none() && now.is_none(),
        };
        !is_same || self.corrections != of(&self.report, facts)
    }
}

/// The corrections of a report, wherever they stand.
fn of(report: &Report, facts: &Options) -> Vec<Correction> {
    let all = facts.corrections.as_deref();
    let own = all.map(|all| all.of(&report.source.name, report.source.url.as_deref()));
    let nowhere =
        |(_, one): (_, &Correction)| Correction { from: Default::default(), ..one.clone() };
    own.unwrap_or_default().into_iter().map(nowhere).collect()
}
