//! The evidence page as a file: what stands in it, what can run in it, and that hostile text stays
//! text. What it does in a browser is tested in `tests/browser`.

#![allow(clippy::unwrap_used, reason = "a test may fail by a panic")]

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use de_an_06::lexicon::Lexicon;
use de_an_06::output::{Format, Lang, Look, Way};
use de_an_06::{Options, read};
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};
use snapbox::{assert_data_eq, file};
use std::fs;
use std::process::Command;

const SEED: &str = "fixtures/so-ket-de-an-06/page.html";

/// A page in which every text tries to be more than text.
const HOSTILE: &str = include_str!("browser/hostile.html");

fn page(lang: Lang, pages: &[&str]) -> String {
    let look = Look { lang: Some(lang), ..Look::default() };
    let Way::Stream(open) = Format::named("html").unwrap().way else { panic!("it is a stream") };
    let mut writer = open(look, Lexicon::built_in());
    let mut bytes = Vec::new();
    for page in pages {
        let options = Options { name: "bai.html".to_owned(), ..Options::default() };
        writer.add(&read(page.as_bytes(), &options).unwrap().report, &mut bytes).unwrap();
    }
    writer.finish(&mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// Every fixture that holds an article.
fn fixtures() -> Vec<String> {
    let folders = fs::read_dir("fixtures").unwrap().map(|folder| folder.unwrap().path());
    let pages = folders.filter_map(|folder| fs::read_to_string(folder.join("page.html")).ok());
    pages.filter(|page| read(page.as_bytes(), &Options::default()).is_ok()).collect()
}

fn count(page: &Html, selector: &str) -> usize {
    page.select(&Selector::parse(selector).unwrap()).count()
}

/// What stands between two marks, the last of which is the first behind the first.
fn between<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
    page.split_once(start).unwrap().1.split_once(end).unwrap().0
}

#[test]
fn a_small_page() {
    let article = "<h1>Sơ kết công tác tập huấn</h1><p>Năm 2022, huyện Mẫu đã mở 14 lớp tập huấn cho \
        1.297 lượt người, vượt chỉ tiêu đề ra (1.200 lượt người).</p>";
    let page = page(Lang::Vi, &[article]);
    let mut shown = page.clone();
    for part in [between(&page, "<style>", "</style>"), page.rsplit("<script>").next().unwrap()] {
        shown = shown.replace(part, "…");
    }
    let policy = between(&page, "content=\"default-src", "\"");
    let shown = shown.replace(policy, "…").replace(env!("CARGO_PKG_VERSION"), "…");
    let shown = shown.replace("><", ">\n<");
    assert_data_eq!(shown, file!["data/evidence.html"].raw());
}

#[test]
fn the_policy_names_the_one_script_and_the_one_style() {
    let page = page(Lang::Vi, &[&fs::read_to_string(SEED).unwrap()]);
    let hash = |content: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content)));
    let style = hash(between(&page, "<style>", "</style>"));
    let script = hash(between(&page, "<script>", "</script>"));
    let policy = between(&page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
    assert_eq!(
        policy,
        format!(
            "default-src 'none'; script-src {script}; style-src {style}; base-uri 'none'; form-action 'none'"
        )
    );
}

#[test]
fn every_figure_has_its_words_and_its_row() {
    let html = page(Lang::En, &[&fs::read_to_string(SEED).unwrap()]);
    let page = Html::parse_document(&html);
    assert_eq!(count(&page, "html[lang=en] article[lang=vi] a.figure[href] > mark"), 17);
    assert_eq!(count(&page, "#rows > tbody > tr"), 17);
    for number in 1..=17 {
        assert_eq!(count(&page, &format!("article a#w{number}[href='#r{number}']")), 1);
        assert_eq!(count(&page, &format!("tr#r{number} a[href='#w{number}']")), 1);
    }
    assert_eq!(count(&page, ".chart svg"), 5);
    assert!(html.len() < 1_000_000, "{} bytes", html.len());
}

#[test]
fn no_figure_of_any_fixture_is_left_out() {
    let pages = fixtures();
    let html = page(Lang::Vi, &pages.iter().map(String::as_str).collect::<Vec<_>>());
    let page = Html::parse_document(&html);
    let rows = count(&page, "#rows > tbody > tr");
    assert!(rows > 150, "{rows} figures");
    for number in 1..=rows {
        assert_eq!(count(&page, &format!("article a#w{number} > mark")), 1, "w{number}");
    }
    assert_eq!(count(&page, "article"), pages.len());
    assert_eq!(count(&page, "nav.articles li"), pages.len());
}

#[test]
fn nothing_comes_from_a_network() {
    let html = page(Lang::Vi, &[&fs::read_to_string(SEED).unwrap()]);
    let page = Html::parse_document(&html);
    assert_eq!(count(&page, "[src], link, img, iframe, object, embed, base, audio, video"), 0);
    assert_eq!(count(&page, "[style], [onclick], [onload], [onerror]"), 0);
}

#[test]
fn hostile_text_stays_text() {
    let html = page(Lang::Vi, &[HOSTILE, HOSTILE]);
    let page = Html::parse_document(&html);
    assert_eq!(count(&page, "script"), 2);
    assert_eq!(count(&page, "style"), 1);
    assert_eq!(count(&page, "img, iframe, a[href^='javascript' i], a[href^='data' i]"), 0);
    let figures = count(&page, "article a.figure");
    assert!(figures >= 6 && figures == count(&page, "#rows > tbody > tr"), "{figures} figures");
    let hidden = ['\u{202e}', '\u{2066}'];
    let data = between(&html, "id=\"data\">", "</script>");
    assert!(!html.replace(data, "").contains(hidden), "a text could turn the page round");
    assert!(!data.contains('<'));
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    assert_eq!(data["records"].as_array().unwrap().len(), figures);
}

#[test]
fn a_vietnamese_page_says_nothing_in_english() {
    let pages = fixtures();
    let html = page(Lang::Vi, &pages.iter().map(String::as_str).collect::<Vec<_>>());
    let page = Html::parse_document(&html);
    let words = Selector::parse("header, main, section, footer").unwrap();
    let text: String = page.select(&words).flat_map(|part| part.text()).collect();
    for english in
        ["actual", "the text", " holds", "figure", "target", "checked", " named", "page "]
    {
        assert!(!text.contains(english), "{english}");
    }
}

#[test]
#[ignore = "needs a browser: .ci/browser installs one and runs these"]
fn in_a_browser() {
    let run = Command::new(".ci/browser").arg(env!("CARGO_BIN_EXE_de-an-06")).status().unwrap();
    assert!(run.success());
}
