//! A figure of a list without a unit takes that of the item before it, or of the head of the list:
//! `412 đảng viên (khiển trách 301, cảnh cáo 84)`, `Bình Sơn 41.900 tấn, Lý Sơn 24.650`.
//!
//! Passed over are figures in a bracket that is closed, times, changes and shares that only describe an
//! item (`tăng 12%`), and figures of another list, more than two sentences back.

use super::bracket::Brackets;
use super::{between, inherit, lacks_unit, share, subject};
use crate::lexicon::{CueClass, UnitKind};
use crate::mention::{Quantity, Scene, UnitWords};
use rust_decimal::Decimal;

/// How many tokens back an item or a head may stand.
const REACH: usize = 70;

/// How many sentences back.
const SENTENCES: usize = 2;

pub(super) fn item_or_head(
    scene: &Scene<'_>,
    brackets: &Brackets,
    quantities: &mut [Quantity],
    f: usize,
) {
    let (before, rest) = quantities.split_at_mut(f);
    let Some((this, behind)) = rest.split_first_mut() else { return };
    if !lacks_unit(scene, this) {
        return;
    }
    let behind = behind.first();
    if let Some(first) = before.last().filter(|first| is_from_to(scene, first, this)) {
        share(this, first, "unit.inherited_previous");
        if this.per.is_none() {
            this.per.clone_from(&first.per);
        }
        return;
    }
    let bare = subject::is_bare_measure(scene, this);
    let floor = before.last().map_or(0, |previous| previous.words.end);
    let counted = subject::is_counted(scene, floor, this);
    let candidates = || before.iter().rev().take_while(|donor| near(scene, donor, this));
    let fits = |donor: &&Quantity| {
        (!counted || donor.kind() == Some(UnitKind::Count))
            && bare.is_none_or(|score| score && is_score(scene, donor))
            && gives(scene, brackets, donor, this)
    };
    let in_sentence = |donor: &&Quantity| sentences(scene, donor, this) == 0;
    let here = if is_among_shares(scene, before, this, behind) {
        before.last()
    } else {
        candidates().filter(in_sentence).find(fits)
    };
    if let Some(unit) = subject::of_age(scene, this) {
        this.unit = Some(unit);
        this.rules[1] = "unit.subject";
        return;
    }
    let opening = subject::of_label(scene, before, this)
        .or_else(|| subject::of_clause(scene, floor, this))
        .filter(|_| bare.is_none());
    let said = subject::is_said(scene, this);
    let other = |donor: &Quantity| donor.kind() != Some(UnitKind::Count) && said;
    let item = here.filter(|donor| !other(donor) || opening.is_none());
    if let Some(donor) = item {
        inherit(this, donor, "unit.inherited_previous");
    } else if let Some(unit) = opening {
        this.unit = Some(UnitWords { rule: "unit.subject", ..unit });
        this.rules[1] = "unit.subject";
    } else if let Some(donor) = candidates().find(fits) {
        inherit(this, donor, "unit.inherited_previous");
    }
}

/// `Đức chiếm 24%, Ý 17, Nhật Bản 11%`: the items before and behind are shares.
fn is_among_shares(
    scene: &Scene<'_>,
    before: &[Quantity],
    this: &Quantity,
    behind: Option<&Quantity>,
) -> bool {
    let share = |figure: &Quantity| figure.kind() == Some(UnitKind::Share);
    let list = |gap: std::ops::Range<usize>| {
        gap.len() <= 8
            && gap.clone().all(|i| scene.is_word(i) || scene.joins(i) || scene.key(i) == ";")
    };
    let neighbours = before.last().zip(behind);
    this.value <= Decimal::ONE_HUNDRED
        && neighbours.is_some_and(|(first, last)| {
            share(first) && share(last) && list(between(first, this)) && list(between(this, last))
        })
}

/// `từ 2.134 còn 1.976`.
fn is_from_to(scene: &Scene<'_>, first: &Quantity, this: &Quantity) -> bool {
    let gap = between(first, this);
    first.from
        && first.unit.is_some()
        && gap.len() <= 12
        && gap.clone().all(|i| !matches!(scene.key(i), "." | ";" | "|"))
        && gap.into_iter().any(|i| scene.cue(i, &[CueClass::Level]).is_some())
}

/// Whether a figure is near enough, and no cell of a table lies between.
fn near(scene: &Scene<'_>, donor: &Quantity, this: &Quantity) -> bool {
    let gap = between(donor, this);
    gap.len() <= REACH
        && gap.clone().all(|i| scene.key(i) != "|")
        && sentences(scene, donor, this) <= SENTENCES
}

/// How many sentences end between two figures.
fn sentences(scene: &Scene<'_>, donor: &Quantity, this: &Quantity) -> usize {
    between(donor, this).filter(|i| matches!(scene.key(*i), "." | "!" | "?")).count()
}

/// Whether a figure before can give its unit.
fn gives(scene: &Scene<'_>, brackets: &Brackets, donor: &Quantity, this: &Quantity) -> bool {
    let open = brackets.reaches(donor.number.start, this.number.start)
        || bracket_by_bracket(scene, brackets, donor, this);
    let Some(kind) = donor.kind().filter(|_| open && !donor.rank) else { return false };
    match kind {
        UnitKind::Count => {
            let whole = this.value.is_integer()
                || !donor.value.is_integer()
                || donor.scale > Decimal::ONE
                || this.scale > Decimal::ONE;
            whole && is_like(donor, this)
        }
        UnitKind::Money => this.of.is_none() && is_like(donor, this),
        UnitKind::Measure => is_like(donor, this),
        UnitKind::Share | UnitKind::Point => share_of_list(scene, donor, this),
        _ => false,
    }
}

/// Whether a figure is given in what a bare measure is (`8,5 điểm`).
fn is_score(scene: &Scene<'_>, donor: &Quantity) -> bool {
    let words = donor.unit.as_ref().map(|unit| unit.words.clone());
    words.is_some_and(|words| scene.cue(words.start, &[CueClass::BareMeasure]).is_some())
}

/// Whether an amount with a scale can be of one list with another: no more than a thousand times as
/// much, as `26 triệu` is not behind `320 USD`.
fn is_like(donor: &Quantity, this: &Quantity) -> bool {
    this.scale < Decimal::ONE_THOUSAND
        || donor.value.saturating_mul(Decimal::ONE_THOUSAND) >= this.value
}

/// A share stands in a list of shares where it is a level of its own, not what an item rose by or is
/// of a whole.
fn share_of_list(scene: &Scene<'_>, donor: &Quantity, this: &Quantity) -> bool {
    const DERIVED: &[CueClass] = &[
        CueClass::Rise,
        CueClass::Fall,
        CueClass::Share,
        CueClass::Equal,
        CueClass::Fulfil,
        CueClass::Exceed,
        CueClass::Reaching,
        CueClass::MoreThan,
        CueClass::LessThan,
    ];
    let derived = scene.cue_before(donor.words.start, DERIVED).is_some();
    let bracketed = scene.text.tokens.get(donor.words.start.wrapping_sub(1)).is_some()
        && scene.key(donor.words.start - 1) == "(";
    this.value <= Decimal::ONE_HUNDRED
        && this.of.is_none()
        && !bracketed
        && (!derived || !this.value.is_integer())
        && sentences(scene, donor, this) == 0
}

/// `xã An Hòa (18 hộ), xã An Bình (15)`: bare numbers in the brackets of a list.
fn bracket_by_bracket(
    scene: &Scene<'_>,
    brackets: &Brackets,
    donor: &Quantity,
    this: &Quantity,
) -> bool {
    let own = brackets.around(this.number.start);
    let last = own > 0 && scene.key(donor.words.end) == ")" && this.words.start == own;
    last && between(donor, this).into_iter().all(|i| {
        scene.is_word(i) || scene.joins(i) || matches!(scene.key(i), "(" | ")" | ";" | "-")
    })
}
