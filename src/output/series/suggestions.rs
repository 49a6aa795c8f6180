//! Names that may mean the same as a lexicon file, in which a person keeps or deletes entries.
//!
//! An entry pins names and does nothing else: it has no triggers, so no figure gets another category by it. What speaks
//! for it stands above it as a comment.
//!
//! ```toml
//! # tỉnh Mẫu, 2022: thu ngân sách 2.874,5 tỷ đồng (a.html r3) = tổng thu ngân sách 2.874,5 tỷ đồng (b.html r1)
//! [[indicator]]
//! key = "budget.revenue.thu_ngan_sach"
//! …
//! names = ["thu ngân sách", "tổng thu ngân sách"]
//! ```

use crate::lexicon::Lexicon;
use crate::output::findings::quoted;
use crate::output::{Lang, Sentences, harmless};
use crate::series::{Agreement, Suggestion};
use crate::text::{Text, TokenKind, strip_diacritics};
use std::io::{self, Write};

const HEAD: &str = "names that may mean the same: keep an entry if they do, else delete it";

/// How many agreements stand above an entry.
const SHOWN: usize = 5;

/// Writes the entries.
///
/// # Errors
/// Where `out` cannot be written.
pub fn suggestions(
    suggestions: &[Suggestion],
    lexicon: &Lexicon,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "# {}", Sentences::of_screens().said(HEAD, lang))?;
    for Suggestion { category, names, reasons } in suggestions {
        writeln!(out)?;
        for reason in reasons.iter().take(SHOWN) {
            writeln!(out, "# {}", harmless(&said(reason)))?;
        }
        if let Some(more) = reasons.len().checked_sub(SHOWN).filter(|more| *more > 0) {
            writeln!(out, "# … {more}")?;
        }
        let known = lexicon.entries.indicator.iter().find(|known| known.key == *category);
        let english = known.map_or(category.as_str(), |known| &known.name_en);
        let longest = names.iter().max_by_key(|name| name.chars().count());
        let longest = longest.map_or("", String::as_str);
        let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
        writeln!(out, "[[indicator]]")?;
        writeln!(out, "key = {}", quoted(&format!("{category}.{}", slug(longest))))?;
        writeln!(out, "name_vi = {}", quoted(longest))?;
        writeln!(out, "name_en = {}", quoted(english))?;
        writeln!(out, "names = [{}]", names.join(", "))?;
    }
    Ok(())
}

/// `tỉnh Mẫu, 2022: thu ngân sách 2.874,5 tỷ đồng (a.html r3) = tổng thu ngân sách 2.874,5 tỷ đồng (b.html r1)`
fn said(reason: &Agreement) -> String {
    let Agreement { place, period, unit, figures } = reason;
    let unit = unit.as_deref().unwrap_or_default();
    let figure = |(name, figure, source): &(String, crate::series::Figure, String)| {
        format!("{name} {} {unit} ({source} {})", figure.text, figure.record)
    };
    let [one, other] = figures.each_ref().map(figure);
    format!("{place}, {}: {one} = {other}", period.label)
}

/// `thu ngân sách` as `thu_ngan_sach`.
fn slug(name: &str) -> String {
    let text = Text::new(name);
    let words = (0..text.tokens.len()).filter(|i| text.tokens[*i].kind != TokenKind::Mark);
    let plain = words.map(|i| strip_diacritics(text.key(i)));
    let ascii =
        plain.map(|key| key.chars().filter(char::is_ascii_alphanumeric).collect::<String>());
    ascii.collect::<Vec<_>>().join("_")
}
