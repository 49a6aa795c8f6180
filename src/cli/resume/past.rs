//! [`Past`]: what came of one input, as the journal has it; [`digest`]: what tells an input from another.

use super::super::outcome::{Came, Outcome};
use de_an_06::correction::Fit;
use de_an_06::source::{Error, Item, Why};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// An input that is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Past {
    pub(super) name: String,
    pub(super) digest: String,
    pub(super) came: Fate,
    /// How long each output was when everything that came of it had been written.
    pub(super) ends: Vec<u64>,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Fate {
    Read {
        figures: usize,
        /// What became of the corrections of it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        corrections: Vec<Fit>,
    },
    Failed,
    LeftOut(Why),
    Empty,
}

impl Past {
    pub(super) fn of(outcome: &Outcome, digest: String, ends: Vec<u64>) -> Self {
        let came = match &outcome.came {
            Came::Read(reading) => Fate::Read {
                figures: reading.report.records.len(),
                corrections: reading.corrections.clone(),
            },
            Came::Stored(figures) => Fate::Read { figures: *figures, corrections: Vec::new() },
            Came::Before(fate) => fate.clone(),
            Came::Failed(_) => Fate::Failed,
            Came::LeftOut(why) => Fate::LeftOut(*why),
            Came::Empty => Fate::Empty,
        };
        Self { name: outcome.name.clone(), digest, came, ends }
    }
}

/// What tells an input from another of the same name: its bytes, and what its source says of it.
pub(crate) fn digest(item: &Result<Item, Error>) -> String {
    let mut digest = Sha256::new();
    match item {
        Ok(Item::Input(input)) => {
            for said in [&input.url, &input.charset, &input.published] {
                digest.update([u8::from(said.is_some())]);
                digest.update(said.as_deref().unwrap_or_default());
                digest.update([0]);
            }
            digest.update(&input.bytes);
        }
        Ok(Item::LeftOut(file)) => digest.update(format!("left out: {}", file.why)),
        Ok(Item::Empty(_)) => digest.update("empty"),
        Err(error) => digest.update(error.to_string()),
    }
    format!("{:x}", digest.finalize())
}
