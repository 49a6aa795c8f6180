//! One pass over a block: at each token the first reader that fits takes its words.
//!
//! References and people first, then time, then names, then figures: `Kế hoạch số 3409/KH-UBND`
//! is never a figure, `năm 2021` never five. What no reader takes is a plain word.

use super::{Name, Quantity, Scene, Time, elision, name, quantity, time};
use crate::lexicon::{CueClass, CueSet, Mark, Term, UnitKind};
use crate::text::{TokenKind, Tokens};

/// Token ranges that other finders have taken: documents, people.
#[derive(Debug, Clone, Default)]
pub struct Spans {
    /// References to documents with their numbers.
    pub documents: Vec<Tokens>,
    /// Names of people.
    pub people: Vec<Tokens>,
}

/// Everything that was found in one block, each list in reading order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mentions {
    /// Figures.
    pub quantities: Vec<Quantity>,
    /// Time phrases.
    pub times: Vec<Time>,
    /// Numbers that are names, and digits that could not be read.
    pub names: Vec<Name>,
}

impl Mentions {
    /// Drops the figures behind so many; whether there were more.
    pub fn cut(&mut self, most: usize) -> bool {
        let more = self.quantities.len() > most;
        self.quantities.truncate(most);
        more
    }
}

/// Reads one block.
#[must_use]
pub fn read(scene: &Scene<'_>, taken: &Spans) -> Mentions {
    let mut found = Mentions::default();
    let mut at = 0;
    let (mut documents, mut people) =
        (taken.documents.iter().peekable(), taken.people.iter().peekable());
    while at < scene.text.tokens.len() {
        while documents.next_if(|d| d.end <= at).is_some() {}
        while people.next_if(|p| p.end <= at).is_some() {}
        at = if let Some(words) = documents.next_if(|d| d.start <= at) {
            found.names.push(Name {
                words: at..words.end,
                kind: "document number",
                rule: "name.document",
            });
            further_numbers(scene, words.end, &mut found)
        } else if let Some(words) = people.next_if(|p| p.start <= at) {
            words.end
        } else {
            take(scene, at, &mut found)
        };
    }
    elision::complete(scene, &mut found);
    found
}

/// `03 và 14` behind `Thông tư 01`: the numbers of more documents of the kind; gives the token behind.
fn further_numbers(scene: &Scene<'_>, mut at: usize, found: &mut Mentions) -> usize {
    while scene.joins(at) && scene.small(at + 1, 99).is_some() && !name::is_counted(scene, at + 1) {
        found.names.push(Name {
            words: at + 1..at + 2,
            kind: "document number",
            rule: "name.document",
        });
        at += 2;
    }
    at
}

/// Words with which a time phrase or an amount of money can begin. Most tokens are none of them, and
/// are passed over without asking every reader.
const OPENERS: &[CueClass] = &[
    CueClass::Ago,
    CueClass::Anniversary,
    CueClass::Baseline,
    CueClass::DayPart,
    CueClass::DayWord,
    CueClass::FirstDay,
    CueClass::Habitual,
    CueClass::HalfFirst,
    CueClass::HalfLast,
    CueClass::HalfOf,
    CueClass::LastDay,
    CueClass::LastYear,
    CueClass::MonthName,
    CueClass::MonthWord,
    CueClass::NextYear,
    CueClass::Now,
    CueClass::PastYear,
    CueClass::QuarterName,
    CueClass::RelativeDay,
    CueClass::RelativeMonth,
    CueClass::RelativeQuarter,
    CueClass::RelativeWeek,
    CueClass::SchoolYear,
    CueClass::Season,
    CueClass::Since,
    CueClass::SinceNow,
    CueClass::SinceYearStart,
    CueClass::ThisSeason,
    CueClass::ThisYear,
    CueClass::Until,
    CueClass::UntilBefore,
    CueClass::Vague,
    CueClass::Weekday,
    CueClass::YearWord,
];

/// Whether anything can begin at token `at`: digits, a word of a number, one of [`OPENERS`], a unit of time (`tuần 34`).
fn opens(scene: &Scene<'_>, at: usize) -> bool {
    let number = |mark: &Mark| matches!(mark.term, Term::Number(_));
    scene.is_digits(at)
        || scene.marks.classes(at).meets(CueSet::of(OPENERS))
        || scene.marks.all(at).iter().any(number)
        || scene.unit(at).is_some_and(|(_, unit)| unit.kind == UnitKind::Time)
}

/// Takes what begins at token `at`; gives the token behind it.
fn take(scene: &Scene<'_>, at: usize, found: &mut Mentions) -> usize {
    if !opens(scene, at) {
        debug_assert!(
            time::read(scene, at).is_none()
                && name::read(scene, at).is_none()
                && quantity::read(scene, at).is_none(),
            "OPENERS lack a class of {:?}",
            scene.text.slice(at..at + 1)
        );
        return at + scene.compound(at).unwrap_or(1);
    }
    if let Some(time) = time::read(scene, at) {
        let end = time.words.end;
        found.times.push(time);
        return end;
    }
    if let Some(name) = name::read(scene, at) {
        let end = name.words.end;
        found.names.push(name);
        return end;
    }
    if let Some(quantity) = quantity::read(scene, at) {
        let end = quantity.words.end.max(at + 1);
        found.quantities.push(quantity);
        return end;
    }
    if scene.text.tokens[at].kind == TokenKind::Digits {
        found.names.push(Name { words: at..at + 1, kind: "unread", rule: "name.nothing_counted" });
    }
    at + scene.compound(at).unwrap_or(1)
}
