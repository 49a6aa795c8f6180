//! Heads and feet that stand on every page, and page numbers: furniture of print.
//!
//! A line is furniture if lines that differ from it in their digits alone stand at the same place of
//! other pages: `Trang 3/12` (page 3 of 12). A number alone in the first or last line is the page's if
//! it counts as the pages do. What stands once is kept.

use super::flow::Side;
use super::row::Row;
use std::collections::HashMap;

/// How many lines at either end of a page may be furniture.
const LINES: usize = 3;

/// How far the same line may lie from itself on another page.
const NEAR: i32 = 300;

/// Takes heads, feet and page numbers away.
pub(super) fn strip(sides: &mut [Side]) {
    let repeated = repeated(sides);
    let offset = numbering(sides);
    let count = i64::try_from(sides.len()).unwrap_or(i64::MAX);
    for (side, page) in sides.iter_mut().zip(1_i64..) {
        let ends = ends(&side.rows);
        let last = side.rows.len().saturating_sub(1);
        let is_foot = |row: &Row| {
            row.runs.last().is_some_and(|run| page_of_pages(&run.text) == Some((page, count)))
        };
        let has_foot = side.rows.last().is_some_and(is_foot);
        let small = side.rows.last().map_or(0, |row| row.size);
        let mut at = 0..;
        side.rows.retain(|row| {
            let at = at.next().unwrap_or(0);
            let text = row.text();
            let is_number = number_alone(&text)
                .is_some_and(|number| (at == 0 || at == last) && offset == Some(number - page));
            // Where the foot counts the pages, the first line of the same type is the head.
            let is_head =
                has_foot && at == 0 && row.size == small && last > 1 && row.runs.len() > 1;
            let is_repeated = ends.contains(&at)
                && repeated.iter().any(|(known, base)| {
                    (row.base - base).abs() <= NEAR && *known == masked(&text)
                });
            !(is_number || is_head || is_repeated || has_foot && at == last)
        });
    }
}

/// Numbers of the lines at the ends of a page.
fn ends(rows: &[Row]) -> Vec<usize> {
    (0..rows.len()).filter(|&at| at < LINES || at + LINES >= rows.len()).collect()
}

/// Lines of the ends that stand on several pages, a third of them at least.
fn repeated(sides: &[Side]) -> Vec<(String, i32)> {
    let mut found: HashMap<String, Vec<i32>> = HashMap::new();
    for side in sides {
        for at in ends(&side.rows) {
            let row = &side.rows[at];
            found.entry(masked(&row.text())).or_default().push(row.base);
        }
    }
    let mut repeated = Vec::new();
    let mut texts: Vec<(String, Vec<i32>)> = found.into_iter().collect();
    texts.sort();
    for (text, mut bases) in texts {
        bases.sort_unstable();
        for near in bases.chunk_by(|a, b| b - a <= NEAR) {
            if near.len() > 1 && near.len() * 3 >= sides.len() {
                repeated.push((text.clone(), near[near.len() / 2]));
            }
        }
    }
    repeated
}

/// The text with every number as one sign.
fn masked(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    for c in text.chars() {
        match c.is_ascii_digit() {
            true if masked.ends_with('#') => {}
            true => masked.push('#'),
            false => masked.push(c),
        }
    }
    masked
}

/// By how much the numbers of most pages that have one differ from their count.
fn numbering(sides: &[Side]) -> Option<i64> {
    let mut offsets: Vec<i64> = Vec::new();
    for (side, page) in sides.iter().zip(1_i64..) {
        let rows = [side.rows.first(), side.rows.last()];
        let mut numbers: Vec<i64> = (rows.into_iter().flatten())
            .filter(|row| is_in_margin(row, side.height))
            .filter_map(|row| number_alone(&row.text()))
            .collect();
        numbers.dedup();
        offsets.extend(numbers.iter().map(|number| number - page));
    }
    offsets.sort_unstable();
    let groups = offsets.chunk_by(|a, b| a == b);
    let most = groups.max_by_key(|same| (same.len(), same[0] == 0))?;
    (most.len() > 1 || most[0] == 0).then_some(most[0])
}

/// Whether a line stands in the upper or lower eighth of the page.
fn is_in_margin(row: &Row, height: i32) -> bool {
    row.base < height / 8 || row.base > height - height / 8
}

/// `3`, `- 3 -`, `3.`: the number of a line that holds nothing else.
fn number_alone(text: &str) -> Option<i64> {
    let inner = text.trim_matches(['-', '–', '—', '.', '|', ' ', '[', ']', '~']);
    (inner.len() <= 4 && inner.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| inner.parse().ok())
        .flatten()
}

/// `3/12`: the page, and how many there are.
fn page_of_pages(text: &str) -> Option<(i64, i64)> {
    let (page, pages) = text.rsplit(' ').next()?.split_once('/')?;
    Some((page.parse().ok()?, pages.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::super::leaf::{Face, Run};
    use super::super::row::rows;
    use super::*;

    fn side(lines: &[(&str, i32)]) -> Side {
        let run = |(line, &(text, base)): (usize, &(&str, i32))| Run {
            text: text.to_owned(),
            line,
            x: (0, 1000),
            word: 1000,
            base,
            size: 1200,
            face: Face::default(),
        };
        Side {
            height: 84_000,
            rows: rows(lines.iter().enumerate().map(run).collect()),
            tables: Vec::new(),
        }
    }

    fn left(mut sides: Vec<Side>) -> Vec<Vec<String>> {
        strip(&mut sides);
        sides.iter().map(|side| side.rows.iter().map(Row::text).collect()).collect()
    }

    #[test]
    fn what_stands_on_every_page_goes() {
        let page = |number: &'static str, text: &'static str| {
            side(&[("Báo cáo của xã Tân Lập", 4000), (text, 9000), (number, 80_000)])
        };
        let sides = vec![page("Trang 1/2", "Mở 14 lớp."), page("Trang 2/2", "Có 214 hộ nghèo.")];
        assert_eq!(left(sides), [["Mở 14 lớp."], ["Có 214 hộ nghèo."]]);
    }

    #[test]
    fn page_numbers_go_and_figures_stay() {
        let sides = vec![
            side(&[("Mở 14 lớp.", 9000), ("15", 80_000)]),
            side(&[("2", 4000), ("Năm sau mở 16 lớp.", 9000), ("Hết", 10_000)]),
        ];
        assert_eq!(left(sides), [vec!["Mở 14 lớp.", "15"], vec!["Năm sau mở 16 lớp.", "Hết"]]);
    }

    #[test]
    fn a_single_page_keeps_its_lines() {
        let sides = vec![side(&[("Báo cáo", 4000), ("Mở 14 lớp.", 9000), ("14", 40_000)])];
        assert_eq!(left(sides), [["Báo cáo", "Mở 14 lớp.", "14"]]);
    }
}
