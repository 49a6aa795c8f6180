//! What the network is told of a sheet: for each piece the rows of its tables that are added up.
//!
//! * `family`: the tables, family by family
//! * `word`: the rows of a word, by the hash of its spelling
//! * `sign`: the rows of everything else that is known of a piece
//! * `time`, `figure`: what is known of a time phrase, of a figure
//! * `pair`: what is known of a figure and something that it may go with
//! * `period`: the periods that a figure may have
//! * `form`: the forms in which the days of a time phrase can be meant
//! * `link`: the figures and places that a figure may go with

mod family;
mod figure;
mod form;
mod link;
mod pair;
mod period;
mod sign;
mod time;
mod word;

use super::Sheet;
use crate::entity::Subject;
use crate::lexicon::CueClass;

pub(super) use form::FORMS;
pub use link::Link;
pub(super) use period::PERIOD_SIGNS;
pub use period::{PeriodSource, Periods};

/// Everything that the network is told of a sheet.
#[derive(Debug, Clone)]
pub struct Features {
    /// For each piece its rows in the table of words.
    pub words: Vec<Vec<u32>>,
    /// For each piece its rows in the table of signs.
    pub signs: Vec<Vec<u16>>,
    /// The periods that the figures may have.
    pub periods: Periods,
    /// For each figure the figures that it may go with.
    pub links: Vec<Vec<Link>>,
    /// For each figure the places that it may be for.
    pub places: Vec<Vec<Link>>,
}

/// The rows of tables that a sheet asks for.
#[must_use]
pub fn features(sheet: &Sheet<'_>, subject: &Subject) -> Features {
    Features {
        words: (0..sheet.pieces.len()).map(|at| word::rows(sheet, at)).collect(),
        signs: sign::all(sheet),
        periods: period::all(sheet),
        links: link::figures(sheet),
        places: link::places(sheet, subject),
    }
}

/// How many rows the tables have: words, signs, pairs with times, with figures, with places.
#[must_use]
pub fn sizes() -> [usize; 5] {
    [
        word::ROWS,
        sign::Family::ROWS,
        pair::TimePair::ROWS,
        pair::FigurePair::ROWS,
        pair::PlacePair::ROWS,
    ]
}

/// A digest of what the rows of the table of signs stand for, which the weights have to agree with: the classes of the
/// lexicon in their order.
#[must_use]
pub fn layout() -> u32 {
    let names: Vec<String> = CueClass::ALL.iter().map(|class| format!("{class:?}")).collect();
    word::hash(&names.iter().map(String::as_str).collect::<Vec<_>>())
}
