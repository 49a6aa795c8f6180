//! The whole evidence page: the two sides, the charts, the checks, and what the script needs.

use super::frame::frame;
use super::policy::{SCRIPT, STYLE};
use super::words::Words;
use super::{Across, Article, Html, table, top};
use crate::record::Role;
use maud::{Markup, PreEscaped, html};
use std::io;

/// The document.
pub(super) fn page(html: &Html<'_>, across: &Across) -> io::Result<Markup> {
    let page = &html.words.page;
    let title = match html.articles.as_slice() {
        [only] => &only.heading.title,
        _ => &page.several,
    };
    let data = html.data.json(&html.words.for_script())?;
    let body = html! {
        body.large[html.data.len() > LARGE].several[html.articles.len() > 1] {
            a.skip href="#records" { (page.skip) }
            (top::top(html, title, across))
            main.sides {
                (articles(html))
                (table::records(html))
            }
            (below(html, across))
            footer { p.keys { (page.keys) } p { (page.made) } }
            script type="application/json" id="data" { (PreEscaped(data)) }
            script { (PreEscaped(SCRIPT)) }
        }
    };
    Ok(frame(&html.words, title, STYLE, Some(SCRIPT), &body))
}

/// From how many figures on a browser draws only what is near the window.
pub(super) const LARGE: usize = 1_000;

/// The left side.
fn articles(html: &Html<'_>) -> Markup {
    let words = &html.words;
    html! {
        section.read aria-label=(words.page.read) {
            @if html.articles.len() == 1 { h2 { (words.page.read) } }
            (legend(words))
            @for Article { heading, text, .. } in &html.articles {
                article id={ "a" (heading.article) } lang="vi" data-source=(heading.source)
                    data-url=[heading.address.as_deref()] {
                    @if html.articles.len() > 1 {
                        h2 { (heading.title) }
                        div lang=(words.lang.tag()) { (heading.facts(words)) }
                    }
                    (text)
                }
            }
        }
    }
}

fn legend(words: &Words) -> Markup {
    html! {
        p.legend {
            span.name { (words.page.legend) ":" }
            @for role in Role::ALL.iter().map(|role| role.as_str()) {
                " " span class={ "figure " (role) } { mark { (words.word("role", role)) } }
            }
            " " span.line { (words.script.of("part_of")) }
            " " span.line.target { (words.script.of("held_against")) }
        }
    }
}

/// The charts, then the claims that hold or cannot be told.
fn below(html: &Html<'_>, across: &Across) -> Markup {
    let page = &html.words.page;
    let title = |article: &Article| {
        html! {
            @if html.articles.len() > 1 { h3 lang="vi" { (article.heading.title) } }
        }
    };
    html! {
        @if !across.charts.is_empty() || html.articles.iter().any(|article| !article.charts.is_empty()) {
            section.charts id="charts" aria-labelledby="charts-heading" {
                h2 id="charts-heading" { (page.charts) }
                @if !across.charts.is_empty() { div.grid { @for chart in &across.charts { (chart) } } }
                @for article in html.articles.iter().filter(|article| !article.charts.is_empty()) {
                    (title(article))
                    div.grid { @for chart in &article.charts { (chart) } }
                }
            }
        }
        @if html.articles.iter().any(Article::has_other_claims) {
            section.other id="claims" aria-labelledby="claims-heading" {
                h2 id="claims-heading" { (page.other_claims) }
                @for article in html.articles.iter().filter(|article| article.has_other_claims()) {
                    (title(article))
                    ul.claims { (article.other_claims) }
                }
            }
        }
    }
}
