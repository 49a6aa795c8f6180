//! What the page says before anything is read: its language, and the user's own files.

use de_an_06::Options;
use de_an_06::correction::Corrections;
use de_an_06::lexicon::{Error, File, Lexicon};
use de_an_06::output::Lang;
use serde::Deserialize;
use std::sync::Arc;

/// All of it.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Given {
    lang: Option<Lang>,
    lexicons: Vec<Text>,
    corrections: Vec<Text>,
}

/// A file of the user.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    name: String,
    text: String,
}

impl Given {
    /// From JSON.
    pub(crate) fn read(json: &str) -> Result<Self, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }

    pub(crate) fn lang(&self) -> Lang {
        self.lang.unwrap_or(Lang::Vi)
    }

    /// What is read with. A lexicon that was there before is not made again.
    pub(crate) fn facts(&self, before: &Self, known: &Options) -> Result<Options, String> {
        let lexicon = match &*self.lexicons {
            [] => None,
            same if same == before.lexicons => known.lexicon.clone(),
            files => {
                let files = files.iter().map(lexicon).collect::<Result<_, _>>()?;
                Some(Arc::new(Lexicon::with_files(files)))
            }
        };
        let mut all = Corrections::default();
        for Text { name, text } in &self.corrections {
            all.join(Corrections::read(name, text).map_err(|error| error.to_string())?);
        }
        let corrections = (!self.corrections.is_empty()).then(|| Arc::new(all));
        Ok(Options { lexicon, corrections, ..Options::default() })
    }
}

fn lexicon(Text { name, text }: &Text) -> Result<File, String> {
    File::parse(name, text).map_err(|Error { file, line, found, message }| {
        format!("{file}:{line}: {message}; the line is `{found}`")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(json: &str) -> Result<Options, String> {
        Given::read(json)?.facts(&Given::default(), &Options::default())
    }

    #[test]
    fn nothing_need_be_given() {
        let facts = facts("{}").unwrap();
        assert!(facts.lexicon.is_none() && facts.corrections.is_none());
        assert_eq!(Given::read("{}").unwrap().lang(), Lang::Vi);
    }

    #[test]
    fn a_mistake_is_told_with_its_file_and_line() {
        let lexicon = r#"{"lexicons": [{"name": "l.toml", "text": "[[unit]]\nkind = 7"}]}"#;
        assert!(facts(lexicon).unwrap_err().starts_with("l.toml:"));
        let corrections = r#"{"corrections": [{"name": "c.jsonl", "text": "\n{}"}]}"#;
        assert!(facts(corrections).unwrap_err().starts_with("c.jsonl:2: "));
        assert!(facts(r#"{"corections": []}"#).unwrap_err().contains("unknown field"));
    }
}
