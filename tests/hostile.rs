//! Markup that takes parsers minutes or their stack gives its text at once.
//!
//! Each page is read to its article within a second; a build without optimisation gets ten.

#![allow(clippy::unwrap_used, reason = "a test may fail by a panic")]

use de_an_06::article::{self, Known};
use de_an_06::page::Page;
use std::thread;
use std::time::{Duration, Instant};

const SENTENCE: &str = "Trong năm, huyện đã mở 12 lớp đào tạo nghề cho 350 lao động nông thôn.";
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 1 });

/// What a walk that calls itself would run out of.
const STACK: usize = 256 << 10;

/// Asserts that the sentence is in the article, and that it took no longer than allowed.
#[track_caller]
fn assert_read(page: &str) {
    let article = read_in_time(page);
    let head: String = page.chars().take(40).collect();
    let is_read = article.article.blocks.iter().any(|block| block.text.contains(SENTENCE));
    assert!(is_read, "{head}: {:?}", article.article.blocks.first());
}

/// What is read of a page, which took no longer than allowed.
#[track_caller]
fn read_in_time(page: &str) -> article::Reading {
    let bytes = page.to_owned().into_bytes();
    let read = move || article::read(&Page::parse(&bytes, None).unwrap(), Known::default());
    let start = Instant::now();
    let reader = thread::Builder::new().stack_size(STACK).spawn(read).unwrap();
    let article = reader.join().unwrap();
    let time = start.elapsed();
    let head: String = page.chars().take(40).collect();
    assert!(time < LONGEST, "{head}: {time:?}");
    article
}

#[test]
fn nested_100_000_deep() {
    for (open, close) in [
        ("<div>", "</div>"),
        ("<ul><li>", "</li></ul>"),
        ("<blockquote>", ""),
        ("<span>", "</span>"),
        ("<table><tr><td>", ""),
        ("<svg><g>", ""),
        ("<p><b>", ""),
    ] {
        let inside = format!("<p>{SENTENCE}</p>");
        assert_read(&[&open.repeat(100_000), &inside, &*close.repeat(100_000)].concat());
    }
}

#[test]
fn unclosed_formatting_4_000_times() {
    for tag in ["<b>", "<b><i>", "<font color=red>", "<b>\n<p>", "<b><a name=x>"] {
        assert_read(&(tag.repeat(4_000) + SENTENCE));
    }
    let numbered: String = (0..4_000).map(|n| format!("<b a{n}><i b{n}>")).collect();
    assert_read(&(numbered + "</b>" + SENTENCE));
}

#[test]
fn attributes_50_000_on_a_tag() {
    let attributes: String = (0..50_000).map(|n| format!(" a{n}=\"x\"")).collect();
    assert_read(&format!("<p{attributes}>{SENTENCE}</p>"));
    assert_read(&format!("<p class=\"{}\">{SENTENCE}</p>", "sapo ".repeat(50_000)));
}

#[test]
fn markup_behind_what_looks_like_code() {
    for start in [
        "<svg><style>",
        "<svg><script>",
        "<math><textarea>",
        "<!-->",
        "<?php '<!--' ?>",
        "<xmp></xmp>",
    ] {
        assert_read(&(start.to_owned() + &"<div>".repeat(50_000) + "<p>" + SENTENCE));
    }
    for inside in ["<", "</", "<!--", "<script", "<!--<script>", "</scripts>"] {
        assert_read(&format!(
            "<script>{}</script>--></script><p>{SENTENCE}",
            inside.repeat(200_000)
        ));
    }
}

#[test]
fn attributes_of_the_page_50_000() {
    for tag in ["body", "html", "BODY"] {
        let tags: String = (0..50_000).map(|n| format!("<{tag} a{n}=x>")).collect();
        assert_read(&format!("{tags}<p>{SENTENCE}</p>"));
    }
}

#[test]
fn days_50_000() {
    for day in [
        "<span class=date>11/05/2023 13:41</span> ",
        "<time datetime=\"2023-05-11T13:41\">11/05/2023</time>",
        "<time datetime=\"2023-05-11T13:41Z\">11/05/2023</time><br><br>",
        "<p>Ngày 11/5/2023 - 13:41</p>",
    ] {
        let days = day.repeat(50_000);
        assert_read(&format!("<h1>Kết quả</h1>{days}<article><p>{SENTENCE}</p></article>"));
    }
}

#[test]
fn what_the_page_says_of_itself_50_000_times() {
    let many = |start: &str, item: &dyn Fn(usize) -> String, end: &str| {
        let items: String = (0..50_000).map(item).collect();
        let article = format!("<article><h1>Kết quả</h1><p>{SENTENCE}</p></article>");
        assert_read(&format!("{start}{items}{end}{article}"));
    };
    let data = "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"author\":[";
    many(data, &|n| format!("{{\"@id\":\"{n}\"}},"), "1]}</script>");
    many(data, &|n| format!("\"Nguyễn {n}\","), "1]}</script>");
    many("<title>", &|_| "Kết quả - ".to_owned(), "</title>");
    many("<title>A: : : : : : B</title>", &|_| "<h1>A</h1>".to_owned(), "");
    many("", &|n| format!("<x{n}>Xã</x{n}>"), "");
}

#[test]
fn cells_that_span_all_numbers() {
    let cell = format!("<td colspan={0} rowspan={0}>5", usize::MAX);
    assert_read(&format!("<table><tr><td>5{cell}{cell}<tr><td>7</table><p>{SENTENCE}</p>"));
}

#[test]
fn siblings_100_000() {
    for item in ["<p>Xã có 5 ấp.</p>", "<h1>Xã</h1>", "<tr><td>5<td>6", "<br>", "<i>5</i>", "&amp;"]
    {
        assert_read(&format!("<article>{}<p>{SENTENCE}</p></article>", item.repeat(100_000)));
    }
}

#[test]
fn headings_of_portals_and_pieces_of_words_20_000() {
    let divided = "a - ".repeat(480);
    let links = "<h3><a href=x>Xã xây 3 cầu</a></h3>".repeat(20_000);
    read_in_time(&format!("<title>{divided}</title>{links}<p>{SENTENCE}</p>"));
    let loose = "Xã có 5 ấp<div>x</div>".repeat(20_000);
    read_in_time(&format!("<div>{loose}</div><article><p>{SENTENCE}</p></article>"));
    for (before, piece) in [("", "<b>ă</b>"), (&*"9".repeat(200_000), "<sup>2</sup>")] {
        let pieces = piece.repeat(20_000);
        read_in_time(&format!("<article><p>{before}{pieces}</p><p>{SENTENCE}</p></article>"));
    }
    let name = "Nguyễn Văn ".repeat(20_000);
    read_in_time(&format!("<meta name=author content=\"{name}\"><p>{SENTENCE}</p>"));
}

#[test]
fn signatures_20_000() {
    let lines = ["UBND HUYỆN MẪU", "Số: 5/BC-UBND", "Mẫu, ngày 5 tháng 6 năm 2023", "BÁO CÁO"];
    let header: String = lines.iter().map(|line| format!("<p>{line}</p>")).collect();
    let signatures = "<p>CHỦ TỊCH</p>".repeat(20_000);
    read_in_time(&format!("{header}{signatures}<p>{SENTENCE}</p>"));
    read_in_time(&format!(
        "{header}<p>{SENTENCE}</p><table><tr><td><p>Nơi nhận:</p>{signatures}</table>"
    ));
}
