//! What is proper as it stands is never touched, and what is not is mended only where it is.

use crate::encoder::Table;
use de_an_06::page::Page;
use proptest::prelude::*;
use scraper::{Html, Node};

fn text_of(html: &Html) -> String {
    html.tree.values().filter_map(Node::as_text).map(|text| &**text).collect()
}

fn text(page: &str) -> String {
    text_of(&Page::parse(page.as_bytes(), None).unwrap().html)
}

/// Sentences that hold no old letters.
const PROPER: &[&str] = &[
    "Xã có 5 ấp, huyện Mẫu đã mở 14 lớp tập huấn cho 1.297 lượt người.",
    "Là xã bán sơn địa, có gò, có bàu.",
    "Hà Nam, Cà Mau, Bà Rịa",
    "Ông Hà là ai? Bà là chú bé à?",
    "L'été dernier, la mairie a créé dix-sept écoles là où le maître était déjà âgé, ça et là.",
    "Où êtes-vous allés ? À l'hôtel, près du château — « très bien », dit-il.",
    "Der Ausschuß prüft jährlich größere Beträge für Straßenbau; Soft\u{ad}trennung in Mün\u{ad}chen.",
    "El año pasado la región destinó 5 millones más a la educación; ¿por qué? ¡Así fue!",
    "A região não tem informações à mão; são três situações e os órgãos já vêm.",
    "På øya bor 300 mennesker som får støtte; i går kom også flere børn.",
    "© 2023 Café® «X» – 5 µm, 20 °C ± 1, § 12, ½ l, £5, ¥100, naïve façade, Zoë",
    "The company® reported 5 § 3 · 7 ¶ of it — 12 µg/m³ and 3×4 ÷ 2.",
];

/// The same, in fonts that were old once.
fn in_fonts(sentence: &str) -> [String; 3] {
    [
        format!("<p>{sentence}</p>"),
        format!("<p><font face='.VnTime'>{sentence}</font></p>"),
        format!("<p style='font-family: VNI-Times'>{sentence}</p>"),
    ]
}

#[test]
fn proper_text_is_left_alone() {
    for sentence in PROPER {
        assert_eq!(text(&format!("<p>{sentence}</p>")), *sentence);
    }
    let all = PROPER.concat();
    assert_eq!(text(&format!("<p>{all}</p>")), all);
}

#[test]
fn proper_vietnamese_in_an_old_font_is_left_alone() {
    for sentence in &PROPER[..4] {
        for page in in_fonts(sentence) {
            assert_eq!(text(&page), *sentence);
        }
    }
}

/// Vietnamese words as old pages have them, in a page that is otherwise in order.
#[test]
fn a_passage_is_mended_and_the_rest_is_not() {
    let proper = "Hà Nam, Cà Mau là hai nơi đã có 12 lớp; résumé, naïve.";
    for (passage, want) in [
        ("<font face='.VnTime'>TØnh BÕn Tre</font>", "Tỉnh Bến Tre"),
        ("<font face='.VnTimeH'>tØnh BÕn Tre</font>", "TỈNH BẾN TRE"),
        ("<span style=\"font-family: 'VNI-Times'\">Tænh Beán Tre</span>", "Tỉnh Bến Tre"),
        ("<p>Céng hßa x· héi chñ nghÜa ViÖt Nam</p>", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        (
            "<p>C&eacute;ng h&szlig;a x&middot; h&eacute;i ch&ntilde; ngh&Uuml;a</p>",
            "Cộng hòa xã hội chủ nghĩa",
        ),
        ("<p>CéNG HßA X&#183; HéI CHñ NGHÜA VIÖT NAM</p>", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("<p>Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam</p>", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("<p>Huy®n Mçu t± chÑc 14 l¾p t§p hu¤n</p>", "Huyện Mẫu tổ chức 14 lớp tập huấn"),
        ("<p>Báº¿n Tre</p>", "Bến Tre"),
        ("<p>huyá»‡n Máº«u Ä‘Ã£ má»Ÿ lá»›p</p>", "huyện Mẫu đã mở lớp"),
    ] {
        let page = format!("<p>{proper}</p>{passage}");
        assert_eq!(text(&page), format!("{proper}{want}"), "{passage}");
    }
}

#[test]
fn what_is_cut_or_broken_stays_readable() {
    let table = Table::read("vni");
    let bytes = table.bytes("<html><body><p>Huyện Mẫu đã mở 14 lớp tập huấn cho 1.297 lượt người");
    for end in bytes.len() - 20..bytes.len() {
        let page = Page::parse(&bytes[..end], None).unwrap();
        assert!(text_of(&page.html).starts_with("Huyện Mẫu đã mở 14 lớp"), "{end}");
        assert_eq!(page.encoding.label, "vni");
    }
    assert_eq!(text("<p>Ä‘Ã£ má»Ÿ lá»›p Máº</p>"), "đã mở lớp Máº");
    let flawed = "<p>Huyện Mẫu đã mở 14 lớp tập huấn cho 1.297 lượt người, ".repeat(4);
    let page = Page::parse(&[flawed.as_bytes(), b"\xff\xe1\xba"].concat(), None).unwrap();
    assert_eq!(page.encoding.label, "utf-8");
    assert!(text_of(&page.html).ends_with("lượt người, \u{fffd}\u{fffd}"));
}

proptest! {
    /// Any text of Vietnamese words in any of the fonts stays what it is, and so does what is read
    /// a second time.
    #[test]
    fn any_vietnamese_is_left_alone(words in prop::collection::vec(word(), 1..30), font in 0..3_usize) {
        let sentence = words.join(" ");
        prop_assert_eq!(text(&in_fonts(&sentence)[font]), sentence);
    }

    /// Any Latin letters at all cost no panic, and ASCII is never touched.
    #[test]
    fn ascii_is_never_touched(letters in "[\\x20-\\x7e\u{80}-\u{ff}“”–ạế]{0,80}") {
        let ascii = |text: &str| text.chars().filter(|c| c.is_ascii_digit() || *c == ' ').collect::<String>();
        let letters = letters.replace(['<', '&', '>'], "");
        let page = format!("<pre>.{letters}</pre>");
        prop_assert_eq!(ascii(&text(&page)), ascii(&letters));
    }
}

/// A syllable of Vietnamese with a mark or without.
fn word() -> impl Strategy<Value = String> {
    let onset =
        prop::sample::select(&["b", "c", "đ", "h", "l", "m", "n", "ngh", "t", "th", "x"][..]);
    let rhyme = prop::sample::select(
        &["à", "ã", "á", "é", "ê", "ô", "ò", "ú", "ì", "ám", "ện", "ười", "ộng", "an", "ấp"][..],
    );
    (onset, rhyme).prop_map(|(onset, rhyme)| format!("{onset}{rhyme}"))
}
