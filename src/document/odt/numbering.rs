//! What stands before the items of a list: `2.`, `b)`, `IV.`, `-`.

use super::super::label::{Format, counted, mark};
use super::super::xml::{Element, Tree};
use std::collections::HashMap;

/// Deepest level of a list.
const LEVELS: usize = 10;

/// How lists count, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    styles: HashMap<String, [Level; LEVELS]>,
    counters: HashMap<String, [Option<u32>; LEVELS]>,
}

#[derive(Debug, Clone, Default)]
struct Level {
    format: Format,
    /// What stands before the number, and behind it; of a mark the mark.
    prefix: String,
    suffix: String,
    start: u32,
    /// How many levels are shown.
    shown: usize,
}

/// The style of the headings of a text.
pub(super) const OUTLINE: &str = "";

impl Numbering {
    pub(super) fn new(trees: &[&Tree<'_>]) -> Self {
        let all = trees.iter().flat_map(|tree| tree.root().descendants());
        let styles = all.filter_map(|style| match style.name() {
            "list-style" => Some((style.attribute("name")?.into_owned(), levels(style))),
            "outline-style" => Some((OUTLINE.to_owned(), levels(style))),
            _ => None,
        });
        Self { styles: styles.collect(), counters: HashMap::new() }
    }

    /// Begins a list anew.
    pub(super) fn begin(&mut self, style: &str) {
        self.counters.remove(style);
    }

    /// Counts one more item of a list, or the one that it is said to be; what stands before it.
    pub(super) fn next(&mut self, style: &str, level: usize, start: Option<u32>) -> String {
        let level = level.min(LEVELS - 1);
        let Some(levels) = self.styles.get(style) else { return String::new() };
        let counters = self.counters.entry(style.to_owned()).or_default();
        let own = &levels[level];
        let next = counters[level].map_or(own.start, |before| before.saturating_add(1));
        counters[level] = Some(start.unwrap_or(next));
        counters[level + 1..].fill(None);
        match own.format {
            Format::None => return String::new(),
            Format::Bullet => return mark(&own.prefix).to_owned(),
            _ => {}
        }
        let first = (level + 1).saturating_sub(own.shown.max(1));
        let numbers = (first..=level)
            .filter(|at| levels[*at].format != Format::Bullet)
            .map(|at| counted(counters[at].unwrap_or(levels[at].start), levels[at].format));
        let numbers: Vec<String> = numbers.collect();
        format!("{}{}{}", own.prefix, numbers.join("."), own.suffix)
    }
}

fn levels(style: Element<'_>) -> [Level; LEVELS] {
    let unsaid = Level { format: Format::None, ..Level::default() };
    let mut levels: [Level; LEVELS] = std::array::from_fn(|_| unsaid.clone());
    for element in style.elements() {
        let text = |name: &str| element.attribute(name).unwrap_or_default().into_owned();
        let number = |name: &str| element.attribute(name).and_then(|value| value.parse().ok());
        let at = number("level").and_then(|level| (level as usize).checked_sub(1));
        let Some(level) = at.and_then(|at| levels.get_mut(at)) else { continue };
        let is_number = matches!(element.name(), "list-level-style-number" | "outline-level-style");
        *level = match is_number {
            true => Level {
                format: format(&text("num-format")),
                prefix: text("num-prefix"),
                suffix: text("num-suffix"),
                start: number("start-value").unwrap_or(1),
                shown: number("display-levels").unwrap_or(1) as usize,
            },
            false => {
                Level { format: Format::Bullet, prefix: text("bullet-char"), ..Level::default() }
            }
        };
    }
    levels
}

fn format(name: &str) -> Format {
    match name {
        "" => Format::None,
        "I" => Format::UpperRoman,
        "i" => Format::LowerRoman,
        "A" => Format::UpperLetter,
        "a" => Format::LowerLetter,
        "01" => Format::DecimalZero,
        _ => Format::Decimal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_count_and_show_those_above_them() {
        let source = "<x><text:list-style style:name='L'>\
            <text:list-level-style-number text:level='1' style:num-format='I' style:num-suffix='.'/>\
            <text:list-level-style-number text:level='2' style:num-format='1' style:num-suffix=')' \
            text:display-levels='2'/>\
            <text:list-level-style-bullet text:level='3' text:bullet-char='–'/>\
            </text:list-style></x>";
        let tree = Tree::parse(source.as_bytes()).unwrap();
        let mut numbering = Numbering::new(&[&tree]);
        let items = [(0, None), (1, None), (2, None), (1, None), (0, Some(7)), (1, None)];
        let labels = items.map(|(level, start)| numbering.next("L", level, start));
        assert_eq!(labels, ["I.", "I.1)", "-", "I.2)", "VII.", "VII.1)"]);
        numbering.begin("L");
        assert_eq!(numbering.next("L", 0, None), "I.");
        assert_eq!(numbering.next("M", 0, None), "");
    }
}
