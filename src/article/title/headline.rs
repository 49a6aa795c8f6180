//! The headline, without the name of the site.
//!
//! `<h1>` where the page's own title confirms it; else what the page says to machines, cut at the
//! mark behind which the name of the site stands: `Tựa - Báo Đồng Khởi`.

use super::super::day::line::{is_day_alone, is_labelled};
use super::super::norm::letters;
use super::super::outline::prose::is_heading;
use super::super::outline::{Line, Outline};
use super::super::place::REACH;
use super::against::{behind_site, is_bare_page_title, is_over_day, is_shown};
use super::declared::Titles;
use super::site_name::{are_kindred, is_portlet, names_a_site, shared_half, without_site};
use crate::page::Metadata;

/// Longest headline of plain text, in bytes.
const LONGEST: usize = 300;
/// Longest headline of any page, in bytes; what is longer is text.
pub(in super::super) const LONGEST_OF_ALL: usize = 2_000;
/// How many `<h1>` are held against what the page declares.
const MOST: usize = 100;

/// The headline of the page, whose text begins with the line `start`.
pub(in super::super) fn find(
    data: &Metadata,
    outline: &Outline<'_>,
    start: usize,
) -> Option<String> {
    let declared = declared(data);
    let titles = Titles::new(&declared);
    let mut headings: Vec<&str> = outline
        .lines
        .iter()
        .filter(|line| outline.frames[line.frame].tag == "h1")
        .map(|line| outline.text(line))
        .filter(|heading| heading.len() <= LONGEST_OF_ALL && !is_portlet(heading))
        .take(MOST)
        .collect();
    if headings.is_empty() {
        headings.extend(called_title(outline, start).or_else(|| {
            lone_heading(outline, start).filter(|heading| {
                let is_other =
                    |title: &&str| names_a_site(title) || shared_half(heading, title).is_none();
                declared.iter().all(is_other)
            })
        }));
    }
    let site = data.first(&["og:site_name"]).or(data.linked_data.publisher.as_deref());
    if let Some(heading) = behind_site(outline, &declared, site) {
        return Some(heading.to_owned());
    }
    let is_confirmed = |heading: &&&str| titles.confirm(heading);
    let is_kindred = |heading: &&&str| declared.iter().any(|text| are_kindred(text, heading));
    let first = headings.first().filter(is_kindred);
    if let Some(heading) = headings.iter().find(is_confirmed).or(first) {
        return Some((*heading).to_owned());
    }
    if let Some(line) = called_so(outline, start, &titles) {
        return Some(line.to_owned());
    }
    if let [heading] = headings.as_slice()
        && (declared.iter().all(|title| names_a_site(title))
            || is_over_day(outline, heading) && !is_shown(outline, &titles))
    {
        return Some((*heading).to_owned());
    }
    match (declared.as_slice(), headings.as_slice()) {
        (_, [heading]) if is_bare_page_title(data, &declared, heading) => {
            Some((*heading).to_owned())
        }
        ([text, ..], _) => Some(without_site(text, site)),
        ([], [heading]) => Some((*heading).to_owned()),
        _ => None,
    }
    .filter(|title| !title.is_empty())
}

/// The titles that the page gives to machines, the surest first.
pub(in super::super) fn declared(data: &Metadata) -> Vec<&str> {
    let titles = [
        data.linked_data.headline.as_deref(),
        data.first(&["og:title"]),
        data.first(&["twitter:title"]),
        data.title.as_deref(),
    ];
    titles.into_iter().flatten().filter(|title| title.len() <= LONGEST_OF_ALL).collect()
}

/// The last line up to the text that a declared title is with the name of a site behind it, or before it where the
/// line is a heading: `Trang tin xã Thử | Mở 12 lớp dạy nghề`.
fn called_so<'a>(outline: &'a Outline<'_>, start: usize, titles: &Titles) -> Option<&'a str> {
    let lines = || {
        let ats = (0..outline.lines.len().min(start + 1)).rev();
        let lines = ats.map(|at| (at, &outline.lines[at]));
        lines.filter(|(_, line)| line.linked == 0 && line.end - line.start <= LONGEST)
    };
    let text = |line: &Line| outline.text(line);
    let is_long = |line: &Line| outline.text(line).split(' ').count() > 3;
    let is_heading = |at: usize, line: &Line| {
        is_heading(outline.frames[line.frame].tag) || outline.is_titled(at)
    };
    let heading = lines()
        .find(|(at, line)| is_heading(*at, line) && is_long(line) && titles.name(text(line)));
    let line = heading
        .or_else(|| lines().find(|(_, line)| is_long(line) && titles.confirm(text(line))))?;
    Some(outline.text(line.1))
}

/// The last line up to the text that is called a title and is no link.
fn called_title<'a>(outline: &'a Outline<'_>, start: usize) -> Option<&'a str> {
    let end = outline.lines.len().min(start + 1);
    let is_one = |&at: &usize| {
        let line = &outline.lines[at];
        let is_own = line.linked == 0 && line.end - line.start <= LONGEST;
        is_own && outline.is_titled(at) && !names_a_site(outline.text(line))
    };
    (0..end).rev().find(is_one).map(|at| outline.text(&outline.lines[at]))
}

/// The last heading up to the text, or the line over the day of the article, if it has words enough
/// for a headline and is no link.
fn lone_heading<'a>(outline: &'a Outline<'_>, start: usize) -> Option<&'a str> {
    let before = &outline.lines[..outline.lines.len().min(start + 1)];
    let is_own = |line: &&Line| line.linked == 0 && line.end - line.start <= LONGEST;
    let is_day = |line: &Line| {
        let text = outline.text(line);
        is_day_alone(text) || is_labelled(text)
    };
    let is_heading =
        |line: &&Line| is_own(line) && is_heading(outline.frames[line.frame].tag) && !is_day(line);
    let over_day = || {
        let end = outline.lines.len().min(start + 2);
        let day = (start.saturating_sub(REACH / 2)..end).rfind(|&at| is_day(&outline.lines[at]))?;
        outline.lines[..day].last().filter(is_own)
    };
    let is_headline = |line: &&Line| {
        let text = outline.text(line);
        text.split(' ').count() > 3 && !text.ends_with('.')
    };
    let near = &before[before.len().saturating_sub(REACH)..];
    let last = |lines: &'a [Line]| lines.iter().rev().find(is_heading).filter(is_headline);
    let one = last(near).or_else(|| over_day().filter(is_headline)).or_else(|| last(before))?;
    Some(outline.text(one))
}

/// The headline of plain text: its first line, unless that is a sentence.
pub(in super::super) fn first_line(outline: &Outline<'_>) -> Option<String> {
    let [first, _, ..] = outline.lines.as_slice() else {
        return None;
    };
    let text = outline.text(first);
    let is_title = text.len() <= LONGEST && !text.ends_with(['.', ':', ';', ',']);
    is_title.then(|| text.to_owned())
}

/// The headline of a document: what is in the style of titles, else its first line as in plain text.
pub(in super::super) fn of_document(outline: &Outline<'_>) -> Option<String> {
    let is_title = |line: &&Line| outline.frames[line.frame].tag == "h1";
    let title = outline.lines.iter().find(is_title).map(|line| outline.text(line).to_owned());
    title.or_else(|| first_line(outline))
}

/// The line of the page, whose text begins with the line `start`, that is the headline.
pub(in super::super) fn line_of(
    title: Option<&str>,
    outline: &Outline<'_>,
    start: usize,
) -> Option<usize> {
    let is_heading = |line: &Line| is_heading(outline.frames[line.frame].tag);
    let title = title.map(letters);
    let is_title = |line: &Line| {
        line.end - line.start <= LONGEST_OF_ALL
            && title.as_ref().is_some_and(|title| *title == letters(outline.text(line)))
    };
    let lines = || outline.lines.iter().enumerate();
    lines()
        .find(|(_, line)| is_heading(line) && is_title(line))
        .or_else(|| lines().find(|(at, line)| outline.is_titled(*at) && is_title(line)))
        .or_else(|| lines().take(start + 1).rfind(|(_, line)| line.linked == 0 && is_title(line)))
        .or_else(|| lines().find(|(_, line)| outline.frames[line.frame].tag == "h1"))
        .map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    fn title(markup: &str) -> Option<String> {
        let page = crate::page::Page::parse(markup.as_bytes(), None).unwrap();
        let html = Html::parse_document(markup);
        let outline = Outline::new(&html);
        find(&page.metadata, &outline, outline.lines.len())
    }

    #[test]
    fn the_name_of_the_site_is_no_title() {
        for (markup, want) in [
            ("<title>Mở 12 lớp - Báo Đồng Khởi</title><h1>Mở 12 lớp</h1>", "Mở 12 lớp"),
            ("<title>Mở 12 lớp dạy nghề | Báo Đồng Khởi</title>", "Mở 12 lớp dạy nghề"),
            ("<title>Phát triển kinh tế - xã hội</title>", "Phát triển kinh tế - xã hội"),
            ("<title>Báo</title><h1>Báo</h1>", "Báo"),
            ("<h1>Mở 12 lớp</h1>", "Mở 12 lớp"),
            ("<meta property=og:title content='Mở lớp'><h1>Báo An</h1>", "Mở lớp"),
            (
                "<title>Sổ tay: Mở lớp dạy nghề</title><h1><a href=/>Sổ tay</a></h1><h3>Mở lớp dạy nghề</h3>",
                "Mở lớp dạy nghề",
            ),
            (
                "<meta property=og:site_name content='Báo An'><title>Báo An - Mở lớp nghề</title><h1>Báo An</h1><h2>Mở lớp nghề</h2>",
                "Mở lớp nghề",
            ),
            (
                "<title>Bản in</title><div>Báo</div><h2>Mở 12 lớp dạy nghề</h2><p>Xã mở lớp.",
                "Mở 12 lớp dạy nghề",
            ),
            (
                "<title>Chi tiết tin</title><h1>Tin tức</h1><h3>Mở 12 lớp dạy nghề</h3><p>Xã mở lớp.",
                "Mở 12 lớp dạy nghề",
            ),
            (
                "<title>Mở 12 lớp dạy nghề - Hội Nông dân huyện Thử Nghiệm</title><h3>Mở 12 lớp dạy nghề</h3><p>Xã.",
                "Mở 12 lớp dạy nghề",
            ),
            (
                "<title>Xã Thử | Mở 12 lớp dạy nghề</title><h2>Mở 12 lớp dạy nghề</h2><p>Xã.",
                "Mở 12 lớp dạy nghề",
            ),
            (
                "<title>Xã Thử - Xã Thử</title><span id=ctl_lblTieuDe>Mở 12 lớp</span><br>06/03/2023<p>Xã mở.",
                "Mở 12 lớp",
            ),
            (
                "<title>Trang tin xã Thử</title><td><font><b>Mở 12 lớp dạy nghề</b></font><br>(06/03/2023)<p>Xã mở.",
                "Mở 12 lớp dạy nghề",
            ),
            ("<title>Cổng</title><td><span class=Title>Mở lớp</span><p>Xã mở lớp.", "Mở lớp"),
            (
                "<title>Mở lớp (Trang 1)</title><h2 itemprop=headline>Mở lớp nghề</h2>",
                "Mở lớp nghề",
            ),
        ] {
            assert_eq!(title(markup).as_deref(), Some(want), "{markup}");
        }
    }

    #[test]
    fn a_page_without_one_has_none() {
        assert_eq!(title("<p>Xã có 5 ấp.</p>"), None);
    }
}
