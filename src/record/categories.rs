//! The categories of an article's records: what a phrase says is read once, however often it stands.
//!
//! `trong đó nữ 12 người` has no category of its own and takes that of its total.

use super::category::Sayings;
use super::{Field, Record, Said, category};
use crate::lexicon::Lexicon;
use crate::mention::Scene;
use crate::text::Tokens;
use std::collections::HashMap;

/// The categories of figures; what a sentence says is read once for all of its figures.
pub(super) struct Categories<'l> {
    phrases: Sayings<'l>,
    sentence: ((usize, Tokens), Said<'l>),
}

impl<'l> Categories<'l> {
    pub(super) fn new(lexicon: &'l Lexicon) -> Self {
        Self { phrases: Sayings::new(lexicon), sentence: ((0, 0..0), Said::default()) }
    }

    /// The category of a record whose sentence is these words of a row.
    pub(super) fn of(
        &mut self,
        scene: &Scene<'_>,
        words: (usize, Tokens),
        record: &Record,
    ) -> Option<String> {
        let lexicon = self.phrases.lexicon;
        let indicator = self.phrases.by(record.indicator.as_deref());
        let scope = self.phrases.by(record.scope.as_deref());
        let known = &mut self.sentence;
        let sentence = || {
            if known.0 != words {
                *known = (words.clone(), Said::between(scene.marks, words.1, lexicon));
            }
            &known.1
        };
        let unit = record.unit.as_deref();
        category(lexicon, &indicator, &scope, sentence, unit).map(str::to_owned)
    }
}

/// A part without a category of its own has that of its total, a target that of its result.
pub(super) fn share(records: &mut [Record]) {
    let index: HashMap<&str, usize> = (0..).zip(&*records).map(|(i, r)| (&*r.id, i)).collect();
    let at = |id: &Option<String>| index.get(id.as_deref()?).copied();
    let links: Vec<_> = records.iter().map(|r| (at(&r.part_of), at(&r.target))).collect();
    let given = |record: &Record| record.corrected.contains(&Field::Category);
    for (i, (total, target)) in links.into_iter().enumerate() {
        if let (None, Some(total)) = (&records[i].category, total.filter(|_| !given(&records[i]))) {
            records[i].category = records[total].category.clone();
            records[i].tell("category", "category.of_total");
        }
        let target = target.filter(|target| !given(&records[*target]));
        if let (Some(category), Some(target)) = (records[i].category.clone(), target) {
            records[target].category.get_or_insert(category);
        }
    }
}
