//! The page of findings: what does not hold first, article by article, then everything else, and a
//! summary a kind. A figure leads to its words on the web where the address is known. There is no
//! script: nothing here needs one.

use super::frame::frame;
use super::heading::published;
use super::link;
use super::policy::STYLE;
use super::words::Words;
use crate::output::findings::{
    Checked, End, FindingsWriter, Outcome, Quoted, Summary, Told, remark,
};
use crate::output::wording::{heading, word};
use crate::output::{Lang, Look, Sentences, harmless};
use maud::{Markup, html};
use std::io::{self, Write};

/// A page in the making.
struct Findings {
    words: Words,
    articles: Vec<Checked>,
}

/// Makes the page.
pub(super) fn opening(look: Look) -> Box<dyn FindingsWriter> {
    let words = Words::of(look.lang.unwrap_or(Lang::Vi));
    Box::new(Findings { words, articles: Vec::new() })
}

impl FindingsWriter for Findings {
    fn add(&mut self, article: Checked, _out: &mut dyn Write) -> io::Result<()> {
        self.articles.push(article);
        Ok(())
    }

    fn finish(&mut self, end: &End, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(self.page(end).into_string().as_bytes())
    }
}

impl Findings {
    fn page(&self, end: &End) -> Markup {
        let Words { page, findings, .. } = &self.words;
        let title = match self.articles.as_slice() {
            [only] => self.title(only),
            _ => page.several.clone(),
        };
        let wrong = |told: &&Told| Outcome::of(told).is_wrong();
        let all = || self.articles.iter().flat_map(|article| &article.told).chain(&end.across);
        let count = all().filter(wrong).count();
        let body = html! {
            body {
                header.top {
                    p.kicker { (findings.kicker) }
                    h1 lang="vi" { (title) }
                    @if count > 0 {
                        section.failed aria-labelledby="failed" {
                            h2 id="failed" { (page.failed) ": " (count) }
                            @if end.across.iter().any(|told| wrong(&told)) {
                                h3 { (page.conflict) }
                                ul.claims { @for told in end.across.iter().filter(wrong) { (self.told(told, true)) } }
                            }
                            @for article in &self.articles { (self.some(article, wrong)) }
                        }
                    } @else {
                        p.verdict-of-all { (if all().next().is_some() { &page.all_hold } else { &page.no_claims }) }
                    }
                }
                (self.summary(&end.summary))
                @if all().any(|told| !wrong(&told)) {
                    section.other id="claims" aria-labelledby="claims-heading" {
                        h2 id="claims-heading" { (page.other_claims) }
                        @for article in &self.articles { (self.some(article, |told| !wrong(told))) }
                        @let accepted: Vec<&Told> = end.across.iter().filter(|told| !wrong(told)).collect();
                        @if !accepted.is_empty() {
                            h3 { (page.conflict) }
                            ul.claims { @for told in accepted { (self.told(told, true)) } }
                        }
                    }
                }
                footer { p { (self.words.series.made) } }
            }
        };
        frame(&self.words, &title, STYLE, None, &body)
    }

    fn title(&self, article: &Checked) -> String {
        harmless(article.title.as_deref().unwrap_or(&self.words.page.untitled)).into_owned()
    }

    /// The findings of an article that are wanted, under its title, day and source.
    fn some(&self, article: &Checked, wanted: impl Fn(&&Told) -> bool) -> Markup {
        let told: Vec<&Told> = article.told.iter().filter(wanted).collect();
        let day = article.published.as_deref().map(|moment| published(moment, &self.words));
        let url = article.url.as_deref().and_then(link::web);
        let source = harmless(&article.source);
        html! {
            @if !told.is_empty() {
                h3 lang="vi" { (self.title(article)) }
                p.facts {
                    @if let Some(day) = day { span { (harmless(&day)) } " " }
                    span { (link::to(url, &source)) }
                }
                ul.claims { @for told in told { (self.told(told, false)) } }
            }
        }
    }

    /// One finding; with the article of each figure where it is about several.
    fn told(&self, told: &Told, several: bool) -> Markup {
        let lang = self.words.lang;
        let outcome = Outcome::of(told);
        let (class, sign) = match outcome {
            Outcome::Holds | Outcome::Rounding | Outcome::Accepted => ("holds", "✓"),
            Outcome::CannotBeTold => ("cannot_be_told", "?"),
            Outcome::Contradiction | Outcome::Impossible => ("does_not_hold", "✗"),
        };
        html! {
            li class=(class) {
                p {
                    span.verdict { span aria-hidden="true" { (sign) " " } (outcome.said(lang)) }
                    " " (word("check", told.kind, lang)) ": "
                    strong { (harmless(&Sentences::of_findings().said(&told.detail, lang))) }
                }
                @if told.grade.is_some() { p { (harmless(&remark(told.kind, &told.slips, lang))) } }
                ul.quotes lang="vi" {
                    @for figure in &told.figures { li { (quote(figure, several)) } }
                }
            }
        }
    }

    fn summary(&self, summary: &Summary) -> Markup {
        let lang = self.words.lang;
        html! {
            @if !summary.kinds.is_empty() {
                section.other id="summary" aria-labelledby="summary-heading" {
                    h2 id="summary-heading" { (self.words.findings.summary) }
                    table {
                        thead { tr {
                            th scope="col" { (heading("check", lang)) }
                            @for outcome in summary.all().keys() { th scope="col" { (outcome.said(lang)) } }
                        } }
                        tbody {
                            @for (kind, counts) in &summary.kinds {
                                tr {
                                    th scope="row" { (word("check", kind, lang)) }
                                    @for outcome in summary.all().keys() {
                                        td { (counts.get(outcome).copied().unwrap_or(0)) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn quote(figure: &Quoted, several: bool) -> Markup {
    let web = figure.link.as_deref().and_then(link::web);
    let id = harmless(&figure.id);
    html! {
        @if several { (harmless(&figure.source)) " " }
        (link::to(web, &id))
        @if figure.is_cut { " …" } @else { " " }
        (harmless(&figure.prefix)) b { (harmless(&figure.text)) } (harmless(&figure.suffix))
    }
}
