//! What was read, in the formats of the command line.

use de_an_06::Report;
use de_an_06::lexicon::Lexicon;
use de_an_06::output::findings::{Checked, End, across};
use de_an_06::output::{Dialect, Format, Lang, Look, Way};
use de_an_06::series::Gathering;
use serde::Deserialize;
use std::io;

/// What the page says of a format.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Asked {
    lang: Option<Lang>,
    dialect: Option<String>,
}

impl Asked {
    fn look(json: &str) -> Result<Look, String> {
        let Self { lang, dialect } =
            serde_json::from_str(json).map_err(|error| error.to_string())?;
        let dialect = match dialect.as_deref() {
            Some("excel") => Dialect::Excel,
            _ => Dialect::Plain,
        };
        Ok(Look { lang, dialect, ..Look::default() })
    }
}

/// Reports as `extract` writes them.
pub(crate) fn extract<'a>(
    format: &str,
    look: &str,
    lexicon: &Lexicon,
    reports: impl Iterator<Item = &'a Report>,
) -> Result<Vec<u8>, String> {
    let Some(Way::Stream(opening)) = Format::named(format).map(|format| format.way) else {
        return Err(format!("there is no format `{format}` for reports"));
    };
    let mut writer = opening(Asked::look(look)?, lexicon);
    written(|out| {
        for report in reports {
            writer.add(report, out)?;
        }
        writer.finish(out)
    })
}

/// Reports lined up, as `series` writes them.
pub(crate) fn series<'a>(
    format: &str,
    look: &str,
    lexicon: &Lexicon,
    reports: impl Iterator<Item = &'a Report>,
) -> Result<Vec<u8>, String> {
    let Some(line_up) = Format::named(format).and_then(|format| format.line_up) else {
        return Err(format!("there is no format `{format}` for series"));
    };
    let look = Asked::look(look)?;
    let mut gathering = Gathering::new(lexicon);
    reports.for_each(|report| gathering.add(report));
    let series = gathering.finish();
    written(|out| line_up(&series, look, out))
}

/// What the checks found, as `check` writes it.
pub(crate) fn check<'a>(
    format: &str,
    look: &str,
    lexicon: &Lexicon,
    reports: impl Iterator<Item = &'a Report>,
) -> Result<Vec<u8>, String> {
    let Some(opening) = Format::named(format).and_then(|format| format.findings) else {
        return Err(format!("there is no format `{format}` for checks"));
    };
    let mut writer = opening(Asked::look(look)?);
    let mut gathering = Gathering::new(lexicon);
    let mut end = End::default();
    written(|out| {
        for report in reports {
            let article = Checked::of(report);
            end.summary.add(&article);
            gathering.add(report);
            writer.add(article, out)?;
        }
        end.across = across(&gathering.finish());
        end.summary.count(&end.across);
        writer.finish(&end, out)
    })
}

fn written(write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    write(&mut out).map_err(|error| error.to_string())?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use de_an_06::{Options, read};

    fn report(year: u16, classes: u16) -> Report {
        let page = format!(
            "<h1>Kết quả năm {year}</h1><p>Năm {year}, xã Mẫu đã mở {classes} lớp dạy nghề, gồm 6 lớp may \
             và 9 lớp điện.</p>"
        );
        read(page.as_bytes(), &Options::default()).unwrap().report
    }

    #[test]
    fn every_format_of_the_page_is_written() {
        let reports = [report(2021, 15), report(2022, 14)];
        let lexicon = Lexicon::built_in();
        for format in ["json", "jsonl", "csv", "tsv", "html", "xlsx"] {
            let bytes = extract(format, "{}", lexicon, reports.iter()).unwrap();
            assert!(bytes.len() > 500, "{format}");
        }
        let page = series("html", r#"{"lang":"en"}"#, lexicon, reports.iter()).unwrap();
        assert!(String::from_utf8(page).unwrap().contains("<html lang=\"en\">"));
        let page = check("html", "{}", lexicon, reports.iter()).unwrap();
        assert!(String::from_utf8(page).unwrap().contains("<html lang=\"vi\">"));
        let rows = extract("csv", r#"{"dialect":"excel"}"#, lexicon, reports.iter()).unwrap();
        assert!(rows.starts_with("\u{feff}source;title;".as_bytes()));
    }

    #[test]
    fn what_is_no_format_is_refused() {
        for written in [
            extract("doc", "{}", Lexicon::built_in(), std::iter::empty()),
            extract("sqlite", "{}", Lexicon::built_in(), std::iter::empty()),
            series("json5", "{}", Lexicon::built_in(), std::iter::empty()),
            check("xlsx", "{}", Lexicon::built_in(), std::iter::empty()),
            extract("csv", r#"{"look":1}"#, Lexicon::built_in(), std::iter::empty()),
        ] {
            written.unwrap_err();
        }
    }
}
