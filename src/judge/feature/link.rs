//! The figures and the places that a figure may go with.
//!
//! A part stands near its total and a result near its target, so the twenty-four figures before and the eight behind
//! are weighed; of places the sixteen before and the two behind in its row.

use super::pair::{Between, Counts, FigurePair, PlacePair, laid};
use super::sign::unit_kind;
use crate::entity::Subject;
use crate::judge::{Sheet, Spot};
use crate::lexicon::UnitKind;
use crate::mention::Quantity;
use rust_decimal::{Decimal, RoundingStrategy};

const FIGURES_BEFORE: usize = 24;
const FIGURES_AFTER: usize = 8;
const PLACES_BEFORE: usize = 16;
const PLACES_AFTER: usize = 2;

/// Something that a figure may go with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its index among the figures or places of the sheet.
    pub other: usize,
    /// The rows of the pair.
    pub rows: Vec<u16>,
}

/// For each figure the figures that it may be a part of or held against.
pub(super) fn figures(sheet: &Sheet<'_>) -> Vec<Vec<Link>> {
    let counts = Counts::of(sheet);
    let figures: Vec<&Quantity> = sheet.figures.iter().map(|spot| quantity(sheet, *spot)).collect();
    let unit = |spot: &Spot| quantity(sheet, *spot).unit_name(&sheet.rows[spot.row].scene);
    let units: Vec<String> = sheet.figures.iter().map(unit).collect();
    let sums = sums(&figures, &units);
    (0..figures.len())
        .map(|f| {
            let from = f.saturating_sub(FIGURES_BEFORE);
            let to = figures.len().min(f + 1 + FIGURES_AFTER);
            (from..to)
                .filter(|g| *g != f)
                .map(|g| {
                    let mut rows = Vec::with_capacity(14);
                    laid!(
                        FigurePair,
                        Between::of(sheet, &counts, sheet.figures[f], sheet.figures[g]),
                        rows
                    );
                    compare(&figures, &units, &sums, f, g, &mut rows);
                    Link { other: g, rows }
                })
                .collect()
        })
        .collect()
}

/// How figure `f` compares with figure `g` in unit and value.
fn compare(
    figures: &[&Quantity],
    units: &[String],
    sums: &[Vec<usize>],
    f: usize,
    g: usize,
    rows: &mut Vec<u16>,
) {
    let (this, other) = (figures[f], figures[g]);
    let same = units[f] == units[g];
    let begins = units[f].starts_with(&*units[g]) || units[g].starts_with(&*units[f]);
    let unit = match (units[f].is_empty() || units[g].is_empty(), same, begins) {
        (true, ..) => 0,
        (_, true, _) => 1,
        (_, _, true) => 2,
        _ => 3,
    };
    let kind = |figure: &Quantity| figure.kind().map_or(8, unit_kind);
    rows.push(FigurePair::Unit.row(unit));
    rows.push(FigurePair::UnitKind.row(kind(this) * 9 + kind(other)));
    let alike = unit == 1 || unit == 2;
    rows.push(FigurePair::Value.row(match (alike, this.value.cmp(&other.value)) {
        (false, _) => 0,
        (_, std::cmp::Ordering::Less) if this.value * Decimal::TWO < other.value => 1,
        (_, std::cmp::Ordering::Less) => 2,
        (_, std::cmp::Ordering::Equal) => 3,
        (_, std::cmp::Ordering::Greater) if this.value > other.value * Decimal::TWO => 5,
        _ => 4,
    }));
    rows.push(FigurePair::Sum.row(match sums[g].contains(&f) {
        true if g < f => 1,
        true => 2,
        false if sums[f].contains(&g) => 3,
        false => 0,
    }));
    rows.push(
        FigurePair::Share
            .row(usize::from(alike && is_printed_share(figures, this.value, other.value, f, g))),
    );
    rows.push(
        FigurePair::Attained
            .row(usize::from(alike && is_printed_share(figures, other.value, this.value, f, g))),
    );
}

/// Whether a percentage near one of two figures says what share the first value is of the second.
fn is_printed_share(
    figures: &[&Quantity],
    part: Decimal,
    whole: Decimal,
    f: usize,
    g: usize,
) -> bool {
    let Some(share) = (part * Decimal::ONE_HUNDRED).checked_div(whole) else { return false };
    let near = |at: usize| at.saturating_sub(2)..(at + 3).min(figures.len());
    near(f).chain(near(g)).any(|i| {
        let figure = figures[i];
        figure.kind() == Some(UnitKind::Share)
            && share.round_dp_with_strategy(
                figure.value.scale(),
                RoundingStrategy::MidpointAwayFromZero,
            ) == figure.value
    })
}

/// For each figure the figures near it, of its unit, that add up to it without a gap.
fn sums(figures: &[&Quantity], units: &[String]) -> Vec<Vec<usize>> {
    (0..figures.len())
        .map(|total| {
            let alike = |g: &usize| units[*g] == units[total] && !units[total].is_empty();
            let behind: Vec<usize> =
                (total + 1..figures.len().min(total + FIGURES_BEFORE)).filter(alike).collect();
            let before: Vec<usize> =
                (total.saturating_sub(FIGURES_AFTER)..total).rev().filter(alike).collect();
            let mut parts = adding_up(figures, total, &behind);
            parts.extend(adding_up(figures, total, &before));
            parts
        })
        .collect()
}

/// The run of figures, from one of the first three on, that adds up to the total; two at least.
fn adding_up(figures: &[&Quantity], total: usize, others: &[usize]) -> Vec<usize> {
    for from in 0..others.len().min(3) {
        let mut sum = Decimal::ZERO;
        for (n, g) in others[from..].iter().enumerate() {
            let Some(more) = sum.checked_add(figures[*g].value) else { break };
            sum = more;
            if sum > figures[total].value {
                break;
            }
            if sum == figures[total].value && n > 0 {
                return others[from..=from + n].to_vec();
            }
        }
    }
    Vec::new()
}

fn quantity<'a>(sheet: &Sheet<'a>, spot: Spot) -> &'a Quantity {
    &sheet.rows[spot.row].mentions.quantities[spot.index.unwrap_or(0)]
}

/// For each figure the places that it may be for.
pub(super) fn places(sheet: &Sheet<'_>, subject: &Subject) -> Vec<Vec<Link>> {
    let counts = Counts::of(sheet);
    sheet
        .figures
        .iter()
        .map(|figure| {
            let next = sheet.places.partition_point(|place| place.at < figure.at);
            let from = next.saturating_sub(PLACES_BEFORE);
            let behind = sheet.places[next..]
                .iter()
                .take(PLACES_AFTER)
                .take_while(|p| p.row == figure.row)
                .count();
            (from..next + behind)
                .map(|p| {
                    let spot = sheet.places[p];
                    let row = &sheet.rows[spot.row];
                    let (words, place, in_name) = &row.places[spot.index.unwrap_or(0)];
                    let mut rows = Vec::with_capacity(14);
                    laid!(PlacePair, Between::of(sheet, &counts, *figure, spot), rows);
                    match p < next {
                        true => rows.push(PlacePair::RankBefore.row(next - 1 - p)),
                        false => rows.push(PlacePair::RankAfter.row(p - next)),
                    }
                    rows.push(PlacePair::Kind.row(place.kind as usize));
                    rows.push(
                        PlacePair::OfSubject
                            .row(usize::from(subject.covers(place, row.scene.lexicon))),
                    );
                    rows.push(PlacePair::InName.row(usize::from(*in_name)));
                    rows.push(PlacePair::OpensRow.row(usize::from(words.start == 0)));
                    Link { other: p, rows }
                })
                .collect()
        })
        .collect()
}
