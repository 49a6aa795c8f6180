//! What the user knows better than the page, checked: `--published 11/05/2023` is the day 2023-05-11.

use super::super::flags::Facts;
use super::super::usage::{Usage, usage};
use super::super::{corrections, lexicon};
use de_an_06::Options;
use de_an_06::document::Kind;
use de_an_06::lexicon::Lexicon;
use de_an_06::page::is_encoding;
use std::sync::Arc;

/// The facts as the library takes them; files that they name are read.
pub(super) fn options(facts: Facts) -> Result<Options, Usage> {
    let published = match facts.published.as_deref().map(|day| (day, Options::day(day))) {
        Some((day, None)) => {
            return usage(format!(
                "--published: `{day}` is no day; write it as 2023-05-11 or 11/05/2023"
            ));
        }
        Some((_, day)) => day,
        None => None,
    };
    if let Some(url) = facts.url.as_deref().filter(|url| !Options::is_address(url)) {
        return usage(format!(
            "--url: `{url}` is no address of a page; write it as https://example.vn/page.html"
        ));
    }
    if let Some(label) = facts.encoding.as_deref().filter(|label| !is_encoding(label)) {
        return usage(format!(
            "--encoding: `{label}` names no known encoding; try utf-8, windows-1258, tcvn3, vni or viscii"
        ));
    }
    let Facts { published: _, url, input_format, encoding, no_site_hints, corrections, own } =
        facts;
    let kind = input_format.and_then(|name| Kind::ALL.into_iter().find(|kind| kind.name() == name));
    let files = lexicon::read(&own.files)?;
    let lexicon = (!files.is_empty()).then(|| Arc::new(Lexicon::with_files(files)));
    let corrections = match corrections.as_slice() {
        [] => None,
        files => Some(Arc::new(corrections::read(files)?)),
    };
    Ok(Options {
        url,
        published,
        kind,
        encoding,
        no_site_hints,
        lexicon,
        corrections,
        ..Options::default()
    })
}
