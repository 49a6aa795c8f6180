//! The whole that opens a sentence, of which the figure behind it is a part.
//!
//! `Trong 2.480 tỷ đồng dư nợ của chi nhánh, cho vay nông nghiệp là 1.736 tỷ đồng` names all first, and then some of it. Only the next
//! figure is a part of it, of the same measure, and no larger; what `Trong 9 tháng` opens is a time and no whole.

use super::facts::Facts;
use super::units::same_measure;
use super::words::text::IN_ALL;

/// The whole of a part.
pub(super) fn opening_whole(facts: &Facts<'_>, part: usize) -> Option<usize> {
    let (place, passage) = facts.place(part)?;
    let whole = facts.before(part).filter(|whole| facts.same_sentence(*whole, part))?;
    let (first, _) = facts.place(whole)?;
    let start = passage.sentence(place.sentence).start;
    let number = first.number.start;
    let begins = |at: usize| at == start || matches!(passage.text.key(at - 1), ":" | "\"" | "“");
    let opens =
        (start..number).any(|at| begins(at) && passage.says(at, IN_ALL) == Some(number - at));
    let plain = [whole, part].iter().all(|r| facts.is_level(*r) && facts.bracket(*r).is_none());
    let [all, one] = [whole, part].map(|r| &facts.records[r]);
    (opens && plain && same_measure(all, one) && one.value <= all.value).then_some(whole)
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
