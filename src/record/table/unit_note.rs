//! The units that a line beside a table gives to some of its columns or rows.
//!
//! `Lượng: Tấn; Trị giá: Nghìn USD` gives each of two its own, `Đơn vị: đồng/lít; riêng dầu mazut: đồng/kg` gives one to what it
//! excepts. The unit of the whole table (`ĐVT: triệu đồng`) is told by `unit`.

use super::unit::Unit;
use super::words::{lines, phrase_at};
use crate::lexicon::CueClass;
use crate::mention::{Scene, cell_unit};

/// The units that a line gives to columns or rows by their words: `Lượng: Tấn; Trị giá: Nghìn USD`, where each fills
/// what stands between its colon and the next break, and `Khối lượng tính theo tấn/ngày`.
pub(super) fn listed(scene: &Scene<'_>) -> Vec<(String, Unit)> {
    let end = scene.text.tokens.len();
    let breaks = |i: &usize| matches!(scene.key(*i), ";" | "," | "(" | ")" | ":" | ".");
    let given = (1..end).filter(|i| scene.key(*i) == ":").filter_map(|colon| {
        let start = (0..colon).rev().find(breaks).map_or(0, |i| i + 1);
        let read = cell_unit(scene, colon + 1)?;
        let ends = read.end >= end || breaks(&read.end);
        let names = start < colon && scene.cue(start, &[CueClass::TableUnit]).is_none();
        let words = scene.text.slice(start..colon).to_lowercase();
        (ends && names).then(|| (words, Unit::new(scene, read)))
    });
    let given: Vec<_> = given.collect();
    let told = (1..end).filter_map(|at| measured_in(scene, at));
    if given.len() > 1 { given.into_iter().chain(told).collect() } else { told.collect() }
}

/// The units that a line gives to what it excepts from that of the table: `Đơn vị: đồng/lít; riêng dầu mazut: đồng/kg`.
pub(super) fn excepted(scene: &Scene<'_>) -> Vec<(String, Unit)> {
    let end = scene.text.tokens.len();
    let given = (0..end).filter_map(|at| {
        let start = at + phrase_at(scene, at, lines::EXCEPTED)?;
        let words = (start..end).take_while(|i| scene.is_word(*i) || scene.is_digits(*i)).count();
        let behind = start + words;
        let led = scene.key(behind) == ":" || scene.key(behind) == "(";
        let read = cell_unit(scene, behind + 1).filter(|_| words > 0 && led)?;
        let names = scene.text.slice(start..behind).to_lowercase();
        Some((names, Unit::new(scene, read)))
    });
    given.collect()
}

/// `Khối lượng tính theo tấn/ngày`, of which the verb stands at a token.
fn measured_in(scene: &Scene<'_>, at: usize) -> Option<(String, Unit)> {
    let len = phrase_at(scene, at, lines::IN_UNIT)?;
    let read = cell_unit(scene, at + len)?;
    let start = (0..at).rev().find(|i| !scene.is_word(*i)).map_or(0, |i| i + 1);
    let words = scene.text.slice(start..at).to_lowercase();
    (start < at).then(|| (words, Unit::new(scene, read)))
}
