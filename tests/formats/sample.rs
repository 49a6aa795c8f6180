//! One article, made by hand, whose records use every field of the report at least once.

use de_an_06::article::{Article, Block, BlockKind, DayCandidate, Fate};
use de_an_06::check::{Finding, Grade, Slip, Verdict};
use de_an_06::entity::{Document, DocumentPeriod, Event, MentionRef, Office, Organization, Person};
use de_an_06::lexicon::UnitKind;
use de_an_06::page::{Certainty, Encoding, EncodingSource};
use de_an_06::record::{
    Confidences, Direction, Flag, Modifier, Other, Period, Reason, Record, Role, Source, Status,
};
use de_an_06::report::{SCHEMA, SourceInfo};
use de_an_06::{Account, Reading, Report};
use jiff::civil::date;
use rust_decimal::Decimal;

const BLOCKS: [(BlockKind, &str); 3] = [
    (
        BlockKind::Paragraph,
        "Trong 2 năm 2021-2022, tỉnh bồi dưỡng cho 953 lượt người (năm 2021 là 470 lượt người và \
         năm 2022 là 480 lượt người), vượt chỉ tiêu (400 người/năm); \"một cửa\" giảm 12,50%.",
    ),
    (BlockKind::TableRow, "=Vốn vay; hộ nghèo | khoảng 20 - 25 triệu đồng"),
    (BlockKind::ListItem, "Huyện Ba Tri: hơn 25/28 xã\u{202e} đạt chuẩn\u{1b}[31m."),
];

/// The article with its records, and an account of its numbers.
pub(crate) fn reading() -> Reading {
    Reading {
        report: report(),
        days: days(),
        accounts: accounts(),
        cut: Vec::new(),
        corrections: Vec::new(),
    }
}

/// The article with its records.
pub(crate) fn report() -> Report {
    Report {
        schema: SCHEMA,
        source: SourceInfo {
            name: "bai/ket-qua.html".into(),
            url: Some("https://example.vn/ket-qua".into()),
            sha256: "0".repeat(64),
            encoding: Encoding {
                label: "utf-8".into(),
                from: EncodingSource::Meta,
                sure: Certainty::Likely,
                letters: vec![],
            },
        },
        article: Article {
            title: Some("Kết quả 2 năm; \"một cửa\", một đầu mối".into()),
            published: Some("2023-05-11T13:41:00+07:00".into()),
            publisher: Some("Báo Ví Dụ".into()),
            document: None,
            authors: vec!["Thạch Thảo".into()],
            byline: Some("Tin, ảnh: Thạch Thảo".into()),
            blocks: BLOCKS
                .map(|(kind, text)| Block {
                    kind,
                    text: text.into(),
                    selector: "main > p".into(),
                    row: None,
                })
                .into(),
        },
        place: Some("Bến Tre".into()),
        place_code: Some("86".into()),
        records: records(),
        documents: vec![document()],
        people: vec![person()],
        organizations: vec![Organization {
            id: "o1".into(),
            name: "UBND tỉnh".into(),
            kind: "committee".into(),
            mentions: vec![mention("tỉnh")],
        }],
        events: vec![event()],
        checks: checks(),
        warnings: vec!["the page is cut off before its end; the article may be incomplete".into()],
    }
}

fn records() -> Vec<Record> {
    let years = |start, end, text: &str| {
        let (start, end) = (date(start, 1, 1), date(end, 12, 31));
        Some(Period { start: Some(start), end: Some(end), text: text.into() })
    };
    vec![
        Record {
            category: Some("training.general".into()),
            unit_key: Some("person_turn".into()),
            unit_kind: UnitKind::Count,
            status: Some(Status::Exceeded),
            target: Some("r4".into()),
            period: years(2021, 2022, "Trong 2 năm 2021-2022"),
            reasons: vec![
                reason("value", "number.plain", &[]),
                reason("unit", "unit.after_number", &[]),
                reason("role", "judge.role", &[(Some("change|up"), 190), (Some("target"), 120)]),
                reason("period", "judge.period", &[(None, 200)]),
            ],
            ..record("r1", 0, "953", "953", "lượt người", "bồi dưỡng")
        },
        Record {
            part_of: Some("r1".into()),
            period: years(2021, 2021, "năm 2021"),
            ..record("r2", 0, "470", "470", "lượt người", "bồi dưỡng")
        },
        Record {
            part_of: Some("r1".into()),
            period: years(2022, 2022, "năm 2022"),
            ..record("r3", 0, "480", "480", "lượt người", "bồi dưỡng")
        },
        Record {
            per: Some("năm".into()),
            role: Role::Target,
            ..record("r4", 0, "400", "400", "người", "chỉ tiêu")
        },
        Record {
            role: Role::Change,
            direction: Some(Direction::Down),
            period: Some(Period { start: None, end: Some(date(2023, 5, 11)), text: "nay".into() }),
            flags: vec![Flag::DotDecimal, Flag::PercentOrPoint, Flag::UnsurePeriod],
            confidence: 2_719,
            confidences: Confidences { period: 4_120, ..Confidences::all(9_703) },
            ..record("r5", 0, "12,50", "12.50", "%", "\"một cửa\"")
        },
        Record {
            high: Some(Decimal::from(25_000_000)),
            modifier: Modifier::About,
            scope: Some("hộ nghèo".into()),
            flags: vec![Flag::InheritedUnit],
            ..record("r6", 1, "20 - 25 triệu", "20000000", "đồng", "=Vốn vay; hộ nghèo")
        },
        Record {
            of: Some(Decimal::from(28)),
            modifier: Modifier::Over,
            place: Some("Huyện Ba Tri".into()),
            ..record("r7", 2, "25/28", "25", "xã", "xã\u{202e} đạt chuẩn")
        },
    ]
}

fn reason(field: &'static str, rule: &'static str, others: &[(Option<&str>, u16)]) -> Reason {
    let other = |(value, chance): &(Option<&str>, _)| Other {
        value: value.map(str::to_owned),
        chance: *chance,
    };
    Reason { field, rule, others: others.iter().map(other).collect(), grounds: Vec::new() }
}

fn record(id: &str, block: usize, words: &str, value: &str, unit: &str, indicator: &str) -> Record {
    let text = BLOCKS[block].1;
    let at = text.find(words).expect("the words stand in the block");
    let start = text[..at].chars().count();
    let end = start + words.chars().count();
    Record {
        id: id.into(),
        category: None,
        indicator: Some(indicator.into()),
        scope: None,
        value: value.parse().expect("a decimal"),
        high: None,
        of: None,
        unit: Some(unit.into()),
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
            block,
            start,
            end,
            text: words.into(),
            prefix: text.chars().skip(start.saturating_sub(32)).take(start.min(32)).collect(),
            suffix: text.chars().skip(end).take(32).collect(),
            sentence: text.into(),
            link: Some(format!("https://example.vn/ket-qua#:~:text={end}")),
        },
        confidence: 8_712,
        confidences: Confidences { period: 8_950, ..Confidences::all(9_684) },
        reasons: Vec::new(),
    }
}

fn checks() -> Vec<Finding> {
    let finding = |kind, records: &[&str], holds, detail: &str| Finding {
        kind,
        records: records.iter().map(|&id| id.into()).collect(),
        holds,
        grade: (holds == Verdict::DoesNotHold).then_some(Grade::Contradiction),
        detail: detail.into(),
        slips: Vec::new(),
    };
    let slip = |record: &str, said: &str, meant: &str| Slip {
        record: Some(record.into()),
        said: said.into(),
        meant: meant.into(),
        value: meant.parse().unwrap(),
    };
    vec![
        Finding {
            slips: vec![slip("r2", "470", "473"), slip("r3", "480", "483")],
            ..finding(
                "sum_of_parts",
                &["r1", "r2", "r3"],
                Verdict::DoesNotHold,
                "470 + 480 = 950, the text says 953 lượt người",
            )
        },
        finding("status", &["r1", "r4"], Verdict::Holds, "953 > 800 (400 người/năm × 2 năm)"),
        finding(
            "status",
            &["r7"],
            Verdict::CannotBeTold,
            "25 < 28, the text says met: less may be better",
        ),
    ]
}

fn days() -> Vec<DayCandidate> {
    let day = |day: &str, words: &str, rule, fate| DayCandidate {
        day: day.to_owned(),
        words: words.to_owned(),
        rule,
        fate,
    };
    vec![
        day("2023-05-12", "12/05/2023", "published.date_line", Fate::Taken),
        day("2023-05-11T18:41:00Z", "\u{1b}[1m11/05", "published.json_ld", Fate::Outranked),
    ]
}

fn accounts() -> Vec<Account> {
    let account = |block: usize, words: &str, kind, rule, id: Option<&str>| {
        let text: &str = BLOCKS[block].1;
        let at = text.find(words).expect("the words stand in the block");
        let start = text[..at].chars().count();
        let end = start + words.chars().count();
        Account { block, start, end, kind, rule, record: id.map(Into::into) }
    };
    vec![
        account(0, "2 năm 2021-2022", "period", "period.years", None),
        account(0, "953 lượt người", "record", "number.plain", Some("r1")),
        account(0, "năm 2021 là", "period", "period.year", None),
        account(2, "25/28", "record", "number.fraction", Some("r7")),
    ]
}

fn document() -> Document {
    Document {
        id: "d1".into(),
        kind: "Kế hoạch".into(),
        number: Some("3409/KH-UBND".into()),
        title: Some("phát triển nguồn nhân lực".into()),
        issuer: Some("UBND tỉnh".into()),
        period: Some(DocumentPeriod { start: Some(2020), end: Some(2025), horizon: Some(2030) }),
        implements: None,
        mentions: vec![mention("chỉ tiêu")],
    }
}

fn person() -> Person {
    Person {
        id: "p1".into(),
        name: "Nguyễn Thị Bé Mười".into(),
        offices: vec![Office {
            title: "Phó chủ tịch".into(),
            organization: Some("UBND tỉnh".into()),
        }],
        roles: vec!["đồng chủ trì".into()],
        mentions: vec![mention("tỉnh")],
    }
}

fn event() -> Event {
    Event {
        id: "e1".into(),
        kind: "hội nghị sơ kết".into(),
        name: "hội nghị sơ kết 2 năm".into(),
        date: Some("2023-05-11".into()),
        place: None,
        organizer: Some("o1".into()),
        chairs: vec!["p1".into()],
        attendees: Vec::new(),
        speakers: vec!["o1".into()],
        documents: vec!["d1".into()],
        mentions: vec![mention("bồi dưỡng")],
    }
}

fn mention(words: &str) -> MentionRef {
    let text = BLOCKS[0].1;
    let start = text[..text.find(words).expect("the words stand in the block")].chars().count();
    MentionRef { block: 0, start, end: start + words.chars().count(), text: words.into() }
}
