//! Official papers: what their header says is the article's, and no line of it is a block.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use de_an_06::article::{self, Article, Known, PaperKind};
use de_an_06::page::Page;
use de_an_06::record::Record;
use de_an_06::{Options, read};
use serde::Deserialize;

#[derive(Deserialize)]
struct Cases {
    paper: Vec<Case>,
}

/// A page or a text, and what must be read of it; what is `None` is not asked, `""` is nothing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    about: String,
    text: Option<String>,
    html: Option<String>,
    #[serde(default = "yes")]
    is_paper: bool,
    number: Option<String>,
    kind: Option<String>,
    issuer: Option<String>,
    day: Option<String>,
    place: Option<String>,
    subject: Option<String>,
    title: Option<String>,
    published: Option<String>,
    publisher: Option<String>,
    blocks: Option<Vec<String>>,
    /// Value, unit and role of every figure.
    roles: Option<Vec<String>>,
}

fn yes() -> bool {
    true
}

fn article_of(markup: &str) -> Article {
    article::read(&Page::parse(markup.as_bytes(), None).unwrap(), Known::default()).article
}

fn role(record: &Record) -> String {
    let unit = record.unit.as_deref().unwrap_or_default();
    format!("{} {unit} {}", record.value, record.role.as_str())
}

/// What was read otherwise than it must be.
fn wrong(case: &Case) -> Vec<String> {
    let markup = case.text.as_ref().or(case.html.as_ref()).unwrap();
    let article = article_of(markup);
    let paper = article.document.clone().unwrap_or_default();
    let key = |kind: PaperKind| serde_json::to_value(kind).unwrap().as_str().map(str::to_owned);
    let mut wrong = Vec::new();
    if article.document.is_some() != case.is_paper {
        wrong.push(format!("is a paper: {}", article.document.is_some()));
    }
    for (what, found, wanted) in [
        ("number", &paper.number, &case.number),
        ("kind", &paper.kind.and_then(key), &case.kind),
        ("issuer", &paper.issuer, &case.issuer),
        ("day", &paper.day, &case.day),
        ("place", &paper.place, &case.place),
        ("subject", &paper.subject, &case.subject),
        ("title", &article.title, &case.title),
        ("published", &article.published, &case.published),
        ("publisher", &article.publisher, &case.publisher),
    ] {
        let found = found.as_deref().unwrap_or_default();
        if let Some(wanted) = wanted.as_ref().filter(|wanted| *wanted != found) {
            wrong.push(format!("{what}: {found:?} instead of {wanted:?}"));
        }
    }
    let blocks: Vec<String> = article.blocks.into_iter().map(|block| block.text).collect();
    if case.blocks.as_ref().is_some_and(|wanted| *wanted != blocks) {
        wrong.push(format!("blocks: {blocks:#?}"));
    }
    if let Some(wanted) = &case.roles {
        let records = read(markup.as_bytes(), &Options::default()).unwrap().report.records;
        let roles: Vec<String> = records.iter().map(role).collect();
        if *wanted != roles {
            wrong.push(format!("roles: {roles:#?}"));
        }
    }
    wrong
}

#[test]
fn papers_are_read_and_news_about_them_are_none() {
    let cases: Cases = toml::from_str(include_str!("papers/papers.toml")).unwrap();
    let told = cases.paper.iter().flat_map(|case| {
        wrong(case).into_iter().map(move |wrong| format!("{}\n    {wrong}", case.about))
    });
    let told: Vec<String> = told.collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}
