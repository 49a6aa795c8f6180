//! Things that are counted: `có 23 cơ sở đào tạo`, `mở 14 lớp`, `bồi dưỡng tin học là 215 người`.

use super::{Case, Meaning, head, told_on, whole};
use crate::lexicon::CueClass;
use crate::record::context::{self, Stop};
use crate::record::own;
use crate::record::phrase::Phrase;

pub(super) fn read(case: &Case<'_, '_>) -> Meaning {
    let frame = case.frame;
    let words = frame.figure(case.f).unit.as_ref().map(|u| u.words.clone()).unwrap_or_default();
    let unit = Phrase::joined(std::iter::once(words));
    let enumerates = own::is_copula(frame, frame.at[case.f] + 1);
    let right = match case.right.is_empty() || enumerates {
        true => shared_right(case),
        false => case.right.clone(),
    };
    let named = case.led_by(&[CueClass::Level]) && !case.led_by(&[CueClass::Has])
        || frame.mark(case.left.range.end.wrapping_sub(1)) == Some(':');
    if named && !case.own.is_empty() && right.len() < 3 && !told_on::only_place(case) {
        if let Some(subject) = whole::over_age(case) {
            return Meaning::new(subject, None, "indicator.over_age");
        }
        return Meaning::new(case.own.text(frame), case.scope(), "indicator.before_copula");
    }
    if !right.is_empty() {
        let scope = case.text(&case.own).or_else(|| head::read(case));
        return Meaning::new(unit.then(right).text(frame), scope, "indicator.unit_and_behind");
    }
    if (case.own.is_empty() || told_on::only_place(case))
        && let Some(told) = same_or_beside(case, &unit)
    {
        return told;
    }
    let scope = case.scope();
    if told_on::only_place(case) {
        return Meaning::new(unit.text(frame), scope, "indicator.unit");
    }
    if context::is_complement(frame, case.f) && !unit.is_empty() {
        return Meaning::new(unit.text(frame), case.text(&case.own), "indicator.complement");
    }
    if exists_in(case) && !unit.is_empty() && !case.own.names(frame, &unit) {
        return Meaning::new(unit.text(frame), case.text(&case.own), "indicator.exists");
    }
    if case.own.names(frame, &unit) {
        return Meaning::new(case.own.text(frame), scope, "indicator.before");
    }
    Meaning::new(case.own.clone().then(unit).text(frame), scope, "indicator.verb_and_unit")
}

/// `hợp tác xã có 38 thành viên`: what has them is not what is counted, unless it is the number of
/// something (`số người mù chữ còn 12 người`) or something done (`bồi dưỡng có 20 lớp`).
fn exists_in(case: &Case<'_, '_>) -> bool {
    let frame = case.frame;
    let own = own::words(frame, &case.left);
    let says_more = |i: usize| frame.is_at(i, &[CueClass::MeasureNoun, CueClass::Activity]);
    case.led_by(&[CueClass::Has]) && !own.into_iter().any(says_more)
}

/// `13 bộ và 21 địa phương có tỷ lệ …`: the words behind the last figure describe the first too.
fn shared_right(case: &Case<'_, '_>) -> Phrase {
    let frame = case.frame;
    let next = case.f + 1;
    let joined = frame.at.get(next).is_some_and(|at| {
        *at == frame.at[case.f] + 2
            && frame.is(frame.at[case.f] + 1, &[CueClass::And])
            && !frame.is(frame.at[case.f] + 1, &[CueClass::WithWord])
            && frame.figure(next).kind() == frame.figure(case.f).kind()
    });
    if joined { Phrase::behind(frame, context::right(frame, next)) } else { Phrase::default() }
}

/// A figure without words of its own: the same thing counted again, or another beside it.
fn same_or_beside(case: &Case<'_, '_>, unit: &Phrase) -> Option<Meaning> {
    let host = told_on::host(case)?;
    let told = &case.earlier[host];
    let (mine, theirs) = (case.frame.figure(case.f), case.frame.figure(host));
    let same = mine.kind() == theirs.kind()
        && (case.frame.counts_alike(case.f, host)
            || mine.unit.as_ref().map(|u| &u.key) == theirs.unit.as_ref().map(|u| &u.key));
    if same
        || told_on::only_place(case)
        || case.left.stop == Stop::Bracket && mine.kind() == theirs.kind()
    {
        return Some(told_on::told(case, host, "indicator.inherited"));
    }
    let scope = match case.led_by(&[CueClass::WithWord, CueClass::And, CueClass::ForWord]) {
        true if told.rule == "indicator.beside" => told.scope.clone(),
        true => Some(told.indicator.clone()),
        false => told.lead.clone(),
    };
    let mut meaning = Meaning::new(unit.text(case.frame), scope, "indicator.beside");
    meaning.lead.clone_from(&told.lead);
    Some(meaning)
}
