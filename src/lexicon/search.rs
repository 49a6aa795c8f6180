//! Entries as a person looks them up: by whole words of a spelling, key or name, in any case and
//! with or without diacritics. `luot nguoi` finds the unit `lượt người`, `person` finds it by its
//! key `person_turn`; `person luot` does not, since one name must have every word.

use super::{Abbreviation, Cue, Entries, Indicator, Number, Place, Unit};
use crate::text::{Text, strip_diacritics};
use serde::Serialize;

/// An entry of any table, as it stands in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "table", rename_all = "snake_case")]
pub enum Entry<'a> {
    /// `[[unit]]`
    Unit(&'a Unit),
    /// `[[number]]`
    Number(&'a Number),
    /// `[[cue]]`
    Cue(&'a Cue),
    /// `[[indicator]]`
    Indicator(&'a Indicator),
    /// `[[abbreviation]]`
    Abbreviation(&'a Abbreviation),
    /// `[[place]]`
    Place(&'a Place),
}

impl Entries {
    /// All entries, table by table.
    pub fn iter(&self) -> impl Iterator<Item = Entry<'_>> {
        let units = self.unit.iter().map(Entry::Unit);
        let numbers = self.number.iter().map(Entry::Number);
        let cues = self.cue.iter().map(Entry::Cue);
        let indicators = self.indicator.iter().map(Entry::Indicator);
        let abbreviations = self.abbreviation.iter().map(Entry::Abbreviation);
        let places = self.place.iter().map(Entry::Place);
        units.chain(numbers).chain(cues).chain(indicators).chain(abbreviations).chain(places)
    }
}

impl Entry<'_> {
    /// The table that it stands in.
    #[must_use]
    pub fn table(self) -> &'static str {
        match self {
            Self::Unit(_) => "unit",
            Self::Number(_) => "number",
            Self::Cue(_) => "cue",
            Self::Indicator(_) => "indicator",
            Self::Abbreviation(_) => "abbreviation",
            Self::Place(_) => "place",
        }
    }

    /// Its kind, of a cue its class, as it is written in the file: `count`, `at_most`. Indicators
    /// are of one kind, which has no name.
    #[must_use]
    pub fn kind(self) -> String {
        match self {
            Self::Unit(unit) => word(unit.kind),
            Self::Number(number) => word(number.kind),
            Self::Cue(cue) => word(cue.class),
            Self::Indicator(_) => String::new(),
            Self::Abbreviation(short) => short.kind.clone(),
            Self::Place(place) => place.kind.clone(),
        }
    }
}

fn word(kind: impl Serialize) -> String {
    let value = serde_json::to_value(kind).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

/// Words that are looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query(Vec<String>);

impl Query {
    /// A query for all of these words.
    pub fn new(words: &[impl AsRef<str>]) -> Self {
        Self(words.iter().flat_map(|words| folded(words.as_ref())).collect())
    }

    /// Whether one of the entry's names has all the words. A query without words finds everything.
    #[must_use]
    pub fn finds(&self, entry: Entry<'_>) -> bool {
        let fits = |name: &str| {
            let name = folded(name);
            self.0.iter().all(|word| name.contains(word))
        };
        match entry {
            Entry::Unit(unit) => fits(&unit.key) || unit.forms.iter().any(fits),
            Entry::Number(number) => fits(&number.value) || number.forms.iter().any(fits),
            Entry::Cue(cue) => {
                fits(&entry.kind()) || cue.forms.iter().chain(cue.value.as_deref()).any(fits)
            }
            Entry::Indicator(Indicator { key, name_vi, name_en, triggers, .. }) => {
                triggers.iter().chain([key.as_str(), name_vi, name_en]).any(fits)
            }
            Entry::Abbreviation(Abbreviation { forms, expansion, english, .. }) => {
                forms.iter().chain([expansion.as_str()]).chain(english.as_deref()).any(fits)
            }
            Entry::Place(place) => fits(&place.now) || place.forms.iter().any(fits),
        }
    }
}

/// `training.political_theory` has three words, `Lượt người` the words `luot` and `nguoi`.
fn folded(words: &str) -> Vec<String> {
    let text = Text::new(&words.replace(['_', '.'], " "));
    (0..text.tokens.len()).map(|i| strip_diacritics(text.key(i))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::File;

    const FILE: &str = r#"
        [[unit]]
        key = "person_turn"
        forms = ["lượt người", "lượt khách"]
        [[number]]
        forms = ["triệu"]
        kind = "scale"
        value = "1000000"
        [[cue]]
        class = "at_most"
        forms = ["không quá"]
        [[indicator]]
        key = "port.throughput"
        name_vi = "hàng hóa qua cảng"
        name_en = "cargo through ports"
        triggers = ["hàng thông qua"]
        units = ["tấn"]
        [[abbreviation]]
        forms = ["CHK"]
        expansion = "cảng hàng không"
        kind = "concept"
        [[place]]
        forms = ["Hậu Giang"]
        kind = "tỉnh"
        now = "Cần Thơ"
    "#;

    #[test]
    fn entries_are_found_by_whole_words_of_one_name() {
        let entries = File::parse("mine.toml", FILE).unwrap().entries;
        for (words, found) in [
            ("lượt người", "person_turn"),
            ("NGUOI luot", "person_turn"),
            ("person", "person_turn"),
            ("khách người", ""),
            ("person khách", ""),
            ("ngườ", ""),
            ("triệu", "1000000"),
            ("1000000", "1000000"),
            ("at_most", "không quá"),
            ("at most", "không quá"),
            ("hang hoa", "port.throughput"),
            ("throughput", "port.throughput"),
            ("ports", "port.throughput"),
            ("tấn", ""),
            ("hàng", "port.throughput CHK"),
            ("chk", "CHK"),
            ("can tho", "Hậu Giang"),
        ] {
            let query = Query::new(&words.split(' ').collect::<Vec<_>>());
            let keys =
                entries.iter().filter(|entry| query.finds(*entry)).map(|entry| match entry {
                    Entry::Unit(unit) => unit.key.as_str(),
                    Entry::Number(number) => &number.value,
                    Entry::Cue(cue) => cue.forms.first(),
                    Entry::Indicator(indicator) => &indicator.key,
                    Entry::Abbreviation(short) => short.forms.first(),
                    Entry::Place(place) => place.forms.first(),
                });
            assert_eq!(keys.collect::<Vec<_>>().join(" "), found, "{words}");
        }
        let everything = Query::new(&[] as &[&str]);
        assert!(entries.iter().all(|entry| everything.finds(entry)));
    }
}
