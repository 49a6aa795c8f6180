//! What the network makes of a figure, and how sure it is.

use super::{Direction, Role};
use crate::mention::Span;
use crate::text::Tokens;

/// A probability in ten-thousandths.
pub type Chance = u16;

/// The probability of what is certain.
pub(super) const CERTAIN: Chance = 10_000;

/// Who gives an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The network, which weighs.
    Network,
    /// The order of two lists that a word pairs: grammar, which settles.
    Order,
    /// The kind of the paper that the figure stands in.
    Paper,
}

/// An answer, how probable it is, and the other answers, the most probable first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged<T> {
    /// The answer.
    pub value: T,
    /// How probable it is.
    pub chance: Chance,
    /// What else it could be; those below one in a hundred are left out.
    pub others: Vec<(T, Chance)>,
    /// Who gives it.
    pub by: By,
}

impl<T: PartialEq> Judged<T> {
    /// The same question with an answer that grammar settles; what the network holds of the others stays told.
    #[must_use]
    pub fn settled(self, value: T) -> Self {
        Self { chance: CERTAIN, ..self.given(value, By::Order) }
    }

    /// The same question with the answer that the kind of the paper gives, which is as sure as the one that the
    /// words alone would have given.
    #[must_use]
    pub fn by_paper(self, value: T) -> Self {
        self.given(value, By::Paper)
    }

    fn given(self, value: T, by: By) -> Self {
        let mut others = self.others;
        others.insert(0, (self.value, self.chance));
        others.retain(|(other, _)| *other != value);
        Self { value, chance: self.chance, others, by }
    }

    /// How probable an answer is; none for one that was left out.
    #[must_use]
    pub fn chance_of(&self, value: &T) -> Chance {
        let all = [(&self.value, self.chance)].into_iter();
        let mut all = all.chain(self.others.iter().map(|(value, chance)| (value, *chance)));
        all.find(|(other, _)| *other == value).map_or(0, |(_, chance)| chance)
    }
}

/// A word that spoke for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    /// The word.
    pub words: Words,
    /// What the probability of the answer loses without it.
    pub lost: Chance,
}

/// Words of the article: a row and a range of its tokens.
pub type Words = (usize, Tokens);

/// What the network makes of one figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Its row.
    pub row: usize,
    /// Its index among the figures of the row.
    pub figure: usize,
    /// How probable it is that the number is a quantity at all.
    pub counts: Chance,
    /// Result, target, change, attainment or condition.
    pub role: Judged<(Role, Option<Direction>)>,
    /// The words that say what it measures, in reading order, without gaps that a reader would miss.
    pub indicator: Vec<Words>,
    /// The words that it takes over from its list, sentence or heading.
    pub scope: Vec<Words>,
    /// How probable it is that these are the right words.
    pub indicator_chance: Chance,
    /// The time that it speaks of.
    pub period: Judged<Option<Dated>>,
    /// The place that it is for, where that is not the article's own: a row and an index among its places.
    pub place: Judged<Option<(usize, usize)>>,
    /// The figure that it is a part of, as an index into the verdicts.
    pub part_of: Judged<Option<usize>>,
    /// The target that it is held against, as an index into the verdicts.
    pub target: Judged<Option<usize>>,
    /// How probable it is that value, unit, role, indicator and period are all right.
    pub confidence: Chance,
    /// What spoke for the role, the strongest word first; empty where nobody asked.
    pub role_grounds: Vec<Ground>,
    /// What spoke for the period.
    pub period_grounds: Vec<Ground>,
}

/// A period and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// Its days.
    pub span: Span,
    /// The time phrase that gives it: a row and an index among its times; none where the day of publication does.
    pub time: Option<(usize, usize)>,
}
