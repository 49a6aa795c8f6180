//! The articles that the lines were read from, under the numbers that stand behind their figures.

use super::Lined;
use crate::output::harmless;
use crate::output::html::heading::published;
use crate::output::html::link;
use maud::{Markup, html};

pub(super) fn articles(lined: &Lined<'_>) -> Markup {
    let page = &lined.words.page;
    html! {
        section.articles aria-labelledby="articles" {
            h2 id="articles" { (page.articles) ": " (lined.series.articles.len()) }
            ol {
                @for (number, article) in (1..).zip(&lined.series.articles) {
                    @let url = article.url.as_deref().and_then(link::web);
                    @let title = harmless(article.title.as_deref().unwrap_or(&page.untitled));
                    li id={ "a" (number) } {
                        (link::to(url, &html! { cite lang="vi" { (title) } }))
                        @if let Some(first) = lined.series.repeated.iter().find(|one| one.article + 1 == number) {
                            span { (lined.words.series.repeated) " [" (first.of + 1) "]" }
                        }
                        @if let Some(moment) = &article.published {
                            span { (harmless(&published(moment, lined.words))) }
                        }
                        @match url {
                            Some(url) => span.address { (url) },
                            None => span { (page.source) ": " (harmless(&article.source)) },
                        }
                    }
                }
            }
        }
    }
}
