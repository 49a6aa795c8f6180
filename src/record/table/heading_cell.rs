//! What a cell of a heading says, and how it adds to the cells over it.
//!
//! `Nam` under `Tổng số cử tri` splits what is counted, `Tỉnh giao` under `So với` names what is only held against.

use super::heading::{Heading, is_kind_of_time};
use super::label;
use super::role_words::{
    COMPARED, NO_WORDS, ROLES, SMALL, against, compares, is_amount, is_only_role, named_roles, rest,
};
use super::rows::Cell;
use super::says::Role;
use super::shorthand;
use super::step::Step;
use super::term;
use super::time::{self, Time};
use super::unit::{self, Unit};
use super::words::{heads, phrase_at};
use crate::lexicon::{Cue, CueClass};
use crate::mention::Scene;
use crate::record::Block;
use crate::text::Tokens;

/// What stands around a cell of a heading.
pub(super) struct Around<'a, 'b> {
    /// The cell over it.
    pub over: Option<(&'a Block<'b>, &'a Cell)>,
    /// Whether what it names is only held against: `So với` over `Năm 2023`.
    pub held: bool,
    /// Whether grades stand beside it.
    pub graded: bool,
    /// Whether shortened months stand beside it: `T1 | T2`.
    pub monthly: bool,
}

const KINDS: &[CueClass] = &[
    CueClass::TableOrdinal,
    CueClass::TableUnit,
    CueClass::TableLabel,
    CueClass::TablePlace,
    CueClass::TablePeriod,
    CueClass::TableNote,
    CueClass::TableIdentifier,
];

impl Heading {
    /// Takes in a cell. Whether what the cells under it name is only held against.
    pub(super) fn add(
        &mut self,
        block: &Block<'_>,
        cell: &Cell,
        around: &Around<'_, '_>,
        roles: &mut Vec<Vec<Role>>,
    ) -> bool {
        let Around { over, held, graded, monthly } = *around;
        let scene = &block.scene;
        let (start, end) = (cell.words.start, cell.words.end);
        self.kinds = kinds(block, cell);
        let identifies = scene.cue(start, &[CueClass::TableIdentifier]);
        self.is_contact |=
            identifies.is_some_and(|(_, cue)| cue.value.as_deref() == Some("contact"));
        self.names = phrase_at(scene, start, heads::NAMES).is_some()
            && phrase_at(scene, start, heads::MEASURES).is_none();
        self.is_of_terms = term::names(scene, start);
        self.is_total = scene.cue(start, &[CueClass::TableTotal]).is_some();
        let result = scene.cue(start, &[CueClass::TableResult]);
        self.is_cumulative |=
            result.is_some_and(|(_, cue)| cue.value.as_deref() == Some("cumulative"));
        self.names_years = scene.is_year_unit(start) && cell.words.len() > 1;
        self.ranks |= cell.words.clone().any(|i| scene.cue(i, &[CueClass::RankBefore]).is_some());
        let is_role = |classes| scene.cue(start, classes).is_some();
        let is_time = is_kind_of_time(block, cell);
        let has_sign = |i: usize| matches!(scene.key(i), "+" | "-") && scene.key(i + 1) == ")";
        self.explains_signs |= cell.words.clone().any(has_sign);
        self.step = Step::named(scene, cell.words.clone()).unwrap_or(self.step);
        self.is_category |=
            over.is_some_and(|(over, cell)| is_split(&over.scene, cell.words.start));
        self.kind_of_time = is_time.then(|| scene.text.slice(start..end).to_owned());
        self.is_part |=
            scene.cue(start, &[CueClass::PartIntro]).is_some() || is_split(scene, start);
        let unit = unit::named(scene, cell.words.clone()).filter(|(words, unit)| {
            let bracketed = scene.key(words.start) == "(";
            !is_time && (*words != cell.words || bracketed || !is_role(ROLES) && !unit.counts())
        });
        let measures = unit.is_some();
        let mut taken: Vec<Tokens> = unit.iter().map(|(words, _)| words.clone()).collect();
        if let Some((_, unit)) = unit {
            self.unit = Some(unit);
        }
        if let Some((CueClass::TableChange, len)) =
            scene.cue(start, ROLES).map(|(len, cue)| (cue.class, len))
            && let Some(unit) = unit::whole(scene, start + len..end)
        {
            taken.push(start + len..end);
            self.unit = Some(unit);
        }
        let mut named = named_roles(block, cell.words.clone());
        let reached = |(class, _): &Role| *class == CueClass::TableResult;
        let is_grade = graded && !named.is_empty() && named.iter().all(reached);
        if is_grade {
            named.clear();
        }
        let against = against(block, cell.words.clone());
        let kind = over.filter(|(block, cell)| is_kind_of_time(block, cell));
        let together = kind.and_then(|(over, kind)| {
            let words = over.scene.text.slice(kind.words.clone());
            time::under(words, block, &cell.words)
        });
        let of_year = self.time.as_ref().is_some_and(Time::names_year);
        let month = || shorthand::month(scene, cell.words.clone()).filter(|_| monthly || of_year);
        let is_headed = over.is_some_and(|(over, cell)| term::names(&over.scene, cell.words.start));
        let is_term = term::is_term(scene, cell.words.clone(), is_headed);
        let time = together.or_else(|| time::read(block, cell.words.clone())).or_else(month);
        let time = time.filter(|_| !is_term);
        if let Some(time) = time {
            if time.is_dated() {
                taken.push(time.words.clone());
            }
            let earlier = scene.cue(start, &[CueClass::TablePrevious]).is_some();
            let is_base = held || earlier && roles.iter().any(|over| compares(over));
            if is_base || against.is_some_and(|(at, _)| time.words.start >= at) {
                self.base = Some(time);
            } else {
                let around = self.time.take().map(|over| over.period);
                self.time = Some(time.settled(around.as_ref()));
            }
        }
        let base = against.and_then(|(_, behind)| number_of(scene, behind..end));
        self.held_against = base.or(self.held_against.take());
        let before = against.map_or(end, |(at, _)| at.max(start + 1));
        let of_year = |i: usize| scene.is_year_unit(i) && !taken.iter().any(|w| w.contains(&i));
        self.of_year |= !is_term && (start..before).any(of_year) || is_yearly(scene, start);
        let small = if against.is_some() || compares(&named) { COMPARED } else { SMALL };
        let role = scene.cue(start, NO_WORDS);
        self.is_amount = role.is_some_and(|(_, cue)| is_amount(cue));
        let role = role.filter(|(_, cue)| !is_amount(cue));
        let tail = |(len, cue): (usize, &Cue)| {
            // `Ước giá trị (tỷ đồng)` measures a value, and estimates it.
            let tail = rest(block, start + len..before, &taken);
            let estimates = cue.class == CueClass::TableEstimate && measures;
            Some(tail).filter(|tail| estimates && !is_only_role(block, tail.clone(), &taken, small))
        };
        let estimated = role.and_then(tail);
        let only_role = is_split(scene, start) || role.is_some() && estimated.is_none() || is_time;
        let rest = estimated.unwrap_or_else(|| rest(block, start..before, &taken));
        let rest = if is_term { start..end } else { label::cut(scene, rest).words };
        let is_bare = !is_grade && is_only_role(block, rest.clone(), &taken, small);
        let only_role = !is_term && (only_role || is_bare);
        if !rest.is_empty() && !only_role && !held {
            let place = block.area_at(rest.start);
            self.place =
                place.filter(|(len, _)| *len == rest.len()).map(|(_, place)| place.name.clone());
            let is_area = scene.cue(start, &[CueClass::AreaKind]).is_some();
            // `Kế hoạch vốn` plans, and counts no plans.
            let from = start + scene.cue(start, ROLES).map_or(0, |(len, _)| len);
            let counted = unit::counted(scene, from.min(end)..end).filter(|_| !is_area);
            let counted = counted.filter(|_| self.place.is_none());
            // `Nam | Nữ` under `Tổng số cử tri` split what is counted.
            let splits = self.counted.as_ref().is_some_and(|(says, _)| *says);
            let splits = splits && counted.as_ref().is_some_and(|(says, _)| !says);
            self.counted = counted.filter(|_| !splits).or(self.counted.take());
            let ratio = scene.cue(rest.start, &[CueClass::RatioNoun]);
            self.is_ratio = ratio.is_some_and(|(len, _)| len == rest.len());
            let divides = cell.words.clone().any(|i| scene.key(i) == "/");
            self.is_share = ratio.is_some() && !divides;
            self.words.push(scene.text.slice(rest).to_owned());
        }
        roles.push(named);
        // `So với` leaves its base to the cells under it, `So với cùng kỳ` does not.
        let earlier = |i: usize| scene.cue(i, &[CueClass::TablePrevious]).is_some();
        let has_base = |at: usize| (at..end).any(earlier);
        against
            .is_some_and(|(at, behind)| !(behind..end).any(|i| scene.is_word(i)) && !has_base(at))
    }
}

/// `Dự toán`: a plan that is always for a whole year.
fn is_yearly(scene: &Scene<'_>, at: usize) -> bool {
    let cue = scene.cue(at, &[CueClass::TablePlan]);
    cue.is_some_and(|(_, cue)| cue.value.as_deref() == Some("year"))
}

/// `Chia theo thị trường`, `Vị trí quan trắc`
fn is_split(scene: &Scene<'_>, at: usize) -> bool {
    let cue = scene.cue(at, &[CueClass::TableLabel]);
    cue.is_some_and(|(_, cue)| cue.value.as_deref() == Some("split"))
        || phrase_at(scene, at, heads::POINTS).is_some()
}

/// What the words that figures are held against count: see [`Heading::held_against`].
fn number_of(scene: &Scene<'_>, words: Tokens) -> Option<Option<Unit>> {
    const APART: &[CueClass] = &[CueClass::TablePlan, CueClass::TablePrevious];
    let number = scene.cue(words.start, &[CueClass::CountOf]).is_some();
    let apart = words.clone().any(|i| scene.cue(i, APART).is_some() || scene.year(i).is_some());
    let counted = || unit::counted(scene, words).map(|(_, unit)| Some(unit));
    match number {
        _ if apart => None,
        true => Some(None),
        false => counted(),
    }
}

/// The kinds of column that the first words of a cell name.
fn kinds(block: &Block<'_>, cell: &Cell) -> Vec<CueClass> {
    let named = KINDS.iter().filter(|kind| {
        let cue = block.scene.cue(cell.words.start, &[**kind]);
        cue.is_some_and(|(len, _)| {
            let strict = matches!(kind, CueClass::TablePeriod | CueClass::TableIdentifier);
            !strict || len == cell.words.len() || **kind == CueClass::TableIdentifier
        })
    });
    named.copied().collect()
}
