//! # What it tests
//! A number that is spelled out behind its digits is the same one.
//!
//! # Why
//! Official papers give sums twice, and the words are copied from an older draft.
//!
//! # Example
//! `kinh phí 1.250.000 đồng (bằng chữ: một triệu hai trăm năm mươi lăm nghìn đồng)` gives `1.250.000 and 1.255.000
//! đồng`.
//!
//! # Limits
//! Nothing but the unit and a mark stands between the digits and the word that says that they are spelled. The words must be a
//! number to their end.

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::print::Style;
use super::relation::{Relation, Term};
use super::words::text::SPELLED;
use crate::text::TokenKind;

const KIND: &str = "told_twice";

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (1..facts.records.len()).filter_map(|words| one(facts, words)).collect()
}

fn one(facts: &Facts<'_>, words: usize) -> Option<Claim> {
    let (place, passage) = facts.place(words)?;
    let digits = facts.before(words).filter(|digits| facts.same_sentence(*digits, words))?;
    let (first, _) = facts.place(digits)?;
    let [number, spelled] = [digits, words].map(|figure| &facts.records[figure]);
    let mark = |at: usize| passage.text.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Mark);
    let open = first.end + usize::from(mark(first.end));
    let cue = open + passage.says(open, SPELLED)?;
    let behind = cue + usize::from(mark(cue));
    let in_words = !spelled.source.text.contains(|c: char| c.is_ascii_digit());
    let ends = matches!(passage.text.key(place.end), ")" | "." | ";" | "");
    let whole = place.number.start == behind && ends;
    let plain = [number, spelled].iter().all(|r| r.of.or(r.high).is_none());
    if !(in_words && whole && plain) {
        return None;
    }
    let style = Style::of(number, &[number.value, spelled.value]);
    let (verdict, detail) = if number.value == spelled.value {
        (Verdict::Holds, style.full(number.value))
    } else {
        let sides = format!("{} and {}", style.bare(number.value), style.full(spelled.value));
        (Verdict::DoesNotHold, sides)
    };
    let [x, y] = [digits, words].map(|figure| Term::of(facts, figure));
    Some(facts.claim(KIND, &[digits, words], verdict, detail).with(Relation::same(x, y)))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn digits_and_words_are_one_number() {
        assert_findings(
            super::KIND,
            &[
                ("Đề nghị cấp «19|hộ» (bằng chữ: «mười bảy|hộ»).", "does not hold: 19 and 17 hộ"),
                ("Đề nghị cấp «19|hộ» (bằng chữ: «mười chín|hộ»).", "holds: 19 hộ"),
                ("Đề nghị cấp «19|hộ» (trong đó: «mười bảy|hộ» nghèo).", ""),
            ],
        );
    }
}
