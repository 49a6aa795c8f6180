//! The head of a row: what is measured, in what, and where.

use crate::output::harmless;
use crate::series::Line;
use maud::{Markup, html};

/// What is measured, for every cell of its row.
pub(super) fn head(line: &Line) -> Markup {
    let unit = line.unit.as_deref().unwrap_or_default();
    let unit = line.per.as_ref().map_or(unit.to_owned(), |per| format!("{unit}/{per}"));
    let unit = if unit.is_empty() { unit } else { format!(" ({unit})") };
    let small = [("scope", &line.scope), ("place", &line.place), ("category", &line.category)];
    html! {
        th scope="row" lang="vi" {
            (harmless(&line.indicator))
            span.unit { (harmless(&unit)) }
            @for (name, words) in small {
                @if let Some(words) = words { small class=(name) { (harmless(words)) } }
            }
        }
    }
}
