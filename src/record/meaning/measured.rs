//! Money, shares, measures, changes: `tổng thu đạt 5 tỷ đồng`, `60% học sinh`, `tăng 1,5% về kim
//! ngạch`.

use super::{Case, Meaning, head, listed, told_on, whole};
use crate::lexicon::{CueClass, UnitKind};
use crate::record::context::{self, Stop};
use crate::record::frame::What;
use crate::record::own;
use crate::record::phrase::{Phrase, has_words};

/// `tăng 1,5% về kim ngạch`, `đạt 173% về số lớp`, `đứng thứ 5 cả nước về xuất khẩu`: what `về` or
/// `đối với` names.
pub(super) fn regarding(case: &Case<'_, '_>) -> Option<Meaning> {
    let frame = case.frame;
    let next = frame.at[case.f] + 1;
    let rank = case.led_by(&[CueClass::RankBefore]);
    let share = frame.figure(case.f).kind() == Some(UnitKind::Share);
    let reach = if rank { 5 } else { usize::from(share) };
    let about = (next..next + reach).find(|i| frame.is(*i, &[CueClass::Regarding]))?;
    let right = context::right(frame, case.f);
    let about = Phrase::behind(frame, (about + usize::from(rank)).min(right.end)..right.end);
    if about.is_empty() {
        return None;
    }
    let told = told_on::host(case).map(|host| case.earlier[host].indicator.clone());
    let scope = if rank { case.text(&case.own).or(told) } else { told };
    Some(Meaning::new(about.text(frame), scope, "indicator.regarding"))
}

/// `cắt giảm 30% thời gian giải quyết`, `phát triển thêm 20 người tham gia`: behind a rise or fall
/// what changes; `số vụ giảm 9 vụ` names it before, and `sáp nhập 24 đơn vị, giảm 15 phòng` tells another
/// thing.
fn changed(case: &Case<'_, '_>) -> Option<Meaning> {
    const NO_MORE: &[CueClass] = &[CueClass::Preposition, CueClass::Plan, CueClass::Versus];
    let frame = case.frame;
    let quantity = frame.figure(case.f);
    if !case.is_change() || !case.led_by(&[CueClass::Rise, CueClass::Fall]) {
        return None;
    }
    let scope = || case.text(&case.own);
    let told = |words: Phrase| Some(Meaning::new(words.text(frame), scope(), "indicator.changed"));
    if quantity.kind() != Some(UnitKind::Count) {
        let adds_up = quantity.kind() != Some(UnitKind::Multiple);
        return if adds_up && noun_behind(case) { told(case.right.clone()) } else { None };
    }
    let unit = Phrase::joined(quantity.unit.iter().map(|unit| unit.words.clone()));
    if !case.right.is_empty() && !frame.is(frame.at[case.f] + 1, NO_MORE) {
        return told(unit.then(case.right.clone()));
    }
    let person = quantity.unit.as_ref().is_some_and(|u| u.key.as_deref() == Some("person"));
    let other = case.own.is_empty()
        && case.left.stop != Stop::Bracket
        && !person
        && told_on::host(case).is_none_or(|host| !frame.counts_alike(case.f, host));
    if told_on::only_place(case) || other && !unit.is_empty() { told(unit) } else { None }
}

/// Whether a noun stands right behind the figure: `1.250 ha lúa Thu Đông`, not `5 tỷ đồng cho …`.
fn noun_behind(case: &Case<'_, '_>) -> bool {
    const NO_NOUN: &[CueClass] = &[
        CueClass::Preposition,
        CueClass::Function,
        CueClass::Filler,
        CueClass::Plan,
        CueClass::Versus,
        CueClass::Allotment,
        CueClass::Level,
        CueClass::Connective,
        CueClass::Aim,
        CueClass::Done,
        CueClass::ReportVerb,
        CueClass::Fulfil,
    ];
    let next = case.frame.at[case.f] + 1;
    let is_words = case.frame.pieces.get(next).is_some_and(|p| p.what == What::Phrase);
    is_words && !case.right.is_empty() && !case.frame.is(next, NO_NOUN)
}

pub(super) fn read(case: &Case<'_, '_>) -> Meaning {
    let frame = case.frame;
    let by_what_follows = changed(case).or_else(|| exists(case)).or_else(|| share_is(case));
    if let Some(meaning) = by_what_follows {
        return meaning;
    }
    if share_of_right(case) {
        let scope = case.text(&case.own).or_else(|| head::read(case));
        return Meaning::new(case.right.text(frame), scope, "indicator.share_of");
    }
    if (case.own.is_empty() || told_on::only_place(case))
        && let Some(meaning) = told_on::read(case)
    {
        return meaning;
    }
    if !case.own.is_empty() {
        return before(case);
    }
    match case.right.is_empty() || frame.is(frame.at[case.f] + 1, &[CueClass::Plan]) {
        false => Meaning::new(case.right.text(frame), head::read(case), "indicator.behind"),
        true => {
            let verb = || case.text(&Phrase::of(frame, own::words(frame, &case.left)));
            let indicator = case.text(&case.wide).or_else(|| head::read(case)).or_else(verb);
            Meaning::new(indicator.unwrap_or_default(), None, "indicator.wide")
        }
    }
}

/// `toàn xã có 320 ha lúa`, `phục vụ 50 ha lúa`, `trong đó 8 ha đạt chuẩn`, `, 45 tấn gạo`: an amount of what stands
/// behind it.
fn exists(case: &Case<'_, '_>) -> Option<Meaning> {
    let bare = case.own.is_empty();
    let part =
        bare && case.left.stop == Stop::Parts && (case.right.len() >= 2 || noun_behind(case));
    let listed = bare && listed::is_listed(case) && noun_behind(case);
    let there_is = bare && case.led_by(&[CueClass::ForWord])
        || case.led_by(&[CueClass::Has])
        || told_on::only_place(case);
    if !of_measure(case) || !(part || listed || there_is && noun_behind(case)) {
        return None;
    }
    let right = case.right.text(case.frame);
    if let Some(verb) = listed::shared_verb(case).filter(|_| listed) {
        return Some(Meaning::new(format!("{verb} {right}"), None, "indicator.shared_verb"));
    }
    let scope = case.text(&case.own).or_else(|| head::read(case));
    Some(Meaning::new(right, scope, "indicator.behind"))
}

/// `trong đó 98% là đoàn viên`.
fn share_is(case: &Case<'_, '_>) -> Option<Meaning> {
    let (frame, next) = (case.frame, case.frame.at[case.f] + 1);
    let share = frame.figure(case.f).kind() == Some(UnitKind::Share);
    if !share || !case.own.is_empty() || case.right.len() < 2 || !own::is_copula(frame, next) {
        return None;
    }
    let what = Phrase::of(frame, next + 1..context::right(frame, case.f).end);
    Some(Meaning::new(what.text(frame), head::read(case), "indicator.share_is"))
}

/// Whether the figure is an amount of something: money, length, area, mass.
fn of_measure(case: &Case<'_, '_>) -> bool {
    matches!(case.frame.figure(case.f).kind(), Some(UnitKind::Money | UnitKind::Measure))
}

/// The words to the left; with what an amount is for, where they are but a noun (`gói … để …`).
fn before(case: &Case<'_, '_>) -> Meaning {
    let frame = case.frame;
    let money = frame.figure(case.f).kind() == Some(UnitKind::Money);
    let own = case.own.clone();
    let short = money && own.len() <= 3 && !case.right.is_empty();
    if (short || of_measure(case) && noun_behind(case)) && !case.led_by(&[CueClass::Level]) {
        return Meaning::new(
            own.then(case.right.clone()).text(frame),
            case.scope(),
            "indicator.before_and_behind",
        );
    }
    if let Some(subject) = whole::over_age(case) {
        return Meaning::new(subject, None, "indicator.over_age");
    }
    if let Some(subject) = whole::subject_of_whole(case) {
        let indicator = format!("{subject} {}", own.text(frame));
        return Meaning::new(indicator, None, "indicator.of_whole");
    }
    Meaning::new(own.text(frame), case.scope(), "indicator.before")
}

/// `tỷ lệ bao phủ 92% dân số`: the share has a name of its own; `tỷ lệ 92% dân số` has none.
fn names_share(case: &Case<'_, '_>) -> bool {
    let words = own::words(case.frame, &case.left);
    let first = words.clone().find(|i| has_words(case.frame, *i..*i + 1));
    first.is_some_and(|i| case.frame.is_at(i, &[CueClass::RatioNoun])) && case.own.len() > 2
}

/// `60% học sinh không vào đại học`: the share is of the noun behind it, unless a subject with its
/// copula stands before it.
fn share_of_right(case: &Case<'_, '_>) -> bool {
    const NO_WHOLE: &[CueClass] =
        &[CueClass::Preposition, CueClass::Plan, CueClass::Versus, CueClass::Allotment];
    let frame = case.frame;
    let end = frame.figure(case.f).words.end;
    let level = case.led_by(&[CueClass::Level]) && !case.led_by(&[CueClass::Has]);
    let told = matches!(case.left.stop, Stop::Figure(_)) && told_on::host(case).is_some();
    let says_more = frame.is(frame.at[case.f] + 1, &[CueClass::Filler, CueClass::Negation]);
    let named = !case.own.is_empty();
    let subject = level && (told || named) || says_more && named || names_share(case);
    frame.figure(case.f).kind() == Some(UnitKind::Share)
        && case.right.len() >= 2
        && frame.scene.is_word(end)
        && !frame.is(frame.at[case.f] + 1, NO_WHOLE)
        && !case.is_change()
        && !subject
        && !(case.led_by(&[CueClass::Share, CueClass::Equal]) && told_on::host(case).is_some())
}
