//! The records as rows of a table, one a figure.
//!
//! A row carries what the filters ask for (`data-role`, `data-category`, `data-article`); what it
//! opens to comes from the data of the page.

use super::number;
use super::part::Part;
use crate::output::harmless;
use crate::record::{Direction, Flag, Record, Status};
use maud::{Markup, PreEscaped, html};

/// How many rows stand in one `tbody`. A browser leaves out whole bodies that are far away.
const BODY: usize = 100;

/// The rows of an article, with the end of a body behind every hundredth row of the page.
pub(super) fn rows(part: &Part<'_>, category_name: &dyn Fn(&str) -> String) -> Markup {
    html! {
        @for (number, record) in part.figures() {
            tr id={ "r" (number) } data-role=(record.role.as_str())
                data-category=(record.category.as_deref().unwrap_or_default())
                data-article=(part.article) data-doubtful[record.is_doubtful()]
                data-corrected[!record.corrected.is_empty()] {
                (id(part, number, record))
                (what(part, record, category_name))
                (value(part, record))
                td.when { (part.period(record)) }
                (said_as(part, record))
            }
            @if number % BODY == 0 { (PreEscaped("</tbody><tbody>")) }
        }
    }
}

fn id(part: &Part<'_>, number: usize, record: &Record) -> Markup {
    let label = format!("{} {}", part.words.script.of("open"), harmless(&record.id));
    html! {
        th scope="row" {
            button.open type="button" aria-expanded="false" aria-label=(label) {}
            a href={ "#w" (number) } { span.of { (part.article) "·" } (harmless(&record.id)) }
        }
    }
}

fn what(part: &Part<'_>, record: &Record, category_name: &dyn Fn(&str) -> String) -> Markup {
    let small = [
        record.scope.as_deref().map(|scope| harmless(scope).into_owned()),
        record.place.as_deref().map(|place| harmless(place).into_owned()),
        record.category.as_deref().map(category_name),
    ];
    let names = ["scope", "place", "category"];
    html! {
        td.what {
            span lang="vi" { (Part::indicator(record)) }
            @for (name, text) in names.iter().zip(small) {
                @if let Some(text) = text { small class=(name) { (text) } }
            }
            @if record.is_doubtful() {
                small.doubtful { (part.doubt(record)) }
            }
            @if let Some(flags) = flags(part, record) { small.flags { (flags) } }
            @if let Some(corrected) = corrected(part, record) { small.corrected { (corrected) } }
        }
    }
}

/// The doubts that are left.
pub(super) fn flags(part: &Part<'_>, record: &Record) -> Option<String> {
    let doubts = record.flags.iter().filter(|flag| **flag != Flag::Corrected);
    let flags: Vec<_> = doubts.map(|flag| part.words.word("flags", flag.as_str())).collect();
    (!flags.is_empty()).then(|| format!("? {}", flags.join("; ")))
}

/// `✓ đã sửa: vai trò, thời kỳ`
fn corrected(part: &Part<'_>, record: &Record) -> Option<String> {
    let fields = record.corrected.iter().map(|field| part.words.field(field.as_str()));
    let fields = fields.collect::<Vec<_>>().join(", ");
    (!fields.is_empty()).then(|| format!("✓ {}: {fields}", part.words.page.corrected))
}

fn value(part: &Part<'_>, record: &Record) -> Markup {
    let value = number::value(record, part.words);
    html! { td.value { b { (value) } " " span lang="vi" { (harmless(&number::unit(record))) } } }
}

fn said_as(part: &Part<'_>, record: &Record) -> Markup {
    let words = part.words;
    let role = record.role.as_str();
    let direction = record.direction.map(|direction| match direction {
        Direction::Up => format!("↑ {}", words.word("direction", direction.as_str())),
        Direction::Down => format!("↓ {}", words.word("direction", direction.as_str())),
    });
    let status = record.status.map(|status| match status {
        Status::Exceeded | Status::Met => format!("✓ {}", words.word("status", status.as_str())),
        Status::NotMet => format!("✗ {}", words.word("status", status.as_str())),
    });
    html! {
        td.role {
            span class={ "tag " (role) } { (words.word("role", role)) }
            @for more in [direction, status].into_iter().flatten() { small { (more) } }
        }
    }
}
