//! What the heading of a column says: whether its figures are targets, results, shares or changes,
//! when they were, in which unit, and which of its words say what is measured.
//!
//! `So sánh (%)` over `TH/KH` is one heading of two cells, read from the top down.

use super::role_words::{
    COMPARED, NO_WORDS, ROLES, SMALL, against, compares, is_amount, is_only_role, named_roles, rest,
};
use super::rows::{Cell, Row};
use super::says::{Role, Says, said};
use super::step::Step;
use super::time::{self, Time};
use super::unit::{self, Unit};
use super::{label, mark};
use crate::lexicon::{Cue, CueClass};
use crate::mention::Scene;
use crate::record::Block;
use crate::text::{TokenKind, Tokens};

/// The heading of one column.
#[derive(Debug, Clone)]
pub(super) struct Heading {
    /// The kinds of column that its first words name.
    pub kinds: Vec<CueClass>,
    pub says: Says,
    /// When its figures were, not what they are held against.
    pub time: Option<Time>,
    /// When that was which they are held against.
    pub base: Option<Time>,
    /// Whether it speaks of a year without saying which: `Kế hoạch năm`.
    pub of_year: bool,
    /// The unit that it names.
    pub unit: Option<Unit>,
    /// What it counts (`Số hộ nghèo`), and whether it says that it counts.
    pub counted: Option<(bool, Unit)>,
    /// Its words without role, time and unit, from the top down.
    pub words: Vec<String>,
    /// Whether it says that its figures are shares, and not of what: `Tỷ lệ (%)`.
    pub is_ratio: bool,
    /// Whether it says what is planned, too: `Tổng mức đầu tư`.
    pub is_amount: bool,
    /// Whether it says that its figures are shares, of whatever: `Tỷ lệ bao phủ`.
    pub is_share: bool,
    /// Whether its first word is a year, of which it does not say which: `Năm công nhận`.
    pub names_years: bool,
    /// Its last words where they say of which kind the times under it are: `Tháng`.
    pub kind_of_time: Option<String>,
    /// Whether its figures are parts of those before: `Trong đó`.
    pub is_part: bool,
    /// Whether it names places in a ranking.
    pub ranks: bool,
    /// The place that its last words are.
    pub place: Option<String>,
    /// Whether telephone numbers stand under it.
    pub is_contact: bool,
    /// Whether it is the total of the columns beside it.
    pub is_total: bool,
    /// Whether it is one of those by which a total is split: `Đại học` under `Trình độ`. What it names is then no thing
    /// of its own that is counted.
    pub is_category: bool,
    /// Whether its figures are counted from the beginning of the year: `Cộng dồn`.
    pub is_cumulative: bool,
    /// Whether it sums things of several kinds.
    pub counts_none: bool,
    /// Whether it says itself what the signs of its figures mean: `Thừa (+), thiếu (-)`.
    pub explains_signs: bool,
    /// How far before the time of the table that lies which it names so: `Tuần trước`.
    pub step: Step,
    /// The row and first column of the cell over its last one.
    pub parent: Option<(usize, usize)>,
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

/// What stands around a cell of a heading.
struct Around<'a, 'b> {
    /// The cell over it.
    over: Option<(&'a Block<'b>, &'a Cell)>,
    /// Whether what it names is only held against: `So với` over `Năm 2023`.
    held: bool,
    /// Whether grades stand beside it.
    graded: bool,
}

/// The rows of a heading in which grades stand: beside `Chưa đạt` `Đạt` is one, and no role.
pub(super) fn graded(blocks: &[Block<'_>], rows: &[Row]) -> Vec<usize> {
    let fails = |block: &Block<'_>, cell: &Cell| {
        let (scene, start) = (&block.scene, cell.words.start);
        let not = scene.cue(start, &[CueClass::Negation]).map(|(len, _)| start + len);
        let what = not.and_then(|at| Some((at, scene.cue(at, &[CueClass::TableResult])?.0)));
        what.is_some_and(|(at, len)| at + len == cell.words.end)
    };
    let has_grade = |row: &Row| row.cells.iter().any(|cell| fails(&blocks[row.block], cell));
    (0..rows.len()).filter(|row| has_grade(&rows[*row])).collect()
}

/// Reads the heading of a column in the heading rows of a table, of which `graded` name grades.
pub(super) fn read(blocks: &[Block<'_>], rows: &[Row], graded: &[usize], column: usize) -> Heading {
    let mut heading = Heading {
        kinds: Vec::new(),
        says: Says::Untold,
        time: None,
        base: None,
        of_year: false,
        unit: None,
        counted: None,
        words: Vec::new(),
        is_ratio: false,
        is_amount: false,
        is_share: false,
        names_years: false,
        kind_of_time: None,
        is_part: false,
        ranks: false,
        place: None,
        is_contact: false,
        is_total: false,
        is_category: false,
        is_cumulative: false,
        counts_none: false,
        explains_signs: false,
        step: Step::default(),
        parent: None,
    };
    let mut path: Vec<(usize, &Block<'_>, &Cell)> = Vec::new();
    for (i, row) in rows.iter().enumerate() {
        let Some(cell) = row.cell(column) else { continue };
        let block = &blocks[row.block];
        let over = path.last().filter(|(_, over, cell)| is_kind_of_time(over, cell));
        if says_something(block, cell) || over.is_some_and(|_| is_number(&block.scene, cell)) {
            path.push((i, block, cell));
        }
    }
    let mut roles = Vec::new();
    let mut held = false;
    for (i, (row, block, cell)) in path.iter().enumerate() {
        let over = i.checked_sub(1).map(|over| (path[over].1, path[over].2));
        let around = Around { over, held, graded: graded.contains(row) };
        held |= heading.add(block, cell, &around, &mut roles);
    }
    if let [.., (row, _, over), _] = path[..] {
        heading.parent = Some((row, over.columns.start));
    }
    heading.says = said(&roles);
    if heading.says == Says::Previous {
        heading.time.take_if(|time| !time.period.text.contains(|c: char| c.is_ascii_digit()));
    }
    heading
}

/// Whether a cell is no mere number or letter of a column: `A`, `3=2/1`.
fn says_something(block: &Block<'_>, cell: &Cell) -> bool {
    let text = block.scene.text;
    let years = cell.words.clone().any(|i| block.scene.year(i).is_some());
    let mut words = cell.words.clone().filter(|i| text.tokens[*i].kind == TokenKind::Word);
    years
        || words.any(|i| text.key(i).len() > 1 && mark::roman(text.key(i)).is_none())
        || cell.words.clone().any(|i| text.key(i) == "%")
        || block.scene.cue(cell.words.start, ROLES).is_some()
}

/// `Tháng`, `Năm học`: a cell that says of which kind the times under it are.
fn is_kind_of_time(block: &Block<'_>, cell: &Cell) -> bool {
    let cue = block.scene.cue(cell.words.start, &[CueClass::TablePeriod]);
    cue.is_some_and(|(len, _)| len == cell.words.len())
}

/// `1`, `IV`
pub(super) fn is_number(scene: &Scene<'_>, cell: &Cell) -> bool {
    let at = cell.words.start;
    cell.words.len() == 1 && (scene.small(at, 12).is_some() || mark::roman(scene.key(at)).is_some())
}

impl Heading {
    /// Takes in a cell. Whether what the cells under it name is only held against.
    fn add(
        &mut self,
        block: &Block<'_>,
        cell: &Cell,
        around: &Around<'_, '_>,
        roles: &mut Vec<Vec<Role>>,
    ) -> bool {
        let Around { over, held, graded } = *around;
        let scene = &block.scene;
        let (start, end) = (cell.words.start, cell.words.end);
        self.kinds = kinds(block, cell);
        let identifies = scene.cue(start, &[CueClass::TableIdentifier]);
        self.is_contact |=
            identifies.is_some_and(|(_, cue)| cue.value.as_deref() == Some("contact"));
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
        if let Some(time) = together.or_else(|| time::read(block, cell.words.clone())) {
            if time.is_dated() {
                taken.push(time.words.clone());
            }
            if held || against.is_some_and(|(at, _)| time.words.start >= at) {
                self.base = Some(time);
            } else {
                let around = self.time.take().map(|over| over.period);
                self.time = Some(time.settled(around.as_ref()));
            }
        }
        let before = against.map_or(end, |(at, _)| at.max(start + 1));
        let of_year = |i: usize| scene.is_year_unit(i) && !taken.iter().any(|w| w.contains(&i));
        self.of_year |= (start..before).any(of_year) || is_yearly(scene, start);
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
        let rest = label::cut(scene, rest).words;
        let only_role = only_role || !is_grade && is_only_role(block, rest.clone(), &taken, small);
        if !rest.is_empty() && !only_role && !held {
            let place = block.place_at(rest.start);
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

/// `Chia theo thị trường`
fn is_split(scene: &Scene<'_>, at: usize) -> bool {
    let cue = scene.cue(at, &[CueClass::TableLabel]);
    cue.is_some_and(|(_, cue)| cue.value.as_deref() == Some("split"))
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

#[cfg(test)]
mod tests {
    use super::super::sample::with_rows;
    use super::*;

    /// Says, unit, year and words of a heading, as `headings.txt` writes them.
    fn shown(heading: &str) -> String {
        let lines: Vec<String> =
            heading.split(" > ").map(|cell| format!("STT | Chỉ tiêu | {cell}")).collect();
        with_rows(&lines, |blocks, rows| {
            let heading = read(blocks, rows, &[], 2);
            let unit = heading.unit.map(|unit| format!("{} {}", unit.scale, unit.text));
            let year = heading.time.and_then(|time| {
                let period = time.period;
                let until = if period.start.is_none() { "…" } else { "" };
                Some(format!("{until}{}", period.start.or(period.end)?.year()))
            });
            let words = Some(heading.words.join(" > ")).filter(|words| !words.is_empty());
            let fields = [Some(format!("{:?}", heading.says)), unit, year, words];
            fields.map(|field| field.unwrap_or_else(|| "-".to_owned())).join(" | ")
        })
    }

    #[test]
    fn headings_say_what_stands_under_them() {
        let cases = include_str!("headings.txt").lines().filter(|line| !line.starts_with('#'));
        let mut wrong = Vec::new();
        for case in cases {
            let (heading, want) = case.split_once(" | ").unwrap();
            let shown = shown(heading);
            if shown != want {
                wrong.push(format!("{heading} | {shown}, not {want}"));
            }
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }
}
