//! One document for all articles: their findings, where they differ, and a summary a kind.

use super::sentence::sentence;
use super::told::{Checked, Quoted, Told};
use super::{End, FindingsWriter};
use crate::check::{Grade, Slip, Verdict};
use crate::output::Lang;
use crate::output::json::document;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Name and version of the document's shape.
const SCHEMA: &str = "de-an-06/check/1";

/// The articles so far.
#[derive(Debug, Default)]
pub(in crate::output) struct Json {
    articles: Vec<Checked>,
}

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    articles: Vec<Article<'a>>,
    across: Vec<Said<'a>>,
    summary: Vec<Kind>,
}

#[derive(Serialize)]
struct Article<'a> {
    source: &'a str,
    title: Option<&'a str>,
    published: Option<&'a str>,
    url: Option<&'a str>,
    claims: usize,
    findings: Vec<Said<'a>>,
}

#[derive(Serialize)]
struct Said<'a> {
    kind: &'static str,
    holds: Verdict,
    grade: Option<Grade>,
    accepted: bool,
    detail: &'a str,
    expected: Expected,
    slips: &'a [Slip],
    figures: Vec<Figure<'a>>,
}

#[derive(Serialize)]
struct Expected {
    vi: String,
    en: String,
}

#[derive(Serialize)]
struct Figure<'a> {
    source: &'a str,
    id: &'a str,
    text: &'a str,
    prefix: &'a str,
    suffix: &'a str,
    sentence: &'a str,
    link: Option<&'a str>,
}

/// How many findings of a kind came to what.
#[derive(Serialize)]
struct Kind {
    kind: &'static str,
    claims: usize,
    outcomes: BTreeMap<&'static str, usize>,
}

impl FindingsWriter for Json {
    fn add(&mut self, article: Checked, _out: &mut dyn Write) -> io::Result<()> {
        self.articles.push(article);
        Ok(())
    }

    fn finish(&mut self, end: &End, out: &mut dyn Write) -> io::Result<()> {
        let kinds = end.summary.kinds.iter().map(|(kind, outcomes)| Kind {
            kind,
            claims: outcomes.values().sum(),
            outcomes: outcomes.iter().map(|(outcome, n)| (outcome.as_str(), *n)).collect(),
        });
        let document_of_all = Document {
            schema: SCHEMA,
            articles: self.articles.iter().map(article).collect(),
            across: end.across.iter().map(said).collect(),
            summary: kinds.collect(),
        };
        document(&document_of_all, out)
    }
}

fn article(article: &Checked) -> Article<'_> {
    Article {
        source: &article.source,
        title: article.title.as_deref(),
        published: article.published.as_deref(),
        url: article.url.as_deref(),
        claims: article.claims,
        findings: article.told.iter().map(said).collect(),
    }
}

fn said(told: &Told) -> Said<'_> {
    let figure = |figure| {
        let Quoted { source, id, text, prefix, suffix, sentence, link, .. }: &Quoted = figure;
        Figure { source, id, text, prefix, suffix, sentence, link: link.as_deref() }
    };
    Said {
        kind: told.kind,
        holds: told.holds,
        grade: told.grade,
        accepted: told.accepted,
        detail: &told.detail,
        expected: Expected { vi: sentence(told, Lang::Vi), en: sentence(told, Lang::En) },
        slips: &told.slips,
        figures: told.figures.iter().map(figure).collect(),
    }
}
