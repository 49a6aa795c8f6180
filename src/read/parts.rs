//! A long article is judged in parts, each under its headline.
//!
//! The network holds two kilobytes for a word and ten for a figure, so a report of a million letters would take
//! gigabytes at once. Reports of ordinary length are one part. A part ends with a block: what a figure goes with
//! is looked for near to it, hardly ever across so many words.

use crate::clause::Row;
use crate::judge::{Context, Dated, Ground, Judged, Verdict, Words};

/// Most pieces of a part; a block that has more of its own is one all the same.
const MOST: usize = 16 << 10;
/// As how many pieces a figure counts.
const FIGURE: usize = 4;

/// How an article is judged: its rows, the headline first, and what is known of all of it.
pub(super) type Judge = fn(&[Row<'_>], Context<'_>) -> Vec<Verdict>;

/// Judges every figure of an article, in reading order.
pub(super) fn judge(rows: &mut [Row<'_>], context: Context<'_>, judge: Judge) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    let mut from = 1;
    loop {
        let end = end_of_part(rows, from);
        if rows[from.min(end)..end].iter().any(|row| !row.mentions.quantities.is_empty()) {
            // The headline stands before the part for as long as that is judged.
            rows.swap(0, from - 1);
            let part = judge(&rows[from - 1..end], context);
            rows.swap(0, from - 1);
            let moved = Moved { rows: from - 1, figures: verdicts.len() };
            verdicts.extend(part.into_iter().map(|verdict| moved.verdict(verdict)));
        }
        if end >= rows.len() {
            return verdicts;
        }
        from = end;
    }
}

/// The row behind the part that begins with this row.
fn end_of_part(rows: &[Row<'_>], from: usize) -> usize {
    let mut left = MOST;
    let fits = |row: &&Row<'_>| {
        let rest = left.checked_sub(weight(row));
        left = rest.unwrap_or(0);
        rest.is_some()
    };
    let fitting = rows[from.min(rows.len())..].iter().take_while(fits).count();
    rows.len().min(from + fitting.max(1))
}

fn weight(row: &Row<'_>) -> usize {
    row.pieces.len() + FIGURE * row.mentions.quantities.len()
}

/// How many rows and figures of the article stand before those of a part.
#[derive(Clone, Copy)]
struct Moved {
    rows: usize,
    figures: usize,
}

impl Moved {
    /// A verdict on a figure of a part as one on a figure of the article.
    fn verdict(self, verdict: Verdict) -> Verdict {
        let row = |row: usize| if row == 0 { 0 } else { row + self.rows };
        let words = |all: Vec<Words>| all.into_iter().map(|(r, words)| (row(r), words)).collect();
        let grounds = |all: Vec<Ground>| {
            let moved = |ground: Ground| {
                let (r, words) = ground.words;
                Ground { words: (row(r), words), ..ground }
            };
            all.into_iter().map(moved).collect()
        };
        let seat = |(r, index)| (row(r), index);
        let figure = |figure: usize| figure + self.figures;
        Verdict {
            row: row(verdict.row),
            indicator: words(verdict.indicator),
            scope: words(verdict.scope),
            period: each(verdict.period, |dated: Dated| Dated {
                time: dated.time.map(seat),
                ..dated
            }),
            place: each(verdict.place, seat),
            part_of: each(verdict.part_of, figure),
            target: each(verdict.target, figure),
            role_grounds: grounds(verdict.role_grounds),
            period_grounds: grounds(verdict.period_grounds),
            ..verdict
        }
    }
}

/// Every answer that is one, changed.
fn each<T>(judged: Judged<Option<T>>, change: impl Fn(T) -> T) -> Judged<Option<T>> {
    let others = judged.others.into_iter().map(|(value, chance)| (value.map(&change), chance));
    Judged { value: judged.value.map(&change), others: others.collect(), ..judged }
}

#[cfg(test)]
mod tests {
    use crate::{Options, read};

    /// Sentences of an article whose figures, periods and totals lie near each other.
    fn article(paragraphs: usize) -> String {
        let paragraph = |n: usize| {
            format!(
                "<p>Năm 20{:02}, huyện Mẫu mở {} lớp cho {} người, trong đó nữ {} người, vượt chỉ tiêu \
                 ({} người).</p>",
                n % 20,
                n % 90 + 10,
                n % 70 + 400,
                n % 50 + 100,
                n % 40 + 300
            )
        };
        let paragraphs: String = (0..paragraphs).map(paragraph).collect();
        format!("<h1>Kết quả mở lớp của huyện Mẫu</h1>{paragraphs}")
    }

    #[test]
    fn what_is_said_of_a_figure_stands_near_to_it_in_every_part() {
        let report = read(article(900).as_bytes(), &Options::default()).unwrap().report;
        assert_eq!(report.records.len(), 4 * 900);
        let number = |id: &str| id[1..].parse::<usize>().unwrap();
        let mut linked = 0;
        for record in &report.records {
            let block = &report.article.blocks[record.source.block].text;
            let period = record.period.as_ref().map(|period| &*period.text);
            assert!(period.is_some_and(|period| block.contains(period)), "{}: {block}", record.id);
            for link in record.part_of.iter().chain(&record.target) {
                assert!(number(link).abs_diff(number(&record.id)) < 4, "{link} of {}", record.id);
                linked += usize::from(record.source.block > 800);
            }
        }
        assert!(linked > 100, "{linked} links of the last part");
    }
}
