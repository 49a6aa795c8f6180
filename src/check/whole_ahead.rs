//! The whole that opens a sentence, of which the figure behind it is a part.
//!
//! `Trong 2.480 tỷ đồng dư nợ của chi nhánh, cho vay nông nghiệp là 1.736 tỷ đồng` names all first, and then some of it. Only the next
//! figure is a part of it, of the same measure, and no larger; what `Trong 9 tháng` opens is a time and no whole.

use super::facts::Facts;
use super::units::same_measure;
use super::words::text::IN_ALL;
use crate::text::TokenKind;

/// The whole of a part.
pub(super) fn opening_whole(facts: &Facts<'_>, part: usize) -> Option<usize> {
    let (place, passage) = facts.place(part)?;
    let whole = facts.before(part).filter(|whole| facts.same_sentence(*whole, part))?;
    let (first, _) = facts.place(whole)?;
    let start = passage.sentence(place.sentence).start;
    let opens =
        |at: usize| passage.says(at, IN_ALL).is_some_and(|len| at + len == first.number.start);
    let quoted = start + usize::from(passage.text.tokens[start].kind == TokenKind::Mark);
    let plain = [whole, part].iter().all(|r| facts.is_level(*r) && facts.bracket(*r).is_none());
    let [all, one] = [whole, part].map(|r| &facts.records[r]);
    (opens(quoted) && plain && same_measure(all, one) && one.value <= all.value).then_some(whole)
}

#[cfg(test)]
mod tests {
    use crate::check::sample::accuses;

    #[test]
    fn what_opens_the_sentence_is_the_whole() {
        let share = |share: &str| {
            format!("Trong «2.480|hộ» của xã, hộ trồng dừa là «1.736|hộ», chiếm «{share}|%»%.")
        };
        assert!(accuses(&share("60")));
        assert!(!accuses(&share("70")));
    }
}
