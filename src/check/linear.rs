//! Testing claims takes time in proportion to their number, in paragraphs, in one sentence and in a table.
//!
//! Each text is tested at one size and at four times that size; the larger may take at most eight times
//! as long, where a quadratic step would take sixteen times.

use super::sample::{read, run};
use std::time::{Duration, Instant};

/// Below this the clock says more about the machine than about the program.
const TOO_SHORT: Duration = Duration::from_millis(50);

/// Claims that are repeated: in a sentence each, or as clauses of one.
const CLAIMS: &[&str] = &[
    "Có «953|hộ», gồm «470|hộ|part=1» ở xã và «490|hộ|part=1» ở phường",
    "Có «139/151|xã» (đạt «92,0|%»%), còn lại «12|xã»",
    "Thu «40 tỷ|đồng», bằng «59|%|attainment»% kế hoạch («67 tỷ|đồng|target»), tăng «5|%|up»% so với cùng kỳ («38 tỷ|đồng»)",
    "Năm 2022 từ «200|ha» lên «300|ha», tăng «50|%|up»%, bình quân mỗi năm «60|ha»",
    "Trong 5 năm trồng «14.250|ha», mỗi năm đều tăng «20|%|up»%, riêng tháng 3 trồng «463|ha»",
    "Có «2.400|sinh viên» tham gia khóa học, cơ cấu: nam «41|%»%, nữ «60|%»%",
];

fn timed(text: &str) -> Duration {
    let (records, article) = read(text);
    let start = Instant::now();
    run(&records, &article);
    start.elapsed()
}

fn assert_linear(text: impl Fn(usize) -> String, name: &str) {
    let (small, large) = (text(500), text(2_000));
    let mut tries = Vec::new();
    let linear = (0..3).any(|_| {
        let (short, long) = (timed(&small), timed(&large));
        tries.push((short, long));
        long < short.max(TOO_SHORT) * 8
    });
    assert!(linear, "{name}: {tries:?}");
}

#[test]
fn many_claims_in_paragraphs_and_in_one_sentence() {
    for claim in CLAIMS {
        for between in [".\n", ". ", ", ", "; "] {
            assert_linear(|n| vec![*claim; n].join(between), &format!("{claim} {between:?}"));
        }
    }
}

#[test]
fn one_total_with_many_parts() {
    let text = |n| format!("Có «953|hộ», gồm {}.", vec!["«470|hộ|part=1»"; n * 4].join(", "));
    assert_linear(text, "parts");
}
