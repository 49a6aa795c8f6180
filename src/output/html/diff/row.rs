//! One figure in both versions: what it measures, then each version with its number, what changed, and its words.

use crate::diff::{Changed, Said};
use crate::output::diff::{Reader, name, said};
use crate::output::harmless;
use crate::output::html::link;
use crate::output::html::number::{full, number, period};
use crate::output::html::words::Words;
use crate::record::Record;
use maud::{Markup, html};

/// A figure that changed.
pub(super) fn both(changed: &Changed, words: &Words) -> Markup {
    let Changed { old, new, changes, .. } = changed;
    let is_shown =
        |field: &str| matches!(field, "value" | "high" | "of" | "modifier" | "unit" | "per");
    let number_changed = changes.iter().any(|change| is_shown(change.field));
    let fields = |is_old: bool| {
        let told = changes.iter().filter(|change| !is_shown(change.field));
        let told =
            told.map(|change| (change.field, if is_old { &change.old } else { &change.new }));
        let told: Vec<(&'static str, &Said)> = told.collect();
        html! {
            @if !told.is_empty() {
                dl {
                    @for (field, content) in told {
                        dt { (name(field, words.lang)) }
                        dd lang="vi" {
                            @if is_old { del { (self::content(field, content, words)) } }
                            @else { ins { (self::content(field, content, words)) } }
                        }
                    }
                }
            }
        }
    };
    html! {
        tr {
            (head(new, words))
            td.old { (value(old, number_changed.then_some(true), words)) (fields(true)) (quote(old)) }
            td.new { (value(new, number_changed.then_some(false), words)) (fields(false)) (quote(new)) }
        }
    }
}

/// A figure of one version alone.
pub(super) fn one(record: &Record, is_old: bool, words: &Words) -> Markup {
    let cell = html! { (value(record, Some(is_old), words)) (quote(record)) };
    html! {
        tr {
            (head(record, words))
            @if is_old { td.old { (cell) } td.new {} } @else { td.old {} td.new { (cell) } }
        }
    }
}

/// What a field holds.
pub(super) fn content(field: &str, content: &Said, words: &Words) -> String {
    let told = match content {
        Said::Number(told) => number(*told, words),
        Said::Days(days) => period(days, words),
        other => said(field, other, words.lang, Reader::OfPage),
    };
    harmless(&told).into_owned()
}

/// What it measures, when and where.
fn head(record: &Record, words: &Words) -> Markup {
    let when = record.period.as_ref().map(|days| period(days, words));
    let role = words.word("role", record.role.as_str()).to_owned();
    let small = [record.scope.clone(), when, record.place.clone(), Some(role)];
    html! {
        th scope="row" lang="vi" {
            (harmless(record.indicator.as_deref().unwrap_or_default()))
            small { (harmless(&small.into_iter().flatten().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · "))) }
        }
    }
}

/// The number with its unit, struck out or marked as new where it is.
fn value(record: &Record, is_old: Option<bool>, words: &Words) -> Markup {
    let told = harmless(&full(record, words)).into_owned();
    html! {
        p.number {
            @match is_old {
                Some(true) => del { (told) },
                Some(false) => ins { (told) },
                None => (told),
            }
            " " span.id { (harmless(&record.id)) }
        }
    }
}

/// The words around, which lead to their place on the web.
fn quote(record: &Record) -> Markup {
    let source = &record.source;
    let is_cut = source.start > source.prefix.chars().count();
    let web = source.link.as_deref().and_then(link::web);
    let words = html! { b { (harmless(&source.text)) } };
    html! {
        p.quotes lang="vi" {
            @if is_cut { "…" }
            (harmless(&source.prefix)) (link::to(web, &words)) (harmless(&source.suffix))
        }
    }
}
