//! Two versions of articles: which figures are the same, and what is told of them.

#![allow(clippy::unwrap_used, reason = "a test may fail by a panic")]

use de_an_06::diff::{Changed, Compared, Diff, Said, Side, Weight, compare};
use de_an_06::lexicon::Lexicon;
use de_an_06::output::{Format, Lang, Look};
use de_an_06::record::Record;
use de_an_06::stored::Stored;
use de_an_06::{Options, read};
use serde::Deserialize;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    what: String,
    old: String,
    new: String,
    want: Vec<String>,
}

fn article(name: &str, url: Option<&str>, body: &str) -> Stored {
    let page = format!("<h1>Kết quả thực hiện nhiệm vụ</h1>{body}");
    let (name, url) = (name.to_owned(), url.map(str::to_owned));
    let published = Some("2024-01-15".into());
    let options = Options { name, url, published, ..Options::default() };
    Stored::of(&read(page.as_bytes(), &options).unwrap().report)
}

fn side(articles: Vec<Stored>) -> Side {
    Side { articles, unread: Vec::new() }
}

fn between(old: &str, new: &str) -> Diff {
    let [old, new] = [old, new].map(|body| side(vec![article("a", None, body)]));
    compare(&old, &new, Lexicon::built_in())
}

fn figure(record: &Record) -> String {
    format!("{} {}", record.value.normalize(), record.unit.as_deref().unwrap_or_default())
}

fn said(said: &Said) -> String {
    match said {
        Said::Nothing => "nothing".into(),
        Said::Number(number) => number.normalize().to_string(),
        Said::Words(words) | Said::Figure(words) => words.clone(),
        Said::Days(days) => {
            let day =
                |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
            format!("{}..{}", day(days.start), day(days.end))
        }
        Said::Claims(claims) => {
            let claims = claims.iter().map(|(kind, holds, _)| format!("{kind} {}", holds.as_str()));
            claims.collect::<Vec<_>>().join(", ")
        }
    }
}

fn changed(changed: &Changed) -> String {
    let changes = changed
        .changes
        .iter()
        .map(|change| format!("{} {} > {}", change.field, said(&change.old), said(&change.new)));
    format!("{}: {}", figure(&changed.new), changes.collect::<Vec<_>>().join("; "))
}

fn printed(article: &Compared) -> Vec<String> {
    let is_told = |one: &&Changed| one.weight() != Weight::Reading;
    let changed = article.changed.iter().filter(is_told).map(changed);
    let read_otherwise = article.changed.len() - article.changed.iter().filter(is_told).count();
    let gone = article.gone.iter().map(|record| format!("- {}", figure(record)));
    let added = article.added.iter().map(|record| format!("+ {}", figure(record)));
    changed
        .chain(gone)
        .chain(added)
        .chain([format!("= {}", article.unchanged + read_otherwise)])
        .collect()
}

#[test]
fn what_changed_is_told_and_nothing_else() {
    let cases: Cases = toml::from_str(include_str!("diff/versions.toml")).unwrap();
    let mut wrong = String::new();
    for Case { what, old, new, want } in cases.case {
        let found = printed(&between(&old, &new).compared[0]);
        let fits = |(found, want): (&String, &String)| match want.strip_suffix('…') {
            Some(beginning) => found.starts_with(beginning),
            None => found == want,
        };
        if found.len() != want.len() || !found.iter().zip(&want).all(fits) {
            wrong.push_str(&format!("{what}\n  want  {want:?}\n  found {found:?}\n"));
        }
        let same = between(&old, &old);
        assert!(same.is_empty(), "{what}: {:?}", printed(&same.compared[0]));
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Both sides by name and address; the pairs that must come out, then what is gone and new.
#[test]
fn an_article_is_known_by_its_address_else_by_its_name() {
    let body = |number: usize| format!("<p>Năm 2022, huyện Mẫu mở {number} lớp dạy nghề.</p>");
    type Articles<'a> = &'a [(&'a str, Option<&'a str>)];
    let (a, b) = ("https://bao.example/a.html", "https://bao.example/b.html");
    let cases: [(Articles<'_>, Articles<'_>, &str); 7] = [
        (&[("old/x.html", None)], &[("new/y.html", None)], "old/x.html=new/y.html"),
        (
            &[("x.html", Some(a)), ("y.html", Some(b))],
            &[("x.html", Some("http://www.bao.example/b.html#r1")), ("z.html", Some(a))],
            "y.html=x.html x.html=z.html",
        ),
        (
            &[("old/tin/1.html", None), ("old/bai/1.html", None)],
            &[("new/bai/1.html", None), ("new/tin/1.html", None)],
            "old/bai/1.html=new/bai/1.html old/tin/1.html=new/tin/1.html",
        ),
        (
            &[("old/1.html", Some(a)), ("old/2.html", None)],
            &[("new/1.html", Some(b)), ("new/2.html", None)],
            "old/2.html=new/2.html -old/1.html +new/1.html",
        ),
        (
            &[("1.html", None), ("2.html", None)],
            &[("2.html", None), ("3.html", None)],
            "2.html=2.html -1.html +3.html",
        ),
        (
            &[("1.html", Some("https://bao.example/")), ("2.html", None)],
            &[("2.html", Some("https://bao.example/")), ("1.html", None)],
            "2.html=2.html 1.html=1.html",
        ),
        (
            &[("1.html", None), ("1.html", None)],
            &[("1.html", None), ("1.html", None)],
            "1.html=1.html 1.html=1.html",
        ),
    ];
    for (old, new, want) in cases {
        let articles = |of: Articles<'_>| {
            let one = |(i, (name, url)): (usize, &(&str, Option<&str>))| {
                // Titles of their own, so that they say nothing of each other.
                let mut stored = article(name, *url, &body(i + 3));
                stored.article.title = Some(format!("{name} {url:?} {}", of.len()));
                stored
            };
            side(of.iter().enumerate().map(one).collect())
        };
        let diff = compare(&articles(old), &articles(new), Lexicon::built_in());
        let pairs =
            diff.compared.iter().map(|one| format!("{}={}", one.old.source, one.new.source));
        let gone = diff.gone.iter().map(|one| format!("-{}", one.article.source));
        let added = diff.added.iter().map(|one| format!("+{}", one.article.source));
        let found: Vec<String> = pairs.chain(gone).chain(added).collect();
        assert_eq!(found.join(" "), want, "{old:?} {new:?}");
    }
}

#[test]
fn what_could_not_be_read_is_not_said_to_be_gone() {
    let page = |name: &str| article(name, None, "<p>Huyện Mẫu có 14 trường học.</p>");
    let old = side(vec![page("old/a.html"), page("old/b.html")]);
    let new = Side { articles: vec![page("new/a.html")], unread: vec!["new/b.html".into()] };
    assert!(compare(&old, &new, Lexicon::built_in()).is_empty());
    let (old, new) = (
        side(vec![page("old/a.html")]),
        Side { unread: vec!["c".into()], ..side(vec![page("new/b.html")]) },
    );
    assert_eq!(compare(&old, &new, Lexicon::built_in()).compared.len(), 1, "one title and day");
}

#[test]
fn a_link_that_leads_to_the_same_figure_is_the_same() {
    let diff = between(
        "<p>Có 953 lượt người tham gia (năm 2021 là 470 lượt người và năm 2022 là 483 lượt người).</p>",
        "<p>Huyện Mẫu có 14 trường học.</p><p>Có 953 lượt người tham gia (năm 2021 là 470 lượt người và năm 2022 là 483 lượt người).</p>",
    );
    assert_eq!(printed(&diff.compared[0]), ["+ 14 trường học", "= 3"]);
}

#[test]
fn ten_thousand_figures_of_which_none_is_the_same_are_compared_in_time() {
    let base = article("a", None, "<p>Huyện Mẫu có 14 trường học.</p>");
    let many = |shift: usize, turned: bool| {
        let mut stored = base.clone();
        let mut numbers: Vec<usize> = (0..10_000).collect();
        if turned {
            numbers.reverse();
        }
        let record = |number: usize| {
            let mut record = base.records[0].clone();
            record.id = format!("r{number}");
            record.value = (number + shift).into();
            record.source.text = (number + shift).to_string();
            record
        };
        stored.records = numbers.into_iter().map(record).collect();
        side(vec![stored])
    };
    let start = std::time::Instant::now();
    for (shift, turned) in [(1, false), (0, true), (100_000, false)] {
        let diff = compare(&many(0, false), &many(shift, turned), Lexicon::built_in());
        let article = &diff.compared[0];
        let all = article.unchanged + article.changed.len() + article.added.len();
        assert_eq!(all, 10_000);
    }
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

fn written(diff: &Diff, format: &str, look: Look) -> String {
    let mut bytes = Vec::new();
    let differ = Format::named(format).unwrap().differ.unwrap();
    differ(diff, Lexicon::built_in(), look, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

const OLD: &str = "<p>Năm 2022, huyện Mẫu mở 45 lớp dạy nghề với 1.297 học viên tham gia.</p><p>Huyện có 36 chợ.</p>";
const NEW: &str = "<p>Năm 2022, huyện Mẫu mở 45 lớp dạy nghề với 1.279 học viên tham gia.</p><p>Huyện có 12 đập.</p>";

#[test]
fn every_line_fits_the_screen_and_shows_both_numbers() {
    let diff = between(OLD, NEW);
    for width in [40, 60, 80] {
        let table = written(&diff, "table", Look { width: Some(width), ..Look::default() });
        assert!(table.contains("1 297 → 1 279"), "{table}");
        for line in table.lines() {
            assert!(line.chars().count() <= width, "{width}: {line}");
        }
    }
    let table = written(&diff, "table", Look { lang: Some(Lang::Vi), ..Look::default() });
    for words in ["giá trị thay đổi: 1", "không còn: 1", "thêm mới: 1", "giữ nguyên: 1"]
    {
        assert!(table.contains(words), "{words}\n{table}");
    }
}

#[test]
fn the_page_shows_both_versions_and_runs_nothing() {
    let hostile = include_str!("browser/hostile.html");
    for (old, new) in [(OLD, NEW), (hostile, OLD), (OLD, hostile)] {
        let page = written(&between(old, new), "html", Look::default());
        assert!(page.contains("default-src 'none'; style-src"), "{page}");
        assert!(!page.contains("<script") && !page.contains("<img"), "{page}");
        assert!(!page.contains(['\u{202e}', '\u{2066}']), "a text could turn the page round");
    }
    let page = written(&between(OLD, NEW), "html", Look::default());
    assert!(page.contains("<del>1.297 học viên</del>"), "{page}");
    assert!(page.contains("<ins>1.279 học viên</ins>"), "{page}");
}

#[test]
fn the_document_says_what_its_schema_says() {
    let document: serde_json::Value =
        serde_json::from_str(&written(&between(OLD, NEW), "json", Look::default())).unwrap();
    assert_eq!(document["schema"], "de-an-06/diff/1");
    assert_eq!(document["same"], false);
    let figures = &document["summary"]["figures"];
    let counts =
        ["changed", "gone", "added", "unchanged"].map(|key| figures[key].as_u64().unwrap());
    assert_eq!(counts, [1, 1, 1, 1]);
    let change = &document["articles"][0]["changed"][0]["changes"][0];
    assert_eq!(change["field"], "value");
    assert_eq!((change["old"].as_u64(), change["new"].as_u64()), (Some(1297), Some(1279)));
}
