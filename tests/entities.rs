//! Who and what articles name.

use de_an_06::article::{Article, Block, BlockKind};
use de_an_06::entity::{self, BlockNames, Document, Entities, Person};
use de_an_06::lexicon::{Lexicon, Marks};
use de_an_06::text::Text;

fn read(paragraphs: &[&str]) -> Entities {
    let blocks = paragraphs.iter().map(|text| Block {
        kind: match text.starts_with("Tin, ảnh:") {
            true => BlockKind::Byline,
            false => BlockKind::Paragraph,
        },
        text: (*text).to_owned(),
        selector: String::new(),
        row: None,
    });
    let article = Article {
        published: Some("2023-05-11T13:41:00+07:00".to_owned()),
        blocks: blocks.collect(),
        ..Article::default()
    };
    let texts: Vec<Text> = article.blocks.iter().map(|b| Text::new(&b.text)).collect();
    let marks: Vec<Marks> = texts.iter().map(|t| Marks::new(t, Lexicon::built_in())).collect();
    let blocks = marks.iter().zip(&article.blocks).enumerate();
    let names: Vec<BlockNames> =
        blocks.map(|(i, (marks, block))| BlockNames::new(i, block.kind, marks)).collect();
    entity::read(&article, &names, Lexicon::built_in())
}

fn seed() -> Entities {
    let paragraphs: Vec<&str> = include_str!("data/so-ket-de-an-06.txt").lines().collect();
    read(&paragraphs)
}

/// `id | kind | number | issuer | years | implements | mentions`
fn row(document: &Document) -> String {
    let years = document.period.as_ref().map(|p| {
        let year = |y: Option<i16>| y.map(|y| y.to_string()).unwrap_or_default();
        format!("{}-{}/{}", year(p.start), year(p.end), year(p.horizon))
    });
    [
        Some(document.id.clone()),
        Some(document.kind.clone()),
        document.number.clone(),
        document.issuer.clone(),
        years,
        document.implements.clone(),
        Some(document.mentions.len().to_string()),
    ]
    .map(|field| field.unwrap_or_else(|| "–".to_owned()))
    .join(" | ")
}

fn rows(entities: &Entities) -> Vec<String> {
    entities.documents.iter().map(row).collect()
}

/// `id | name | title @ organisation; … | roles | mentions`
fn person(person: &Person) -> String {
    let offices: Vec<String> = person
        .offices
        .iter()
        .map(|o| format!("{} @ {}", o.title, o.organization.as_deref().unwrap_or("–")))
        .collect();
    format!(
        "{} | {} | {} | {} | {}",
        person.id,
        person.name,
        offices.join("; "),
        person.roles.join("; "),
        person.mentions.len()
    )
}

#[test]
fn documents_of_the_review() {
    let entities = seed();
    assert_eq!(
        rows(&entities),
        [
            "d1 | Kế hoạch | 3409/KH-UBND | UBND tỉnh | – | d2 | 3",
            "d2 | Đề án | 06-ĐA/TU | Tỉnh ủy | 2020-2025/2030 | – | 7",
            "d3 | Kế hoạch | – | Tỉnh | 2022-2025/2030 | – | 1",
            "d4 | Chiến lược | – | – | 2021-2030/2045 | – | 1",
        ]
    );
    assert_eq!(
        entities.documents[3].title.as_deref(),
        Some(
            "chiến lược phát triển trường cao đẳng Bến Tre giai đoạn 2021 - 2030, tầm nhìn đến năm 2045"
        )
    );
    let scheme = entities.documents[1].title.as_deref().unwrap_or_default();
    assert!(scheme.starts_with("về phát triển nguồn nhân lực đáp ứng"), "{scheme}");
    assert!(scheme.ends_with("tầm nhìn 2030"), "{scheme}");
}

#[test]
fn people_of_the_review() {
    let people: Vec<String> = seed().people.iter().map(person).collect();
    assert_eq!(
        people,
        [
            "p1 | Nguyễn Thị Bé Mười | Phó chủ tịch @ UBND tỉnh; Tổ trưởng @ Tổ công tác thực hiện Đề án 06 của Tỉnh ủy | đồng chủ trì; phát biểu kết thúc hội nghị | 3",
            "p2 | Bùi Văn Phần | Trưởng phòng Tổ chức cán bộ @ Ban Tổ chức Tỉnh ủy; Tổ phó @ Tổ công tác thực hiện Đề án 06 của Tỉnh ủy | đồng chủ trì | 1",
            "p3 | Đặng Thị Phượng | Phó chủ tịch @ Ủy ban MTTQ Việt Nam tỉnh | tham dự | 1",
            "p4 | Thạch Thảo |  |  | 1",
        ]
    );
}

#[test]
fn organisations_of_the_review() {
    let names: Vec<String> = seed().organizations.into_iter().map(|o| o.name).collect();
    assert_eq!(
        names,
        [
            "Sở Lao động - Thương binh và Xã hội",
            "UBND tỉnh",
            "Tỉnh ủy",
            "Tổ công tác thực hiện Đề án 06 của Tỉnh ủy",
            "Ban Tổ chức Tỉnh ủy",
            "Ủy ban MTTQ Việt Nam tỉnh",
            "Trường Cao đẳng Bến Tre",
            "Sở Nội vụ",
            "Sở Khoa học và Công nghệ",
            "Sở Nông nghiệp và Phát triển nông thôn",
            "UBND huyện Giồng Trôm",
        ]
    );
}

#[test]
fn event_of_the_review() {
    let entities = seed();
    let [event] = entities.events.as_slice() else {
        panic!("one event, not {:?}", entities.events);
    };
    assert_eq!(event.kind, "hội nghị sơ kết");
    assert_eq!(event.name, "hội nghị sơ kết 2 năm thực hiện Kế hoạch số 3409/KH-UBND");
    assert_eq!(event.date.as_deref(), Some("2023-05-11"));
    assert_eq!(event.organizer.as_deref(), Some("o1"));
    assert_eq!(event.chairs, ["p1", "p2"]);
    assert_eq!(event.attendees, ["p3"]);
    assert_eq!(event.speakers, ["o8", "o9", "o10", "o11", "o7"]);
    assert_eq!(event.documents, ["d1", "d2"]);
}

#[test]
fn every_mention_is_in_its_block() {
    let paragraphs: Vec<&str> = include_str!("data/so-ket-de-an-06.txt").lines().collect();
    let entities = seed();
    let mentions = (entities.documents.iter().flat_map(|d| &d.mentions))
        .chain(entities.people.iter().flat_map(|p| &p.mentions))
        .chain(entities.organizations.iter().flat_map(|o| &o.mentions))
        .chain(entities.events.iter().flat_map(|e| &e.mentions));
    for mention in mentions {
        let words: String = paragraphs[mention.block]
            .chars()
            .skip(mention.start)
            .take(mention.end - mention.start)
            .collect();
        assert_eq!(words, mention.text);
    }
}

#[test]
fn two_schemes_with_one_number_stay_apart() {
    let entities = read(&[
        "Tỉnh ủy ban hành Đề án số 06-ĐA/TU về phát triển nguồn nhân lực. Sau 2 năm, Đề án 06 của Tỉnh ủy đạt nhiều kết quả.",
        "Cùng lúc, Công an tỉnh triển khai Đề án 06 của Chính phủ. Công an cấp 12.500 tài khoản định danh điện tử theo Đề án 06.",
        "Quyết định số 06/QĐ-TTg ngày 6-1-2022 của Thủ tướng Chính phủ giao Bộ Công an chủ trì.",
    ]);
    assert_eq!(
        rows(&entities),
        [
            "d1 | Đề án | 06-ĐA/TU | Tỉnh ủy | – | – | 2",
            "d2 | Đề án | 06/QĐ-TTg | Chính phủ | – | – | 2",
            "d3 | Quyết định | 06/QĐ-TTg | Thủ tướng Chính phủ | – | – | 1",
        ]
    );
}

#[test]
fn spellings_of_one_document_are_merged() {
    for (paragraphs, want) in [
        (
            vec![
                "Nghị quyết số 29-NQ/TW về giáo dục. Theo Nghị quyết 29, trường mở 3 lớp. NQ 29 nêu rõ.",
            ],
            vec!["d1 | Nghị quyết | 29-NQ/TW | Trung ương | – | – | 3"],
        ),
        (
            vec![
                "Thực hiện Chỉ thị 22/CT-TW, huyện mở 2 lớp; Chỉ thị số 22-CT/TW được quán triệt.",
            ],
            vec!["d1 | Chỉ thị | 22/CT-TW | Trung ương | – | – | 2"],
        ),
        (
            vec![
                "Quyết định số 1956/QĐ-TTg của Thủ tướng Chính phủ phê duyệt Đề án “Đào tạo nghề cho lao động nông thôn đến năm 2030” (gọi tắt là Đề án 1956).",
                "Qua 3 năm thực hiện Đề án 1956, huyện mở 40 lớp.",
            ],
            vec![
                "d1 | Quyết định | 1956/QĐ-TTg | Thủ tướng Chính phủ | – | – | 1",
                "d2 | Đề án | 1956/QĐ-TTg | Thủ tướng Chính phủ | -2030/ | – | 3",
            ],
        ),
        (
            vec![
                "UBND tỉnh ban hành Kế hoạch số 12/KH-UBND triển khai Nghị quyết số 5-NQ/TU của Tỉnh ủy.",
            ],
            vec![
                "d1 | Kế hoạch | 12/KH-UBND | UBND tỉnh | – | d2 | 1",
                "d2 | Nghị quyết | 5-NQ/TU | Tỉnh ủy | – | – | 1",
            ],
        ),
        (
            vec![
                "Đề án 938 giai đoạn 2017 - 2027 ở xã Phú Lễ theo Quyết định 938/QĐ-TTg ngày 30-6-2017 của Thủ tướng Chính phủ.",
            ],
            vec![
                "d1 | Đề án | 938/QĐ-TTg | Thủ tướng Chính phủ | 2017-2027/ | – | 1",
                "d2 | Quyết định | 938/QĐ-TTg | Thủ tướng Chính phủ | – | – | 1",
            ],
        ),
        (vec!["Huyện có 12 nghị quyết, 3 kế hoạch; dự án 30 tỷ đồng đạt 95%."], vec![]),
    ] {
        assert_eq!(rows(&read(&paragraphs)), want, "{paragraphs:?}");
    }
}

#[test]
fn events_take_their_day_place_and_people_from_the_text() {
    let entities = read(&[
        "Sáng 9.5, tại TP. Bến Tre, Sở Nội vụ phối hợp tổ chức hội thảo khoa học về cải cách hành chính.",
        "Chủ trì hội thảo có ông Lê Văn Tư, Giám đốc Sở Nội vụ. Dự hội thảo có bà Trần Thị Năm và ông Võ Văn Bảy.",
        "Năm qua, huyện tổ chức 12 hội nghị cho 600 lượt người.",
    ]);
    let [event] = entities.events.as_slice() else {
        panic!("one event, not {:?}", entities.events);
    };
    assert_eq!(event.kind, "hội thảo khoa học");
    assert_eq!(event.date.as_deref(), Some("2023-05-09"));
    assert_eq!(event.place.as_deref(), Some("TP. Bến Tre"));
    assert_eq!(event.organizer.as_deref(), Some("o1"));
    assert_eq!(event.chairs, ["p1"]);
    assert_eq!(event.attendees, ["p2", "p3"]);
}

#[test]
fn an_article_without_names_has_no_entities() {
    let entities = read(&[
        "Năm 2022, các sở, ngành tỉnh mở 25 lớp cho 1.297 người.",
        "Tỷ lệ lao động qua đào tạo đạt 62%, tăng 2 điểm phần trăm.",
    ]);
    assert_eq!(entities, Entities::default());
}
