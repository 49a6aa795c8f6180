//! What was expected, in one sentence: the rule, the arithmetic, and the likeliest slip.
//!
//! `the parts should add up to the total: 470 + 490 = 960, the text says 950; 490 may be a slip for
//! 480, or 950 for 960`.

use super::told::Told;
use crate::check::Slip;
use crate::output::wording::word;
use crate::output::{Lang, Sentences};

/// The sentence of a finding.
#[must_use]
pub fn sentence(told: &Told, lang: Lang) -> String {
    let detail = Sentences::of_findings().said(&told.detail, lang);
    let slips = slips(&told.slips, lang).map_or(String::new(), |slips| format!("; {slips}"));
    format!("{}: {detail}{slips}", word("expected", told.kind, lang))
}

/// The rule and the likeliest slip, without the arithmetic.
pub(in crate::output) fn remark(kind: &str, slips: &[Slip], lang: Lang) -> String {
    let rule = word("expected", kind, lang);
    self::slips(slips, lang).map_or(rule.to_owned(), |slips| format!("{rule}; {slips}"))
}

/// `490 may be a slip for 480, or 950 for 960`
fn slips(slips: &[Slip], lang: Lang) -> Option<String> {
    let (first, others) = slips.split_first()?;
    let [may, of, or] = match lang {
        Lang::En => ["may be a slip for", "for", ", or"],
        Lang::Vi => ["có thể là gõ nhầm của", "của", ", hoặc"],
    };
    let mut said = format!("{} {may} {}", first.said, first.meant);
    for slip in others {
        said.push_str(&format!("{or} {} {of} {}", slip.said, slip.meant));
    }
    Some(said)
}
