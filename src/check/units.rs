//! Whether two figures count the same thing.

use super::words::text::PEOPLE;
use crate::record::Record;
use crate::text::fold_syllable;

/// Whether a record is a percentage.
pub(super) fn is_percent(record: &Record) -> bool {
    matches!(record.unit.as_deref(), Some("%" | "phần trăm"))
}

/// Whether two records have the same unit; a unit that the text leaves out fits any.
pub(super) fn alike(a: &Record, b: &Record) -> bool {
    let (Some(x), Some(y)) = (&a.unit, &b.unit) else {
        return true;
    };
    a.unit_name() == b.unit_name() || {
        let (x, y) = (folded(x), folded(y));
        x == y || begins(&x, &y) || begins(&y, &x)
    }
}

/// Whether two records measure the same: both have a unit, the same one or two nouns for people,
/// and the same rate.
pub(super) fn same_measure(a: &Record, b: &Record) -> bool {
    a.unit.is_some()
        && b.unit.is_some()
        && is_percent(a) == is_percent(b)
        && a.per == b.per
        && (alike(a, b) || are_people(a) && are_people(b) || is_one_of(a, b))
}

/// Whether a record counts people, by whatever noun; of several the first counts (`cán bộ, giáo viên`).
pub(super) fn are_people(record: &Record) -> bool {
    let unit = folded(record.unit.as_deref().unwrap_or_default());
    let first = unit.split(',').next().unwrap_or_default();
    PEOPLE.iter().any(|noun| first == *noun || begins(first, noun))
}

/// Whether one counts several kinds of things together and the other is one of them: `xã, thị trấn`
/// and `xã`.
fn is_one_of(all: &Record, one: &Record) -> bool {
    let unit = |r: &Record| folded(r.unit.as_deref().unwrap_or_default());
    let (all, one) = (unit(all), unit(one));
    all.contains(',') && all.split(',').any(|kind| kind.trim() == one)
}

/// Whether one counts things and the other their turns: `người` and `lượt người`.
pub(super) fn differ_by_turns(a: &Record, b: &Record) -> bool {
    let turns_of = |turns: &str, counted: &str| {
        let rest = turns.strip_prefix("lượt ");
        rest.is_some_and(|rest| rest == counted || counted == "người")
    };
    match (&a.unit, &b.unit) {
        (Some(a), Some(b)) => {
            let (a, b) = (folded(a), folded(b));
            turns_of(&a, &b) || turns_of(&b, &a)
        }
        _ => false,
    }
}

/// `vụ việc` begins with `vụ`.
fn begins(long: &str, short: &str) -> bool {
    long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '))
}

/// A unit in the form that its words are compared in.
pub(super) fn folded(unit: &str) -> String {
    unit.split_whitespace().map(fold_syllable).collect::<Vec<_>>().join(" ")
}
