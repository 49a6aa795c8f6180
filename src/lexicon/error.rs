//! What is wrong with a lexicon file that a user hands in, and on which line.
//!
//! ```text
//! ports.toml:3: unknown field `form`, expected one of `key`, `forms`, …
//!     form = ["tàu container"]
//! ```

use std::fmt;

/// A lexicon file that cannot be read: no TOML, or not of the shape of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// Name of the file as the caller gave it.
    pub file: String,
    /// Line of the mistake, from 1.
    pub line: usize,
    /// That line, without the white space around it.
    pub found: String,
    /// What is wrong with it and what was expected.
    pub message: String,
}

impl Error {
    pub(super) fn new(file: &str, toml: &str, error: &toml::de::Error) -> Self {
        let at = error.span().map_or(0, |span| span.start);
        let before = &toml[..at.min(toml.len())];
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            file: file.to_owned(),
            line: before.matches('\n').count() + 1,
            found: toml[start..].lines().next().unwrap_or("").trim().to_owned(),
            message: error.message().to_owned(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, found, message } = self;
        write!(f, "{file}:{line}: {message}\n    {found}")
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;
    use snapbox::{assert_data_eq, str};

    #[track_caller]
    fn refusal(toml: &str) -> String {
        let good = ("units.toml", "[[unit]]\nkey = \"teu\"\nforms = [\"TEU\"]");
        Lexicon::with(&[good, ("mine.toml", toml)]).unwrap_err().to_string()
    }

    #[test]
    fn mistakes_are_named_with_their_line() {
        assert_data_eq!(
            refusal("[[unit]]\nkey = \"teu\"\nform = [\"TEU\"]"),
            str![[r#"
mine.toml:3: unknown field `form`, expected one of `key`, `forms`, `short`, `kind`, `factor`, `base`, `note`, `examples`, `counter_examples`
    form = ["TEU"]
"#]]
        );
        assert_data_eq!(
            refusal("[[unit]]\nkey = \"teu\""),
            str![[r#"
mine.toml:1: missing field `forms`
    [[unit]]
"#]]
        );
        assert_data_eq!(
            refusal("\n[[unit]]\nkey = \"teu\"\nforms = []"),
            str![[r#"
mine.toml:4: invalid value: no spelling, expected a list of words
    forms = []
"#]]
        );
        assert_data_eq!(
            refusal("[[unit]]\nkey = \"teu\"\nforms = \"TEU\""),
            str![[r#"
mine.toml:3: invalid type: string "TEU", expected a sequence
    forms = "TEU"
"#]]
        );
        assert_data_eq!(
            refusal("[[unit]]\nkey = \"teu\"\nforms = [\"TEU\"]\nfactor = \"1,5\""),
            str![[r#"
mine.toml:4: invalid value: string "1,5", expected a decimal such as "0.5"
    factor = "1,5"
"#]]
        );
        assert_data_eq!(
            refusal("[[unit]]\nkey = \"teu\"\nforms = [\"TEU\"]\nkind = \"counts\""),
            str![[r#"
mine.toml:4: unknown variant `counts`, expected one of `count`, `money`, `measure`, `time`, `share`, `point`, `multiple`, `step`
    kind = "counts"
"#]]
        );
        assert_data_eq!(
            refusal("[[units]]\nkey = \"teu\""),
            str![[r#"
mine.toml:1: unknown field `units`, expected one of `unit`, `number`, `cue`, `indicator`, `abbreviation`, `place`
    [[units]]
"#]]
        );
        assert_data_eq!(
            refusal("[[unit]\nkey = \"teu\""),
            str![[r#"
mine.toml:1: unclosed array table, expected `]`
    [[unit]
"#]]
        );
    }
}
