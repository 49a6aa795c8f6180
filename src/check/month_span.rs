//! Two months: `từ tháng 2 đến hết tháng 5/2023`, `từ đầu tháng 11/2022 đến tháng 3/2023`, `3/2022 -
//! 8/2022`.
//!
//! Where only one year is told the months are of one year and must follow each other; where both are
//! told they may be in any order, which is for the checks to say.

use super::passage::Passage;
use super::words::text::{PARTS_OF_MONTH, TO_THE_LAST};
use crate::lexicon::CueClass;

/// A month, with its year where that is told.
type Month = (u32, Option<u32>);

/// A span of months as the text tells it.
pub(super) struct MonthSpan {
    first: Month,
    last: Month,
    /// Whether both months have their year.
    pub(super) both_years: bool,
    /// Whether `đầu` or `hết` says that the first and the last month count.
    pub(super) edges: bool,
}

impl MonthSpan {
    /// The span that begins at a token.
    pub(super) fn behind(passage: &Passage<'_>, at: usize) -> Option<Self> {
        let key = |at: usize| passage.text.key(at);
        let early = usize::from(PARTS_OF_MONTH.contains(&key(at)));
        let (first, end) = month(passage, at + early)?;
        let (last, edge) = match key(end) {
            "-" | "–" => (month(passage, end + 1)?.0, false),
            _ => {
                let (_, until) =
                    (end..end + 2).find_map(|at| passage.cue_at(at, &[CueClass::Until]))?;
                let late = usize::from(PARTS_OF_MONTH.contains(&key(until.end)));
                let edge = until.clone().chain(until.end..until.end + late);
                let edge = edge.into_iter().any(|at| TO_THE_LAST.contains(&key(at)));
                (month(passage, until.end + late)?.0, edge)
            }
        };
        let both_years = first.1.is_some() && last.1.is_some();
        let word = early > 0 || key(at) == "tháng";
        let ordered = both_years || first.1.is_none() && first.0 < last.0 && word;
        let edges = edge || early > 0 || !both_years;
        ordered.then_some(Self { first, last, both_years, edges })
    }

    /// How many months it has, both ends counted; none where it ends before it begins.
    pub(super) fn months(&self) -> Option<u32> {
        let count = |(month, year): Month| year.unwrap_or_default() * 12 + month;
        match self.both_years {
            true => count(self.last).checked_sub(count(self.first)).map(|months| months + 1),
            false => self.last.0.checked_sub(self.first.0).map(|months| months + 1),
        }
    }

    /// How many years its last month is behind its first one, where both are told.
    pub(super) fn years(&self) -> Option<u32> {
        self.last.1?.checked_sub(self.first.1?)
    }

    /// `tháng 2 - tháng 5`
    pub(super) fn shown(&self) -> String {
        let shown = |(month, year): Month| match year {
            Some(year) if self.both_years => format!("tháng {month}/{year}"),
            _ => format!("tháng {month}"),
        };
        format!("{} - {}", shown(self.first), shown(self.last))
    }
}

/// `tháng 5`, `tháng 5/2023`, `5/2023`, and the token behind it.
pub(super) fn month(passage: &Passage<'_>, at: usize) -> Option<(Month, usize)> {
    let word = passage.text.key(at) == "tháng";
    let at = at + usize::from(word);
    let key = passage.text.key(at);
    let mut parts = key.split(['/', '-', '.']);
    let month = parts.next()?.parse().ok().filter(|month| (1..=12).contains(month))?;
    let year = |key: &str| key.parse().ok().filter(|year: &u32| (1900..=2100).contains(year));
    if let Some(rest) = parts.next() {
        let alone = parts.next().is_none();
        return Some(((month, Some(year(rest).filter(|_| alone)?)), at + 1));
    }
    let joined = match passage.text.key(at + 1) {
        "/" => true,
        "năm" => word,
        _ => false,
    };
    match year(passage.text.key(at + 2)).filter(|_| joined) {
        Some(year) => Some(((month, Some(year)), at + 3)),
        None => word.then_some(((month, None), at + 1)),
    }
}
