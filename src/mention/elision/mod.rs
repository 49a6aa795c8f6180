//! Units, scales and currencies that the text leaves out: `từ 20 lên 30 triệu đồng`, `cấp tỉnh 62 tỉ,
//! cấp huyện 148`.
//!
//! What is left out is taken from the figure right behind that a joint ties to it (`180 và 205 học
//! viên`), else from the list that the figure stands in: the item before it or the head of the list.
//! The unit of the next clause is never taken: in `thành lập mới 1.885, tăng 12%` nothing is 1.885 %.
//!
//! * `bracket`: which figures stand in one pair of brackets
//! * `subject`: `số hộ là 1.250`: what the clause gives the number of
//! * `each`: `mỗi tháng 3 lần`: what a figure is per stands before it
//! * `next`: the figure behind a joint, and the end of a list
//! * `list`: the item before, or the head
//! * `carry`: what goes along with a unit: scale and currency

mod bracket;
mod carry;
mod each;
mod list;
mod next;
mod subject;

use crate::lexicon::CueClass;
use crate::mention::{Mentions, Quantity, Scene, UnitWords};
use bracket::Brackets;
use std::ops::Range;

/// Fills in what is left out.
pub(super) fn complete(scene: &Scene<'_>, mentions: &mut Mentions) {
    let quantities = &mut mentions.quantities;
    let brackets = Brackets::new(scene);
    for f in 0..quantities.len() {
        subject::of_count(scene, quantities, f);
    }
    for f in (0..quantities.len()).rev() {
        next::behind_joint(scene, quantities, f);
    }
    for f in 0..quantities.len() {
        list::item_or_head(scene, &brackets, quantities, f);
    }
    for f in (0..quantities.len()).rev() {
        next::end_of_list(scene, &brackets, quantities, f);
    }
    for f in 0..quantities.len() {
        carry::bare_scale(scene, &mut quantities[f]);
        carry::currency(scene, &brackets, quantities, f);
        each::before(scene, quantities, f);
    }
}

/// Whether a figure is one of so many things that it does not name itself.
fn lacks_unit(scene: &Scene<'_>, figure: &Quantity) -> bool {
    let of_its_own = matches!(figure.rules[0], "number.multiple" | "number.fraction_words");
    figure.unit.is_none()
        && !figure.rank
        && !of_its_own
        && !figure.is_small_fraction()
        && scene.cue_before(figure.number.start, &[CueClass::Times]).is_none()
}

/// The tokens between two figures.
fn between(first: &Quantity, second: &Quantity) -> Range<usize> {
    first.words.end..second.words.start.max(first.words.end)
}

/// Gives a figure the unit of another that a joint ties it to; the two share the scale.
fn share(this: &mut Quantity, from: &Quantity, rule: &'static str) {
    carry::shared_scale(this, from);
    this.unit = from.unit.clone().map(|unit| UnitWords { rule, ..unit });
    this.rules[1] = rule;
}

/// Gives a figure the unit of another, and the scale that goes with it.
fn inherit(this: &mut Quantity, from: &Quantity, rule: &'static str) {
    carry::scale(this, from);
    this.unit = from.unit.clone().map(|unit| UnitWords { rule, ..unit });
    this.rules[1] = rule;
}
