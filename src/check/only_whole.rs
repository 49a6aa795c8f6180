//! # What it tests
//! The share of the one whole that a paragraph tells, though the words behind the share call it otherwise.
//!
//! # Why
//! A digit too many in a percentage shows as soon as the part is divided by the only whole there is.
//!
//! # Example
//! `135 thanh niên lên đường nhập ngũ. Có 13 tân binh …, chiếm 19,6% quân số nhập ngũ` gives
//! `13/135 = 9,63 %, the text says 19,6 %`.
//!
//! # Limits
//! The part stands right before `chiếm`, one level of its measure and no other that is larger stands before
//! it in the paragraph, and every word of the name was said by then. Since the name is not that of the
//! figure, a difference is reported only where two digits of the percentage are swapped, or one is left out
//! or typed too often.

use super::Verdict;
use super::average::only;
use super::called::colours;
use super::claim::Claim;
use super::facts::Facts;
use super::fraction_percent::{fits, is_level_percent};
use super::passage::Passage;
use super::percent::share;
use super::relation::{Relation, Term};
use super::slip::{Hand, hand};
use super::units::{is_percent, same_measure};
use super::whole::{Whole, candidates, named};
use super::words::text::LIMITS;
use crate::lexicon::CueClass;
use crate::text::{TokenKind, Tokens};

const KIND: &str = "fraction_percent";

/// How many tokens may stand between a part and its share.
const NEAR: usize = 16;

/// How many tokens the name of the whole takes at most.
const NAME: usize = 5;

/// How many figures before a part are searched for its whole.
const LOOK_BACK: usize = 12;

/// How many tokens before a part may hold the words of the name.
const BEFORE: usize = 120;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (1..facts.records.len()).filter_map(|said| one(facts, said)).collect()
}

fn one(facts: &Facts<'_>, said: usize) -> Option<Claim> {
    let percent = is_level_percent(facts, said)?;
    let (_, passage) = facts.place(said)?;
    let part = facts.before(said).filter(|part| facts.is_level(*part))?;
    let how = facts.apposed(part, said, &[CueClass::Share])?;
    let (gap, _) = facts.gap(part, said)?;
    if how.by.is_none() || gap.len() > NEAR || is_percent(&facts.records[part]) {
        return None;
    }
    let name = match named(facts, said) {
        None => unmarked(facts, said)?,
        Some(Whole::Named(name)) if candidates(facts, said, &name).is_empty() => name,
        Some(_) => return None,
    };
    let record = &facts.records[part];
    let whole = only(facts.back(part, LOOK_BACK).filter(|r| {
        let all = &facts.records[*r];
        facts.is_level(*r)
            && !is_percent(all)
            && same_measure(all, record)
            && all.value > record.value
    }))?;
    let (own, _) = facts.place(part)?;
    let before = own.number.start.saturating_sub(BEFORE)..own.number.start;
    if !is_known(passage, name, before) || facts.records[whole].of.or(record.of).is_some() {
        return None;
    }
    let (verdict, detail) = fits(record, &facts.records[whole], percent)?;
    let computed = share(record.value, facts.records[whole].value)?;
    let rounded = computed.round_dp(percent.value.normalize().scale());
    let slip = matches!(hand(percent.value, rounded), Some(Hand::Swapped | Hand::Counted));
    let [a, b, c] = [said, part, whole].map(|figure| Term::of(facts, figure));
    let claim = facts.claim(KIND, &[part, whole, said], verdict, detail);
    (verdict == Verdict::Holds || verdict == Verdict::DoesNotHold && slip)
        .then(|| claim.with(Relation::percent(a, b, c)))
}

/// The words behind a share up to the next mark.
fn unmarked(facts: &Facts<'_>, said: usize) -> Option<Tokens> {
    let (tail, passage) = facts.tail(said)?;
    let mark = tail.clone().find(|at| passage.text.tokens[*at].kind != TokenKind::Word);
    let name = tail.start..mark.unwrap_or(tail.end);
    (1..=NAME).contains(&name.len()).then_some(name)
}

/// Whether every word of a name was said before, and none of them limits what it is of.
fn is_known(passage: &Passage<'_>, name: Tokens, before: Tokens) -> bool {
    let said = |word: &str| before.clone().any(|at| passage.text.key(at) == word);
    let limited = passage.find(name.clone(), LIMITS).is_some();
    let mut words = colours(passage, name).peekable();
    words.peek().is_some() && words.all(said) && !limited
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn the_only_whole_is_meant() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Đợt tuyển quân có «160|thanh niên» nhập ngũ. Có «12|tân binh» là đảng viên, chiếm «17,5|%»% quân số nhập ngũ.",
                    "does not hold: 12/160 = 7,5 %, the text says 17,5 %",
                ),
                (
                    "Đợt tuyển quân có «160|thanh niên» nhập ngũ. Có «12|tân binh» là đảng viên, chiếm «2,4|%»% đảng viên toàn xã.",
                    "",
                ),
                (
                    "Đợt tuyển quân có «160|thanh niên» nhập ngũ. Có «12|tân binh» là đảng viên, chiếm «22|%»% quân số nhập ngũ.",
                    "",
                ),
            ],
        );
    }
}
