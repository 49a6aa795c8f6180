//! The figures of all articles as one table, and what filters and exports it.

use super::words::Page;
use super::{Article, Html};
use crate::record::Role;
use maud::{Markup, PreEscaped, html};

/// The right side.
pub(super) fn records(html: &Html<'_>) -> Markup {
    let page = &html.words.page;
    let headings = [
        ("number", &page.number),
        ("what", &page.what),
        ("value", &page.value),
        ("when", &page.when),
        ("role", &page.said_as),
    ];
    html! {
        section.records id="records" aria-labelledby="records-heading" {
            h2 id="records-heading" { (page.records) }
            (tools(html))
            noscript { p { (page.no_script) } }
            (corrections(page))
            div.scroll tabindex="0" role="group" aria-labelledby="records-heading" {
                table.figures id="rows" {
                    thead {
                        tr {
                            @for (name, heading) in headings {
                                th scope="col" class=(name) { button type="button" data-sort=(name) { (heading) } }
                            }
                        }
                    }
                    tbody { (PreEscaped(&html.rows)) }
                }
                p.none hidden {}
            }
        }
    }
}

/// What was corrected; only the script shows it.
fn corrections(page: &Page) -> Markup {
    html! {
        section.corrections id="corrections" aria-labelledby="corrections-heading" hidden {
            h3 id="corrections-heading" { (page.corrections) ": " output aria-live="polite" {} }
            p.unkept hidden { (page.unkept) }
            ul {}
            p.buttons {
                button.save type="button" { (page.save_corrections) }
                small { (page.corrections_how) }
            }
        }
    }
}

/// What filters and exports; only the script shows it.
fn tools(html: &Html<'_>) -> Markup {
    let words = &html.words;
    let page = &words.page;
    let category = |key: &str| match key {
        "" => page.none.clone(),
        key => html.category_name(key),
    };
    html! {
        form.tools id="tools" role="search" hidden {
            label { span { (page.search) } input type="search" name="text" autocomplete="off" spellcheck="false"; }
            label {
                span { (page.role) }
                select name="role" {
                    option value="*" { (page.any) }
                    @for role in Role::ALL.iter().map(|role| role.as_str()) { option value=(role) { (words.word("role", role)) } }
                }
            }
            label {
                span { (page.review) }
                select name="review" {
                    option value="*" { (page.any) }
                    option value="doubtful" { (page.to_review) " (" (html.doubtful()) ")" }
                    option value="corrected" { (page.corrected) }
                }
            }
            label {
                span { (page.category) }
                select name="category" {
                    option value="*" { (page.any) }
                    @for (key, count) in &html.categories {
                        option value=(key) { (category(key)) " (" (count) ")" }
                    }
                }
            }
            @if html.articles.len() > 1 {
                label {
                    span { (page.article) }
                    select name="article" {
                        option value="*" { (page.any) }
                        @for Article { heading, .. } in &html.articles {
                            option value=(heading.article) { (heading.article) ". " (heading.title) }
                        }
                    }
                }
            }
            p.buttons {
                button.clear type="button" { (page.clear) }
                button.add type="button" disabled title=(page.add_how) { (page.add) }
                button type="button" data-export="csv" { (page.csv) }
                button type="button" data-export="excel" { (page.excel) }
                output aria-live="polite" { (page.shown) ": " b {} "/" (html.data.len()) }
            }
        }
    }
}
