//! The series page as a file: what stands in it, where it leads, and that hostile text stays text.
//! What it is in a browser is tested in `tests/browser`.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use de_an_06::lexicon::Lexicon;
use de_an_06::output::{Format, Lang, Look};
use de_an_06::series::Gathering;
use de_an_06::{Options, read};
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};
use snapbox::{assert_data_eq, file};

/// A page in which every text tries to be more than text.
const HOSTILE: &str = include_str!("browser/hostile.html");

/// Three articles, of which the last has no address.
const YEARS: [(Option<&str>, &str); 3] = [
    (Some("https://bao.example/2021"), "Năm 2021, tại huyện Mẫu có 12 lớp tập huấn."),
    (
        Some("https://bao.example/2022"),
        "Năm 2022, tại huyện Mẫu có trên 14 lớp tập huấn. Huyện có 4.638 hộ nghèo.",
    ),
    (
        None,
        "Năm 2023, tại huyện Mẫu có 18 lớp tập huấn. Năm 2021, tại huyện Mẫu có 13 lớp tập huấn.",
    ),
];

fn page(lang: Lang, articles: &[(Option<&str>, &str)]) -> String {
    let mut gathering = Gathering::new(Lexicon::built_in());
    for (url, article) in articles {
        let url = url.map(str::to_owned);
        let options = Options { name: "bai.html".to_owned(), url, ..Options::default() };
        gathering.add(&read(article.as_bytes(), &options).unwrap().report);
    }
    let mut bytes = Vec::new();
    let line_up = Format::named("html").unwrap().line_up.unwrap();
    line_up(&gathering.finish(), Look { lang: Some(lang), ..Look::default() }, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn years(lang: Lang) -> String {
    let articles =
        YEARS.map(|(url, text)| (url, format!("<h1>Kết quả tập huấn</h1><p>{text}</p>")));
    page(lang, &articles.each_ref().map(|(url, article)| (*url, article.as_str())))
}

fn count(page: &Html, selector: &str) -> usize {
    page.select(&Selector::parse(selector).unwrap()).count()
}

#[test]
fn three_small_articles() {
    let page = years(Lang::Vi);
    let (_, shown) = page.split_once("</head>").unwrap();
    assert_data_eq!(shown.replace("><", ">\n<"), file!["data/series.html"].raw());
}

#[test]
fn the_policy_lets_no_script_run() {
    let page = years(Lang::En);
    let style = page.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
    let policy = format!(
        "content=\"default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'\"",
        STANDARD.encode(Sha256::digest(style))
    );
    assert!(page.contains(&policy));
    assert!(!style.contains('<') && !style.contains("@import") && !style.contains("url("));
    let page = Html::parse_document(&page);
    assert_eq!(count(&page, "script, [src], link, img, iframe, object, embed, base, [style]"), 0);
}

#[test]
fn every_figure_leads_to_its_words_or_to_its_article() {
    let page = Html::parse_document(&years(Lang::Vi));
    let words = "a[href^='https://bao.example/202'][href*='#:~:text='][rel~=noopener]";
    assert_eq!(count(&page, &format!(".series {words}")), 3);
    assert_eq!(count(&page, ".series a[href='#a3']"), 2);
    assert_eq!(count(&page, ".series a"), 5);
    assert_eq!(count(&page, ".articles li[id]"), 3);
    assert_eq!(count(&page, ".articles li a"), 2);
}

#[test]
fn a_line_of_one_article_and_period_stands_apart() {
    let page = Html::parse_document(&years(Lang::Vi));
    assert_eq!(count(&page, "#lines tbody tr"), 1);
    assert_eq!(count(&page, "#lines thead th"), 4);
    assert_eq!(count(&page, "#once tbody tr"), 1);
    assert_eq!(count(&page, "#charts figure"), 1);
}

#[test]
fn nothing_to_line_up_is_said() {
    let page = page(Lang::En, &[(None, "<p>Không có con số nào trong bài viết này.</p>")]);
    assert!(page.contains("<p>The articles have no figures that could be lined up.</p>"));
    let page = Html::parse_document(&page);
    assert_eq!(count(&page, "table, .verdict-of-all, .skip, nav a[href='#charts']"), 0);
}

#[test]
fn hostile_text_stays_text() {
    let other = HOSTILE.replace("1.297", "1.279");
    let html = page(Lang::Vi, &[(None, HOSTILE), (Some("javascript:window.ran=1"), &other)]);
    let page = Html::parse_document(&html);
    assert_eq!(count(&page, "script, img, iframe, svg svg"), 0);
    assert_eq!(count(&page, "a[href^='javascript' i], a[href^='data' i], [onmouseover]"), 0);
    assert_eq!(count(&page, "style"), 1);
    assert!(count(&page, ".series tbody tr") >= 3);
    assert!(!html.contains(['\u{202e}', '\u{2066}']), "a text could turn the page round");
}

#[test]
fn a_vietnamese_page_says_nothing_in_english() {
    let page = Html::parse_document(&years(Lang::Vi));
    let words = Selector::parse("header, main, section, footer").unwrap();
    let text: String = page.select(&words).flat_map(|part| part.text()).collect();
    for english in ["target", "attained", "against", "differ", "article", "period", "Figures"] {
        assert!(!text.contains(english), "{english}");
    }
}
