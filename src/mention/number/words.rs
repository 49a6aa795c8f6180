//! Number words up to the thousands: `hai mươi mốt`, `một trăm linh năm`, `mười lăm`, `ba chục`.
//!
//! A word counts only in lower case or at the head of a sentence: `Bé Mười` and `Ba Tri` are
//! names. Scales (`nghìn`, `triệu`) are put on by `scaled`.

use crate::lexicon::{CueClass, NumberKind};
use crate::mention::Scene;
use rust_decimal::Decimal;

/// The number words that begin at token `at`: how many, and their value below one thousand.
pub(super) fn read(scene: &Scene<'_>, at: usize) -> Option<(usize, Decimal)> {
    let capital = scene.text.tokens.get(at)?.capital;
    if capital && !opens_sentence(scene, at)
        || scene.cue(at, &[CueClass::SetPhrase]).is_some()
        || scene.cue_before(at, &[CueClass::Ordinal]).is_some()
    {
        return None;
    }
    let mut group = Group { scene, at, total: 0 };
    group.run().then(|| (group.at - at, Decimal::from(group.total)))
}

fn opens_sentence(scene: &Scene<'_>, at: usize) -> bool {
    at == 0 || matches!(scene.key(at - 1), "." | ":" | "\"" | "!" | "?" | "-")
}

struct Group<'a, 'b> {
    scene: &'b Scene<'a>,
    at: usize,
    total: u32,
}

impl Group<'_, '_> {
    /// `[digit trăm] [linh digit | digit mươi [digit] | mười [digit] | digit]`
    fn run(&mut self) -> bool {
        let start = self.at;
        if let Some(digit) = self.digit(0, false) {
            if self.value(1, NumberKind::Hundred).is_some() {
                self.total = digit * 100;
                self.at += 2;
            }
        }
        self.ones();
        self.at > start
    }

    fn ones(&mut self) {
        if self.value(0, NumberKind::Zero).is_some() {
            if let Some(digit) = self.digit(1, true) {
                self.total += digit;
                self.at += 2;
            }
        } else if let Some(ten) = self.value(0, NumberKind::Ten) {
            self.total += ten;
            self.at += 1;
            self.tail();
        } else if let Some(digit) = self.digit(0, false) {
            if let Some(tens) = self.value(1, NumberKind::Tens) {
                self.total += digit * tens;
                self.at += 2;
                self.tail();
            } else {
                self.total += digit;
                self.at += 1;
            }
        }
    }

    /// The ones behind the tens, unless the word is the unit `năm` itself: `mười năm` is ten years.
    fn tail(&mut self) {
        let years = self.scene.is_year_unit(self.at) && !self.counts_on(self.at + 1);
        if let (Some(digit), false) = (self.digit(0, true), years) {
            self.total += digit;
            self.at += 1;
        }
    }

    fn counts_on(&self, i: usize) -> bool {
        self.scene.unit(i).is_some() || self.scene.number(i).is_some()
    }

    fn digit(&self, ahead: usize, tail: bool) -> Option<u32> {
        let usual = self.value(ahead, NumberKind::Digit);
        if tail { usual.or_else(|| self.value(ahead, NumberKind::TailDigit)) } else { usual }
    }

    fn value(&self, ahead: usize, kind: NumberKind) -> Option<u32> {
        let at = self.at + ahead;
        if ahead > 0 && self.scene.text.tokens.get(at)?.capital {
            return None;
        }
        self.scene.number_of(at, kind).and_then(|(_, n)| n.value.parse().ok())
    }
}
