//! What a figure measures: its indicator, and the scope that it takes over.
//!
//! Statement shapes, by what the figure counts:
//!
//! * `lý luận chính trị là 402 người`: the words to the left, up to the copula.
//! * `có 23 cơ sở đào tạo`: the unit with the words behind it; the words to the left are scope.
//! * `60% học sinh không vào đại học`: a share, of the words behind it.
//! * `tăng 1,5% về kim ngạch`: what `về` names.
//! * `, tăng 2,1%`, `(đạt 92,1%)`: nothing of its own; the figure before says what is measured.
//!
//! Files: `counted` for things that are counted, `measured` for money, shares and measures,
//! `listed` for amounts of several kinds, `told_on` for what goes on about an earlier figure, `whole` for
//! subjects that hold a figure, `head` for heads of lists.

mod counted;
mod head;
mod listed;
mod measured;
mod told_on;
mod whole;

use super::context::{self, Left, Stop};
use super::frame::Frame;
use super::own;
use super::phrase::{Phrase, has_words};
use crate::lexicon::{CueClass, UnitKind};
use std::ops::Range;

/// What a figure measures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Meaning {
    pub indicator: String,
    pub scope: Option<String>,
    /// The words before the figure, which a coordinated figure takes over.
    lead: Option<String>,
    pub rule: &'static str,
}

impl Meaning {
    fn new(indicator: String, scope: Option<String>, rule: &'static str) -> Self {
        Self { indicator, scope, lead: None, rule }
    }
}

/// A figure with the phrases around it.
struct Case<'f, 'a> {
    frame: &'f Frame<'a>,
    f: usize,
    left: Left,
    /// The figure's own words to the left, empty where they say nothing.
    own: Phrase,
    /// What stands before them in the sentence.
    wide: Phrase,
    /// The words behind the figure.
    right: Phrase,
    /// Meanings of the figures before it in the block.
    earlier: &'f [Meaning],
}

impl Case<'_, '_> {
    fn text(&self, phrase: &Phrase) -> Option<String> {
        Some(phrase.text(self.frame)).filter(|s| !s.is_empty())
    }

    /// Whether the piece before the figure is one of these cues.
    fn led_by(&self, classes: &[CueClass]) -> bool {
        self.left.range.end > self.left.range.start
            && self.frame.is(self.left.range.end - 1, classes)
    }

    /// The scope of a figure that has words of its own: its list, else what the figure before it
    /// measures, where words of that stand between them, else its sentence.
    fn scope(&self) -> Option<String> {
        head::read(self).or_else(|| {
            let wide = self.text(&self.wide)?;
            let host = self.earlier.last().filter(|_| matches!(self.left.stop, Stop::Figure(_)));
            Some(host.map_or(wide, |host| host.indicator.clone())).filter(|s| !s.is_empty())
        })
    }
}

/// Reads the meaning of figure `f`; `earlier` are those of the figures before it in the block.
pub(super) fn read(frame: &Frame<'_>, f: usize, earlier: &[Meaning]) -> Meaning {
    let left = context::left(frame, f);
    let own_range = brought(frame, own::words(frame, &left));
    let own = match has_words(frame, own_range.clone()) {
        true => Phrase::of(frame, own_range.clone()),
        false => Phrase::default(),
    };
    let own = growth(frame, &left).unwrap_or(own);
    let wide = Phrase::of(frame, left.range.start..own_range.start);
    let right = Phrase::behind(frame, context::right(frame, f));
    let case = Case { frame, f, left, own, wide, right, earlier };
    let mut meaning = told_on::plan_in_bracket(&case)
        .or_else(|| told_on::paired(&case))
        .or_else(|| measured::regarding(&case))
        .unwrap_or_else(
            || if case.counts() { counted::read(&case) } else { measured::read(&case) },
        );
    meaning.lead = case.text(&case.own).or_else(|| meaning.lead.take());
    meaning
}

/// `đặt mục tiêu tăng trưởng bình quân 8%`: growth itself is measured, where only the aim stands
/// before it.
fn growth(frame: &Frame<'_>, left: &Left) -> Option<Phrase> {
    const AIMS: &[CueClass] = &[CueClass::Intends, CueClass::Plan, CueClass::Aim];
    let piece = left.range.end.checked_sub(1).filter(|i| *i > left.clause)?;
    let grows = frame.is_at(piece, &[CueClass::GrowthNoun]) && frame.is(piece - 1, AIMS);
    grows.then(|| Phrase::joined(std::iter::once(frame.pieces[piece].words.clone())))
}

/// `nâng tổng số hội viên lên 12.000 người` is about `tổng số hội viên`.
fn brought(frame: &Frame<'_>, own: Range<usize>) -> Range<usize> {
    let verb = own.clone().find(|i| !frame.is(*i, &[CueClass::Filler, CueClass::Connective]));
    let to_level = !own.is_empty() && frame.is(own.end - 1, &[CueClass::Level]);
    match verb.filter(|verb| to_level && frame.is(*verb, &[CueClass::Brings])) {
        Some(verb) if has_words(frame, verb + 1..own.end) => verb + 1..own.end,
        _ => own,
    }
}

impl Case<'_, '_> {
    /// Whether the figure counts things, and does not say by how many they changed.
    fn counts(&self) -> bool {
        let times =
            self.frame.figure(self.f).kind() == Some(UnitKind::Multiple) && !self.right.is_empty();
        (self.frame.figure(self.f).kind() == Some(UnitKind::Count) || times) && !self.is_change()
    }

    /// `tăng 5 xã`, `vượt 400 người`.
    fn is_change(&self) -> bool {
        const CHANGES: &[CueClass] = &[
            CueClass::Rise,
            CueClass::Fall,
            CueClass::MoreThan,
            CueClass::LessThan,
            CueClass::Exceed,
        ];
        self.led_by(CHANGES) && !self.led_by(&[CueClass::Level])
    }
}
