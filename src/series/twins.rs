//! Whether an article was read before: under the same address; under the same title and day, with more than half of
//! its figures; or with nearly all of them, whatever it is called.
//!
//! Title and day alone are not enough, since two communes send the same report; nor are a few figures, since two articles
//! may quote one. A figure that both have counts once. What the second one has besides, as where it was corrected, still
//! counts: nothing that was read is lost.

use super::row::Days;
use super::{Likeness, Told};
use crate::record::Role;
use crate::stored::page;
use crate::text::Text;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A value that an article tells of a line and period.
pub(super) type Fact = (usize, Days, Role, [Option<Decimal>; 3]);

/// How many figures two articles have at least that are the same by these alone.
const ENOUGH: usize = 5;
/// How many articles a figure leads to; one that more of them tell says nothing of any.
const MOST: usize = 64;

/// The articles that were read so far, without those that are another one once more.
#[derive(Debug, Default)]
pub(super) struct Twins {
    by_page: HashMap<String, usize>,
    by_headline: HashMap<String, Vec<usize>>,
    by_fact: HashMap<Fact, Vec<usize>>,
    facts: BTreeMap<usize, BTreeSet<Fact>>,
}

impl Twins {
    /// The article that this one is once more, and by what; else remembers it.
    pub(super) fn find(
        &mut self,
        article: usize,
        told: &Told,
        facts: BTreeSet<Fact>,
    ) -> Option<(usize, Likeness)> {
        let page = told.url.as_deref().and_then(page).map(str::to_owned);
        let headline = headline(told);
        let known = page.as_ref().and_then(|page| self.by_page.get(page)).copied();
        if let Some(known) = known {
            return Some((known, Likeness::Address));
        }
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for other in facts.iter().filter_map(|fact| self.by_fact.get(fact)).flatten() {
            *shared.entry(*other).or_default() += 1;
        }
        let own = facts.len();
        let size = |other: usize| self.facts[&other].len();
        let of_headline = headline.as_ref().and_then(|headline| self.by_headline.get(headline));
        let is_half =
            |other: &&usize| 2 * shared.get(*other).copied().unwrap_or(0) > own.min(size(**other));
        if let Some(other) = of_headline.into_iter().flatten().find(is_half) {
            return Some((*other, Likeness::Headline));
        }
        let nearly_all = |(other, shared): &(&usize, &usize)| {
            **shared >= ENOUGH && 10 * **shared >= 9 * own.max(size(**other))
        };
        if let Some((other, _)) = shared.iter().find(nearly_all) {
            return Some((*other, Likeness::Figures));
        }
        for fact in &facts {
            let articles = self.by_fact.entry(*fact).or_default();
            if articles.len() < MOST {
                articles.push(article);
            }
        }
        self.facts.insert(article, facts);
        page.map(|page| self.by_page.insert(page, article));
        if let Some(headline) = headline {
            self.by_headline.entry(headline).or_default().push(article);
        }
        None
    }

    /// Whether an article that was read before tells this.
    pub(super) fn tells(&self, article: usize, fact: &Fact) -> bool {
        self.facts.get(&article).is_some_and(|facts| facts.contains(fact))
    }
}

/// Title and day, where both are known.
fn headline(told: &Told) -> Option<String> {
    let day = told.published.as_deref()?.get(..10)?;
    let title = Text::new(told.title.as_deref()?);
    let keys: Vec<&str> = (0..title.tokens.len()).map(|i| title.key(i)).collect();
    Some(format!("{day} {}", keys.join(" ")))
}
