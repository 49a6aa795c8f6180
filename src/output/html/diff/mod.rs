//! The page of differences: figures whose number changed first, then what else changed, then what is gone and what is
//! new; of each the old version and the new one side by side, with the words around.
//!
//! A figure leads to its words on the web where the address is known. There is no script: nothing here needs one.
//!
//! * `row`: one figure in both versions
//! * `diff.css`: what the page adds to the style of the evidence page

mod row;

use super::frame::frame;
use super::heading::published;
use super::link;
use super::words::Words;
use crate::diff::{Alone, Change, Compared, Diff, Weight};
use crate::lexicon::Lexicon;
use crate::output::diff::name;
use crate::output::{Lang, Look, harmless};
use crate::record::Record;
use crate::series::Told;
use maud::{Markup, html};
use row::{both, content, one};
use std::io::{self, Write};

const STYLE: &str = concat!(include_str!("../evidence.css"), include_str!("diff.css"));

/// Writes the page.
pub(super) fn differ(
    diff: &Diff,
    _lexicon: &Lexicon,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let words = Words::of(look.lang.unwrap_or(Lang::Vi));
    out.write_all(page(diff, &words).into_string().as_bytes())
}

fn page(diff: &Diff, words: &Words) -> Markup {
    let own = &words.diff;
    let different: Vec<&Compared> =
        diff.compared.iter().filter(|article| !article.is_same()).collect();
    let is_one = diff.compared.len() == 1 && diff.gone.is_empty() && diff.added.is_empty();
    let title = match diff.compared.as_slice() {
        [only] if is_one => title(&only.new, words),
        _ => own.several.clone(),
    };
    let body = html! {
        body {
            header.top {
                p.kicker { (own.kicker) }
                h1 lang="vi" { (title) }
                (counts(diff, words))
                @if diff.is_empty() { p.verdict-of-all { (own.same) } }
            }
            main {
                @for (number, article) in (1..).zip(&different) {
                    (compared(article, number, !is_one, words))
                }
                (alone(&diff.gone, "only-old", &own.only_old, words))
                (alone(&diff.added, "only-new", &own.only_new, words))
            }
            footer { p { (words.series.made) } }
        }
    };
    frame(words, &title, STYLE, None, &body)
}

fn title(article: &Told, words: &Words) -> String {
    harmless(article.title.as_deref().unwrap_or(&words.page.untitled)).into_owned()
}

/// How much there is of everything.
fn counts(diff: &Diff, words: &Words) -> Markup {
    let own = &words.diff;
    let sum = |count: &dyn Fn(&Compared) -> usize| diff.compared.iter().map(count).sum::<usize>();
    let changed = |weights: &'static [Weight]| {
        move |article: &Compared| {
            article.changed.iter().filter(|one| weights.contains(&one.weight())).count()
        }
    };
    let counts = [
        (&own.values, sum(&changed(&[Weight::Value]))),
        (&own.others, sum(&changed(&[Weight::Meaning, Weight::Relation]))),
        (&own.gone, sum(&|article| article.gone.len())),
        (&own.added, sum(&|article| article.added.len())),
        (&own.readings, sum(&changed(&[Weight::Reading]))),
        (&own.unchanged, sum(&|article| article.unchanged)),
    ];
    html! {
        ul.counts { @for (name, count) in counts { li { (name) " " b { (count) } } } }
    }
}

/// One article that both sides have.
fn compared(article: &Compared, number: usize, is_named: bool, words: &Words) -> Markup {
    let own = &words.diff;
    let changed = |weights: &[Weight]| -> Vec<Markup> {
        let of = article.changed.iter().filter(|one| weights.contains(&one.weight()));
        of.map(|one| both(one, words)).collect()
    };
    let alone = |records: &[Record], is_old: bool| -> Vec<Markup> {
        records.iter().map(|record| one(record, is_old, words)).collect()
    };
    let sections: [(&str, &str, Vec<Markup>); 5] = [
        ("values", &own.values, changed(&[Weight::Value])),
        ("others", &own.others, changed(&[Weight::Meaning, Weight::Relation])),
        ("gone", &own.gone, alone(&article.gone, true)),
        ("added", &own.added, alone(&article.added, false)),
        ("readings", &own.readings, changed(&[Weight::Reading])),
    ];
    html! {
        section.compared id={ "a" (number) } {
            @if is_named { h2 lang="vi" { (title(&article.new, words)) } }
            (versions(article, words))
            @if !article.changes.is_empty() {
                ul.over { @for change in &article.changes { li { (over(change, words)) } } }
            }
            @for (name, heading, rows) in sections.iter().filter(|(_, _, rows)| !rows.is_empty()) {
                @let id = format!("{name}{number}");
                h3 id=(id) { (heading) ": " (rows.len()) }
                div.across tabindex="0" role="group" aria-labelledby=(id) {
                    table.(*name) {
                        thead { tr {
                            th scope="col" { (words.page.what) }
                            th scope="col" { (own.old) }
                            th scope="col" { (own.new) }
                        } }
                        tbody { @for row in rows { (row) } }
                    }
                }
            }
        }
    }
}

/// Which two versions these are.
fn versions(article: &Compared, words: &Words) -> Markup {
    let version = |name: &str, told: &Told| {
        let url = told.url.as_deref().and_then(link::web);
        let day = told.published.as_deref().map(|moment| published(moment, words));
        html! {
            span { (name) ": " (link::to(url, &harmless(&told.source))) @if let Some(day) = day { ", " (harmless(&day)) } }
        }
    };
    html! {
        p.facts { (version(&words.diff.old, &article.old)) " " (version(&words.diff.new, &article.new)) }
    }
}

/// What changed of the article itself.
fn over(change: &Change, words: &Words) -> Markup {
    html! {
        (name(change.field, words.lang)) ": "
        del { (content(change.field, &change.old, words)) } " → "
        ins { (content(change.field, &change.new, words)) }
    }
}

/// Articles of one side.
fn alone(articles: &[Alone], id: &str, heading: &str, words: &Words) -> Markup {
    html! {
        @if !articles.is_empty() {
            section.articles aria-labelledby=(id) {
                h2 id=(id) { (heading) ": " (articles.len()) }
                ol {
                    @for Alone { article, figures } in articles {
                        li {
                            cite lang="vi" { (title(article, words)) }
                            span { (harmless(&article.source)) " · " (words.page.figures) " " (figures) }
                        }
                    }
                }
            }
        }
    }
}
