//! Years that are not named by `năm` and a number: `năm nay`, `cả năm`, `Phương hướng 2026`; and decades: `những năm 1990`.
//!
//! `cả năm` is the year that a report of the day of publication is of, unless what stands behind it says which one. Of four
//! digits without a mark near that day nothing but a year is meant where they count nothing: `so với 2012`, not `2015 hộ`.

use super::Sense;
use super::calendar::{Vantage, back_from, years};
use super::point::{self, Point};
use crate::lexicon::{Cue, CueClass};
use crate::mention::Scene;
use crate::text::TokenKind;

/// The years of a decade, and the first year of the century that `thập niên 90` is of.
const DECADE: i16 = 10;
const CENTURY: i16 = 1900;

/// How many years from that of publication a number may be that no word calls a year.
const FARTHEST: i16 = 20;

/// `năm nay`, `năm ngoái`, `cả năm`.
pub(super) fn relative(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let classes = [CueClass::ThisYear, CueClass::LastYear, CueClass::PastYear, CueClass::NextYear];
    let (len, cue) = scene.cue(at, &classes)?;
    // `cả năm hộ` are all five of them
    let counts = || scene.unit(at + len).is_some();
    if is_reported(cue) && (says_more(scene, at + len) || counts()) {
        return None;
    }
    let reported = || scene.vantage(at).map(Vantage::reported_year).filter(|_| is_reported(cue));
    let span = scene.published.and_then(|p| match cue.class {
        CueClass::ThisYear => {
            let year = reported().unwrap_or(p.year());
            years(year, year)
        }
        CueClass::NextYear => years(p.year() + 1, p.year() + 1),
        CueClass::PastYear if p.month() > 3 => back_from(p, 1, 0),
        _ => years(p.year() - 1, p.year() - 1),
    });
    Some(Point::new(len, span, Sense::During, "time.relative_year"))
}

/// A year that no word introduces: `kế hoạch 2015`, `so với 2012`, `Phương hướng 2026:`. Four digits without a mark by
/// which nothing is counted (`2015 hộ`) are hardly ever anything else, but for numbers of documents.
pub(super) fn alone(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let near = |year: &i16| {
        let from = scene.published.map_or(*year, |day| day.year());
        (from - *year).abs() <= FARTHEST
    };
    let year = scene.year(at).filter(near)?;
    let end = at + 1;
    let counts = scene.unit(end).is_some()
        || scene.is_digits(end)
        || matches!(scene.key(end), "%" | "/" | "-");
    let follows = at > 0
        && (scene.text.tokens[at - 1].kind == TokenKind::Word
            || matches!(scene.key(at - 1), "(" | "," | ";" | ":"));
    let numbered = scene.cue_before(at, &[CueClass::NumberSign, CueClass::Phone]).is_some();
    (!counts && follows && !numbered)
        .then(|| Point::new(1, years(year, year), Sense::During, "time.year"))
}

/// `1960`, `90` behind `những năm` or `thập niên`: ten years, of the century before where two digits name them.
pub(super) fn decade(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let short = || scene.small(at, 90).filter(|_| scene.key(at).len() == 2);
    let first = scene.year(at).or_else(|| Some(CENTURY + i16::from(short()?)))?;
    let span = years(first, first + DECADE - 1);
    (first % DECADE == 0).then(|| Point::new(1, span, Sense::During, "time.decade"))
}

/// Whether a cue means what a report of the day of publication is of: `trong tháng`.
pub(crate) fn is_reported(cue: &Cue) -> bool {
    cue.value.as_deref() == Some("reported")
}

/// Whether a time that only its kind names is named by what stands behind it: `trong năm 2023`, `trong tháng tới`.
pub(super) fn says_more(scene: &Scene<'_>, end: usize) -> bool {
    let points = [
        CueClass::Next,
        CueClass::Past,
        CueClass::PastHour,
        CueClass::SchoolYear,
        CueClass::ThisSeason,
        CueClass::UntilBefore,
        CueClass::LapseAfter,
    ];
    let last = end - 1;
    point::read(scene, last, false).is_some()
        || scene.cue(end, &points).is_some()
        || scene.cue(last, &[CueClass::SchoolYear]).is_some()
}
