//! The unit of a table's figures, from wherever the table gives it.
//!
//! `ĐVT: triệu đồng` over the table, `(ha)` in a heading, a cell `lượt người`, `Số hộ`: each gives
//! the unit, and a scale by which the figures are multiplied.

use crate::lexicon::{self, Cue, CueClass, Mark, Term, UnitKind};
use crate::mention::{CellUnit, Mentions, Name, Quantity, Scene, UnitWords, cell_unit, unit_name};
use crate::text::{TokenKind, Tokens};
use rust_decimal::Decimal;
use std::iter::successors;

/// A unit in the words of the table.
#[derive(Debug, Clone)]
pub(in crate::record) struct Unit {
    /// What is counted or measured.
    pub text: String,
    pub key: Option<String>,
    pub kind: UnitKind,
    /// What the figures are multiplied by.
    pub scale: Decimal,
    pub per: Option<String>,
}

impl Unit {
    pub(super) fn new(scene: &Scene<'_>, read: CellUnit) -> Self {
        Self {
            text: written(scene, &read.unit),
            key: read.unit.key,
            kind: read.unit.kind,
            scale: read.scale,
            per: read.per.map(|per| scene.text.slice(per).to_owned()),
        }
    }

    /// The unit that stands beside a figure in its own cell.
    pub(super) fn of(scene: &Scene<'_>, quantity: &Quantity) -> Option<Self> {
        let unit = quantity.unit.as_ref().filter(|unit| !unit.words.is_empty())?;
        Some(Self {
            text: scene.text.slice(unit.words.clone()).to_owned(),
            key: unit.key.clone(),
            kind: unit.kind,
            scale: Decimal::ONE,
            per: quantity.per.clone().map(|per| scene.text.slice(per).to_owned()),
        })
    }

    /// What a column of shares has where it names no unit.
    pub(super) fn percent(scene: &Scene<'_>) -> Option<Self> {
        let known = scene.lexicon.entries.unit.iter().find(|unit| unit.key == "percent")?;
        Some(Self {
            text: known.forms.first().to_owned(),
            key: Some(known.key.clone()),
            kind: known.kind,
            scale: Decimal::ONE,
            per: None,
        })
    }

    pub(super) fn counts(&self) -> bool {
        self.kind == UnitKind::Count && self.scale == Decimal::ONE
    }

    pub(super) fn is_share(&self) -> bool {
        self.kind == UnitKind::Share
    }

    /// What it is recognised by.
    pub(super) fn name(&self) -> String {
        unit_name(self.key.as_deref(), &self.text)
    }

    /// Whether figures of both can be parts of each other.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.name() == other.name() && self.per == other.per
    }

    /// Whether figures of both are written alike.
    pub(super) fn is_alike(&self, other: &Self) -> bool {
        self.is_same(other) && self.scale == other.scale
    }
}

/// The words of a unit; `đồng` where they shorten it (`đ`) or leave it out (`trđ`).
fn written(scene: &Scene<'_>, unit: &UnitWords) -> String {
    let words = scene.text.slice(unit.words.clone());
    let known = unit.key.as_deref().and_then(|key| scene.lexicon.entries.unit_of_key(key));
    let shortens =
        |known: &&lexicon::Unit| words.is_empty() || known.short.iter().any(|short| short == words);
    match known.filter(shortens) {
        Some(known) => known.forms.first().to_owned(),
        None => uncapitalised(words),
    }
}

/// `Người` is `người`, `USD` stays.
fn uncapitalised(words: &str) -> String {
    let mut chars = words.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain([second]).chain(chars).collect()
        }
        _ => words.to_owned(),
    }
}

/// The unit that a whole cell of a column of units gives; words that the lexicon does not know
/// stand for themselves, up to the stroke before what they are per: `MPN/100 ml`.
pub(in crate::record) fn of_cell(scene: &Scene<'_>, cell: Tokens) -> Unit {
    match whole(scene, cell.clone()) {
        Some(unit) => unit,
        None => {
            let stroke = cell.clone().skip(1).find(|i| scene.key(*i) == "/");
            let stroke = stroke.filter(|stroke| divides(scene, stroke + 1..cell.end));
            let per = stroke.map(|stroke| scene.text.slice(stroke + 1..cell.end).to_owned());
            Unit {
                text: uncapitalised(scene.text.slice(cell.start..stroke.unwrap_or(cell.end))),
                key: None,
                kind: UnitKind::Count,
                scale: Decimal::ONE,
                per,
            }
        }
    }
}

/// Whether words behind a stroke are what a unit is per: `100 ml`, `m3`.
pub(super) fn divides(scene: &Scene<'_>, words: Tokens) -> bool {
    !words.is_empty() && (scene.is_digits(words.start) || cell_unit(scene, words.start).is_some())
}

/// A unit that a heading or label names beside its other words: `(ha)`, `(ĐVT: triệu đồng)`, a bare
/// `%`, `, ha` at its end; with its tokens.
pub(super) fn named(scene: &Scene<'_>, words: Tokens) -> Option<(Tokens, Unit)> {
    let in_brackets = words.clone().filter(|i| scene.key(*i) == "(").find_map(|open| {
        let read = behind_mark(scene, open + 1).or_else(|| cell_unit(scene, open + 1))?;
        (scene.key(read.end) == ")").then_some((open..read.end + 1, read))
    });
    let behind_comma = || {
        let comma = words.clone().skip(1).rfind(|i| scene.key(*i) == ",")?;
        let read = cell_unit(scene, comma + 1).filter(|read| read.end == words.end)?;
        // `Xã, phường` names two things, `Sản lượng, tấn` measures one.
        let measures =
            matches!(read.unit.kind, UnitKind::Measure | UnitKind::Money | UnitKind::Share);
        measures.then_some((comma..words.end, read))
    };
    let whole = || cell_unit(scene, words.start).filter(|read| read.end == words.end);
    let noted = || words.clone().find_map(|i| Some((i..words.end, behind_mark(scene, i)?)));
    let percent = || words.clone().find(|i| scene.key(*i) == "%");
    in_brackets
        .or_else(behind_comma)
        .or_else(|| whole().map(|read| (words.clone(), read)))
        .or_else(noted)
        .or_else(|| percent().and_then(|i| Some((i..i + 1, cell_unit(scene, i)?))))
        .map(|(words, read)| (words, Unit::new(scene, read)))
}

/// `ĐVT: triệu đồng`, `ĐVT triệu đồng`; `đơn vị` without a colon may be an office.
fn behind_mark(scene: &Scene<'_>, at: usize) -> Option<CellUnit> {
    let (len, cue) = scene.cue(at, &[CueClass::TableUnit])?;
    let colon = scene.key(at + len) == ":";
    let told = colon || cue.value.as_deref() == Some("clear");
    told.then(|| cell_unit(scene, at + len + usize::from(colon))).flatten()
}

/// What a heading or label counts: `Số hộ nghèo`, `Học viên nữ`; whether it says that it counts, as it has to of days or
/// tonnes (`Số ngày nghỉ`). `Lớp 6` and `Sở Y tế` are names, `Số năm trước` is of a year.
pub(super) fn counted(scene: &Scene<'_>, words: Tokens) -> Option<(bool, Unit)> {
    let number = scene.cue(words.start, &[CueClass::CountOf]).map_or(0, |(len, _)| len);
    let at = words.start + number;
    let says = number > 0;
    let read = cell_unit(scene, at).or_else(|| compound(scene, at).filter(|_| says))?;
    // `TP. Phú Cường`
    let next = read.end + usize::from(scene.key(read.end) == "." && scene.is_glued(read.end));
    let behind = scene.text.tokens.get(next).filter(|_| next < words.end);
    // `Ban QLDA`, `Trường THPT`
    let heads = scene.cue(words.start, &[CueClass::OrganizationHead]).is_some();
    let named = behind.is_some_and(|next| {
        let name = next.capital && (next.small || heads);
        number == 0 && (next.kind == TokenKind::Digits || name)
    });
    let rate = read.per.is_some() && number == 0;
    let is_time = || {
        scene.cue(at, TIMES).is_some() || behind.is_some_and(|next| next.kind == TokenKind::Digits)
    };
    let counts = match read.unit.kind {
        UnitKind::Count => true,
        UnitKind::Time => says && !is_time(),
        UnitKind::Measure => says,
        _ => false,
    };
    let fits = read.end <= words.end && counts && !named && !rate;
    fits.then(|| (says, Unit::new(scene, read)))
}

/// Whether words begin with a thing that is counted, and say more of it: `trường học thu học phí`.
pub(super) fn opens_with_noun(scene: &Scene<'_>, words: Tokens) -> bool {
    let read = cell_unit(scene, words.start).filter(|read| read.unit.kind == UnitKind::Count);
    read.is_some_and(|read| read.end < words.end)
}

/// Times that name no unit of time: `năm trước`, `năm nay`.
const TIMES: &[CueClass] =
    &[CueClass::TablePrevious, CueClass::ThisYear, CueClass::LastYear, CueClass::NextYear];

/// A word of several syllables of which the first alone is a unit: `phiếu bầu`.
fn compound(scene: &Scene<'_>, at: usize) -> Option<CellUnit> {
    let units = &scene.lexicon.entries.unit;
    let counts = |mark: &Mark| match mark.term {
        Term::Unit(unit) => units[unit as usize].kind == UnitKind::Count,
        _ => false,
    };
    let end = at + scene.compound(at).filter(|_| scene.marks.all(at).iter().any(counts))?;
    let (key, kind, rule) = (None, UnitKind::Count, "unit.noun");
    let unit = UnitWords { words: at..end, key, kind, rule };
    Some(CellUnit { scale: Decimal::ONE, unit, per: None, end })
}

/// What a line over a table says that it counts: `ghi nhận số ca mắc như sau`.
pub(super) fn told(scene: &Scene<'_>) -> Option<Unit> {
    let end = scene.text.tokens.len();
    // The last word of `chuyển đổi số` counts nothing.
    let words = successors(Some(0), |at| Some(at + scene.compound(*at).unwrap_or(1)));
    let of_areas = |i: usize| {
        let cue = scene.cue(i, &[CueClass::CountOf]);
        cue.is_some_and(|(len, _)| scene.cue(i + len, &[CueClass::AreaKind]).is_some())
    };
    let words = words.take_while(|at| *at < end).filter(|at| !of_areas(*at));
    let mut counts = words.filter_map(|at| counted(scene, at..end));
    counts.find_map(|(says, unit)| says.then_some(unit))
}

/// The unit in brackets that a caption or a sentence over a table ends with: `Lượng mưa (mm)`.
pub(super) fn ending(scene: &Scene<'_>) -> Option<Unit> {
    let all = scene.text.tokens.len();
    let end = all - usize::from(all > 1 && matches!(scene.key(all - 1), "." | ":"));
    let (words, unit) = named(scene, 0..end)?;
    (words.end == end && words.start > 0 && scene.key(words.start) == "(").then_some(unit)
}

/// The unit that some words are, and nothing else.
pub(super) fn whole(scene: &Scene<'_>, words: Tokens) -> Option<Unit> {
    let read = cell_unit(scene, words.start).filter(|read| read.end == words.end)?;
    Some(Unit::new(scene, read))
}

/// The unit that a line gives for the table under it, where it gives one.
pub(super) fn noted(scene: &Scene<'_>) -> Option<Unit> {
    note(scene).map(|(_, unit)| unit)
}

/// The same with the token that the note begins with: `Đơn vị: đồng`.
pub(super) fn note(scene: &Scene<'_>) -> Option<(usize, Unit)> {
    let (at, read) =
        (0..scene.text.tokens.len()).find_map(|i| Some((i, behind_mark(scene, i)?)))?;
    Some((at, Unit::new(scene, read)))
}

/// Whether a note gives a share besides its unit: `Đơn vị: tỷ đồng, %`.
pub(super) fn notes_share(scene: &Scene<'_>) -> bool {
    let end = (0..scene.text.tokens.len()).find_map(|i| Some(behind_mark(scene, i)?.end));
    let second = |end: usize| scene.joins(end) || matches!(scene.key(end), ";" | "/");
    end.is_some_and(|end| second(end) && scene.key(end + 1) == "%")
}

/// The number of `ĐVT: 1.000 đồng` is a scale and no figure.
pub(super) fn quiet(scene: &Scene<'_>, mentions: &mut Mentions) {
    let scale = |quantity: &Quantity| {
        let at = quantity.number.start;
        let round = quantity.value >= Decimal::ONE_THOUSAND;
        let colon = at > 1 && scene.key(at - 1) == ":";
        let mark = scene.cue_before(at - usize::from(colon), &[CueClass::TableUnit]);
        let told = |(_, cue): (usize, &Cue)| colon || cue.value.as_deref() == Some("clear");
        round && mark.is_some_and(told)
    };
    if !mentions.quantities.iter().any(scale) {
        return;
    }
    for quantity in mentions.quantities.extract_if(.., |quantity| scale(quantity)) {
        mentions.names.push(Name { words: quantity.words, kind: "unit", rule: "table.unit_note" });
    }
    mentions.names.sort_by_key(|name| name.words.start);
}
