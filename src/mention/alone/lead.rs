//! What stands before the number of an amount: `khoảng`, `không quá`, `cao hơn`, `âm`, `$`.
//!
//! A comparison is a bound here; in running text `cao hơn 2 điểm` is a gap.

use super::Amount;
use crate::lexicon::CueClass;
use crate::mention::{Modifier, Scene};

/// What stands before the number.
pub(super) struct Lead {
    /// The token behind it.
    pub end: usize,
    negative: bool,
    bound: Option<Modifier>,
}

impl Lead {
    pub(super) fn read(scene: &Scene<'_>) -> Self {
        const LEADING: &[CueClass] = &[
            CueClass::About,
            CueClass::Over,
            CueClass::Nearly,
            CueClass::Under,
            CueClass::AtLeast,
            CueClass::AtMost,
            CueClass::Estimate,
            CueClass::Exactly,
            CueClass::MoreThan,
            CueClass::LessThan,
            CueClass::Since,
            CueClass::Between,
            CueClass::Minus,
            CueClass::MoneyBefore,
        ];
        let mut lead = Self { end: 0, negative: false, bound: None };
        loop {
            if scene.key(lead.end) == "-" {
                lead.negative = true;
                lead.end += 1;
            } else if let Some((len, cue)) = scene.cue(lead.end, LEADING) {
                lead.negative |= cue.class == CueClass::Minus;
                lead.bound = match cue.class {
                    CueClass::MoreThan => Some(Modifier::Over),
                    CueClass::LessThan => Some(Modifier::Under),
                    _ => lead.bound,
                };
                lead.end += len;
            } else {
                return lead;
            }
        }
    }

    /// The amount with the sign and the bound that stand before it.
    pub(super) fn applied(&self, amount: Amount) -> Amount {
        let value = if self.negative { -amount.value } else { amount.value };
        Amount { value, modifier: self.bound.unwrap_or(amount.modifier), ..amount }
    }
}
