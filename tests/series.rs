//! Articles lined up: the three fixtures on one scheme, and short articles one beside the other.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use de_an_06::lexicon::Lexicon;
use de_an_06::output::{Format, Look, Way};
use de_an_06::series::{Cell, Figure, Gathering, Line, Series, Stored};
use de_an_06::{Options, read};
use std::fmt::Write;

fn series<'a>(pages: impl IntoIterator<Item = &'a [u8]>) -> Series {
    let mut gathering = Gathering::new(Lexicon::built_in());
    for (number, page) in pages.into_iter().enumerate() {
        let name = char::from(b'a' + u8::try_from(number).unwrap()).to_string();
        gathering.add(&read(page, &Options { name, ..Options::default() }).unwrap().report);
    }
    gathering.finish()
}

/// One line a line: its words, then its cells as `period: results / targets = attainment, change`.
fn print(series: &Series) -> String {
    let mut out = String::new();
    for line in &series.lines {
        let Line { indicator, unit, place, .. } = line;
        let words = [Some(indicator), unit.as_ref(), place.as_ref()];
        let words: Vec<_> = words.into_iter().flatten().map(String::as_str).collect();
        writeln!(out, "{}", words.join(", ")).unwrap();
        for cell in &line.cells {
            writeln!(out, "  {}", self::cell(series, cell)).unwrap();
        }
    }
    out
}

fn cell(series: &Series, cell: &Cell) -> String {
    let figures = |figures: &[Figure]| {
        let told =
            figures.iter().map(|f| format!("{} ({})", f.text, series.articles[f.article].source));
        told.collect::<Vec<_>>().join(", ")
    };
    let mut out = format!("{}: {}", series.periods[cell.period].label, figures(&cell.results));
    if !cell.targets.is_empty() {
        write!(out, " / {}", figures(&cell.targets)).unwrap();
    }
    if let Some(attainment) = cell.attainment {
        write!(out, " = {attainment} %").unwrap();
    }
    if let Some(change) = &cell.change {
        let from = &series.periods[change.from].label;
        let percent = change.percent.map_or(String::new(), |percent| format!(", {percent} %"));
        write!(out, ", {} since {from}{percent}", change.by).unwrap();
    }
    if cell.conflict {
        out.push_str(", conflict");
    }
    out
}

#[test]
fn three_years_of_one_scheme_are_lined_up() {
    let pages = [2021, 2022, 2023].map(|year| {
        let root = env!("CARGO_MANIFEST_DIR");
        std::fs::read(format!("{root}/fixtures/de-an-nghe-{year}/page.html")).unwrap()
    });
    let printed = print(&series(pages.iter().map(Vec::as_slice)));
    snapbox::assert_data_eq!(printed, snapbox::file!["series/de-an-nghe.txt"]);
}

#[test]
fn figures_are_lined_up_by_name_unit_place_and_period() {
    for (articles, lined_up) in [
        (
            &[
                "Năm 2021, tỉnh Bến Tre có 120 hộ nghèo.",
                "Năm 2021, tỉnh Trà Vinh có 180 hộ nghèo.",
            ][..],
            "hộ nghèo, hộ nghèo, tỉnh Bến Tre\n  2021: 120 (a)\nhộ nghèo, hộ nghèo, tỉnh Trà Vinh\n  2021: 180 (b)\n",
        ),
        (
            &["Năm 2021, tỉnh Bến Tre có 123 hộ nghèo.", "Năm 2021, tỉnh Bến Tre có 132 hộ nghèo."],
            "hộ nghèo, hộ nghèo, tỉnh Bến Tre\n  2021: 123 (a), 132 (b), conflict\n",
        ),
        (
            &["Năm 2021, có hơn 4.600 học viên tham gia.", "Năm 2021, có 4.638 học viên tham gia."],
            "học viên tham gia, học viên\n  2021: 4.600 (a), 4.638 (b)\n",
        ),
        (
            &["Năm 2021, có 4.683 học viên tham gia.", "Năm 2021, có 4.638 học viên tham gia."],
            "học viên tham gia, học viên\n  2021: 4.683 (a), 4.638 (b)\n",
        ),
        (
            &["Năm 2021, có 4.600 học viên tham gia.", "Năm 2021, có 4.638 học viên tham gia."],
            "học viên tham gia, học viên\n  2021: 4.600 (a), 4.638 (b)\n",
        ),
        (
            &["Năm 2021, có 25/28 xã đạt chuẩn.", "Năm 2022, có 26/28 xã đạt chuẩn."],
            "xã đạt chuẩn, xã\n  2021: 25/28 (a)\n  2022: 26/28 (b)\n",
        ),
        (
            &["Có 4.600 học viên tham gia.", "Có 4.638 học viên tham gia."],
            "học viên tham gia, học viên\n  ?: 4.600 (a), 4.638 (b)\n",
        ),
        (
            &["Năm 2021, có 40 học viên tham gia.", "Năm 2022, có hơn 50 học viên tham gia."],
            "học viên tham gia, học viên\n  2021: 40 (a)\n  2022: 50 (b)\n",
        ),
        (
            &["Năm 2021, có 40 học viên tham gia.", "Năm 2022, số học viên tăng 12%."],
            "học viên tham gia, học viên\n  2021: 40 (a)\n",
        ),
        (
            &[
                "Sáu tháng đầu năm 2021, có 40 học viên tham gia.",
                "Năm 2022, có 46 học viên tham gia.",
            ],
            "học viên tham gia, học viên\n  01–06/2021: 40 (a)\n  2022: 46 (b)\n",
        ),
    ] {
        let pages: Vec<String> =
            articles.iter().map(|article| format!("<h1>Kết quả</h1><p>{article}</p>")).collect();
        let printed = print(&series(pages.iter().map(String::as_bytes)));
        assert_eq!(printed, lined_up, "{articles:?}");
    }
}

/// Attainment and change are of figures of one period and place.
#[test]
fn what_is_of_another_period_is_not_computed_with() {
    for articles in [
        &["Chín tháng đầu năm 2021, có 40 học viên tham gia (kế hoạch năm 2021 là 60 học viên)."][..],
        &[
            "6 tháng đầu năm 2021, thu ngân sách 239 tỷ đồng, đạt 47,8% kế hoạch năm 2021 (500 tỷ đồng).",
        ],
        &["Năm 2021, có 25/28 xã đạt chuẩn.", "Năm 2022, có 26/30 xã đạt chuẩn."],
    ] {
        let pages: Vec<String> =
            articles.iter().map(|article| format!("<h1>Kết quả</h1><p>{article}</p>")).collect();
        let series = series(pages.iter().map(String::as_bytes));
        for cell in series.lines.iter().flat_map(|line| &line.cells) {
            let computed = cell.change.is_some() || cell.conflict;
            let whole_year = series.periods[cell.period].label == "2021";
            assert!(!computed && (cell.attainment.is_none() || whole_year), "{}", print(&series));
        }
    }
}

#[test]
fn what_was_stored_lines_up_as_what_is_read() {
    let pages = [
        (
            "a.txt",
            "Huyện Gò Lau mở lớp\n\nNăm 2021, huyện Gò Lau mở 24 lớp dạy nghề (kế hoạch 20 lớp).",
        ),
        ("b.txt", "Huyện Gò Lau mở lớp\n\nNăm 2022, huyện Gò Lau mở 26,5 lớp dạy nghề."),
    ];
    let reports = pages.map(|(name, text)| {
        let options = Options { name: name.into(), ..Options::default() };
        read(text.as_bytes(), &options).unwrap().report
    });
    let written = |format: &str| {
        let Way::Stream(open) = Format::named(format).unwrap().way else { panic!("{format}") };
        let mut writer = open(Look::default(), Lexicon::built_in());
        let mut bytes = Vec::new();
        reports.iter().for_each(|report| writer.add(report, &mut bytes).unwrap());
        String::from_utf8(bytes).unwrap()
    };
    let mut fresh = Gathering::new(Lexicon::built_in());
    reports.iter().for_each(|report| fresh.add(report));
    let fresh = fresh.finish();
    for format in ["json", "jsonl"] {
        let text = written(format);
        assert!(Stored::is_one(text.as_bytes()), "{format}");
        let stored = Stored::read(&text).unwrap();
        assert_eq!(stored.len(), 2, "{format}");
        let mut gathering = Gathering::new(Lexicon::built_in());
        stored.iter().for_each(|stored| gathering.add_stored(stored));
        assert_eq!(gathering.finish().lines, fresh.lines, "{format}");
    }
}
