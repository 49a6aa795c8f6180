//! What is the article's and what is the page's: small pages, one question each.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use de_an_06::article::{self, Article, Known};
use de_an_06::page::Page;
use scraper::{Html, Selector};

const SENTENCE: &str = "Trong năm, huyện đã mở 12 lớp đào tạo nghề cho 350 lao động nông thôn.";

fn read(markup: &str, url: Option<&str>) -> (Article, Vec<String>) {
    let page = Page::parse(markup.as_bytes(), None).unwrap();
    let read = article::read(&page, Known { url, ..Known::default() });
    (read.article, read.warnings)
}

/// A page with this in its head, over its article and under it.
fn page(head: &str, over: &str, under: &str) -> String {
    format!(
        "<html lang=vi><head><title>Mở lớp</title>{head}</head><body>\
         <div class=top><div class=clock>Thứ Hai, 23/11/2026 - 08:15</div></div>\
         <div class=detail><h1>Mở lớp</h1>{over}<div class=content><p>{SENTENCE}</p>\
         <p>{SENTENCE} Ngày 05/06/2020, huyện đã sơ kết.</p></div>{under}</div>\
         <div class=footer>Giấy phép số 12/GP-TTĐT ngày 01/02/2021</div></body></html>"
    )
}

fn texts(article: &Article) -> Vec<&str> {
    article.blocks.iter().map(|block| block.text.as_str()).collect()
}

#[test]
fn the_day_of_publication_is_the_articles_own() {
    let ld = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\
              \"datePublished\":\"2023-05-11T13:41:00\"}</script>";
    let line = "<div class=pubdate>12/05/2023 - 07:00</div>";
    let change = "<div class=pubdate>Cập nhật lúc 07:00, 12/05/2023</div>";
    let american = "<div class=pubdate>5/11/2023</div>";
    let of_page = "<script type='application/ld+json'>{\"@type\":\"WebPage\",\
                   \"datePublished\":\"2023-05-11\"}</script>";
    let ld_in_utc = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\
                     \"datePublished\":\"2023-05-11T18:41:00Z\"}</script>";
    let same_hour = "<div class=pubdate>11/05/2023 18:41</div>";
    let foot = "<div class=pubdate>15/05/2023</div>";
    let changed_stamp = "<span class=updated-on><time datetime=2023-05-14>14/5</time></span>\
                         <span class=posted-on><time datetime=2023-05-11>11/5</time></span>";
    let comment = "<div class=comments><p>Hay lắm. 13/05/2023 08:00</p></div>";
    let related = "<ul class=related><li><a>Tin khác</a> <span>14/05/2023</span></li></ul>";
    for (head, over, under, want) in [
        (ld, "", "", Some("2023-05-11T13:41:00+07:00")),
        (ld, line, "", Some("2023-05-12T07:00:00+07:00")),
        (ld, change, "", Some("2023-05-11T13:41:00+07:00")),
        ("", change, "", Some("2023-05-12T07:00:00+07:00")),
        (ld, american, "", Some("2023-05-11T13:41:00+07:00")),
        (of_page, "", "", None),
        (of_page, change, "", Some("2023-05-12T07:00:00+07:00")),
        (ld_in_utc, "", "", Some("2023-05-12T01:41:00+07:00")),
        (ld_in_utc, same_hour, "", Some("2023-05-11T18:41:00+07:00")),
        (ld, "", foot, Some("2023-05-11T13:41:00+07:00")),
        ("", "", foot, Some("2023-05-15")),
        ("", changed_stamp, "", Some("2023-05-11")),
        ("", line, "", Some("2023-05-12T07:00:00+07:00")),
        ("", line, comment, Some("2023-05-12T07:00:00+07:00")),
        ("<meta name=pubdate content=2023-05-12>", line, "", Some("2023-05-12T07:00:00+07:00")),
        ("", "<time datetime=2023-05-12>hôm qua</time>", "", Some("2023-05-12")),
        ("", "<p>12/05/2023 7:05 CH</p>", "", Some("2023-05-12T19:05:00+07:00")),
        ("", "<p>Ngày 12/05/2023, huyện họp.</p>", "", None),
        ("", "<p><img></p><p><i>Hội nghị sơ kết ngày 12/05/2023</i></p>", "", None),
        ("", "", comment, None),
        ("", "", related, None),
        ("", "", "", None),
    ] {
        let (article, _) = read(&page(head, over, under), None);
        assert_eq!(article.published.as_deref(), want, "{head}{over}{under}");
    }
}

#[test]
fn the_address_is_the_last_to_be_asked() {
    let url = Some("https://bao.vn/mo-lop-11052023-a7.html");
    let line = "<div class=pubdate>12/05/2023</div>";
    for (over, want) in [("", "2023-05-11"), (line, "2023-05-12")] {
        let (article, _) = read(&page("", over, ""), url);
        assert_eq!(article.published.as_deref(), Some(want), "{over}");
    }
}

#[test]
fn authors_are_people() {
    let ld = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\
              \"author\":{\"name\":\"Báo Mẫu\"},\"publisher\":{\"name\":\"Báo Mẫu\"}}</script>";
    for (head, over, under, want) in [
        ("", "", "<p>Tin, ảnh: Thạch Thảo</p>", vec!["Thạch Thảo"]),
        ("", "", "<div class=author>T.LĨNH - V.ANH</div>", vec!["T.LĨNH", "V.ANH"]),
        (ld, "<div class=author>Thạch Thảo</div>", "", vec!["Thạch Thảo"]),
        (ld, "", "", vec![]),
        ("<meta name=author content='Thạch Thảo'>", "", "", vec!["Thạch Thảo"]),
        ("<meta name=author content=admin>", "", "", vec![]),
        ("", "", "<p>Theo TTXVN</p>", vec![]),
        ("", "", "<p>PV</p>", vec![]),
    ] {
        let (article, _) = read(&page(head, over, under), None);
        assert_eq!(article.authors, want, "{head}{over}{under}");
    }
}

#[test]
fn furniture_is_in_no_block() {
    for furniture in [
        "<div class=share-box><p>Chia sẻ bài này với 1.200 người bạn của bạn trên mạng.</p></div>",
        "<div class='tin-lien-quan'><p>Huyện bên vừa trao 36 căn nhà cho hộ nghèo của 5 xã.</p></div>",
        "<aside><p>Giá vàng hôm nay tăng 350 nghìn đồng mỗi lượng so với hôm qua.</p></aside>",
        "<div id=comments><p>Xã tôi có 14 người đi học và 11 người đã có việc làm ổn định.</p></div>",
        "<p><a href=/x>Xem thêm: Khai giảng 3 lớp nghề cho 95 lao động xã biển</a></p>",
        "<script>document.write('<p>Tổng cộng 58.214.907 lượt truy cập vào trang.</p>')</script>",
        "<p style='display:none'>Nội dung ẩn có 99 con số mà không ai đọc được ở đây.</p>",
    ] {
        let (article, _) = read(&page("", "", furniture), None);
        assert_eq!(texts(&article).len(), 2, "{furniture}: {:?}", texts(&article));
    }
}

#[test]
fn every_paragraph_of_a_plain_page_is_a_block() {
    let paragraphs = ["Thí sinh đi đâu?", "60% DN khó vay", SENTENCE, "5 xã.", "Ảnh: H.Nụ)"];
    let body: String = paragraphs.iter().map(|text| format!("<p>{text}</p>\n")).collect();
    for markup in [body.clone(), format!("<body><article><h1>Mở lớp</h1>{body}</article></body>")]
    {
        assert_eq!(texts(&read(&markup, None).0), paragraphs, "{markup}");
    }
}

#[test]
fn what_is_doubtful_is_told() {
    let whole = page("", "<div class=pubdate>12/05/2023</div>", "");
    let cut = &whole[..whole.find("Ngày 05").unwrap()];
    let deep = "<div>".repeat(1000) + &whole;
    for (markup, want) in [
        (whole.as_str(), vec![]),
        (cut, vec!["cut off"]),
        (&deep, vec!["too deep"]),
        ("<p>Xã có 5 ấp, 3 thôn.</p>", vec!["no day"]),
        ("<a>Trang chủ</a>", vec!["no article", "no day"]),
    ] {
        let (_, warnings) = read(markup, None);
        let told = want.iter().all(|part| warnings.iter().any(|warning| warning.contains(part)));
        assert!(told && warnings.len() == want.len(), "{warnings:?}, not {want:?}");
    }
}

#[test]
fn a_selector_finds_the_words_of_its_block() {
    let list = "<ul><li>Một<li>Hai <b>ba</b></ul>";
    let markup = format!("<div><p>{SENTENCE}</p>{list}<p>{SENTENCE}</p></div>");
    let html = Html::parse_document(&markup);
    let (article, _) = read(&markup, None);
    assert_eq!(article.blocks.len(), 4);
    for block in &article.blocks {
        let found: Vec<_> = html.select(&Selector::parse(&block.selector).unwrap()).collect();
        assert_eq!(found.len(), 1, "{}", block.selector);
        assert_eq!(found[0].text().collect::<String>(), block.text);
    }
}
