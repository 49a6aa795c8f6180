//! Who wrote the article: `Tin, ảnh: Thạch Thảo` names Thạch Thảo.
//!
//! A printed line at the foot or the head of the body goes before what the page says to machines,
//! where the name of the site often stands. `Theo TTXVN` and `PV` name nobody.

use super::super::day::date::is_one_of;
use super::super::norm::same;
use super::super::outline::boxes::Traits;
use super::super::outline::{Line, Outline};
use super::super::place::Place;
use super::super::words::bylines::BEFORE_DAYS;
use super::super::words::dates::{MONTHS, PUBLISHED, UPDATED};
use super::super::{Block, BlockKind};
use super::names::{after_opener, is_name, is_role, names_in, open};
use crate::page::Metadata;
use std::collections::HashSet;
use std::ops::Range;

/// The byline as it is printed, and the people it names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in super::super) struct Byline {
    pub(in super::super) text: Option<String>,
    pub(in super::super) authors: Vec<String>,
}

/// Longest line that can be a byline, in bytes.
const LONGEST: usize = 120;
/// Longest line that can be nothing but a name.
const LONGEST_BARE: usize = 40;
/// How many of the last blocks may hold it.
const FOOT: usize = 3;

/// Finds the byline, and marks its block.
pub(in super::super) fn find(blocks: &mut [Block], data: &Metadata, place: &Place<'_>) -> Byline {
    let foot = blocks.len().saturating_sub(FOOT);
    let paragraphs = blocks[foot..].iter_mut().filter(|block| block.kind == BlockKind::Paragraph);
    for block in paragraphs.rev() {
        if let Some(authors) = in_foot(&block.text, place.is_vietnamese) {
            block.kind = BlockKind::Byline;
            return Byline { text: Some(block.text.clone()), authors };
        }
    }
    let outline = place.outline;
    let head = place.head();
    let end = place.body_lines().end;
    let foot = end..outline.lines.len().min(end + FOOT);
    let printed = under_body(place, foot.clone())
        .or_else(|| in_head(outline, head.clone()))
        .or_else(|| in_head(outline, head.end..foot.end))
        .unwrap_or_default();
    let site = data.first(&["og:site_name"]).or(data.linked_data.publisher.as_deref());
    let is_site = |name: &String| site.is_some_and(|site| same(site, name));
    let declared = data.linked_data.authors.iter().cloned();
    let (sites, declared): (Vec<String>, Vec<String>) = declared.partition(is_site);
    // `Thomson & Reuters` is one name of a site, not two of people.
    let (sites, shown) = match printed.text.as_ref().is_some_and(is_site) {
        true => (vec![printed.text.clone().unwrap_or_default()], Vec::new()),
        false => (sites, printed.authors),
    };
    let authors = [people(&declared), shown, metas(data), sites]
        .into_iter()
        .find(|authors| !authors.is_empty());
    Byline { text: printed.text, authors: authors.unwrap_or_default() }
}

/// The byline right under the body: only one that names its roles, since anything may stand there.
fn under_body(place: &Place<'_>, foot: Range<usize>) -> Option<Byline> {
    let lines = place.outline.lines[foot].iter();
    lines.filter(|line| !place.body.furniture[line.frame]).find_map(|line| {
        let text = place.outline.text(line);
        let authors = behind_roles(text)?;
        Some(Byline { text: Some(text.to_owned()), authors })
    })
}

/// Names under which authors stand in `<meta>`.
const METAS: [&str; 6] = [
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "dc.creator",
];

fn metas(data: &Metadata) -> Vec<String> {
    let named = |name: &&str| people(&data.all(name).map(str::to_owned).collect::<Vec<_>>());
    let labelled = || {
        let is_author = data.first(&["twitter:label1"]).is_some_and(|label| open(label).is_some());
        let value = data.first(&["twitter:data1"]).filter(|_| is_author)?;
        Some(people(&[value.to_owned()]))
    };
    let found = METAS.iter().map(named).find(|names| !names.is_empty());
    found.or_else(labelled).unwrap_or_default()
}

/// The names that are people's, each once.
fn people(names: &[String]) -> Vec<String> {
    let mut met = HashSet::new();
    let people = names.iter().flat_map(|text| names_in(text));
    people.filter(|name| met.insert(name.clone())).collect()
}

/// The byline among the lines around the headline: `By An Nguyen · May 11`, or the line of a box
/// or the piece of a line that is called byline.
fn in_head(outline: &Outline<'_>, head: Range<usize>) -> Option<Byline> {
    let lines = || head.clone().filter_map(|at| Some((at, outline.lines.get(at)?)));
    let is_named = |frame: usize| outline.frames[frame].traits.has(Traits::BYLINE);
    let named = |(at, line): (usize, &Line)| {
        let is_box = || outline.around(line.frame).take(3).any(is_named);
        let piece = outline.called(at, Traits::BYLINE);
        byline(piece.or_else(|| is_box().then(|| outline.text(line)))?, false)
    };
    let opened = lines().find_map(|(_, line)| byline(outline.text(line), true));
    opened.or_else(|| lines().find_map(named))
}

/// A short line as a byline: the names behind `By`, or else the names it is.
fn byline(text: &str, must_open: bool) -> Option<Byline> {
    if text.len() > LONGEST {
        return None;
    }
    let names = match (after_opener(text), must_open) {
        (Some(names), _) => names,
        (None, true) => return None,
        (None, false) => text,
    };
    let names = before_day(names);
    let authors: Vec<String> =
        names_in(names).into_iter().take_while(|name| is_name(name)).collect();
    (!authors.is_empty()).then(|| Byline { text: Some(text.to_owned()), authors })
}

/// What stands before a day: `An Nguyen Updated May 11, 2023`.
fn before_day(text: &str) -> &str {
    let end = text.find(|c: char| c.is_ascii_digit() || "·•|(".contains(c));
    let text = &text[..end.unwrap_or(text.len())];
    let is_of_day = |word: &&str| {
        let months = MONTHS.iter().copied();
        months
            .chain([PUBLISHED, UPDATED, BEFORE_DAYS])
            .any(|words| is_one_of(word.trim_end_matches('.'), words))
    };
    match text.split(' ').find(is_of_day) {
        Some(word) => &text[..text.find(word).unwrap_or(text.len())],
        None => text,
    }
}

/// The people that a line at the foot of the body names: behind roles and a colon, or a bare name.
/// Without marks (`Minh Khang`) a bare name is one in a Vietnamese article only.
pub(in super::super) fn in_foot(text: &str, is_vietnamese: bool) -> Option<Vec<String>> {
    if let Some(names) = behind_roles(text) {
        return Some(names);
    }
    let names = names_in(text);
    let bare = text.len() <= LONGEST_BARE
        && !text.ends_with('.')
        && (is_vietnamese || !text.is_ascii())
        && is_name(text.split(" - ").next()?)
        && names.iter().all(|name| is_name(name));
    bare.then_some(names)
}

/// `Tin, ảnh: Thạch Thảo`
fn behind_roles(text: &str) -> Option<Vec<String>> {
    let (roles, names) = text.split_once(':').filter(|_| text.len() <= LONGEST)?;
    let mut roles = roles.split([',', '-', '–', '&', '+', '/']).flat_map(|role| role.split(" và "));
    roles.all(is_role).then(|| names_in(names))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_ends_the_names() {
        for (text, want) in [
            ("An Nguyen Updated May 11, 2023", "An Nguyen "),
            ("An Nguyen May 11, 2023", "An Nguyen "),
            ("An Nguyen | Báo", "An Nguyen "),
            ("Mayfield An", "Mayfield An"),
            ("Hà Thị Ngần vào lúc 21:05", "Hà Thị Ngần "),
            ("Dec. 19, 2023 · An Nguyen", ""),
        ] {
            assert_eq!(before_day(text), want, "{text}");
        }
    }

    #[test]
    fn a_line_at_the_foot_names_people() {
        for (line, want) in [
            ("Tin, ảnh: Thạch Thảo", Some(vec!["Thạch Thảo"])),
            ("Bài và ảnh: Trần An", Some(vec!["Trần An"])),
            ("Tin - ảnh: A. Bình, C. Dũng", Some(vec!["A. Bình", "C. Dũng"])),
            ("T.LĨNH - V.ANH", Some(vec!["T.LĨNH", "V.ANH"])),
            ("Trần Xuân", Some(vec!["Trần Xuân"])),
            ("Thu Hà/TTXVN", Some(vec!["Thu Hà"])),
            ("Hồ Hương - Ảnh: Nghĩa Đức", Some(vec!["Hồ Hương", "Nghĩa Đức"])),
            ("Tin: PV", Some(vec![])),
            ("Kết quả: 12 lớp", None),
            ("Theo đó, huyện có 3 xã.", None),
            ("Xuất khẩu tăng", None),
            ("Ông An cho biết: Huyện đã mở 3 lớp", None),
        ] {
            let want = want.map(|names: Vec<&str>| names.into_iter().map(str::to_owned).collect());
            assert_eq!(in_foot(line, true), want, "{line}");
        }
    }
}
