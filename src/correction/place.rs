//! The corrections of an article, put into its blocks before anything is judged.
//!
//! A missed figure is put among the mentions of its block, so it is judged and linked like any other; who sets a
//! field of a number says by that that it is a figure. What is said of a figure waits for its record. The last
//! of two that speak of one thing counts.

use super::anchor::{Unfit, find};
use super::{Correction, Quote, What};
use crate::mention::{Pointed, figure_at, point_at};
use crate::record::{Block, Fix, Fixes, Seat, Set, Tables};

/// What became of a correction: its index among all, and why it has no place.
pub type Fit = (usize, Result<(), Unfit>);

/// Puts corrections into the blocks of their article; gives what was said of each figure, and what became of
/// each correction.
pub fn place<'c>(
    corrections: impl Iterator<Item = (usize, &'c Correction)>,
    blocks: &mut [Block<'_>],
    tables: &mut Tables,
) -> (Fixes, Vec<Fit>) {
    let corrections: Vec<_> = corrections.collect();
    let mut placing = Placing { blocks, tables, said: Vec::new() };
    corrections.iter().for_each(|(_, one)| placing.point_at_all(&one.what, &one.words));
    let fits = corrections.into_iter().map(|(index, one)| (index, placing.take(one))).collect();
    let mut fixes = Fixes::new();
    for (seat, said) in placing.said {
        let fix = fixes.entry(seat).or_default();
        match said {
            Said::IsNew => fix.is_new = true,
            Said::IsFigure(is_figure) => fix.is_figure = Some(is_figure),
            Said::Set(set) => fix.sets.push(set),
        }
    }
    fixes.values_mut().for_each(keep_last);
    (fixes, fits)
}

/// Of two that set one field the last stays.
fn keep_last(fix: &mut Fix) {
    let fields: Vec<_> = fix.sets.iter().map(Set::field).collect();
    let mut at = 0..;
    fix.sets.retain(|set| {
        let behind = at.next().unwrap_or_default() + 1;
        !fields[behind..].contains(&set.field())
    });
}

enum Said {
    IsNew,
    IsFigure(bool),
    Set(Set<Seat>),
}

struct Placing<'p, 'b> {
    blocks: &'p mut [Block<'b>],
    tables: &'p mut Tables,
    said: Vec<(Seat, Said)>,
}

impl Placing<'_, '_> {
    /// Puts in the figures that a correction names and no reader found, so that none moves on afterwards.
    fn point_at_all(&mut self, what: &What, words: &Quote) {
        let to = match what {
            What::NoFigure => return,
            What::Set(Set::PartOf(to) | Set::Target(to)) => to.as_ref(),
            What::Set(_) | What::Add => None,
        };
        for words in to.into_iter().chain([words]) {
            // What has no place is told when it is taken.
            let _ = self.figure(words);
        }
    }

    fn take(&mut self, correction: &Correction) -> Result<(), Unfit> {
        match &correction.what {
            What::NoFigure => {
                let (block, words) = find(&correction.words, self.blocks)?;
                if let Some(figure) = figure_at(&words, &self.blocks[block].mentions) {
                    self.said.push(((block + 1, figure), Said::IsFigure(false)));
                }
            }
            What::Add => {
                self.figure(&correction.words)?;
            }
            What::Set(set) => {
                let seat = self.figure(&correction.words)?;
                let set = self.linked(set)?;
                self.said.push((seat, Said::Set(set)));
            }
        }
        Ok(())
    }

    /// The figure of some words, which from now on is one.
    fn figure(&mut self, words: &Quote) -> Result<Seat, Unfit> {
        let (at, words) = find(words, self.blocks)?;
        let block = &mut self.blocks[at];
        let pointed = point_at(&block.scene, &words, &mut block.mentions).ok_or(Unfit::NoNumber)?;
        // The headline is row 0, before all blocks.
        let seat = (at + 1, pointed.index);
        if let Pointed { is_new: true, .. } = pointed {
            self.make_room(seat);
            self.said.push((seat, Said::IsNew));
        }
        self.said.push((seat, Said::IsFigure(true)));
        Ok(seat)
    }

    /// What was said of figures behind a new one is said of where they stand now.
    fn make_room(&mut self, (row, at): Seat) {
        self.tables.make_room((row, at));
        let behind = |seat: &&mut Seat| seat.0 == row && seat.1 >= at;
        let seats = self.said.iter_mut().map(|(seat, _)| seat);
        seats.filter(behind).for_each(|seat| seat.1 += 1);
    }

    fn linked(&mut self, set: &Set<Quote>) -> Result<Set<Seat>, Unfit> {
        let mut figure = |to: &Option<Quote>| {
            let to = to.as_ref().map(|to| self.figure(to)).transpose();
            to.map_err(|_| Unfit::NoLink)
        };
        Ok(match set {
            Set::PartOf(to) => Set::PartOf(figure(to)?),
            Set::Target(to) => Set::Target(figure(to)?),
            Set::Value(value) => Set::Value(*value),
            Set::High(value) => Set::High(*value),
            Set::Of(value) => Set::Of(*value),
            Set::Unit(words) => Set::Unit(words.clone()),
            Set::Per(words) => Set::Per(words.clone()),
            Set::Modifier(modifier) => Set::Modifier(*modifier),
            Set::Role(role) => Set::Role(*role),
            Set::Direction(direction) => Set::Direction(*direction),
            Set::Status(status) => Set::Status(*status),
            Set::Indicator(words) => Set::Indicator(words.clone()),
            Set::Scope(words) => Set::Scope(words.clone()),
            Set::Category(key) => Set::Category(key.clone()),
            Set::Period(period) => Set::Period(period.clone()),
            Set::Place(words) => Set::Place(words.clone()),
        })
    }
}
