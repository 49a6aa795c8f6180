//! What a figure is called: the words of its clause before it and those behind its unit.
//!
//! Two figures are of the same thing where they are not said of two kinds of area, the words of the
//! second are among those of the first, and nothing is said behind the first that the second does not
//! say: `Năm 2022 trồng 40 ha` and `năm 2023 trồng 50 ha`. Words that say only when and that it was
//! do not count. A clause that says nothing else is of what was told before: `năm 2023 đạt 50 tỷ
//! đồng`.

use super::facts::Facts;
use super::passage::Passage;
use super::words::text::{COLOURLESS, LIGHT};
use crate::lexicon::CueClass;
use crate::text::{TokenKind, Tokens};

/// Marks that end a clause.
const MARKS: &[&str] = &[",", ";", ":", "(", ")", ".", "…"];

/// How many tokens a name has at most on each side of its figure.
const NAME: usize = 24;

/// Whether a second figure is of the same thing as one before it.
pub(super) fn same_thing(facts: &Facts<'_>, first: usize, second: usize) -> bool {
    let (Some((own, passage)), Some((all, earlier))) =
        (clause_before(facts, second), facts.lead(first))
    else {
        return false;
    };
    let (Some(named), Some(known)) = (behind(facts, second), behind(facts, first)) else {
        return false;
    };
    let Some(more) = said_behind(facts, first) else { return false };
    let all = all.start.max(all.end.saturating_sub(NAME))..all.end;
    let areas = [area(earlier, all.clone()), area(passage, own.clone())];
    if let [Some(one), Some(other)] = areas
        && one != other
    {
        return false;
    }
    let said: Vec<&str> = colours(passage, own).chain(colours(passage, named)).collect();
    let told: Vec<&str> = colours(earlier, all).chain(colours(earlier, known)).collect();
    let kept = said.is_empty() || colours(earlier, more).all(|word| said.contains(&word));
    said.iter().all(|word| told.contains(word)) && kept
}

/// Whether the words before two figures, each in its sentence, do not name two kinds of area.
pub(super) fn may_be_of_one_area(facts: &Facts<'_>, a: usize, b: usize) -> bool {
    let named = |figure: usize| {
        let (place, passage) = facts.place(figure)?;
        let start = passage.sentence(place.sentence).start;
        area(passage, start.max(place.number.start.saturating_sub(NAME))..place.number.start)
    };
    named(a).zip(named(b)).is_none_or(|(a, b)| a == b)
}

/// The kind of the last area that some words name: `tỉnh` of `toàn tỉnh`.
fn area<'f>(passage: &'f Passage<'_>, within: Tokens) -> Option<&'f str> {
    let kinds = [CueClass::SamePlace, CueClass::Nation, CueClass::AreaKind];
    let (_, area) = passage.last_cue(within, &kinds)?;
    Some(passage.text.key(area.end - 1))
}

/// The words of a figure's clause before it, the figure before left out.
pub(super) fn clause_before<'f, 'a>(
    facts: &'f Facts<'a>,
    figure: usize,
) -> Option<(Tokens, &'f Passage<'a>)> {
    let (lead, passage) = facts.lead(figure)?;
    let mark = lead.clone().rev().find(|at| MARKS.contains(&passage.text.key(*at)));
    Some((mark.map_or(lead.start, |mark| mark + 1)..lead.end, passage))
}

/// The unit of a figure and the words behind it up to the next mark.
pub(super) fn behind(facts: &Facts<'_>, figure: usize) -> Option<Tokens> {
    let (tail, passage) = facts.tail(figure)?;
    let (place, _) = facts.place(figure)?;
    let end = tail.end.min(tail.start + NAME);
    let mark = (tail.start..end).find(|at| MARKS.contains(&passage.text.key(*at)));
    Some(place.number.end..mark.unwrap_or(end).max(place.number.end))
}

/// The words behind the unit of a figure up to the next mark.
pub(super) fn said_behind(facts: &Facts<'_>, figure: usize) -> Option<Tokens> {
    let (place, _) = facts.place(figure)?;
    let end = behind(facts, figure)?.end;
    Some(place.end.min(end)..end)
}

/// The words of a range that say what a figure is of.
pub(super) fn colours<'f>(
    passage: &'f Passage<'_>,
    within: Tokens,
) -> impl Iterator<Item = &'f str> {
    within
        .filter(|at| passage.text.tokens[*at].kind == TokenKind::Word)
        .map(|at| passage.text.key(at))
        .filter(|word| !LIGHT.contains(word) && !COLOURLESS.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::read;
    use crate::lexicon::{Lexicon, Marks};
    use crate::text::Text;

    #[test]
    fn figures_are_of_one_thing_or_of_two() {
        for (text, want) in [
            ("Năm 2021 trồng «40|ha» rừng. Năm 2022 trồng «50|ha» rừng.", true),
            ("Năm 2021 trồng «40|ha» rừng. Năm 2022 đạt «50|ha».", true),
            ("Năm 2021 đạt «40 tỷ|đồng», năm 2022 đạt «50 tỷ|đồng».", true),
            ("Năm 2021, thị trấn xảy ra «9|vụ» vụ trộm. Năm 2022, số vụ trộm còn «6|vụ» vụ.", true),
            ("Năm 2021 thu «40 tỷ|đồng». Năm 2022 chi «50 tỷ|đồng».", false),
            ("Năm 2021 có «40|hộ» nghèo. Năm 2022 có «50|hộ» cận nghèo.", false),
            ("Năm 2021 có «40|hộ» cận nghèo. Năm 2022 có «50|hộ» nghèo.", false),
            ("Năm 2021 huyện trồng «40|ha» ngô. Năm 2022 cả tỉnh trồng «50|ha» ngô.", false),
            ("Năm 2021 trồng «40|ha» ngô. Năm 2022 trồng «50|ha» khoai.", false),
        ] {
            let (records, article) = read(text);
            let texts: Vec<Text> = article.blocks.iter().map(|b| Text::new(&b.text)).collect();
            let marks: Vec<Marks> =
                texts.iter().map(|text| Marks::new(text, Lexicon::built_in())).collect();
            let facts = Facts::new(&records, &article, &marks);
            assert_eq!(same_thing(&facts, 0, 1), want, "{text}");
        }
    }
}
