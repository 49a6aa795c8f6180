//! Who wrote the article: `Tin, ảnh: Thạch Thảo` names Thạch Thảo.
//!
//! A printed line at the foot or the head of the body goes before what the page says to machines,
//! where the name of the site often stands. `Theo TTXVN` and `PV` name nobody.

use super::super::day::line::is_day_alone;
use super::super::norm::same;
use super::super::outline::Line;
use super::super::outline::boxes::Traits;
use super::super::place::{Place, REACH};
use super::super::{Block, BlockKind};
use super::line::{
    Byline, before_bar, behind_roles, behind_writer, beside_day, byline, in_foot, is_bare,
    is_member, is_person,
};
use super::names::{names_in, open};
use super::person::is_organization;
use crate::page::Metadata;
use std::collections::HashSet;
use std::ops::Range;

/// How many of the last blocks may hold it.
const FOOT: usize = 3;

/// Finds the byline, and marks its block.
pub(in super::super) fn find(blocks: &mut [Block], data: &Metadata, place: &Place<'_>) -> Byline {
    let foot = blocks.len().saturating_sub(FOOT).max(1).min(blocks.len());
    for at in (foot..blocks.len()).rev() {
        let is_one = |at: usize| blocks.get(at).is_some_and(|block| is_member(&block.text));
        let is_listed = is_one(at) && (is_one(at + 1) || at > 0 && is_one(at - 1));
        let block = &mut blocks[at];
        if is_listed || block.kind != BlockKind::Paragraph {
            continue;
        }
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
        .or_else(|| in_head(place, head.clone()))
        .or_else(|| in_head(place, head.end..foot.end))
        .or_else(|| behind_headline(place))
        .unwrap_or_default();
    let site = data.first(&["og:site_name"]).or(data.linked_data.publisher.as_deref());
    let is_site = |name: &String| site.is_some_and(|site| same(site, name));
    let is_other = |name: &String| is_organization(name) || is_of_site(name, site);
    let declared = data.linked_data.authors.iter().filter(|name| !is_other(name)).cloned();
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

/// A name between the headline and the text that stands alone in its box, or over or under a day. A page has its own
/// title in more boxes than one.
fn behind_headline(place: &Place<'_>) -> Option<Byline> {
    let outline = place.outline;
    let headline = place.headline?;
    let title = outline.text(&outline.lines[headline]);
    let is_day = |at: usize| {
        let line = Some(at).filter(|&at| at > headline).and_then(|at| outline.lines.get(at));
        line.is_some_and(|line| is_day_alone(outline.text(line)))
    };
    let lines = headline + 1..place.body.first_prose(outline).min(outline.lines.len());
    lines.take(REACH).find_map(|at| {
        let line = &outline.lines[at];
        let parent = outline.frames[line.frame].parent;
        let text = outline.text(line);
        let is_by_day = || (is_day(at + 1) || is_day(at - 1)) && is_person(text);
        let is_alone = outline.lines_of(parent).len() == 1 || is_by_day();
        let is_one = is_alone
            && line.linked == 0
            && is_bare(text, place.is_vietnamese)
            && !is_day(at)
            && !place.body.furniture[line.frame]
            && !same(text, title);
        is_one.then(|| Byline { text: Some(text.to_owned()), authors: names_in(text) })
    })
}

/// Whether a name is a part of the site's: `TinMau` of `Báo TinMau`.
fn is_of_site(name: &str, site: Option<&str>) -> bool {
    let words = |text: &str| text.split(' ').map(str::to_lowercase).collect::<Vec<_>>();
    let is_part = |site: &str| site.len() > name.len() && words(site).ends_with(&words(name));
    site.is_some_and(is_part)
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
    let named = |name: &&str| {
        let names = data.all(name).filter(|name| !is_organization(name));
        people(&names.map(str::to_owned).collect::<Vec<_>>())
    };
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
/// or the piece of a line that is called byline. Who is quoted is none.
fn in_head(place: &Place<'_>, head: Range<usize>) -> Option<Byline> {
    let outline = place.outline;
    let lines = || head.clone().filter_map(|at| Some((at, outline.lines.get(at)?)));
    let is_named = |frame: usize| outline.frames[frame].traits.has(Traits::BYLINE);
    let named = |(at, line): (usize, &Line)| {
        if outline.around(line.frame).any(|frame| outline.frames[frame].tag == "blockquote") {
            return None;
        }
        let is_box = || outline.around(line.frame).take(3).any(is_named);
        let piece = outline.called(at, Traits::BYLINE);
        byline(piece.or_else(|| is_box().then(|| outline.text(line)))?, false)
    };
    let opened = lines().find_map(|(_, line)| byline(outline.text(line), true));
    let told = || lines().find_map(|(_, line)| behind_writer(outline.text(line)));
    let first_prose = place.body.first_prose(outline);
    let is_between = |at: usize| Some(at) > place.headline && at < first_prose;
    let with_day = |(at, line): (usize, &Line)| {
        let text = outline.text(line);
        let pieces = || beside_day(text, outline.segments(line));
        before_bar(text).or_else(|| is_between(at).then(pieces).flatten())
    };
    let beside_day = || lines().find_map(with_day);
    opened.or_else(told).or_else(|| lines().find_map(named)).or_else(beside_day)
}
