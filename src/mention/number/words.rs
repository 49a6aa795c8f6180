//! Number words up to the thousands: `hai mươi mốt`, `một trăm linh năm`, `mười lăm`, `ba chục`.
//!
//! A digit alone behind a hundred counts tens: `hai trăm tư` is 240, `hai trăm linh tư` 204.
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
        || ends_year(scene, at)
    {
        return None;
    }
    read_anywhere(scene, at)
}

/// The same behind words that make a name of any other number: `ba` in `xếp thứ ba`.
pub(super) fn read_anywhere(scene: &Scene<'_>, at: usize) -> Option<(usize, Decimal)> {
    scene.number(at)?;
    let mut group = Group { scene, at, total: 0 };
    group.run().then(|| (group.at - at, Decimal::from(group.total)))
}

/// `hai phẩy năm`, `2 chấm 23`, `không phẩy không năm`: a whole number and its decimals in words.
pub(super) fn spoken_decimal(scene: &Scene<'_>, at: usize) -> Option<(usize, Decimal)> {
    let (whole, value) = super::plain(scene, at)?;
    let (mark, _) = scene.cue(at + whole, &[CueClass::DecimalMark])?;
    let (mut len, mut decimals) = (whole + mark, String::new());
    while let Some((more, digits)) = super::plain(scene, at + len) {
        let written = if scene.is_digits(at + len) {
            scene.key(at + len).to_owned()
        } else {
            digits.to_string()
        };
        decimals.push_str(&written);
        len += more;
    }
    let value = format!("{value}.{decimals}").parse().ok();
    value.filter(|_| !decimals.is_empty()).map(|value| (len, value))
}

/// A digit word with no other word of a number behind it, that is not `một` or the year: `tư` in
/// `hai triệu tư`.
pub(super) fn lone_digit(scene: &Scene<'_>, at: usize) -> Option<(usize, Decimal)> {
    let group = Group { scene, at, total: 0 };
    let digit = group.lone_digit().filter(|_| !scene.text.tokens[at].capital)?;
    let one = group.value(0, NumberKind::Digit) == Some(1);
    let scale = group.word(1, NumberKind::Scale).is_some();
    let set_phrase = scene.cue(at, &[CueClass::SetPhrase]).is_some();
    (!one && !scale && !set_phrase).then(|| (1, Decimal::from(digit)))
}

/// Whether the word is the year of `đầu năm` and `cuối năm`, and no number of what stands behind: `Đầu năm đơn vị có 312 người`.
fn ends_year(scene: &Scene<'_>, at: usize) -> bool {
    let parts = [CueClass::OfYearStart, CueClass::OfYearEnd];
    scene.is_year_unit(at) && scene.cue_before(at + 1, &parts).is_some_and(|(len, _)| len > 1)
}

fn opens_sentence(scene: &Scene<'_>, at: usize) -> bool {
    at == 0 || matches!(scene.key(at - 1), "." | ":" | "\"" | "!" | "?" | "-")
}

struct Group<'a, 'b> {
    scene: &'b Scene<'a>,
    at: usize,
    total: u64,
}

impl Group<'_, '_> {
    /// `[digit trăm] [linh digit | digit mươi [digit] | mười [digit] | digit]`
    fn run(&mut self) -> bool {
        let start = self.at;
        if let Some(digit) = self.digit(0, false)
            && self.value(1, NumberKind::Hundred).is_some()
        {
            self.total = digit * 100;
            self.at += 2;
            if self.tens_alone() {
                return true;
            }
        }
        self.ones();
        self.at > start
    }

    /// `tư` in `hai trăm tư`, `rưỡi` in `hai trăm rưỡi`.
    fn tens_alone(&mut self) -> bool {
        let half = self.word(0, NumberKind::Half).map(|_| 5);
        let Some(digit) = half.or_else(|| self.lone_digit()) else { return false };
        self.total += digit * 10;
        self.at += 1;
        true
    }

    /// A digit that no other digit, ten or hundred follows.
    fn lone_digit(&self) -> Option<u64> {
        use NumberKind::{Digit, Hundred, TailDigit, Tens};
        let goes_on =
            [Digit, TailDigit, Tens, Hundred].iter().any(|kind| self.word(1, *kind).is_some());
        let years = self.scene.is_year_unit(self.at) && !self.counts_on(self.at + 1);
        self.digit(0, true).filter(|digit| *digit > 0 && !goes_on && !years)
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
            } else if let Some(ones) = self.tail_of_left_out_tens() {
                self.total += digit * 10 + ones;
                self.at += 2;
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

    /// `lăm` in `bốn lăm`, where `mươi` is left out: a word that is only ever said behind tens. `tư` begins other
    /// words, too (`hai tư vấn viên`).
    fn tail_of_left_out_tens(&self) -> Option<u64> {
        let is_other = self.word(1, NumberKind::Ordinal).is_some();
        self.value(1, NumberKind::TailDigit).filter(|_| !is_other)
    }

    fn counts_on(&self, i: usize) -> bool {
        self.scene.unit(i).is_some() || self.scene.number(i).is_some()
    }

    fn digit(&self, ahead: usize, tail: bool) -> Option<u64> {
        let usual = self.value(ahead, NumberKind::Digit);
        if tail { usual.or_else(|| self.value(ahead, NumberKind::TailDigit)) } else { usual }
    }

    /// At most 65 535, so that no product of two and no sum of a few can overflow.
    fn value(&self, ahead: usize, kind: NumberKind) -> Option<u64> {
        self.word(ahead, kind)?.parse::<u16>().ok().map(u64::from)
    }

    /// The value of the number word so many tokens ahead; a name (`Bé Ba`) is none.
    fn word(&self, ahead: usize, kind: NumberKind) -> Option<&str> {
        let at = self.at + ahead;
        if ahead > 0 && self.scene.text.tokens.get(at)?.capital {
            return None;
        }
        self.scene.number_of(at, kind).map(|(_, n)| n.value.as_str())
    }
}
