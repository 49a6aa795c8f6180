//! Messages in Vietnamese. The program speaks English; a table beside this file puts its sentences
//! into Vietnamese, by the words that stay the same in all of them.
//!
//! `a.html: there is no such file or folder` is `a.html: không có tệp hay thư mục này`. What no
//! sentence of the table fits is said in English: messages of the system, and of flags.

use de_an_06::output::{Lang, Sentences};
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Vietnamese {
    level: BTreeMap<String, String>,
    message: Sentences,
}

impl Vietnamese {
    /// The table that comes with the program, with the library's warnings.
    pub(crate) fn built_in() -> &'static Self {
        static TABLE: LazyLock<Vietnamese> = LazyLock::new(|| {
            let Vietnamese { level, message } =
                toml::from_str(include_str!("messages.vi.toml")).expect("the tests read this file");
            Vietnamese { level, message: message.and(Sentences::of_warnings()) }
        });
        &TABLE
    }

    /// `error`, `note`, `done`.
    pub(crate) fn level<'a>(&'a self, level: &'a str) -> &'a str {
        self.level.get(level).map_or(level, String::as_str)
    }

    /// A sentence.
    pub(crate) fn sentence<'a>(&self, english: &'a str) -> Cow<'a, str> {
        self.message.said(english, Lang::Vi)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_put_into_vietnamese() {
        let vietnamese = Vietnamese::built_in();
        for (english, said) in [
            ("a.html: there is no such file or folder", "a.html: không có tệp hay thư mục này"),
            ("1 of 2 inputs read, 1 failed, 5 figures", "đã đọc 1 trên 2 tệp, 1 lỗi, 5 con số"),
            (
                "cannot write `a/b.csv`: there is no folder `a`",
                "không ghi được `a/b.csv`: không có thư mục `a`",
            ),
            ("No space left on device (os error 28)", "No space left on device (os error 28)"),
        ] {
            assert_eq!(vietnamese.sentence(english), said);
        }
        assert_eq!(vietnamese.level("error"), "lỗi");
    }

    /// Messages of the system, of the TOML reader and of the reader of flags are not ours.
    const FOREIGN: [&str; 7] = [
        "os error",
        "unclosed array",
        "invalid value",
        "unrecognized subcommand",
        "unexpected argument",
        "cannot be used with",
        "required arguments were not provided",
    ];

    #[test]
    fn every_message_of_the_transcripts_is_in_the_table() {
        let vietnamese = Vietnamese::built_in();
        let folders = ["tests/cmd", "tests/cmd/with", "tests/cmd/without"];
        let files = folders.into_iter().flat_map(|folder| std::fs::read_dir(folder).unwrap());
        let transcripts = files.map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
        let texts: Vec<_> =
            transcripts.map(|path| std::fs::read_to_string(path).unwrap()).collect();
        let lines = texts.iter().flat_map(|text| text.lines());
        let mut known = 0;
        for said in lines.filter_map(|line| line.strip_prefix("! ")?.split_once(": ")) {
            let ("error" | "warning" | "note" | "done", sentence) = said else { continue };
            if FOREIGN.iter().any(|foreign| sentence.contains(foreign)) {
                continue;
            }
            let put = vietnamese.sentence(sentence);
            assert!(put != sentence && !put.contains(" the "), "{sentence}\n{put}");
            known += 1;
        }
        assert!(known > 20);
    }
}
