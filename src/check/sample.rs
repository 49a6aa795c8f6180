//! Records for tests, read off a sentence with marks.
//!
//! `«953|lượt người»` marks a number and gives its unit; further fields follow as `key=value`:
//! `«470|lượt người|of=… »`. The marks are taken out and the offsets counted, so that a test shows
//! the sentence as it would be printed.

use super::{Finding, Verdict};
use crate::article::{Article, Block, BlockKind};
use crate::lexicon::{Lexicon, Marks, UnitKind};
use crate::record::{Confidences, Direction, Flag, Modifier, Period, Record, Role, Source, Status};
use crate::text::Text;
use jiff::civil::date;

/// The findings of a text, one line each: kind, verdict, detail.
pub(super) fn findings(text: &str) -> Vec<String> {
    let (records, article) = read(text);
    run(&records, &article)
        .into_iter()
        .map(|f| {
            let holds = match f.holds {
                Verdict::Holds => "holds",
                Verdict::DoesNotHold => "does not hold",
                Verdict::CannotBeTold => "cannot be told",
            };
            format!("{}: {holds}: {}", f.kind, f.detail)
        })
        .collect()
}

/// Whether any claim of a text does not hold.
pub(super) fn accuses(text: &str) -> bool {
    findings(text).iter().any(|finding| finding.contains("does not hold"))
}

/// Runs every check over an article.
pub(super) fn run(records: &[Record], article: &Article) -> Vec<Finding> {
    let texts: Vec<Text> = article.blocks.iter().map(|block| Text::new(&block.text)).collect();
    let lexicon = Lexicon::built_in();
    let marks: Vec<Marks> = texts.iter().map(|text| Marks::new(text, lexicon)).collect();
    super::run(records, article, &marks)
}

/// Asserts the findings of one kind for every sentence of a table; `""` stands for none.
#[track_caller]
pub(super) fn assert_findings(kind: &str, table: &[(&str, &str)]) {
    for (text, want) in table {
        let found: Vec<String> = findings(text)
            .into_iter()
            .filter_map(|f| f.strip_prefix(kind)?.strip_prefix(": ").map(str::to_owned))
            .collect();
        assert_eq!(found.join("\n"), *want, "{text}");
    }
}

/// Records and article of a marked text; each line is a block, `# ` before the first the title.
pub(super) fn read(marked: &str) -> (Vec<Record>, Article) {
    let mut article = Article::default();
    let mut records = Vec::new();
    for line in marked.lines().map(str::trim) {
        if let Some(title) = line.strip_prefix("# ") {
            article.title = Some(title.to_owned());
            continue;
        }
        let block = article.blocks.len();
        let mut text = String::new();
        let mut rest = line;
        while let Some((before, (mark, after))) =
            rest.split_once('«').and_then(|(b, r)| Some((b, r.split_once('»')?)))
        {
            text.push_str(before);
            let mut fields = mark.split('|');
            let number = fields.next().unwrap();
            let start = text.chars().count();
            text.push_str(number);
            let mut record = record(number, records.len() + 1);
            record.source.block = block;
            record.source.start = start;
            record.source.end = text.chars().count();
            for field in fields {
                set(&mut record, field);
            }
            records.push(record);
            rest = after;
        }
        text.push_str(rest);
        article.blocks.push(Block {
            kind: BlockKind::Paragraph,
            text,
            selector: String::new(),
            row: None,
        });
    }
    (records, article)
}

fn record(number: &str, id: usize) -> Record {
    let plain = |n: &str| -> rust_decimal::Decimal {
        match n {
            "nửa" | "một nửa" => return rust_decimal::Decimal::new(5, 1),
            "hai phần ba" => return rust_decimal::Decimal::new(6667, 4),
            "một phần ba" => return rust_decimal::Decimal::new(3333, 4),
            "mười bảy" => return rust_decimal::Decimal::from(17),
            "mười chín" => return rust_decimal::Decimal::from(19),
            _ => {}
        }
        let (digits, scale) = n.trim().split_once(' ').unwrap_or((n.trim(), ""));
        let digits = digits.replace('.', "").replace(',', ".");
        let scale = match scale {
            "tỷ" => 1_000_000_000,
            "triệu" => 1_000_000,
            "nghìn" => 1_000,
            _ => 1,
        };
        digits.parse::<rust_decimal::Decimal>().unwrap() * rust_decimal::Decimal::from(scale)
    };
    let (value, of) = match number.split_once('/') {
        Some((a, b)) => (plain(a), Some(plain(b))),
        None => (plain(number), None),
    };
    Record {
        id: format!("r{id}"),
        category: None,
        indicator: None,
        scope: None,
        value,
        high: None,
        of,
        unit: None,
        unit_key: None,
        unit_kind: UnitKind::Count,
        per: None,
        modifier: Modifier::Exact,
        role: Role::Actual,
        direction: None,
        status: None,
        period: None,
        place: None,
        part_of: None,
        target: None,
        flags: Vec::new(),
        corrected: Vec::new(),
        source: Source {
            block: 0,
            start: 0,
            end: 0,
            text: number.to_owned(),
            prefix: String::new(),
            suffix: String::new(),
            sentence: String::new(),
            link: None,
        },
        confidence: 10_000,
        confidences: Confidences::all(10_000),
        reasons: Vec::new(),
    }
}

/// One field of a mark: a unit (`người/năm`), `part=1`, `target=2`, `years=2021-2022`, or a word
/// of a role, modifier, direction or status.
fn set(record: &mut Record, field: &str) {
    let (key, value) = field.split_once('=').unwrap_or((field, ""));
    match key {
        "part" => record.part_of = Some(format!("r{value}")),
        "for" => record.target = Some(format!("r{value}")),
        "what" => record.indicator = Some(value.to_owned()),
        "years" => {
            let (from, to) = value.split_once('-').unwrap_or((value, value));
            record.period = Some(Period {
                start: Some(date(from.parse().unwrap(), 1, 1)),
                end: Some(date(to.parse().unwrap(), 12, 31)),
                text: String::new(),
            });
        }
        "target" => record.role = Role::Target,
        "attainment" => record.role = Role::Attainment,
        "up" | "down" => {
            record.role = Role::Change;
            record.direction = Some(if key == "up" { Direction::Up } else { Direction::Down });
        }
        "about" => record.modifier = Modifier::About,
        "over" => record.modifier = Modifier::Over,
        "nearly" => record.modifier = Modifier::Nearly,
        "at_most" => record.modifier = Modifier::AtMost,
        "vague" => record.flags.push(Flag::Vague),
        "exceeded" => record.status = Some(Status::Exceeded),
        "met" => record.status = Some(Status::Met),
        "not_met" => record.status = Some(Status::NotMet),
        unit => {
            let (unit, per) = unit.split_once('/').map_or((unit, None), |(u, p)| (u, Some(p)));
            record.unit = Some(unit.to_owned());
            record.per = per.map(str::to_owned);
            let text = Text::new(unit);
            let unit = Lexicon::built_in().unit(&text, 0).map(|(_, unit)| unit);
            record.unit_key = unit.map(|unit| unit.key.clone());
            record.unit_kind = unit.map_or(UnitKind::Count, |unit| unit.kind);
        }
    }
}
