//! Text whose lines were broken at a width: from a terminal, a mail, `pdftotext`.
//!
//! A file with a paragraph a line stays as it is. Where the lines of a file end as those of print do,
//! because the next word had no room, they are put together as those of print (`layout`); a file is
//! never taken for wrapped by a single line.
//!
//! * `width`: whether and where lines were broken
//! * `leaves`: the lines as pages

mod leaves;
mod width;

use super::layout::{self, Typed};

/// The text as HTML, where its lines were broken at a width.
pub(super) fn markup(text: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let lines = leaves::unquoted(&lines);
    let wrap = width::find(&lines)?;
    let typed = Typed { width: wrap.width * leaves::LETTER, is_spaced: wrap.is_spaced };
    Some(layout::typed(leaves::of(&lines, wrap), typed))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The paragraphs of a text, or nothing where it stays as it is.
    fn read(text: &str) -> Option<Vec<String>> {
        let markup = markup(text)?;
        let lines = markup.lines().map(|line| line.replace("<p>", "").replace("</p>", ""));
        Some(lines.collect())
    }

    const WRAPPED: &str = "\
Báo cáo của xã Tân Lập

Năm 2022, xã Tân Lập đã mở 14 lớp dạy nghề cho lao động
nông thôn với 230 học viên, đạt 92% kế hoạch năm, tăng 12%
so với năm 2021.
- Giải quyết việc làm cho 320 lao động, trong đó xuất khẩu
lao động 12 người.
- Cho vay 45 hộ.
Toàn xã còn 96 hộ nghèo.
";

    #[test]
    fn lines_of_a_paragraph_are_joined() {
        let want = [
            "Báo cáo của xã Tân Lập",
            "Năm 2022, xã Tân Lập đã mở 14 lớp dạy nghề cho lao động nông thôn với 230 học viên, \
             đạt 92% kế hoạch năm, tăng 12% so với năm 2021.",
            "- Giải quyết việc làm cho 320 lao động, trong đó xuất khẩu lao động 12 người.",
            "- Cho vay 45 hộ.",
            "Toàn xã còn 96 hộ nghèo.",
        ];
        assert_eq!(read(WRAPPED).unwrap(), want);
        let quoted: String = WRAPPED.lines().map(|line| format!("> {line}\n")).collect();
        assert_eq!(read(&quoted).unwrap(), want);
        assert_eq!(read(&WRAPPED.replace('\n', "\r\n")).unwrap(), want);
    }

    #[test]
    fn hyphens_at_the_end_of_lines_go_on() {
        let text = "Giai đoạn 2021-\n2025, toàn tỉnh mở lớp dạy nghề, mỗi lớp 25-\n30 học viên.";
        assert_eq!(
            read(text).unwrap(),
            ["Giai đoạn 2021-2025, toàn tỉnh mở lớp dạy nghề, mỗi lớp 25-30 học viên."]
        );
    }

    #[test]
    fn a_paragraph_a_line_stays_as_it_is() {
        for text in [
            "Tựa\nXã Tân Lập mở 14 lớp dạy nghề cho 230 học viên.\nXã An Hòa mở 5 lớp.\n",
            "xã Tân Lập 120 hộ\nxã An Hòa 96 hộ\nxã Bình Phú 85 hộ\nxã Phú Lễ 100 hộ\n",
            "Kính gửi: UBND xã\nSố 12, đường Trần Phú\nphường 3, thành phố Bến Tre\nđiện thoại 123",
            "Xã\tHộ nghèo\tTỷ lệ\nTân Lập\t120\t4,5\nAn Hòa\t96\t3,2\n",
            "Chiều quê gió thổi đồng xanh\nlúa reo như sóng bên mình hát ca\nnắng vàng trải khắp gần xa\n\
             đò ngang chở khách phù sa bồi bờ\n",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn pages_of_a_converter_lose_their_heads() {
        let page = |number: usize, text: &str| {
            format!(
                "                Báo cáo của xã Tân Lập\n\n{text}\n\n                      {number}\n\u{c}"
            )
        };
        let text = [
            page(
                1,
                "Năm 2022, xã Tân Lập đã mở 14 lớp dạy nghề cho lao động\nnông thôn với 230 học viên, \
                     đạt 92% kế hoạch năm, tăng 12%",
            ),
            page(2, "so với năm 2021 và đưa 12 lao động đi làm việc ở nước\nngoài."),
        ];
        assert_eq!(
            read(&text.concat()).unwrap(),
            [
                "Năm 2022, xã Tân Lập đã mở 14 lớp dạy nghề cho lao động nông thôn với 230 học viên, \
             đạt 92% kế hoạch năm, tăng 12% so với năm 2021 và đưa 12 lao động đi làm việc ở nước ngoài."
            ]
        );
    }

    #[test]
    fn columns_of_white_are_a_table() {
        let text = format!(
            "{WRAPPED}\nChỉ tiêu            Kế hoạch    Thực hiện\n\
             Lớp dạy nghề              15           14\nHọc viên                 250          230\n\
             Việc làm mới             500          320\n"
        );
        let markup = markup(&text).unwrap();
        assert!(markup.contains("<td>Lớp dạy nghề</td><td>15</td><td>14</td>"), "{markup}");
    }
}
