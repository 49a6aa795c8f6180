//! The words of one entry in one string, so that an entry is unpacked in no time.

use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A list of words, at least one, none of them blank: `["lượt người", "lượt nguời"]`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words(String);

impl Words {
    /// The words in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &str> + Clone {
        self.0.split('\n')
    }

    /// The usual one.
    #[must_use]
    pub fn first(&self) -> &str {
        self.iter().next().unwrap_or_default()
    }
}

/// A list where people read it; one string elsewhere.
impl Serialize for Words {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if to.is_human_readable() { to.collect_seq(self.iter()) } else { self.0.serialize(to) }
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        if !from.is_human_readable() {
            return String::deserialize(from).map(Self);
        }
        let words = Vec::<String>::deserialize(from)?;
        if words.is_empty() || words.iter().any(|word| word.trim().is_empty()) {
            let found = Unexpected::Other("no spelling");
            return Err(D::Error::invalid_value(found, &"a list of words"));
        }
        Ok(Self(words.join("\n")))
    }
}
