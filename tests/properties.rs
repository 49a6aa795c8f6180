//! What holds of every number and every text, tried on many of them.

use de_an_06::mention::number_in;
use de_an_06::{Options, Report, read};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// `1297` → `1.297`.
fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// A number below ten thousand in words, as it is written on a cheque.
fn words(n: usize) -> String {
    let (thousands, hundreds, rest) = (n / 1000, n / 100 % 10, n % 100);
    let mut out = Vec::new();
    if thousands > 0 {
        out.extend([DIGITS[thousands], "nghìn"]);
    }
    if hundreds > 0 || thousands > 0 && rest > 0 {
        out.extend([DIGITS[hundreds], "trăm"]);
    }
    let larger = !out.is_empty();
    match (rest / 10, rest % 10) {
        (0, 0) if larger => {}
        (0, ones) if larger => out.extend(["linh", DIGITS[ones]]),
        (0, ones) => out.push(DIGITS[ones]),
        (1, 0) => out.push("mười"),
        (1, 5) => out.extend(["mười", "lăm"]),
        (1, ones) => out.extend(["mười", DIGITS[ones]]),
        (tens, 0) => out.extend([DIGITS[tens], "mươi"]),
        (tens, 1) => out.extend([DIGITS[tens], "mươi", "mốt"]),
        (tens, 5) => out.extend([DIGITS[tens], "mươi", "lăm"]),
        (tens, ones) => out.extend([DIGITS[tens], "mươi", DIGITS[ones]]),
    }
    out.join(" ")
}

fn value(phrase: &str) -> Option<Decimal> {
    number_in(phrase).map(|amount| amount.value)
}

/// A report on one paragraph.
fn report(paragraph: &str) -> Option<Report> {
    let escaped = paragraph.replace('&', "&amp;").replace('<', "&lt;");
    let page = format!("<article><h1>Tin trong tỉnh</h1><p>{escaped}</p></article>");
    let options = Options { published: Some("2023-07-15".into()), ..Options::default() };
    read(page.as_bytes(), &options).ok().map(|reading| reading.report)
}

#[test]
fn every_number_below_ten_thousand_is_read_in_words() {
    let wrong: Vec<_> = (0..10_000)
        .map(|n| (n, words(n)))
        .filter(|(n, written)| value(written) != Some(Decimal::from(*n)))
        .collect();
    assert!(wrong.is_empty(), "{} of 10000: {:?}", wrong.len(), &wrong[..wrong.len().min(20)]);
}

/// Syllables, digits and marks of which reports are made, in any order.
fn piece() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "năm",
        "tháng",
        "quý",
        "ngày",
        "giờ",
        "hai",
        "ba",
        "mười",
        "mươi",
        "trăm",
        "nghìn",
        "triệu",
        "tỷ",
        "rưỡi",
        "phần",
        "một",
        "nửa",
        "đồng",
        "người",
        "hộ",
        "xã",
        "%",
        "từ",
        "đến",
        "lên",
        "xuống",
        "còn",
        "tăng",
        "giảm",
        "đạt",
        "là",
        "và",
        "trong",
        "đó",
        "hơn",
        "trên",
        "dưới",
        "gần",
        "khoảng",
        "thứ",
        "lần",
        "điều",
        "khoản",
        "số",
        "kế",
        "hoạch",
        "cuối",
        "đầu",
        "qua",
        "tới",
        "nay",
        "Ba",
        "Tri",
        "UBND",
        "KH",
        "USD",
        "$",
        "K",
        "m2",
        "ha",
        "vạn",
        "chục",
        "phẩy",
        "âm",
        "giữa",
        "thứ hai",
        "chủ nhật",
        "mùa hè",
        "tuần này",
        "kém",
    ]);
    let marks = prop::sample::select(vec![
        ".", ",", ";", ":", "(", ")", "-", "–", "/", "\"", "…", "!", " ", "\u{a0}", "\u{200b}",
        "１", "²", "\u{301}", "₫",
    ]);
    prop_oneof![
        4 => words.prop_map(|word| format!(" {word}")),
        2 => "[0-9]{1,5}([.,/-][0-9]{1,4}){0,2}",
        2 => marks.prop_map(str::to_owned),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..<_>::default() })]

    #[test]
    fn digits_are_read_back(whole in 1u64..10_000_000_000, part in 1u32..100) {
        let part = format!("{part:02}");
        let decimal: Decimal = format!("{whole}.{part}").parse().unwrap();
        prop_assert_eq!(value(&grouped(whole)), Some(Decimal::from(whole)));
        prop_assert_eq!(value(&grouped(whole).replace('.', " ")), Some(Decimal::from(whole)));
        prop_assert_eq!(value(&whole.to_string()), Some(Decimal::from(whole)));
        prop_assert_eq!(value(&format!("{},{part}", grouped(whole))), Some(decimal));
    }

    #[test]
    fn scales_multiply(whole in 1u64..1000, part in 1u32..10) {
        let number: Decimal = format!("{whole}.{part}").parse().unwrap();
        for (scale, times) in
            [("nghìn", 1_000u64), ("triệu", 1_000_000), ("tỷ", 1_000_000_000), ("nghìn tỷ", 1_000_000_000_000)]
        {
            let amount = number_in(&format!("{whole},{part} {scale} đồng")).unwrap();
            prop_assert_eq!(amount.value, number * Decimal::from(times));
            prop_assert_eq!(amount.unit.as_deref(), Some("vnd"));
        }
    }

    #[test]
    fn a_range_keeps_both_ends(low in 1u64..5_000, more in 1u64..5_000) {
        let (from, to) = (grouped(low), grouped(low + more));
        for written in [format!("{from} - {to} hộ"), format!("từ {from} đến {to} hộ")] {
            let amount = number_in(&written).unwrap();
            prop_assert_eq!((amount.value, amount.high), (low.into(), Some((low + more).into())));
        }
    }

    #[test]
    fn any_text_is_read_and_every_span_slices_back(pieces in prop::collection::vec(piece(), 0..40)) {
        let text = pieces.concat();
        if let Some(report) = report(&text) {
            for record in &report.records {
                let block = &report.article.blocks[record.source.block].text;
                let words: String = block
                    .chars()
                    .skip(record.source.start)
                    .take(record.source.end - record.source.start)
                    .collect();
                prop_assert_eq!(&words, &record.source.text);
                prop_assert!(record.high.is_none_or(|high| high > record.value));
            }
        }
        let _ = number_in(&text);
    }
}
