//! The reader for a page in a browser: bytes of files in, what was read and every format of it out.
//!
//! It opens no file, asks no clock and no network; the page hands over what was dropped on it. What is read, and
//! every byte that is written, comes from the library, so the page and the command line agree.
//!
//! ```
//! let mut reader = de_an_06_web::Reader::new();
//! reader.open("xa.txt".into(), "Kết quả năm 2022\n\nXã Mẫu đã mở 14 lớp.".into(), None);
//! assert!(reader.next().unwrap().starts_with(r#"{"kind":"read","index":0,"name":"xa.txt""#));
//! assert_eq!(reader.next(), None);
//! let rows = reader.extract("csv", r#"{"lang":"vi"}"#, &[0]).unwrap();
//! assert!(String::from_utf8(rows).unwrap().contains("Xã Mẫu đã mở 14 lớp."));
//! ```
//!
//! * `given`: what the page says before anything is read
//! * `kept`: a report, and what was said when it was read
//! * `told`: what the page is told of each input
//! * `written`: what was read, in the formats of the command line

mod given;
mod kept;
mod told;
mod written;

use de_an_06::lexicon::Lexicon;
use de_an_06::output::Lang;
use de_an_06::source::{self, Error, Input, Item};
use de_an_06::{Options, Report};
use given::Given;
use kept::Kept;
use told::{Teller, Told};
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads files, and keeps what it read until it is written or forgotten.
#[wasm_bindgen]
#[allow(missing_debug_implementations, reason = "an open file cannot be shown")]
pub struct Reader {
    given: Given,
    facts: Options,
    told: Teller,
    open: Box<dyn Iterator<Item = Result<Item, Error>> + Send>,
    /// Of the open file, where the user says so.
    published: Option<String>,
    /// By their index; none where it was forgotten.
    reports: Vec<Option<Kept>>,
}

#[wasm_bindgen]
impl Reader {
    /// A reader that was told nothing.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Reader {
        Self {
            given: Given::default(),
            facts: Options::default(),
            told: Teller::new(Lang::Vi),
            open: Box::new(std::iter::empty()),
            published: None,
            reports: Vec::new(),
        }
    }

    /// Takes in what was said of everything, instead of what was said before: `{"lang": "vi",
    /// "lexicons": [{"name": "rieng.toml", "text": "…"}], "corrections": [{"name": "c.jsonl", "text": "…"}]}`.
    /// Gives the numbers of the reports that would be read otherwise now.
    ///
    /// # Errors
    /// A sentence that says which file is wrong, and how; what was said before stays.
    pub fn know(&mut self, given: &str) -> Result<Vec<usize>, String> {
        let given = Given::read(given)?;
        let told = Teller::new(given.lang());
        let facts = given.facts(&self.given, &self.facts);
        self.facts = facts.map_err(|sentence| told.said(&sentence).into_owned())?;
        (self.given, self.told) = (given, told);
        let stale =
            |kept: &Option<Kept>| kept.as_ref().is_some_and(|kept| kept.is_stale(&self.facts));
        let all = self.reports.iter().enumerate();
        Ok(all.filter(|(_, kept)| stale(kept)).map(|(index, _)| index).collect())
    }

    /// Opens a file, with the day of its publication where that is known; [`Reader::next`] reads what is in it.
    pub fn open(&mut self, name: String, bytes: Vec<u8>, published: Option<String>) {
        self.open = Box::new(source::held(Input { name, bytes, ..Input::default() }));
        self.published = published;
    }

    /// Passes over the next input of the open file. Gives whether there was one.
    pub fn pass(&mut self) -> bool {
        self.open.next().is_some()
    }

    /// Reads the next input of the open file. Gives what came of it, as JSON; nothing at the end of the file.
    #[allow(clippy::should_implement_trait, reason = "it is called from JavaScript")]
    pub fn next(&mut self) -> Option<String> {
        let told = match self.open.next()? {
            Ok(Item::LeftOut(file)) => Told::LeftOut { name: file.name, why: told::why(file.why) },
            Ok(Item::Empty(name)) => Told::LeftOut { name, why: "empty" },
            Ok(Item::Input(input)) => self.read(input),
            Err(error) => self.told.failed(error.name().to_owned(), &error.to_string()),
        };
        Some(told.json())
    }

    /// Forgets a report, so that its index stands for nothing.
    pub fn forget(&mut self, index: usize) {
        if let Some(kept) = self.reports.get_mut(index) {
            *kept = None;
        }
    }

    /// These reports in a format of `extract`, in this order: `csv` with `{"lang": "vi", "dialect": "excel"}`.
    ///
    /// # Errors
    /// Where there is no such format, or it cannot be written.
    pub fn extract(&self, format: &str, look: &str, which: &[usize]) -> Result<Vec<u8>, String> {
        written::extract(format, look, self.lexicon(), self.reports(which))
    }

    /// These reports lined up in a format of `series`.
    ///
    /// # Errors
    /// As [`Reader::extract`].
    pub fn series(&self, format: &str, look: &str, which: &[usize]) -> Result<Vec<u8>, String> {
        written::series(format, look, self.lexicon(), self.reports(which))
    }

    /// What the checks found in these reports, in a format of `check`.
    ///
    /// # Errors
    /// As [`Reader::extract`].
    pub fn check(&self, format: &str, look: &str, which: &[usize]) -> Result<Vec<u8>, String> {
        written::check(format, look, self.lexicon(), self.reports(which))
    }
}

impl Default for Reader {
    fn default() -> Self {
        Self::new()
    }
}

impl Reader {
    fn read(&mut self, mut input: Input) -> Told {
        input.published = input.published.or_else(|| self.published.clone());
        match de_an_06::read(&input.bytes, &self.facts.of(&input)) {
            Ok(reading) => {
                let told = self.told.read(self.reports.len(), &reading);
                self.reports.push(Some(Kept::new(reading.report, &self.facts)));
                told
            }
            Err(error) => self.told.failed(input.name, &error.to_string()),
        }
    }

    fn lexicon(&self) -> &Lexicon {
        self.facts.lexicon.as_deref().unwrap_or(Lexicon::built_in())
    }

    fn reports(&self, which: &[usize]) -> impl Iterator<Item = &Report> {
        let kept = which.iter().filter_map(|index| self.reports.get(*index)?.as_ref());
        kept.map(|kept| &kept.report)
    }
}

/// Which files of a folder are read, in which order: a JSON list of paths becomes a list of numbers and of why
/// a file is not read: `[[1, null], [0, "part_of_page"]]`.
///
/// # Errors
/// Where it is no list of paths.
#[wasm_bindgen]
pub fn chosen(paths: &str) -> Result<String, String> {
    let paths: Vec<String> = serde_json::from_str(paths).map_err(|error| error.to_string())?;
    let files = source::chosen(&paths);
    let files: Vec<_> = files.into_iter().map(|(at, why)| (at, why.map(told::why))).collect();
    serde_json::to_string(&files).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(reader: &mut Reader, name: &str) -> String {
        let text = "Kết quả năm 2022\n\nNăm 2022, xã Mẫu đã mở 14 lớp dạy nghề.";
        reader.open(name.to_owned(), text.into(), None);
        reader.next().unwrap()
    }

    #[test]
    fn only_what_would_be_read_otherwise_is_stale() {
        let mut reader = Reader::new();
        read(&mut reader, "a.txt");
        read(&mut reader, "b.txt");
        assert!(reader.know(r#"{"lang":"en"}"#).unwrap().is_empty());
        let correction = r#"{"corrections":[{"name":"c.jsonl","text":
            "{\"quote\":\"14\",\"source\":\"b.txt\",\"field\":\"role\",\"value\":\"target\"}"}]}"#;
        assert_eq!(reader.know(correction).unwrap(), [1]);
        reader.forget(1);
        assert!(read(&mut reader, "b.txt").contains(r#""corrected":1"#));
        assert!(reader.know(correction).unwrap().is_empty());
        assert_eq!(reader.know("{}").unwrap(), [2]);
        let lexicon = r#"{"lexicons":[{"name":"l.toml","text":
            "[[unit]]\nkey = \"x\"\nkind = \"count\"\nforms = [\"khóm sen\"]"}]}"#;
        assert_eq!(reader.know(lexicon).unwrap(), [0, 2]);
        reader.know(r#"{"corrections":[{"name":"c","text":"{"}]}"#).unwrap_err();
        assert_eq!(reader.know(lexicon).unwrap(), [0, 2]);
    }

    #[test]
    fn a_file_may_hold_many_inputs_and_one_may_be_passed_over() {
        let mut reader = Reader::new();
        let list = "{\"text\":\"Xã A có 5 ấp.\"}\n{\"text\":\"Xã B có 6 ấp.\"}\n";
        reader.open("xa.jsonl".to_owned(), list.into(), Some("2023-05-11".to_owned()));
        assert!(reader.pass());
        let told = reader.next().unwrap();
        assert!(told.contains(r#""name":"xa.jsonl:2""#) && told.contains("2023-05-11"), "{told}");
        assert_eq!((reader.next(), reader.pass()), (None, false));
        reader.open("x".to_owned(), Vec::new(), None);
        assert!(reader.next().unwrap().starts_with(r#"{"kind":"failed","name":"x","why":"#));
    }

    #[test]
    fn the_files_of_a_folder_are_chosen_by_their_names() {
        let files = chosen(r#"["t/b.html","t/b_files/x.html","t/a.png"]"#).unwrap();
        assert_eq!(files, r#"[[2,"no_page"],[0,null],[1,"part_of_page"]]"#);
        chosen("{}").unwrap_err();
    }
}
