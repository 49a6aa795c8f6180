//! The rounded figure of a title against the exact one of the text.
//!
//! `Hơn 4.600 lượt người được bồi dưỡng` holds over a text with one exact figure that fits it. It is
//! contradicted where the text has one figure of that unit, in a sentence with all words of the title
//! behind its figure, and that one lies on the other side by no more than a fifth: `hơn 2.300 lao động`
//! over 2.146. Where the unit is counted more than once the title may be a sum, so nothing is said.

use super::Verdict;
use super::bounds::Bounds;
use super::called::colours;
use super::claim::Claim;
use super::facts::Facts;
use super::passage::Passage;
use super::printed::last_digit;
use super::rounded_duplicate::{KIND, detail};
use super::units::{are_people, is_percent};
use crate::lexicon::{CueClass, Marks};
use crate::record::{Modifier, Record, Role};
use crate::text::{Text, TokenKind};
use rust_decimal::Decimal;

/// How far the exact figure of a contradicted title may lie from it: a fifth.
const FAR: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// `hơn 4.600 lượt người` in the title: its first rounded figure.
pub(super) fn in_title(facts: &Facts<'_>) -> Option<Claim> {
    let text = Text::new(facts.article.title.as_deref()?);
    let marks = Marks::new(&text, facts.lexicon);
    let title = Passage::new(&marks);
    let mut tokens = 0..title.text.tokens.len();
    let (at, value, modifier) = tokens.find_map(|at| {
        let (value, modifier) = read(&title, at)?;
        Some((at, value, modifier))
    })?;
    let rounded = |r: &Record| Record { value, modifier, ..r.clone() };
    if let Some(exact) = on_other_side(facts, &title, at, value, modifier) {
        let record = &facts.records[exact];
        let detail = format!("title, {}", detail(&rounded(record), record.value));
        return Some(facts.claim(KIND, &[exact], Verdict::DoesNotHold, detail));
    }
    let mut fitting = (0..facts.records.len()).filter(|r| {
        let record = &facts.records[*r];
        let plain = record.modifier == Modifier::Exact && record.role == Role::Actual;
        let off = record.value.checked_sub(value);
        let near = off.is_some_and(|off| off.abs() <= last_digit(value));
        plain
            && near
            && has_unit(&title, at + 1, record)
            && Bounds::of(&rounded(record)).agrees(Bounds::of(record)) == Verdict::Holds
    });
    let exact = fitting.next()?;
    let record = &facts.records[exact];
    let alone = fitting.all(|r| facts.records[r].value == record.value);
    let detail = detail(&rounded(record), record.value);
    alone.then(|| facts.claim(KIND, &[exact], Verdict::Holds, format!("title, {detail}")))
}

/// The one figure of the text of which the title says that there is more, or less, than there is.
fn on_other_side(
    facts: &Facts<'_>,
    title: &Passage<'_>,
    at: usize,
    value: Decimal,
    modifier: Modifier,
) -> Option<usize> {
    let mut of_unit =
        (0..facts.records.len()).filter(|r| has_unit(title, at + 1, &facts.records[*r]));
    let exact = of_unit.next().filter(|_| of_unit.next().is_none())?;
    let record = &facts.records[exact];
    let plain = record.modifier == Modifier::Exact
        && record.role == Role::Actual
        && record.of.or(record.high).is_none()
        && facts.is_level(exact)
        && !is_percent(record);
    let off = value.checked_sub(record.value)?;
    let other_side = match modifier {
        Modifier::Over => off > Decimal::ZERO,
        Modifier::Nearly => off < Decimal::ZERO,
        _ => false,
    };
    let near = off.abs().checked_mul(FAR)? <= value;
    let (place, passage) = facts.place(exact)?;
    let others = facts.figures(record.source.block, 0..passage.text.tokens.len());
    let alone =
        !are_people(record) || others.filter(|r| are_people(&facts.records[*r])).count() == 1;
    let sentence: Vec<&str> = colours(passage, passage.sentence(place.sentence)).collect();
    let end = title.text.tokens.len();
    let mut words = colours(title, at + 1..end).peekable();
    let said = words.peek().is_some() && words.all(|word| sentence.contains(&word));
    (plain && other_side && near && alone && said).then_some(exact)
}

/// A plain whole number behind a modifier.
fn read(title: &Passage, at: usize) -> Option<(Decimal, Modifier)> {
    let value = number_at(title, at)?;
    let classes = [CueClass::Over, CueClass::Nearly, CueClass::About];
    let modifier = match title.cue_before(at, &classes)?.0 {
        CueClass::Over => Modifier::Over,
        CueClass::Nearly => Modifier::Nearly,
        _ => Modifier::About,
    };
    Some((value, modifier))
}

/// A plain whole number, its thousands set apart by dots or not.
pub(super) fn number_at(title: &Passage, at: usize) -> Option<Decimal> {
    title.text.tokens.get(at).filter(|t| t.kind == TokenKind::Digits)?;
    let key = title.text.key(at);
    let grouped = key.split('.').skip(1).all(|group| group.len() == 3);
    key.replace('.', "").parse().ok().filter(|_| grouped)
}

pub(super) fn has_unit(title: &Passage, at: usize, record: &Record) -> bool {
    let unit = Text::new(record.unit.as_deref().unwrap_or(""));
    let count = unit.tokens.len();
    count > 0 && (0..count).all(|i| title.text.key(at + i) == unit.key(i))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn a_title_is_held_against_the_one_figure_of_the_text() {
        assert_findings(
            super::KIND,
            &[
                (
                    "# Hơn 1.500 hộ được cấp nước sạch\nTrong năm, trạm đã cấp nước sạch cho «1.420|hộ» hộ ở ba xã.",
                    "does not hold: title, over 1.500: 1.420 hộ",
                ),
                (
                    "# Hơn 1.500 hộ được cấp nước sạch\nTrạm đã cấp nước sạch cho «1.420|hộ» hộ ở ba xã và «96|hộ» ở phường.",
                    "",
                ),
                ("# Hơn 1.500 hộ được cấp nước sạch\nXã có «1.420|hộ» hộ nuôi dê.", ""),
                ("# Hơn 1.500 hộ được cấp nước sạch\nTrạm đã cấp nước sạch cho «420|hộ» hộ.", ""),
            ],
        );
    }
}
