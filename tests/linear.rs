//! Reading takes time in proportion to the text, however it is written.
//!
//! Each case is read at one size and at four times that size; the larger may take at most eight
//! times as long, where a quadratic step would take sixteen times. What is too short to be timed
//! is not judged.

#![allow(clippy::unwrap_used, reason = "a test may fail by a panic")]

use de_an_06::{Options, read};
use std::time::{Duration, Instant};

/// Below this the clock says more about the machine than about the program.
const TOO_SHORT: Duration = Duration::from_millis(50);

/// Reads an article of this body: how many records it has, and how long it took.
fn timed(body: &str) -> (usize, Duration) {
    let page = format!("<article><h1>Kết quả</h1>{body}</article>");
    let start = Instant::now();
    let records = read(page.as_bytes(), &Options::default()).unwrap().report.records.len();
    (records, start.elapsed())
}

/// Asserts that nearly so many records are found for each `n`, and that time grows with `n`.
#[track_caller]
fn assert_linear(n: usize, records: impl Fn(usize) -> usize, body: impl Fn(usize) -> String) {
    let (few, many) = assert_time(n, body);
    assert!(nearly_all(few, records(n)) && nearly_all(many, records(4 * n)), "{few}, {many}");
}

/// Asserts that time grows with `n`; gives the numbers of records. A busy machine gets three tries.
#[track_caller]
fn assert_time(n: usize, body: impl Fn(usize) -> String) -> (usize, usize) {
    let (small, large) = (body(n), body(4 * n));
    let (mut tries, mut found) = (Vec::new(), (0, 0));
    let linear = (0..3).any(|_| {
        let ((few, short), (many, long)) = (timed(&small), timed(&large));
        found = (few, many);
        tries.push((short, long));
        long < short.max(TOO_SHORT) * 8
    });
    assert!(linear, "a text and one four times as long: {tries:?}");
    found
}

/// Whether at least 98 of 100 numbers are records: which are no figures is judged, one by one.
fn nearly_all(found: usize, numbers: usize) -> bool {
    found <= numbers && found * 100 >= numbers * 98
}

fn paragraph(words: impl Iterator<Item = String>, between: &str) -> String {
    format!("<p>Kết quả: {}</p>", words.collect::<Vec<_>>().join(between))
}

/// `1`, `2`, … `997`, `1`, …
fn numbers(n: usize) -> impl Iterator<Item = usize> {
    (0..n).map(|i| i % 997 + 1)
}

#[test]
fn a_paragraph_of_words() {
    let words = |_| "Tỉnh đã triển khai thực hiện chương trình đào tạo nghề và".to_owned();
    assert_linear(4_000, |_| 0, |n| paragraph((0..n).map(words), " "));
}

#[test]
fn a_sentence_of_statements() {
    let words = |_| {
        "năm 2022, huyện Ba Tri đã đào tạo 1.297 người, tăng 5,2% so với cùng kỳ năm 2021"
            .to_owned()
    };
    assert_linear(500, |n| 2 * n, |n| paragraph((0..n).map(words), ", "));
}

#[test]
fn a_row_of_numbers() {
    let words = |i| format!("{i} người");
    for between in [", ", " và ", " ", "; "] {
        assert_linear(1_000, |n| n, |n| paragraph(numbers(n).map(words), between));
    }
    // A row of bare numbers is mostly judged to be no quantities.
    assert_time(1_000, |n| paragraph(numbers(n).map(|i| i.to_string()), ", "));
}

#[test]
fn figures_with_their_years() {
    let words = |i: usize| format!("{i} người năm {}", 2000 + i % 20);
    assert_linear(1_000, |n| n, |n| paragraph(numbers(n).map(words), " "));
}

#[test]
fn a_list_of_items() {
    let item = |i| format!("<li>Đào tạo được {i} người lao động.</li>");
    let list = |n| format!("<ul>{}</ul>", numbers(n).map(item).collect::<String>());
    assert_linear(1_000, |n| n, list);
}

#[test]
fn a_wide_table() {
    let cell = |i| format!("<td>{i} người</td>");
    let row = |n| format!("<table><tr>{}</tr></table>", numbers(n).map(cell).collect::<String>());
    assert_linear(1_000, |n| n, row);
}

#[test]
fn brackets() {
    let closed = |i| format!("xã đạt ({i} người)");
    assert_linear(1_000, |n| n, |n| paragraph(numbers(n).map(closed), " "));
    let numbering = |n| paragraph(numbers(n).map(|i| format!("({})", i % 9 + 1)), " ");
    assert_linear(1_000, |n| n - 1, numbering);
    let open = |i| format!("( {i} người");
    assert_linear(500, |n| n, |n| paragraph(numbers(n).map(open), " "));
}

#[test]
fn what_never_ends() {
    let dates = |n| format!("<p>Kết quả: {}</p>", "ngày 11/5/2023, ".repeat(n));
    assert_linear(2_000, |_| 0, dates);
    let items = |n| format!("<ul><li>{}</ul>", "Huyện Mẫu đã mở 5 lớp.<br><br>".repeat(n));
    assert_linear(500, |n| n, items);
    let boxes = |i| format!("<div class=c{i} id=i{i}><p>Xã có {i} ấp.</p></div>");
    assert_linear(500, |n| n, |n| (1..=n).map(boxes).collect());
    let capitals = |n| format!("<p>Kết quả: {}</p>", "ỦY BAN NHÂN DÂN TỈNH ".repeat(n));
    assert_linear(4_000, |_| 0, capitals);
}

#[test]
fn what_is_too_long_is_told() {
    let read = |body: String| read(body.as_bytes(), &Options::default()).unwrap();
    let long = read(format!("<h1>Kết quả</h1><p>{}</p>", "Xã có 5 ấp. ".repeat(2_000)));
    assert_eq!(long.report.records.len(), 2_000);
    assert!(long.report.article.blocks.iter().all(|block| block.text.len() <= 16 << 10));
    assert!(long.cut.is_empty() && long.report.warnings.len() == 2, "{:?}", long.report.warnings);
    let paragraphs =
        (0..100_010).map(|n| format!("<p>Kế hoạch {}.</p>", if n % 2 == 0 { "A" } else { "B" }));
    let paragraphs: String = paragraphs.collect();
    let many = read(format!("<h1>Kết quả</h1>{}", paragraphs));
    assert_eq!(many.report.article.blocks.len(), 100_000);
    let [cut] = many.cut.as_slice() else { panic!("{:?}", many.cut) };
    assert!(cut.starts_with("the article is longer") && many.report.warnings.contains(cut));
}

#[test]
fn runs_of_marks() {
    let behind = |mark: &'static str| move |n| format!("<p>Kết quả {} 5 người</p>", mark.repeat(n));
    for mark in [". ", ", ", "( ", ") ", ".", "tỷ ", "hơn "] {
        assert_linear(10_000, |_| 1, behind(mark));
    }
    // Behind these the number is judged to be no quantity.
    for mark in ["- ", "\" "] {
        assert_time(10_000, behind(mark));
    }
    let dashed = |n| numbers(n).map(|i| (i % 9 + 1).to_string()).collect::<Vec<_>>().join("-");
    timed(&format!("<p>Kết quả {}</p>", dashed(20_000)));
}

#[test]
fn names() {
    let guest = |i: usize| {
        let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
        format!("ông Nguyễn Văn B{}{}{}", letter(i), letter(i / 26), letter(i / 676))
    };
    let guests = |n| {
        let guests: Vec<String> = (0..n).map(guest).collect();
        format!(
            "<p>Ngày 11-5-2023, Sở Nội vụ tổ chức hội nghị. Cùng tham dự có {}</p>",
            guests.join(", ")
        )
    };
    assert_linear(2_000, |_| 0, guests);
    let document =
        |i| format!("Kế hoạch số {i}/KH-UBND của UBND tỉnh triển khai thực hiện Đề án số 6-ĐA/TU");
    assert_linear(500, |_| 0, |n| paragraph(numbers(n).map(document), "; "));
}
