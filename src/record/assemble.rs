//! One record: what the words of its figure say, what was judged of it, what its table tells.
//!
//! `14 lớp` gives value and unit, the verdict that it is a result of 2022; in a table the column and the row go
//! before the verdict, and what a person says of it before both. Everything is decided before; here it is only put together.

use super::categories::Categories;
use super::judged::{Judgement, seat};
use super::table::Told;
use super::{Confidences, Fix, Modifier, Record, Role, fixed, flags, phrase, source, status};
use crate::judge::Verdict;

/// What is known of a figure besides its verdict.
pub(super) struct Given<'f> {
    /// What its table tells; goes before what was judged.
    pub told: Option<Told>,
    /// What a person said; goes before everything.
    pub fix: Option<&'f Fix>,
    /// The address of its page.
    pub url: Option<&'f str>,
}

/// Puts a record together.
pub(super) fn assemble(
    judgement: &Judgement<'_, '_>,
    verdict: &Verdict,
    Given { told, fix, url }: Given<'_>,
    categories: &mut Categories<'_>,
) -> Record {
    let row = &judgement.rows[verdict.row];
    let (scene, quantity) = (&row.scene, &row.mentions.quantities[verdict.figure]);
    let sentence = match told {
        Some(_) => 0..scene.text.tokens.len(),
        None => row.sentence(quantity.number.start),
    };
    let indicator = phrase::shown(judgement.rows, &verdict.indicator);
    let scope = phrase::shown(judgement.rows, &verdict.scope);
    let (role, direction) = verdict.role.value;
    let number = quantity.number.clone();
    // Blocks are numbered without the headline.
    let block = verdict.row.saturating_sub(1);
    let mut record = Record {
        id: judgement.ids.get(&seat(verdict)).cloned().unwrap_or_default(),
        category: None,
        scope: scope.filter(|scope| Some(scope) != indicator.as_ref()),
        indicator,
        value: quantity.value,
        high: quantity.high,
        of: quantity.of,
        unit: quantity.unit_text(scene),
        unit_key: quantity.unit.as_ref().and_then(|unit| unit.key.clone()),
        unit_kind: quantity.kind().unwrap_or_default(),
        per: quantity.per.clone().map(|per| scene.spelt(per)),
        modifier: quantity.modifier,
        role,
        direction,
        status: None,
        period: judgement.period(verdict.period.value.as_ref()),
        place: judgement.place(verdict.place.value),
        part_of: judgement.id(verdict.part_of.value),
        target: judgement.id(verdict.target.value),
        flags: Vec::new(),
        confidence: verdict.confidence,
        confidences: Confidences::of(verdict),
        corrected: Vec::new(),
        source: source::of(scene.text, block, number, sentence.clone(), url),
        reasons: Vec::new(),
    };
    let [number, unit, modifier] = quantity.rules;
    record.tell("value", number);
    record.tell("unit", unit);
    record.tell_some("per", record.per.is_some(), "unit.per");
    record.tell_some("modifier", quantity.modifier != Modifier::Exact, modifier);
    judgement.reasons(verdict).into_iter().for_each(|reason| record.explain(reason));
    let is_told = told.is_some();
    if let Some(told) = told {
        told.apply(&mut record, &judgement.ids);
    }
    let role = fix.map_or(record.role, |fix| fix.role(record.role));
    if role == Role::Actual && !is_told {
        let judged = verdict.target.value.and_then(|target| judgement.verdicts.get(target));
        let target = fix.and_then(Fix::target).unwrap_or_else(|| judged.map(seat));
        let target = target.filter(|(row, _)| *row == verdict.row).map(|(_, figure)| figure);
        record.status = status::read(row, verdict.figure, target);
        record.tell_some("status", record.status.is_some(), "status.words");
    }
    if let Some(fix) = fix {
        fix.apply(&mut record, quantity, scene.lexicon, &judgement.ids);
    }
    record.category = categories.of(scene, (verdict.row, sentence), &record);
    record.tell_some("category", record.category.is_some(), "category.words");
    if let Some(fix) = fix {
        fix.categorise(&mut record);
    }
    record.flags = flags::read(scene, quantity, &record);
    fixed::settle(&mut record.flags, &record.corrected);
    record
}
