//! The lines that can be held against something, with a column for each period of theirs.

use super::Lined;
use super::cell::cell;
use super::line::head;
use crate::series::Line;
use maud::{Markup, html};
use std::collections::BTreeSet;

/// From how many periods on the table is too wide for paper, which then gets a list of periods in
/// each row.
const MANY: usize = 6;

pub(super) fn table(lined: &Lined<'_>, lines: &[&Line]) -> Markup {
    let words = lined.words;
    let cells = lines.iter().flat_map(|line| &line.cells);
    let periods: BTreeSet<usize> = cells.map(|cell| cell.period).collect();
    html! {
        section.series id="lines" aria-labelledby="lines-heading" {
            h2 id="lines-heading" { (words.series.lines) }
            p.how { (words.series.how) }
            div.across tabindex="0" role="group" aria-labelledby="lines-heading" {
                table.many[periods.len() >= MANY] {
                    thead {
                        tr {
                            th scope="col" { (words.page.what) }
                            @for period in &periods { th scope="col" { (lined.period(*period)) } }
                        }
                    }
                    tbody { @for line in lines { (row(lined, line, &periods)) } }
                }
            }
        }
    }
}

fn row(lined: &Lined<'_>, line: &Line, periods: &BTreeSet<usize>) -> Markup {
    html! {
        tr {
            (head(line))
            @for period in periods {
                @match line.cells.iter().find(|cell| cell.period == *period) {
                    Some(told) => {
                        td.conflict[told.conflict] data-period=(lined.period(*period)) { (cell(lined, told)) }
                    },
                    None => td {},
                }
            }
        }
    }
}
