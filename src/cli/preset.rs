//! What the user set once for every run: the environment and a file.
//!
//! `$XDG_CONFIG_HOME/de-an-06.toml`, else `~/.config/de-an-06.toml`, else what `--config` names:
//!
//! ```toml
//! lang = "vi"
//! lexicon = ["names.toml"]
//! corrections = ["corrections.jsonl"]
//! csv-dialect = "excel"
//! ```
//!
//! Paths in it count from its folder. `DE_AN_06_LANG` goes before it, and flags before both; lexicons of flags stand
//! before those of the file, corrections of flags count where both speak of one field.

use super::flags::{Command, CsvDialect, Facts, Flags, Lang, OwnWords};
use super::usage::{Usage, usage};
use clap::ValueEnum;
use serde::{Deserialize, Deserializer};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Everything that was set.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(super) struct Preset {
    lang: Option<Word<Lang>>,
    lexicon: Vec<PathBuf>,
    corrections: Vec<PathBuf>,
    csv_dialect: Option<Word<CsvDialect>>,
}

/// A word that stands for one of the values of a flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Word<T>(T);

impl<T: ValueEnum> Word<T> {
    fn named(word: &str) -> Result<Self, String> {
        let values = T::value_variants().iter().filter_map(ValueEnum::to_possible_value);
        let names: Vec<_> = values.map(|value| value.get_name().to_owned()).collect();
        let read = T::from_str(word, false).map(Self);
        read.map_err(|_| format!("`{word}` is none of {}", names.join(", ")))
    }
}

impl<'de, T: ValueEnum> Deserialize<'de> for Word<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::named(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// The environment, as far as it is asked.
pub(super) struct Environment {
    pub(super) lang: Option<OsString>,
    pub(super) config_home: Option<OsString>,
    pub(super) home: Option<OsString>,
}

impl Environment {
    pub(super) fn of_process() -> Self {
        Self {
            lang: std::env::var_os("DE_AN_06_LANG"),
            config_home: std::env::var_os("XDG_CONFIG_HOME"),
            home: std::env::var_os("HOME"),
        }
    }
}

impl Preset {
    /// Reads what was set. `words` are those of the command line, which may name the file and the language.
    pub(super) fn read(words: &[OsString], around: &Environment) -> Result<Self, Usage> {
        let mut preset = match named(words, "--config") {
            Some(path) => Self::file(Path::new(path), true)?,
            None => usual(around).map_or(Ok(Self::default()), |path| Self::file(&path, false))?,
        };
        if let Some(lang) = around.lang.as_deref().filter(|lang| !lang.is_empty()) {
            match Word::named(&lang.to_string_lossy()) {
                Ok(lang) => preset.lang = Some(lang),
                Err(problem) => return usage(format!("DE_AN_06_LANG: {problem}")),
            }
        }
        Ok(preset)
    }

    fn file(path: &Path, must_be_there: bool) -> Result<Self, Usage> {
        let name = path.display();
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound && !must_be_there => {
                return Ok(Self::default());
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return usage(format!("--config: {name}: there is no such file"));
            }
            Err(error) => return usage(format!("--config: {name}: cannot be read: {error}")),
        };
        let mut preset: Self = match toml::from_str(&text) {
            Ok(preset) => preset,
            Err(error) => {
                let line =
                    error.span().map_or(1, |span| text[..span.start].matches('\n').count() + 1);
                return usage(format!("--config: {name}:{line}: {}", error.message().trim()));
            }
        };
        let folder = path.parent().unwrap_or(Path::new(""));
        let files = preset.lexicon.iter_mut().chain(&mut preset.corrections);
        files.for_each(|file| *file = folder.join(&file));
        Ok(preset)
    }

    /// The language of messages and help: what the command line says, else what was set.
    pub(super) fn lang(&self, words: &[OsString]) -> Option<Lang> {
        let said =
            named(words, "--lang").and_then(|lang| Lang::from_str(lang.to_str()?, false).ok());
        said.or(self.lang.map(|Word(lang)| lang))
    }

    /// Fills in what the command line leaves open.
    pub(super) fn fill(self, flags: &mut Flags) {
        flags.talk.lang = flags.talk.lang.or(self.lang.map(|Word(lang)| lang));
        let dialect = self.csv_dialect.map(|Word(dialect)| dialect);
        let (facts, outputs) = match &mut flags.command {
            Command::Extract(extract) => (&mut extract.inputs.facts, Some(&mut extract.outputs)),
            Command::Series(series) => (&mut series.inputs.facts, Some(&mut series.outputs)),
            Command::Check(check) => (&mut check.inputs.facts, Some(&mut check.outputs)),
            Command::Diff(diff) => (&mut diff.facts, Some(&mut diff.outputs)),
            Command::Explain(explain) => (&mut explain.inputs.facts, None),
            Command::Lexicon(lexicon) => {
                lexicon.own.files.extend(self.lexicon);
                return;
            }
            Command::Schema { .. } | Command::Completions { .. } | Command::Man => return,
        };
        let Facts { corrections, own: OwnWords { files }, .. } = facts;
        files.extend(self.lexicon);
        corrections.splice(0..0, self.corrections);
        if let Some(outputs) = outputs {
            outputs.csv_dialect = outputs.csv_dialect.or(dialect);
        }
    }
}

/// Where the file stands that nobody named.
fn usual(around: &Environment) -> Option<PathBuf> {
    let is_some = |path: &&OsString| !path.is_empty();
    let config = around.config_home.as_ref().filter(is_some).map(PathBuf::from);
    let folder = config
        .or_else(|| Some(Path::new(around.home.as_ref().filter(is_some)?).join(".config")))?;
    Some(folder.join("de-an-06.toml"))
}

/// The value of a flag among the words of a command line: `--lang vi`, `--lang=vi`.
fn named<'w>(words: &'w [OsString], flag: &str) -> Option<&'w OsStr> {
    words.iter().enumerate().rev().find_map(|(i, word)| {
        if word == flag {
            return words.get(i + 1).map(OsString::as_os_str);
        }
        word.to_str()?.strip_prefix(flag)?.strip_prefix('=').map(OsStr::new)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    fn words(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    fn nothing() -> Environment {
        Environment { lang: None, config_home: None, home: None }
    }

    #[test]
    fn flags_go_before_the_environment_and_the_environment_before_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("de-an-06.toml");
        let text = "lang = \"vi\"\nlexicon = [\"a.toml\"]\ncorrections = [\"c.jsonl\"]\ncsv-dialect = \"excel\"\n";
        fs::write(&file, text).unwrap();
        let home = || Some(folder.path().into());
        for (line, lang, want) in [
            ("de-an-06 extract a.html", None, Some(Lang::Vi)),
            ("de-an-06 extract a.html", Some("en"), Some(Lang::En)),
            ("de-an-06 extract a.html --lang=vi", Some("en"), Some(Lang::Vi)),
        ] {
            let lang = lang.map(OsString::from);
            let around = Environment { lang, config_home: home(), home: None };
            let preset = Preset::read(&words(line), &around).unwrap();
            assert_eq!(preset.lang(&words(line)), want, "{line}");
        }
        let line = format!(
            "de-an-06 extract a.html --lexicon b.toml --corrections d.jsonl --config {}",
            file.display()
        );
        let preset = Preset::read(&words(&line), &nothing()).unwrap();
        let mut flags = Flags::try_parse_from(words(&line)).unwrap();
        preset.fill(&mut flags);
        let Command::Extract(extract) = flags.command else { panic!("{line}") };
        let at = |name: &str| folder.path().join(name);
        assert_eq!(extract.inputs.facts.own.files, [PathBuf::from("b.toml"), at("a.toml")]);
        assert_eq!(extract.inputs.facts.corrections, [at("c.jsonl"), PathBuf::from("d.jsonl")]);
        assert_eq!(extract.outputs.csv_dialect, Some(CsvDialect::Excel));
    }

    #[test]
    fn a_file_with_a_mistake_is_refused_with_its_line() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("mine.toml");
        for (text, want) in [
            ("lang = \"vi\"\ncolour = 1\n", ":2: unknown field `colour`"),
            ("lang = \"fr\"\n", ":1: `fr` is none of vi, en"),
        ] {
            fs::write(&file, text).unwrap();
            let line = words(&format!("de-an-06 man --config {}", file.display()));
            let Err(Usage::Sentences(said)) = Preset::read(&line, &nothing()) else {
                panic!("{text}")
            };
            assert!(said[0].contains(want), "{said:?}");
        }
        assert!(Preset::read(&words("de-an-06 man --config no/such"), &nothing()).is_err());
        let around = Environment { lang: Some("xx".into()), ..nothing() };
        assert!(Preset::read(&words("de-an-06 man"), &around).is_err());
        assert_eq!(Preset::read(&words("de-an-06 man"), &nothing()), Ok(Preset::default()));
    }
}
