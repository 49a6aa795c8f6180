//! Who wrote the article: `Tin, ảnh: Thạch Thảo` names Thạch Thảo.
//!
//! A printed line at the foot or the head of the body goes before what the page says to machines,
//! where the name of the site often stands. `Theo TTXVN` and `PV` name nobody.

use super::super::norm::same;
use super::super::outline::boxes::Traits;
use super::super::outline::{Line, Outline};
use super::super::place::Place;
use super::super::{Block, BlockKind};
use super::line::{Byline, before_bar, behind_roles, byline, in_foot, is_bare};
use super::names::{is_organization, names_in, open};
use crate::page::Metadata;
use std::collections::HashSet;
use std::ops::Range;

/// How many of the last blocks may hold it.
const FOOT: usize = 3;

/// Finds the byline, and marks its block.
pub(in super::super) fn find(blocks: &mut [Block], data: &Metadata, place: &Place<'_>) -> Byline {
    let foot = blocks.len().saturating_sub(FOOT).max(1).min(blocks.len());
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

/// A name that stands alone in its box between the headline and the text.
fn behind_headline(place: &Place<'_>) -> Option<Byline> {
    let outline = place.outline;
    let lines = place.headline? + 1..place.body.first_prose(outline);
    lines.filter_map(|at| outline.lines.get(at)).find_map(|line| {
        let parent = outline.frames[line.frame].parent;
        let text = outline.text(line);
        let is_alone = outline.lines_of(parent).len() == 1 && line.linked == 0;
        let is_one =
            is_alone && is_bare(text, place.is_vietnamese) && !place.body.furniture[line.frame];
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
/// or the piece of a line that is called byline.
fn in_head(outline: &Outline<'_>, head: Range<usize>) -> Option<Byline> {
    let lines = || head.clone().filter_map(|at| Some((at, outline.lines.get(at)?)));
    let is_named = |frame: usize| outline.frames[frame].traits.has(Traits::BYLINE);
    let named = |(at, line): (usize, &Line)| {
        let is_quoted = outline.around(line.frame).any(|f| outline.frames[f].tag == "blockquote");
        let is_box = || !is_quoted && outline.around(line.frame).take(3).any(is_named);
        let piece = outline.called(at, Traits::BYLINE);
        byline(piece.or_else(|| is_box().then(|| outline.text(line)))?, false)
    };
    let opened = lines().find_map(|(_, line)| byline(outline.text(line), true));
    let beside_day = || lines().find_map(|(_, line)| before_bar(outline.text(line)));
    opened.or_else(|| lines().find_map(named)).or_else(beside_day)
}
