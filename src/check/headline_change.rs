//! # What it tests
//! The change of a title is the one between the two levels that the text tells of the same thing.
//!
//! # Why
//! The title is written from a draft, and the levels are corrected.
//!
//! # Example
//! Under the title `Giá điện sinh hoạt tăng 80 đồng` the sentence `giá điện sinh hoạt từ 1.864 đồng lên 1.924 đồng`
//! gives `title, 1.924 - 1.864 = 60, the text says 80 đồng`.
//!
//! # Limits
//! The title has one number right behind a verb of change, exact and with its unit; the text has one pair `từ … lên
//! …` in that unit behind every word that stands before the verb, and nowhere the change of the title, which
//! then is another one. An amount of a month is none of a year.

use super::Verdict;
use super::average::only;
use super::called::colours;
use super::claim::Claim;
use super::facts::Facts;
use super::from_to::{MOVES, from_to};
use super::headline::{has_unit, number_at};
use super::passage::Passage;
use super::print::Style;
use super::units::{alike, is_percent};
use super::words::text::TIMES;
use crate::lexicon::{CueClass, Marks};
use crate::record::Modifier;
use crate::text::Text;

const KIND: &str = "change";

/// How many tokens behind the number of the title may hold its rate.
const RATE: usize = 5;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    title(facts).into_iter().collect()
}

fn title(facts: &Facts<'_>) -> Option<Claim> {
    let text = Text::new(facts.article.title.as_deref()?);
    let marks = Marks::new(&text, facts.lexicon);
    let title = Passage::new(&marks);
    let moved = (1..title.text.tokens.len()).filter_map(|at| {
        let value = number_at(&title, at)?;
        let (class, verb) = title.cue_before(at, MOVES).filter(|(_, verb)| verb.end == at)?;
        Some((at, value, class, verb))
    });
    let (at, said, class, verb) = only(moved)?;
    let subject: Vec<&str> = colours(&title, 0..verb.start).collect();
    let of_unit = |r: usize| has_unit(&title, at + 1, &facts.records[r]);
    let pair = |to: usize| {
        let from = facts.before(to)?;
        from_to(facts, from, to)?;
        let (lead, passage) = facts.lead(from)?;
        let told: Vec<&str> = colours(passage, lead).collect();
        let same = !subject.is_empty() && subject.iter().all(|word| told.contains(word));
        let [a, b] = [from, to].map(|r| &facts.records[r]);
        let plain = [a, b]
            .iter()
            .all(|r| r.modifier == Modifier::Exact && r.of.or(r.high).is_none() && !is_percent(r));
        (same && plain && alike(a, b) && of_unit(to)).then_some((from, to))
    };
    let rate = (at + 1..title.text.tokens.len().min(at + RATE))
        .find(|at| matches!(title.text.key(*at), "mỗi" | "một" | "/"))
        .map_or("", |at| title.text.key(at + 1));
    let (from, to) = only((1..facts.records.len()).filter_map(pair))?;
    let told = (0..facts.records.len()).any(|r| of_unit(r) && facts.records[r].value == said);
    let [a, b] = [from, to].map(|r| &facts.records[r]);
    let per = b.per.as_deref().and_then(|per| per.split(' ').next()).unwrap_or_default();
    if rate != per && (TIMES.contains(&rate) || TIMES.contains(&per)) {
        return None;
    }
    let rises = b.value > a.value;
    let (high, low) = if rises { (b, a) } else { (a, b) };
    let off = high.value.checked_sub(low.value)?;
    let fits = off == said && rises == (class == CueClass::Rise);
    let style = Style::of(b, &[a.value, b.value, off, said]);
    let detail = format!(
        "title, {} - {} = {}, the text says {}",
        style.bare(high.value),
        style.bare(low.value),
        style.bare(off),
        style.full(said)
    );
    let verdict = if fits { Verdict::Holds } else { Verdict::DoesNotHold };
    (fits || !told).then(|| facts.claim(KIND, &[to, from], verdict, detail))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn a_title_tells_the_change_of_the_text() {
        assert_findings(
            super::KIND,
            &[
                (
                    "# Giá nước sạch tăng 900 đồng\nTừ tháng 7, giá nước sạch tăng từ «8.400|đồng» lên «9.000|đồng».",
                    "does not hold: title, 9.000 - 8.400 = 600, the text says 900 đồng",
                ),
                (
                    "# Giá nước sạch tăng 600 đồng\nTừ tháng 7, giá nước sạch tăng từ «8.400|đồng» lên «9.000|đồng».",
                    "holds: title, 9.000 - 8.400 = 600, the text says 600 đồng",
                ),
                (
                    "# Giá nước sạch tăng 900 đồng\nTừ tháng 7, giá nước thải từ «8.400|đồng» lên «9.000|đồng».",
                    "",
                ),
            ],
        );
    }
}
