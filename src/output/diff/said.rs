//! What a field holds, as a person reads it: `1 297`, `2021..2022`, `sum_of_parts: contradiction`.

use crate::diff::Said;
use crate::output::brief::period;
use crate::output::findings::Outcome;
use crate::output::spoken::grouped;
use crate::output::wording::{heading, on_screen, word};
use crate::output::{Lang, Sentences};

/// Who reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::output) enum Reader {
    /// At a screen, whose English is that of the keys.
    OfScreen,
    /// Of a page.
    OfPage,
}

/// The content of a field.
pub(in crate::output) fn said(field: &str, said: &Said, lang: Lang, reader: Reader) -> String {
    let named = |column: &str, key: &str| match reader {
        Reader::OfScreen => on_screen(column, key, lang).to_owned(),
        Reader::OfPage => word(column, key, lang).to_owned(),
    };
    match said {
        Said::Nothing => Sentences::of_screens().said("none", lang).into_owned(),
        Said::Number(number) => grouped(*number, lang),
        Said::Words(words) => named(field, words),
        Said::Days(days) => period(days),
        Said::Figure(id) => id.clone(),
        Said::Claims(claims) => {
            let claims = claims.iter().map(|(kind, holds, grade)| {
                let outcome = Outcome::of_grade(*holds, *grade).said(lang);
                format!("{}: {outcome}", named("check", kind))
            });
            claims.collect::<Vec<_>>().join(", ")
        }
    }
}

/// What a field is called.
pub(in crate::output) fn name(field: &'static str, lang: Lang) -> &'static str {
    heading(if field == "checks" { "check" } else { field }, lang)
}
