//! Pages of offices and schools: what is the article's title, day, authors and text, and what is no article.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use de_an_06::article::{self, Known};
use de_an_06::page::Page;
use serde::Deserialize;

const A: &str = "Sáu tháng đầu năm, xã trồng mới 35 ha dừa, hỗ trợ 1.200 cây giống cho 84 hộ dân.";
const B: &str = "Hội Nông dân xã vận động hội viên đào 4 km mương, đắp 600 m bờ bao trước mùa mưa.";
const MENU: &str = "<div class=menu><a href=/>Trang chủ</a> <a href=/t>Tin tức</a> \
                    <a href=/v>Văn bản</a></div>";

#[derive(Deserialize)]
struct Cases {
    page: Vec<Case>,
}

/// A page, and what must be read of it; what is `None` is not asked, `""` is nothing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    about: String,
    html: String,
    #[serde(default = "yes")]
    is_article: bool,
    title: Option<String>,
    published: Option<String>,
    authors: Option<Vec<String>>,
    blocks: Option<Vec<String>>,
}

fn yes() -> bool {
    true
}

/// What was read otherwise than it must be.
fn wrong(case: &Case) -> Vec<String> {
    let filled = |text: &str, a: &str, b: &str| text.replace("$A", a).replace("$B", b);
    let body = filled(&case.html, &format!("<p>{A}</p>"), &format!("<p>{B}</p>"));
    let markup = format!("<!DOCTYPE html><html lang=vi>{}</html>", body.replace("$MENU", MENU));
    let page = Page::parse(markup.as_bytes(), None).unwrap();
    let article = article::read(&page, Known::default()).article;
    let mut wrong = Vec::new();
    if article.blocks.is_empty() == case.is_article {
        wrong.push(format!("is an article: {}", !case.is_article));
    }
    for (what, found, wanted) in
        [("title", &article.title, &case.title), ("day", &article.published, &case.published)]
    {
        let found = found.as_deref().unwrap_or_default();
        if let Some(wanted) = wanted.as_ref().filter(|wanted| *wanted != found) {
            wrong.push(format!("{what}: {found:?} instead of {wanted:?}"));
        }
    }
    if case.authors.as_ref().is_some_and(|wanted| *wanted != article.authors) {
        wrong.push(format!("authors: {:?}", article.authors));
    }
    let blocks: Vec<String> = article.blocks.into_iter().map(|block| block.text).collect();
    let wanted =
        |wanted: &Vec<String>| wanted.iter().map(|text| filled(text, A, B)).eq(blocks.clone());
    if case.blocks.as_ref().is_some_and(|blocks| !wanted(blocks)) {
        wrong.push(format!("blocks: {blocks:#?}"));
    }
    wrong
}

#[test]
fn pages_are_read_as_readers_see_them() {
    let cases: Cases = toml::from_str(include_str!("pages/pages.toml")).unwrap();
    let told = cases.page.iter().flat_map(|case| {
        wrong(case).into_iter().map(move |wrong| format!("{}\n    {wrong}", case.about))
    });
    let told: Vec<String> = told.collect();
    assert!(told.is_empty(), "{} mistakes\n{}", told.len(), told.join("\n"));
}
