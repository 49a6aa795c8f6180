//! What stands before the paragraphs of a list: `2.`, `b)`, `1.1.`, `IV.`, `-`.
//!
//! Word keeps it apart from the text and counts by itself. It is told as text, because readers see it and
//! refer to it; a mark that is only a dot says nothing more than that the paragraph is an item.

use super::super::label::{Format, counted, mark};
use super::super::xml::{Element, Tree};
use std::collections::HashMap;

/// Deepest level of a list.
const LEVELS: usize = 9;

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// What each number of a list stands for.
    lists: HashMap<String, List>,
    /// The counters, which lists of the same make share.
    counters: HashMap<String, [Option<u32>; LEVELS]>,
}

#[derive(Debug, Clone, Default)]
struct List {
    /// The make of the list.
    make: String,
    levels: [Level; LEVELS],
    /// Levels that begin anew with this list.
    restarts: Vec<(usize, u32)>,
}

#[derive(Debug, Clone, Default)]
struct Level {
    format: Format,
    /// `%1.%2.`
    pattern: String,
    start: u32,
    /// Whether numbers of other levels are shown in digits.
    is_legal: bool,
    /// The style of paragraphs whose level this is.
    style: Option<String>,
}

/// What stands before a paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) text: String,
    pub(super) is_bullet: bool,
}

impl Numbering {
    pub(super) fn new(tree: Option<&Tree<'_>>) -> Self {
        let Some(tree) = tree else { return Self::default() };
        let of = |name: &'static str| {
            tree.root().elements().filter(move |element| element.name() == name)
        };
        let makes: HashMap<String, [Level; LEVELS]> = of("abstractNum")
            .filter_map(|make| {
                let mut levels = <[Level; LEVELS]>::default();
                read_levels(make, &mut levels);
                Some((make.attribute("abstractNumId")?.into_owned(), levels))
            })
            .collect();
        let lists = of("num").filter_map(|list| {
            let id = list.attribute("numId")?.into_owned();
            let make = list.child("abstractNumId")?.attribute("val")?.into_owned();
            let mut levels = makes.get(&make).cloned().unwrap_or_default();
            let mut restarts = Vec::new();
            for own in list.elements().filter(|own| own.name() == "lvlOverride") {
                read_levels(own, &mut levels);
                let level = own.attribute("ilvl").and_then(|level| level.parse().ok());
                let start = own.child("startOverride").and_then(|start| number(start));
                restarts.extend(level.filter(|level| *level < LEVELS).zip(start));
            }
            Some((id, List { make, levels, restarts }))
        });
        Self { lists: lists.collect(), counters: HashMap::new() }
    }

    /// The level that a list keeps for paragraphs of a style.
    pub(super) fn level_of(&self, list: &str, style: &str) -> Option<usize> {
        let levels = &self.lists.get(list)?.levels;
        levels.iter().position(|level| level.style.as_deref() == Some(style))
    }

    /// Counts one more paragraph of a list; what stands before it.
    pub(super) fn next(&mut self, list: &str, level: usize) -> Label {
        let level = level.min(LEVELS - 1);
        let Some(List { make, levels, restarts }) = self.lists.get_mut(list) else {
            return Label { text: String::new(), is_bullet: true };
        };
        let counters = self.counters.entry(make.clone()).or_default();
        for (at, start) in restarts.drain(..) {
            counters[at] = start.checked_sub(1);
        }
        let own = &levels[level];
        let before = counters[level].or(own.start.checked_sub(1)).unwrap_or_default();
        counters[level] = Some(before.saturating_add(1));
        counters[level + 1..].fill(None);
        Label { text: label(levels, counters, level), is_bullet: own.format == Format::Bullet }
    }
}

/// Reads the levels that stand in an element, over those that are there.
fn read_levels(parent: Element<'_>, levels: &mut [Level; LEVELS]) {
    for element in parent.elements().filter(|element| element.name() == "lvl") {
        let at = element.attribute("ilvl").and_then(|at| at.parse::<usize>().ok());
        let Some(level) = at.and_then(|at| levels.get_mut(at)) else { continue };
        let value = |name: &str| element.child(name).and_then(|own| own.attribute("val"));
        *level = Level {
            format: format(value("numFmt").as_deref()),
            pattern: value("lvlText").unwrap_or_default().into_owned(),
            start: element.child("start").and_then(|start| number(start)).unwrap_or(1),
            is_legal: element.child("isLgl").is_some(),
            style: value("pStyle").map(|style| style.into_owned()),
        };
    }
}

fn number(element: Element<'_>) -> Option<u32> {
    element.attribute("val")?.parse().ok()
}

fn format(name: Option<&str>) -> Format {
    match name {
        Some("upperRoman") => Format::UpperRoman,
        Some("lowerRoman") => Format::LowerRoman,
        Some("upperLetter") => Format::UpperLetter,
        Some("lowerLetter") => Format::LowerLetter,
        Some("decimalZero") => Format::DecimalZero,
        Some("bullet") => Format::Bullet,
        Some("none") => Format::None,
        _ => Format::Decimal,
    }
}

/// The pattern of a level with its counters.
fn label(levels: &[Level], counters: &[Option<u32>], own: usize) -> String {
    let Level { pattern, format, is_legal, .. } = &levels[own];
    match format {
        Format::None => return String::new(),
        Format::Bullet => return mark(pattern).to_owned(),
        _ => {}
    }
    let mut text = String::new();
    let mut rest = pattern.as_str();
    while let Some((before, behind)) = rest.split_once('%') {
        text.push_str(before);
        let digit = behind.chars().next().and_then(|c| c.to_digit(10));
        rest = &behind[digit.map_or(0, |_| 1)..];
        let level = digit.and_then(|digit| (digit as usize).checked_sub(1));
        let Some(level) = level.filter(|level| *level < LEVELS) else { continue };
        let count = counters[level].unwrap_or(levels[level].start);
        let format = if *is_legal { Format::Decimal } else { levels[level].format };
        text.push_str(&counted(count, format));
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(at: usize, format: &str, pattern: &str) -> String {
        format!(
            "<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{format}'/>\
             <w:lvlText w:val='{pattern}'/></w:lvl>"
        )
    }

    fn numbering(levels: &[String]) -> String {
        format!(
            "<w:numbering><w:abstractNum w:abstractNumId='7'>{}</w:abstractNum>\
             <w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>\
             <w:num w:numId='2'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'>\
             <w:startOverride w:val='5'/></w:lvlOverride></w:num></w:numbering>",
            levels.concat()
        )
    }

    fn labels(levels: &[String], items: &[(&str, usize)]) -> Vec<String> {
        let source = numbering(levels);
        let tree = Tree::parse(source.as_bytes()).unwrap();
        let mut numbering = Numbering::new(Some(&tree));
        items.iter().map(|(list, level)| numbering.next(list, *level).text).collect()
    }

    #[test]
    fn levels_count_and_begin_anew_below() {
        let levels = [
            level(0, "upperRoman", "%1."),
            level(1, "decimal", "%2."),
            level(2, "lowerLetter", "%3)"),
        ];
        let items = [("1", 0), ("1", 1), ("1", 2), ("1", 2), ("1", 1), ("1", 0), ("1", 1)];
        assert_eq!(labels(&levels, &items), ["I.", "1.", "a)", "b)", "2.", "II.", "1."]);
    }

    #[test]
    fn a_level_shows_those_above_it() {
        let levels = [level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.")];
        assert_eq!(labels(&levels, &[("1", 0), ("1", 1), ("1", 1)]), ["1.", "1.1.", "1.2."]);
        assert_eq!(labels(&levels, &[("1", 1)]), ["1.1."]);
    }

    #[test]
    fn lists_of_one_make_count_on_unless_told_otherwise() {
        let levels = [level(0, "decimal", "%1.")];
        let items = [("1", 0), ("2", 0), ("2", 0), ("1", 0)];
        assert_eq!(labels(&levels, &items), ["1.", "5.", "6.", "7."]);
    }

    #[test]
    fn only_marks_that_are_text_are_told() {
        let of = |pattern| labels(&[level(0, "bullet", pattern)], &[("1", 0)]).remove(0);
        assert_eq!(["-", "–", "\u{f02d}", "+"].map(of), ["-", "-", "-", "+"]);
        assert_eq!(["\u{f0b7}", "•", "o", "\u{f0a7}"].map(of), [""; 4]);
    }
}
