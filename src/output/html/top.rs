//! The top of the page: what it is, whether its figures hold, and the articles where there are
//! several.

use super::{Across, Article, Doubt, Html};
use maud::{Markup, html};

/// The top.
pub(super) fn top(html: &Html<'_>, title: &str, across: &Across) -> Markup {
    let page = &html.words.page;
    let sum = |count: fn(&Article) -> usize| html.articles.iter().map(count).sum::<usize>();
    let claims = sum(|a| a.heading.claims);
    let failed = across.conflicts.len() + sum(|a| a.heading.failed);
    let has_others = html.articles.iter().any(Article::has_other_claims);
    let charts = across.charts.len() + sum(|a| a.charts.len());
    html! {
        header.top {
            p.kicker { (page.kicker) }
            h1 lang=[(html.articles.len() == 1).then_some("vi")] { (title) }
            @if let [only] = html.articles.as_slice() { (only.heading.facts(&html.words)) }
            nav aria-label=(page.kicker) {
                a href="#records" { (page.figures) " " b { (html.data.len()) } }
                @if claims > 0 {
                    a href=(if has_others { "#claims" } else { "#failed" }) { (page.tested) " " b { (claims) } }
                }
                @if charts > 0 { a href="#charts" { (page.charts) " " b { (charts) } } }
            }
            @if failed > 0 {
                section.failed aria-labelledby="failed" {
                    h2 id="failed" { (page.failed) ": " (failed) }
                    @if !across.conflicts.is_empty() {
                        ul.claims { @for conflict in &across.conflicts { (conflict) } }
                    }
                    @for article in html.articles.iter().filter(|a| a.heading.failed > 0) {
                        @if html.articles.len() > 1 { h3 lang="vi" { (article.heading.title) } }
                        ul.claims { (article.failed) }
                    }
                }
            } @else {
                p.verdict-of-all { (if claims > 0 { &page.all_hold } else { &page.no_claims }) }
            }
            (review(html))
            @if html.articles.len() > 1 { (list(html)) }
        }
    }
}

/// How many figures the page names that are to be checked first.
const FIRST: usize = 10;

/// The figures that are most probably wrong, the least sure first.
fn review(html: &Html<'_>) -> Markup {
    let page = &html.words.page;
    let mut doubts: Vec<&Doubt> = html.doubts.iter().collect();
    doubts.sort_by_key(|doubt| (doubt.confidence, doubt.number));
    let rest = doubts.len().saturating_sub(FIRST);
    html! {
        @if !doubts.is_empty() {
            section.review aria-labelledby="review" {
                h2 id="review" { (page.review_first) ": " (doubts.len()) }
                ol {
                    @for doubt in doubts.iter().take(FIRST) {
                        li {
                            a href={ "#r" (doubt.number) } lang="vi" { (doubt.words) }
                            " " small { (doubt.why) }
                        }
                    }
                    @if rest > 0 { li { small { "+ " (rest) " " (page.review_rest) } } }
                }
            }
        }
    }
}

/// The list of articles.
fn list(html: &Html<'_>) -> Markup {
    let page = &html.words.page;
    html! {
        nav.articles aria-labelledby="list" {
            h2 id="list" { (page.articles) ": " (html.articles.len()) }
            ol {
                @for Article { heading, .. } in &html.articles {
                    li {
                        a href={ "#a" (heading.article) } lang="vi" { (heading.title) }
                        span { (page.figures) ": " (heading.figures) }
                        @if heading.failed > 0 {
                            span.bad { "✗ " (page.failed) ": " (heading.failed) }
                        }
                    }
                }
            }
        }
    }
}
