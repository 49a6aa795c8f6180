//! What a figure measures: its indicator, and the scope that it takes over.
//!
//! Statement shapes, by what the figure counts:
//!
//! * `lý luận chính trị là 402 người`: the words to the left, up to the copula.
//! * `có 23 cơ sở đào tạo`: the unit with the words behind it; the words to the left are scope.
//! * `60% học sinh không vào đại học`: a share, of the words behind it.
//! * `, tăng 2,1%`, `(đạt 92,1%)`: nothing of its own; the figure before says what is measured.

use super::context::{self, Left, Stop};
use super::frame::Frame;
use super::phrase::Phrase;
use crate::lexicon::{CueClass, UnitKind};

/// What a figure measures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Meaning {
    pub indicator: String,
    pub scope: Option<String>,
    /// The figure that it was taken over from.
    pub from: Option<usize>,
    pub rule: &'static str,
}

/// Reads the meaning of figure `f`; `earlier` are those of the figures before it in the block.
pub(super) fn read(frame: &Frame<'_>, f: usize, earlier: &[Meaning]) -> Meaning {
    let left = context::left(frame, f);
    let own = Phrase::of(frame, left.clause..left.range.end);
    let wide = Phrase::of(frame, left.range.start..left.clause);
    let right = Phrase::of(frame, context::right(frame, f));
    let quantity = frame.figure(f);
    let counted = matches!(quantity.kind(), Some(UnitKind::Count)) && !is_change(frame, f);
    if counted {
        return counted_things(frame, f, &left, own, wide, right, earlier);
    }
    let share_of_right = quantity.kind() == Some(UnitKind::Share)
        && behind_is_noun(frame, f)
        && right.len() >= 2
        && !is_change(frame, f)
        && !follows_subject(frame, &left, &own);
    if share_of_right {
        return Meaning {
            indicator: right.text(frame),
            scope: text(frame, &own),
            from: None,
            rule: "indicator.share_of",
        };
    }
    if own.is_empty() {
        if let Some(host) = host(&left, f, earlier) {
            return inherited(earlier, host, "indicator.inherited");
        }
    }
    let head = head(frame, f, &left, earlier);
    if own.is_empty() && right.is_empty() {
        let indicator = text(frame, &wide).or(head).unwrap_or_default();
        return Meaning {
            indicator,
            scope: None,
            from: None,
            rule: "indicator.wide",
        };
    }
    if own.is_empty() {
        return Meaning {
            indicator: right.text(frame),
            scope: head,
            from: None,
            rule: "indicator.behind",
        };
    }
    let scope = head.or_else(|| text(frame, &wide));
    Meaning {
        indicator: own.text(frame),
        scope,
        from: None,
        rule: "indicator.before",
    }
}

/// A figure that counts things: the unit with what stands behind it, or the verb before it.
fn counted_things(
    frame: &Frame<'_>,
    f: usize,
    left: &Left,
    own: Phrase,
    wide: Phrase,
    right: Phrase,
    earlier: &[Meaning],
) -> Meaning {
    let unit_words = frame
        .figure(f)
        .unit
        .as_ref()
        .map(|u| u.words.clone())
        .unwrap_or_default();
    let unit = Phrase::joined(std::iter::once(unit_words));
    let lead = frame.before(frame.at[f], &frame.sentence(f));
    let copula =
        lead.is_some_and(|i| frame.is(i, &[CueClass::Level]) || frame.mark(i) == Some(':'));
    let head = head(frame, f, left, earlier);
    if copula && !own.is_empty() {
        return Meaning {
            indicator: own.text(frame),
            scope: head.or_else(|| text(frame, &wide)),
            from: None,
            rule: "indicator.before_copula",
        };
    }
    if own.is_empty() && right.is_empty() {
        if let Some(host) = host(left, f, earlier) {
            return inherited(earlier, host, "indicator.inherited");
        }
    }
    if right.is_empty() {
        let scope = head.or_else(|| text(frame, &wide));
        return Meaning {
            indicator: own.then(unit).text(frame),
            scope,
            from: None,
            rule: "indicator.verb_and_unit",
        };
    }
    let scope = text(frame, &own).or(head);
    Meaning {
        indicator: unit.then(right).text(frame),
        scope,
        from: None,
        rule: "indicator.unit_and_behind",
    }
}

/// Whether the figure says by how much something changed.
pub(super) fn is_change(frame: &Frame<'_>, f: usize) -> bool {
    let lead = frame.before(frame.at[f], &frame.sentence(f));
    lead.is_some_and(|i| {
        frame.is(
            i,
            &[
                CueClass::Rise,
                CueClass::Fall,
                CueClass::MoreThan,
                CueClass::LessThan,
                CueClass::Exceed,
            ],
        ) && !frame.is(i, &[CueClass::Level])
    })
}

/// Whether a noun stands right behind a share: `60% học sinh`, not `60% so với`.
fn behind_is_noun(frame: &Frame<'_>, f: usize) -> bool {
    const NO_NOUN: &[CueClass] = &[
        CueClass::Function,
        CueClass::Plan,
        CueClass::Versus,
        CueClass::Filler,
    ];
    let next = frame.at[f] + 1;
    frame.scene.is_word(frame.figure(f).words.end) && !frame.is(next, NO_NOUN)
}

/// `tỷ lệ hộ nghèo còn 2%`: a subject with a copula before the share.
fn follows_subject(frame: &Frame<'_>, left: &Left, own: &Phrase) -> bool {
    let lead = left
        .range
        .end
        .checked_sub(1)
        .filter(|i| *i >= left.range.start);
    !own.is_empty()
        && lead.is_some_and(|i| frame.is(i, &[CueClass::Level]) && !frame.is(i, &[CueClass::Has]))
}

/// The figure that a statement without words of its own goes on about.
fn host(left: &Left, f: usize, earlier: &[Meaning]) -> Option<usize> {
    match left.stop {
        Stop::Figure(host) => Some(host),
        Stop::Bracket | Stop::Parts if f > 0 => Some(f - 1),
        _ => None,
    }
    .filter(|host| !earlier[*host].indicator.is_empty())
}

fn inherited(earlier: &[Meaning], host: usize, rule: &'static str) -> Meaning {
    Meaning {
        rule,
        from: Some(host),
        ..earlier[host].clone()
    }
}

/// The head of the list or the total that the figure's statement belongs to.
fn head(frame: &Frame<'_>, f: usize, left: &Left, earlier: &[Meaning]) -> Option<String> {
    let piece = left.range.start;
    match left.stop {
        Stop::Head | Stop::Item => list_head(frame, f, piece),
        Stop::Parts | Stop::Bracket => earlier
            .last()
            .map(|m| m.indicator.clone())
            .filter(|s| !s.is_empty()),
        _ => None,
    }
}

/// The words before the `:` that opens the list.
fn list_head(frame: &Frame<'_>, f: usize, piece: usize) -> Option<String> {
    let sentence = frame.sentence(f);
    let colon = (sentence.start..piece)
        .rev()
        .take(400)
        .find(|i| frame.mark(*i) == Some(':'))?;
    let start = (sentence.start..colon)
        .rev()
        .find(|i| frame.mark(*i) == Some(';'))
        .map_or(sentence.start, |i| i + 1);
    let (start, end) = trimmed(frame, start, colon);
    text(frame, &Phrase::of(frame, start..end))
}

/// Drops `cụ thể như sau` and the like before the colon.
fn trimmed(frame: &Frame<'_>, start: usize, mut end: usize) -> (usize, usize) {
    while end > start
        && (frame.is(
            end - 1,
            &[CueClass::PartIntro, CueClass::Connective, CueClass::Filler],
        ) || frame.mark(end - 1).is_some())
    {
        end -= 1;
    }
    (start, end)
}

fn text(frame: &Frame<'_>, phrase: &Phrase) -> Option<String> {
    Some(phrase.text(frame)).filter(|s| !s.is_empty())
}
