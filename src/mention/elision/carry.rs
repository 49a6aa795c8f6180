//! What goes along with a unit that is taken over: its scale (`62 tỉ, cấp huyện 148`) and its currency
//! (`29,3 tỷ USD, năm nay 31,9 tỷ`).
//!
//! Money is seldom counted in single đồng, so a bare amount has the scale of the list; things are, so
//! `1,2 triệu lượt khách, quốc tế 350.000` stays 350 000. A scale without any unit is money.

use super::between;
use super::bracket::Brackets;
use crate::lexicon::UnitKind;
use crate::mention::unit::bare_vnd;
use crate::mention::{Quantity, Scene, UnitWords};
use rust_decimal::Decimal;

/// How many times as much as the figure that gives the scale an amount may come to.
const MOST_TIMES: Decimal = Decimal::ONE_HUNDRED;

/// How many tokens away the money may stand whose currency a bare scale has.
const REACH: usize = 200;

/// Gives a bare number the scale of the figure that a joint ties it to: `310, 520 và 440 triệu`.
pub(super) fn shared_scale(this: &mut Quantity, from: &Quantity) {
    put_on(this, from, |value| value <= from.value.saturating_mul(MOST_TIMES));
}

/// Gives a bare number the scale of the figure of its list whose unit it takes over.
pub(super) fn scale(this: &mut Quantity, from: &Quantity) {
    let whole = this.value.is_integer();
    let few = this.value < Decimal::ONE_HUNDRED;
    match from.kind() {
        Some(UnitKind::Money) => shared_scale(this, from),
        Some(UnitKind::Count | UnitKind::Measure) => {
            put_on(this, from, |value| !whole || few && value <= from.value);
        }
        _ => {}
    }
}

fn put_on(this: &mut Quantity, from: &Quantity, fits: impl Fn(Decimal) -> bool) {
    let times = |n: Decimal| n.checked_mul(from.scale).map(|n| n.normalize());
    let Some(value) = times(this.value) else { return };
    if this.scale == Decimal::ONE && from.scale > Decimal::ONE && fits(value) {
        this.value = value;
        this.high = this.high.and_then(times);
        this.of = this.of.and_then(times);
        this.scale = from.scale;
    }
}

/// The currency of a bare `tỷ` is that of the money before it, in the same sentence also behind it.
/// Amounts in a closed bracket (`(khoảng 1,2 tỷ USD)`) only say the same in another currency.
pub(super) fn currency(
    scene: &Scene<'_>,
    brackets: &Brackets,
    quantities: &mut [Quantity],
    f: usize,
) {
    let (before, rest) = quantities.split_at_mut(f);
    let Some((this, behind)) = rest.split_first_mut() else { return };
    if this.rules[1] != "unit.bare_money" {
        return;
    }
    let at = this.number.start;
    let told = |figure: &&Quantity| {
        figure.kind() == Some(UnitKind::Money)
            && figure.rules[1] != "unit.bare_money"
            && figure.scale > Decimal::ONE
            && figure.value.saturating_mul(MOST_TIMES) >= this.value
    };
    let open = |figure: &&Quantity| brackets.reaches(figure.number.start, at);
    let ends = |i: usize| matches!(scene.key(i), "." | "!" | "?" | "|");
    let near = |figure: &&Quantity| at - figure.number.start <= REACH;
    let earlier = before.iter().rev().take_while(near).filter(open).find(told);
    let later = behind
        .iter()
        .take_while(|next| next.number.start - at <= REACH)
        .take_while(|next| !between(this, next).into_iter().any(ends))
        .filter(|next| brackets.around(next.number.start) == brackets.around(at))
        .find(told)
        .filter(|_| earlier.is_none_or(|first| between(first, this).into_iter().any(ends)));
    if let Some(unit) = later.or(earlier).and_then(|figure| figure.unit.clone()) {
        this.unit = Some(UnitWords { rule: "unit.inherited_currency", ..unit });
        this.rules[1] = "unit.inherited_currency";
    }
}

/// A scale that nothing is told of is money: `trong túi còn một triệu hai`.
pub(super) fn bare_scale(scene: &Scene<'_>, figure: &mut Quantity) {
    if figure.scale >= Decimal::ONE_THOUSAND && super::lacks_unit(scene, figure) {
        figure.unit = Some(bare_vnd(figure.number.end));
        figure.rules[1] = "unit.bare_money";
    }
}
