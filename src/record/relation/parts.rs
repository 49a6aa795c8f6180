//! Parts of a total: `953 lượt người (năm 2021 là 470 …)`, `trong đó có 53 vụ thụ lý mới`, `trong
//! số 503 nhiệm vụ, đã hoàn thành 352`, `44/105 vụ`, and parts that add up to the total.

use super::{Figures, Links};
use crate::lexicon::{CueClass, UnitKind};
use rust_decimal::Decimal;

/// How many figures back a total is looked for.
const REACH: usize = 8;

pub(super) fn link(figures: &Figures<'_, '_>, links: &mut [Links]) {
    let mut intro: Option<Intro> = None;
    let mut of: Option<usize> = None;
    for f in 0..links.len() {
        intro = next_intro(figures, f, intro);
        if f > 0 && figures.frame.sentence_of[f] != figures.frame.sentence_of[f - 1] {
            of = None;
        }
        let by = |rule: &'static str| move |total: usize| (total, rule);
        let told = || intro.as_ref().and_then(|intro| introduced(figures, f, intro, links));
        let found = (in_bracket(figures, f).map(by("part_of.bracket")))
            .or_else(|| in_same_list(figures, f, links).map(by("part_of.same_list")))
            .or_else(|| told().map(by("part_of.introduced")))
            .or_else(|| of.filter(|t| figures.can_be_part(f, *t)).map(by("part_of.among")))
            .or_else(|| of_fraction(figures, f).map(by("part_of.fraction")))
            .or_else(|| complement(figures, f, links).map(by("part_of.complement")));
        if let Some((total, rule)) = found {
            links[f].part_of = Some(total);
            links[f].part_rule = rule;
        }
        if is_whole(figures, f) {
            of = Some(f);
        }
    }
    for total in 0..links.len() {
        add_up(figures, total, links);
    }
}

/// `trong đó` and the like: the piece, and the first figure behind it.
struct Intro {
    first: usize,
    sentence: usize,
    opens_sentence: bool,
    /// `còn lại`: the rest of the total whose parts were told.
    rest: bool,
}

/// The introduction of parts that figure `f` stands under, if any.
fn next_intro(figures: &Figures<'_, '_>, f: usize, before: Option<Intro>) -> Option<Intro> {
    const INTRO: &[CueClass] = &[CueClass::Parts, CueClass::Rest];
    let frame = figures.frame;
    let sentence = frame.sentence(f);
    let start = match f.checked_sub(1) {
        Some(previous) if frame.sentence_of[previous] == frame.sentence_of[f] => {
            frame.at[previous] + 1
        }
        _ => sentence.start,
    };
    if let Some(piece) = (start..frame.at[f]).find(|i| frame.is(*i, INTRO)) {
        let opens_sentence = piece <= sentence.start + 1;
        let rest = frame.is(piece, &[CueClass::Rest]);
        return Some(Intro { first: f, sentence: frame.sentence_of[f], opens_sentence, rest });
    }
    before.filter(|intro| intro.sentence == frame.sentence_of[f])
}

/// The total before the introduction that a part fits.
fn introduced(
    figures: &Figures<'_, '_>,
    f: usize,
    intro: &Intro,
    links: &[Links],
) -> Option<usize> {
    let frame = figures.frame;
    let near = |total: &usize| {
        frame.sentence_of[*total] == intro.sentence
            || intro.opens_sentence && frame.sentence_of[*total] + 1 >= intro.sentence
    };
    let before = || (0..intro.first).rev().take(REACH).filter(near);
    let plain = |total: &usize| frame.bracket(*total) == frame.bracket(f);
    let total = before()
        .filter(plain)
        .find(|t| figures.can_be_part(f, *t))
        .or_else(|| before().filter(plain).find(|t| counts_within(figures, f, *t, intro)))
        .or_else(|| links[intro.first].part_of.filter(|t| told_like_first(figures, f, *t, intro)))
        .or_else(|| before().find(|t| !intro.rest && shares_within(figures, f, *t, intro)))?;
    let whole = links[total].part_of.filter(|whole| figures.can_be_part(f, *whole));
    let sibling =
        intro.rest || intro.opens_sentence && whole.is_some_and(|whole| whole + 1 < total);
    if sibling { whole.or(Some(total)) } else { Some(total) }
}

/// `1.050 bác sĩ, trong đó có 312 nữ`, `151 đơn vị, gồm 136 xã, 7 phường và 8 thị trấn`: parts that
/// are counted under names of their own.
fn counts_within(figures: &Figures<'_, '_>, part: usize, total: usize, intro: &Intro) -> bool {
    figures.is_level(part)
        && figures.is_level(total)
        && figures.both_count(part, total)
        && total + 1 == intro.first
        && figures.frame.row(part).contains(&intro.first)
        && figures.frame.figure(part).value <= figures.frame.figure(total).value
}

/// `7 đảng viên, trong đó khiển trách 4, khai trừ 1 đồng chí`: parts in the unit of the first part.
fn told_like_first(figures: &Figures<'_, '_>, part: usize, total: usize, intro: &Intro) -> bool {
    part > intro.first
        && figures.same_unit(part, intro.first)
        && figures.is_level(part)
        && figures.both_count(part, total)
        && figures.frame.figure(part).value <= figures.frame.figure(total).value
}

/// `630 hộ, trong đó 50% làm nghề`, `Trong đó, chủ yếu là A (59%), B (33%)`: shares of what was
/// counted right before.
fn shares_within(figures: &Figures<'_, '_>, part: usize, total: usize, intro: &Intro) -> bool {
    const MOVES: &[CueClass] = &[CueClass::Rise, CueClass::Fall, CueClass::Share];
    let frame = figures.frame;
    let lead = frame.before(frame.at[part], &frame.sentence(part));
    if lead.is_some_and(|i| frame.is(i, MOVES)) || figures.roles[part].direction.is_some() {
        return false;
    }
    let kind = |f: usize| figures.frame.figure(f).kind();
    let whole = matches!(kind(total), Some(UnitKind::Count))
        || kind(total) == Some(UnitKind::Share) && total + 1 == part;
    let listed = part == intro.first || figures.frame.bracket(part).is_some();
    kind(part) == Some(UnitKind::Share)
        && whole
        && listed
        && figures.is_level(part)
        && figures.is_level(total)
        && (kind(total) == Some(UnitKind::Count)
            || figures.frame.figure(part).value <= figures.frame.figure(total).value)
}

/// The figure with the same unit right before the bracket that figure `f` stands in.
fn in_bracket(figures: &Figures<'_, '_>, f: usize) -> Option<usize> {
    let frame = figures.frame;
    let bracket = frame.bracket(f)?;
    let compared = |g: usize| (frame.at[g]..bracket).any(|i| frame.is(i, &[CueClass::Versus]));
    let hosts = (0..f)
        .rev()
        .take(REACH)
        .filter(|g| frame.at[*g] < bracket && frame.sentence_of[*g] == frame.sentence_of[f])
        .take(3);
    hosts
        .filter(|g| frame.bracket(*g).is_none() && !compared(*g))
        .find(|g| figures.can_be_part(f, *g) && figures.roles[f].role == figures.roles[*g].role)
}

/// `trong số 503 nhiệm vụ, …`: the figure right behind those words is a whole.
fn is_whole(figures: &Figures<'_, '_>, f: usize) -> bool {
    let frame = figures.frame;
    let lead = frame.before(frame.at[f], &frame.sentence(f));
    lead.is_some_and(|i| frame.is(i, &[CueClass::AmongNumber]))
}

/// `44/105 vụ việc` behind `105 vụ việc`.
fn of_fraction(figures: &Figures<'_, '_>, f: usize) -> Option<usize> {
    let total = figures.frame.figure(f).of?;
    (0..f).rev().take(REACH).find(|g| {
        figures.frame.figure(*g).value == total
            && figures.is_level(*g)
            && (figures.same_unit(f, *g) || figures.both_count(f, *g))
    })
}

/// `16/30 vụ đã xong, còn 14 vụ`: what is left of the fraction before.
fn complement(figures: &Figures<'_, '_>, f: usize, links: &[Links]) -> Option<usize> {
    let fraction = (0..f).rev().take(3).find(|g| figures.frame.figure(*g).of.is_some())?;
    let (done, all) = (figures.frame.figure(fraction).value, figures.frame.figure(fraction).of?);
    let left = figures.is_level(f) && figures.both_count(f, fraction);
    (left && done + figures.frame.figure(f).value == all).then(|| links[fraction].part_of).flatten()
}

/// `A (59%), B (33%), còn lại là C (5%)`: the next share of a list in brackets.
fn in_same_list(figures: &Figures<'_, '_>, f: usize, links: &[Links]) -> Option<usize> {
    let frame = figures.frame;
    let previous = f.checked_sub(1)?;
    let share = |g: usize| {
        frame.figure(g).kind() == Some(UnitKind::Share)
            && frame.bracket(g).is_some()
            && figures.is_level(g)
    };
    let listed = share(f) && share(previous) && frame.sentence_of[f] == frame.sentence_of[previous];
    listed.then(|| links[previous].part_of).flatten()
}

/// Figures behind a total that have no total yet and add up to it exactly.
fn add_up(figures: &Figures<'_, '_>, total: usize, links: &mut [Links]) {
    let whole = figures.frame.figure(total).value;
    let counts = figures.frame.figure(total).kind() == Some(UnitKind::Count);
    if !counts || !figures.is_level(total) || whole < Decimal::TEN {
        return;
    }
    let mut parts = Vec::new();
    let mut sum = Decimal::ZERO;
    let near = total + 1..links.len().min(total + 1 + REACH);
    for f in near {
        if figures.frame.sentence_of[f] > figures.frame.sentence_of[total] + 3 {
            break;
        }
        if links[f].part_of.is_some_and(|known| known != total)
            || figures.frame.bracket(f) != figures.frame.bracket(total)
            || !figures.can_be_part(f, total)
            || figures.frame.figure(f).value.is_zero()
        {
            continue;
        }
        sum = sum.saturating_add(figures.frame.figure(f).value);
        parts.push(f);
        if sum >= whole {
            break;
        }
    }
    if sum == whole && parts.len() >= 2 {
        for part in parts {
            links[part].part_of = Some(total);
            links[part].part_rule = "part_of.adds_up";
        }
    }
}
