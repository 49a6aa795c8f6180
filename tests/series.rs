//! Articles lined up: the three fixtures on one scheme, and short articles one beside the other.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use de_an_06::lexicon::Lexicon;
use de_an_06::output::{self, Format, Lang, Look, Way};
use de_an_06::series::{Cell, Figure, Gathering, Line, Series};
use de_an_06::stored::Stored;
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
                "Năm 2021, ở tỉnh Bến Tre có 120 hộ nghèo.",
                "Năm 2021, ở tỉnh Trà Vinh có 180 hộ nghèo.",
            ][..],
            "hộ nghèo, hộ nghèo, tỉnh Bến Tre\n  2021: 120 (a)\nhộ nghèo, hộ nghèo, tỉnh Trà Vinh\n  2021: 180 (b)\n",
        ),
        (
            &[
                "Năm 2021, ở tỉnh Bến Tre có 123 hộ nghèo.",
                "Năm 2021, ở tỉnh Bến Tre có 132 hộ nghèo.",
            ],
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

/// Articles by name, address, day and text.
type Articles<'a> = &'a [(&'a str, Option<&'a str>, &'a str)];

fn gathered<'l>(articles: Articles<'_>, lexicon: &'l Lexicon) -> Gathering<'l> {
    let mut gathering = Gathering::new(lexicon);
    for (name, url, text) in articles {
        let (name, url) = ((*name).to_owned(), url.map(str::to_owned));
        let published = Some("2024-01-15".into());
        let options = Options { name, url, published, ..Options::default() };
        let page = format!("<h1>Huyện Mẫu báo cáo</h1><p>{text}</p>");
        gathering.add(&read(page.as_bytes(), &options).unwrap().report);
    }
    gathering
}

#[test]
fn an_article_that_is_read_twice_counts_once() {
    let five = "Năm 2023, huyện Mẫu mở 45 lớp dạy nghề. Huyện trồng 120 ha rừng. Huyện xây 11 cầu. Huyện có 14 trường học. Huyện có 25 trạm y tế.";
    let fixed = five.replace("45 lớp", "46 lớp");
    let other = "Năm 2023, huyện Mẫu mở 45 lớp dạy nghề. Huyện có 36 chợ. Huyện sửa 7 đập.";
    let address = Some("https://bao.example/a.html");
    for (articles, want) in [
        (&[("a", None, five), ("b", None, five)][..], Some((1, 0, "headline", 5))),
        (
            &[("a", address, five), ("b", Some("http://bao.example/a.html#x"), &*fixed)],
            Some((1, 0, "address", 4)),
        ),
        (&[("a", address, five), ("b", Some("https://bao.example/b.html"), other)], None),
        (
            &[("a", None, other), ("b", None, five), ("c", None, &*fixed)],
            Some((2, 1, "headline", 4)),
        ),
    ] {
        let series = gathered(articles, Lexicon::built_in()).finish();
        let repeated: Vec<_> = series.repeated.iter().collect();
        let found = repeated.first().map(|one| (one.article, one.of, one.by.as_str(), one.figures));
        assert_eq!(found, want, "{articles:?}");
        let told = series.lines.iter().flat_map(|line| &line.cells).map(|cell| cell.results.len());
        if want == Some((1, 0, "headline", 5)) {
            assert_eq!(told.max(), Some(1), "{}", print(&series));
        }
    }
}

#[test]
fn names_are_suggested_where_values_agree_and_never_where_they_contradict() {
    let short = "Tại huyện Mẫu, năm 2023 thu ngân sách đạt 287,45 tỷ đồng.";
    let long =
        "Tại huyện Mẫu, năm 2023 tổng thu ngân sách nhà nước trên địa bàn đạt 287,45 tỷ đồng.";
    let before = |text: &str, value: &str| text.replace("2023", "2022").replace("287,45", value);
    let against = [before(short, "251,3"), before(long, "263,9")];
    let suggested = |texts: &[&str]| {
        let articles: Vec<_> = texts.iter().map(|text| (*text, None, *text)).collect();
        gathered(&articles, Lexicon::built_in()).suggestions()
    };
    let both = suggested(&[short, long]);
    assert_eq!(both.len(), 1, "{both:#?}");
    assert_eq!(both[0].names.len(), 2, "{both:#?}");
    assert_eq!(both[0].reasons.len(), 1);
    assert_eq!(suggested(&[short, long, &against[0], &against[1]]), []);
    assert_eq!(suggested(&[short, short]), []);
    assert_eq!(suggested(&[short, &long.replace("287,45", "278,45")]), []);
}

#[test]
fn what_is_suggested_lines_up_once_it_is_kept() {
    let articles: Articles<'_> = &[
        ("a", None, "Tại huyện Mẫu, năm 2023 thu ngân sách đạt 287,45 tỷ đồng."),
        (
            "b",
            None,
            "Tại huyện Mẫu, năm 2023 tổng thu ngân sách nhà nước trên địa bàn đạt 287,45 tỷ đồng.",
        ),
    ];
    let before = gathered(articles, Lexicon::built_in());
    let mut file = Vec::new();
    let lexicon = Lexicon::built_in();
    output::series::suggestions(&before.suggestions(), lexicon, Lang::Vi, &mut file).unwrap();
    let file = String::from_utf8(file).unwrap();
    let pinned = Lexicon::with(&[("names.toml", &file)]).unwrap();
    let after = gathered(articles, &pinned);
    assert_eq!(after.suggestions(), [], "{file}");
    let (before, after) = (before.finish(), after.finish());
    assert_eq!((before.lines.len(), after.lines.len()), (2, 1), "{file}\n{}", print(&after));
    assert_eq!(before.lines[0].category, after.lines[0].category, "{file}");
}
