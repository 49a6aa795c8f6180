//! Fonts tell what the letters are too few to tell, wherever the page names them.

use crate::encoder::Table;
use de_an_06::{Options, read};

/// The texts of the article of a page, the title first.
fn texts(page: &str) -> Vec<String> {
    let article = read(page.as_bytes(), &Options::default()).unwrap().report.article;
    article.title.into_iter().chain(article.blocks.into_iter().map(|block| block.text)).collect()
}

#[test]
fn a_document_of_word_names_its_fonts_in_a_style_sheet() {
    let page = Table::read("tcvn3").letters(
        "<html><head><style><!-- /* Style Definitions */
         p.MsoNormal, li.MsoNormal {margin:0cm; font-family:\".VnTime\"; color:black;}
         h1 {mso-style-next:Normal; font-family:\".VnTimeH\";}
         @page Section1 {size:595.3pt 841.9pt;}
         --></style></head><body>
         <h1>báo cáo năm</h1><div class=Section1>
         <p class=MsoNormal>Xã có 5 ấp, 12 tổ, 1.250 hộ, 34 trường và 2 chợ.</p>
         <p class=MsoNormal>Đã thu 95% quỹ.</p></div></body></html>",
    );
    let want =
        ["BÁO CÁO NĂM", "Xã có 5 ấp, 12 tổ, 1.250 hộ, 34 trường và 2 chợ.", "Đã thu 95% quỹ."];
    assert_eq!(texts(&page), want);
}

#[test]
fn an_old_font_in_a_style_sheet_changes_no_proper_text() {
    let page = "<html><head><style>p {font-family: .VnTime}</style></head><body><h1>Báo cáo</h1>
         <div><p>Xã có 5 ấp, 12 tổ và 1.250 hộ, trong đó 34 hộ nghèo.</p></div></body></html>";
    assert_eq!(texts(page)[1], "Xã có 5 ấp, 12 tổ và 1.250 hộ, trong đó 34 hộ nghèo.");
}
