//! The lines that there is nothing to hold against: one article tells them, of one period. A column
//! a period would be empty but for one cell, so the period is a column.

use super::Lined;
use super::cell::cell;
use super::line::head;
use crate::series::Line;
use maud::{Markup, html};

pub(super) fn table(lined: &Lined<'_>, lines: &[&Line]) -> Markup {
    let words = lined.words;
    html! {
        section.series id="once" aria-labelledby="once-heading" {
            h2 id="once-heading" { (words.series.once) }
            div.across tabindex="0" role="group" aria-labelledby="once-heading" {
                table {
                    thead {
                        tr {
                            @for heading in [&words.page.what, &words.page.when, &words.page.value] {
                                th scope="col" { (heading) }
                            }
                        }
                    }
                    tbody {
                        @for line in lines {
                            @for told in &line.cells {
                                tr {
                                    (head(line))
                                    td { (lined.period(told.period)) }
                                    td { (cell(lined, told)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
