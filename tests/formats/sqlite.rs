//! SQLite holds what the report holds, once, and stays whole.

use crate::sample;
use de_an_06::Report;
use de_an_06::output::columns::{COLUMNS, Kind};
use de_an_06::output::{Database, DatabaseError};
use rusqlite::Connection;
use rusqlite::types::Value;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder with a path for a database in it.
fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("figures.sqlite");
    (folder, path)
}

fn fresh(path: &Path, reports: &[Report]) {
    File::create(path).unwrap();
    write(path, reports);
}

fn write(path: &Path, reports: &[Report]) {
    let mut database = Database::open(path).unwrap();
    for report in reports {
        database.add(report).unwrap();
    }
    assert_eq!(database.commit().unwrap(), None);
}

/// The rows of a query, each cell as SQLite prints it, `|` between them.
fn ask(path: &Path, query: &str) -> Vec<String> {
    let database = Connection::open(path).unwrap();
    let mut query = database.prepare(query).unwrap();
    let width = query.column_count();
    let rows = query.query_map([], |row| {
        let cells = (0..width).map(|i| {
            Ok(match row.get(i)? {
                Value::Null => "-".to_owned(),
                Value::Integer(number) => number.to_string(),
                Value::Real(number) => format!("{number:?}"),
                Value::Text(text) => text,
                Value::Blob(bytes) => format!("{bytes:?}"),
            })
        });
        Ok(cells.collect::<rusqlite::Result<Vec<_>>>()?.join("|"))
    });
    rows.unwrap().map(Result::unwrap).collect()
}

fn at(url: Option<&str>, sha256: &str) -> Report {
    let mut report = sample::report();
    report.source.url = url.map(Into::into);
    report.source.sha256 = sha256.into();
    report
}

#[test]
fn every_table_holds_the_sample() {
    let (_folder, path) = place();
    fresh(&path, &[sample::report()]);
    for (query, rows) in [
        (
            "SELECT key, encoding, title, published, authors, place FROM articles",
            &["https://example.vn/ket-qua|utf-8|Kết quả 2 năm; \"một cửa\", một đầu mối\
               |2023-05-11T13:41:00+07:00|Thạch Thảo|Bến Tre"][..],
        ),
        (
            "SELECT id, value, value_exact, high, \"of\", period_end, flags FROM records \
             WHERE id IN ('r1', 'r5', 'r6', 'r7')",
            &[
                "r1|953|953|-|-|2022-12-31|-",
                "r5|12.5|12.50|-|-|2023-05-11|dot_decimal|percent_or_point|unsure_period",
                "r6|20000000|20000000|25000000|-|-|inherited_unit",
                "r7|25|25|-|28|-|-",
            ],
        ),
        (
            "SELECT sum(value), typeof(sum(value)) FROM records WHERE part_of = 'r1'",
            &["950|integer"],
        ),
        (
            "SELECT findings.id, kind, holds, group_concat(record, ' ') \
             FROM findings LEFT JOIN finding_records ON finding = findings.id GROUP BY 1",
            &[
                "1|sum_of_parts|does_not_hold|r1 r2 r3",
                "2|status|holds|r1 r4",
                "3|status|cannot_be_told|r7",
            ],
        ),
        (
            "SELECT type, number, title, issuer, start_year, end_year, horizon, implements \
             FROM documents",
            &["Kế hoạch|3409/KH-UBND|phát triển nguồn nhân lực|UBND tỉnh|2020|2025|2030|-"],
        ),
        (
            "SELECT name, roles, offices.title, organization FROM people JOIN offices",
            &["Nguyễn Thị Bé Mười|đồng chủ trì|Phó chủ tịch|UBND tỉnh"],
        ),
        ("PRAGMA foreign_key_check", &[]),
        ("PRAGMA integrity_check", &["ok"]),
    ] {
        assert_eq!(ask(&path, query), rows, "{query}");
    }
}

#[test]
fn the_table_of_records_has_the_flat_columns() {
    let (_folder, path) = place();
    fresh(&path, &[]);
    let mut expected = vec!["article|INTEGER".to_owned()];
    // What is said of the whole article stands in the table of articles.
    let of_article = |name: &str| matches!(name, "about" | "about_code");
    for column in COLUMNS[4..].iter().filter(|column| !of_article(column.name)) {
        let (name, kind) = match column.kind {
            Kind::Text | Kind::Day => (column.name, "TEXT"),
            Kind::Count => (column.name, "INTEGER"),
            Kind::Number => (column.name, "NUMERIC"),
        };
        expected.push(format!("{name}|{kind}"));
        if column.kind == Kind::Number {
            expected.push(format!("{name}_exact|TEXT"));
        }
    }
    assert_eq!(ask(&path, "SELECT name, type FROM pragma_table_info('records')"), expected);
}

#[test]
fn an_article_that_is_read_again_takes_its_own_place() {
    let (_folder, path) = place();
    let page = "https://bao.example.vn/so-ket.html";
    fresh(&path, &[at(Some(page), "aa"), at(None, "bb")]);
    let counts = "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM records), \
                  (SELECT count(*) FROM finding_records), (SELECT count(*) FROM offices)";
    assert_eq!(ask(&path, counts), ["2|14|12|2"]);

    let mut again = at(Some(&format!("{page}#binh-luan")), "cc");
    again.article.title = Some("Bản đã sửa".into());
    again.records.truncate(4);
    again.checks.truncate(1);
    write(&path, &[again, at(None, "bb"), at(Some("https://bao.example.vn/"), "dd")]);
    assert_eq!(
        ask(&path, "SELECT id, key, title LIKE 'Bản%' FROM articles"),
        [&format!("1|{page}|1")[..], "2|sha256:bb|0", "3|sha256:dd|0"]
    );
    assert_eq!(ask(&path, counts), ["3|18|15|3"]);
}

#[test]
fn two_pages_of_one_address_in_one_run_are_told() {
    let (_folder, path) = place();
    File::create(&path).unwrap();
    let mut database = Database::open(&path).unwrap();
    for sha256 in ["aa", "aa", "bb", "cc"] {
        database.add(&at(Some("https://bao.example.vn/?tin"), sha256)).unwrap();
    }
    assert_eq!(
        database.commit().unwrap().unwrap(),
        "pages of one address: 2 gave way to a later one, as bai/ket-qua.html to bai/ket-qua.html"
    );
    assert_eq!(ask(&path, "SELECT sha256 FROM articles"), ["cc"]);
}

#[test]
fn a_row_of_the_user_about_an_article_stays() {
    let (_folder, path) = place();
    fresh(&path, &[sample::report()]);
    let user = Connection::open(&path).unwrap();
    user.execute_batch(
        "CREATE TABLE notes (article REFERENCES articles ON DELETE CASCADE, words);
         INSERT INTO notes VALUES (1, 'đã đối chiếu')",
    )
    .unwrap();
    drop(user);
    write(&path, &[sample::report()]);
    assert_eq!(ask(&path, "SELECT * FROM notes"), ["1|đã đối chiếu"]);
}

#[test]
fn what_is_not_committed_was_never_there() {
    let (_folder, path) = place();
    fresh(&path, &[sample::report()]);
    let before = fs::read(&path).unwrap();
    let mut database = Database::open(&path).unwrap();
    database.add(&at(None, "bb")).unwrap();
    drop(database);
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn the_same_reports_give_the_same_bytes() {
    let (_folder, path) = place();
    let run = || {
        fresh(&path, &[at(None, "aa"), at(None, "bb")]);
        fs::read(&path).unwrap()
    };
    assert_eq!(run(), run());
}

#[test]
fn a_file_of_another_program_is_refused_and_stays() {
    let (_folder, path) = place();
    let database = |sql: &str| {
        File::create(&path).unwrap();
        Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        fs::read(&path).unwrap()
    };
    let foreign = "the database was not made by this program; name another file";
    for (content, sentence) in [
        (
            b"indicator,value\n\xc4\x91\xc3\xa0o t\xe1\xba\xa1o,429\n".repeat(40),
            "the file is no SQLite database; name another one",
        ),
        (database("CREATE TABLE records (id)"), foreign),
        (database("PRAGMA application_id = 7"), foreign),
        (
            database(
                "PRAGMA application_id = 1145122870; PRAGMA user_version = 9; CREATE TABLE a (b)",
            ),
            "its tables are of version 9, this program writes version 4; name a new file",
        ),
    ] {
        fs::write(&path, &content).unwrap();
        let error = Database::open(&path).unwrap_err();
        assert_eq!(error.to_string(), sentence);
        assert_eq!(fs::read(&path).unwrap(), content, "{sentence}");
    }
    fs::remove_file(&path).unwrap();
    assert!(matches!(Database::open(&path), Err(DatabaseError::Sqlite(_))));
    assert!(!path.exists());
}

#[test]
fn tong_hop_sets_results_beside_targets() {
    let (_folder, path) = place();
    let page = "<h1>Kết quả năm 2022 của huyện Mẫu</h1><table>\
        <tr><th>Chỉ tiêu</th><th>ĐVT</th><th>Kế hoạch năm 2022</th><th>Thực hiện năm 2022</th>\
            <th>So với kế hoạch (%)</th></tr>\
        <tr><td>Lao động được giải quyết việc làm</td><td>người</td><td>3.500</td><td>3.742</td><td></td></tr>\
        <tr><td>Tốc độ tăng giá trị sản xuất</td><td>%</td><td>6,5</td><td>6,1</td><td>93,9</td></tr>\
        <tr><td>Kinh phí đào tạo nghề</td><td>triệu đồng</td><td>1.250</td><td></td><td>94,5</td></tr>\
        </table>";
    let report = de_an_06::read(page.as_bytes(), &de_an_06::Options::default()).unwrap().report;
    fresh(&path, &[report]);
    assert_eq!(
        ask(
            &path,
            "SELECT indicator, period_start, result, target, attainment FROM tong_hop ORDER BY 4"
        ),
        [
            "Tốc độ tăng giá trị sản xuất|2022-01-01|6.1|6.5|93.9",
            "Lao động được giải quyết việc làm|2022-01-01|3742|3500|106.9",
            "Kinh phí đào tạo nghề|2022-01-01|-|1250000000|94.5",
        ]
    );
}
