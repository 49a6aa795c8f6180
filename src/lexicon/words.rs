//! The words of one entry in one string, so that a thousand entries load in no time.

use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer, Serialize};
use std::borrow::Cow;

/// A list of words, at least one, none of them blank: `["lượt người", "lượt nguời"]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Words(Cow<'static, str>);

impl Words {
    /// Words that stand in the program, joined by line ends.
    #[must_use]
    pub fn joined(words: &'static str) -> Self {
        Self(Cow::Borrowed(words))
    }

    /// The words joined by line ends.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

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

/// A list in TOML; one string, as it is serialized, elsewhere.
impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        if !from.is_human_readable() {
            return String::deserialize(from).map(|words| Self(words.into()));
        }
        let words = Vec::<String>::deserialize(from)?;
        if words.is_empty() || words.iter().any(|word| word.trim().is_empty()) {
            let found = Unexpected::Other("no spelling");
            return Err(D::Error::invalid_value(found, &"a list of words"));
        }
        Ok(Self(words.join("\n").into()))
    }
}
