//! What the user knows better than the page, checked: `--published 11/05/2023` is the day 2023-05-11.

use super::super::flags::Facts;
use super::super::usage::{Usage, usage};
use super::super::{corrections, lexicon};
use de_an_06::Options;
use de_an_06::document::Kind;
use de_an_06::lexicon::Lexicon;
use de_an_06::page::is_encoding;
use jiff::civil::Date;
use std::sync::Arc;

/// The facts as the library takes them; files that they name are read.
pub(super) fn options(facts: Facts) -> Result<Options, Usage> {
    let published = match facts.published.as_deref().map(|day| (day, iso(day))) {
        Some((day, None)) => {
            return usage(format!(
                "--published: `{day}` is no day; write it as 2023-05-11 or 11/05/2023"
            ));
        }
        Some((_, day)) => day,
        None => None,
    };
    if let Some(url) = facts.url.as_deref().filter(|url| !is_address(url)) {
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

/// A day or moment as ISO 8601 has it; days are also written as they are in Vietnam: `11/05/2023`, `11-5-2023`.
fn iso(day: &str) -> Option<String> {
    if day.get(..10).is_some_and(|day| day.parse::<Date>().is_ok()) {
        return Some(day.to_owned());
    }
    let parts: Vec<&str> = day.split(['/', '-', '.']).collect();
    let [day, month, year] = parts.try_into().ok()?;
    let is_year = year.len() == 4;
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    is_year.then(|| date.to_string())
}

/// `https://example.vn/a`: a scheme of the web, and a host.
fn is_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
    host.is_some_and(|host| host.contains('.') || host.starts_with("localhost"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_understood_as_it_is_written_in_vietnam() {
        for (day, want) in [
            ("2023-05-11", Some("2023-05-11")),
            ("2023-05-11T13:41:00+07:00", Some("2023-05-11T13:41:00+07:00")),
            ("11/05/2023", Some("2023-05-11")),
            ("1.5.2023", Some("2023-05-01")),
            ("31-12-2023", Some("2023-12-31")),
            ("31/02/2023", None),
            ("05/2023", None),
            ("11/05/23", None),
            ("hôm nay", None),
        ] {
            assert_eq!(iso(day).as_deref(), want, "{day}");
        }
        for (url, want) in
            [("https://bao.example/a", true), ("bao.example/a", false), ("https://", false)]
        {
            assert_eq!(is_address(url), want, "{url}");
        }
    }
}
