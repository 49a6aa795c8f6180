//! Paragraphs that stand right in `<body>`, in no box of their own, with menus and side boxes beside them.
//!
//! `<body><h1>…</h1><ul>20 links</ul><p>…</p><p>…</p></body>`: what stands beside them does not count against
//! them, and is none of the article. It begins behind the headline. A list of figures without links among them is a part of
//! it: `<p>Bốn xã mở lớp:</p><ul><li>An Hòa: 12 lớp</li>…`.

use super::super::outline::Outline;
use super::super::outline::prose::is_heading;

/// What the paragraphs of the page's `<body>` are worth that stand right in it, and the boxes that the article is then.
pub(super) fn find(outline: &Outline<'_>, worth: &[i64]) -> Option<(i64, Vec<usize>)> {
    let frames = &outline.frames;
    let body = frames.iter().position(|frame| frame.tag == "body")?;
    let children: Vec<usize> = children(outline, body).collect();
    let headline = children.iter().rposition(|&child| frames[child].tag == "h1");
    let own = &children[headline.map_or(0, |headline| headline + 1)..];
    let is_text = |child: &usize| is_text(frames[*child].tag);
    let all = own.iter().filter(|child| is_text(child)).map(|&child| worth[child]).sum();
    let is_told = |child: &usize| is_text(child) || is_list_of_figures(outline, *child);
    own.iter().position(is_text)?;
    let first = own.iter().position(is_told)?;
    let last = own.iter().rposition(is_told)?;
    let is_part =
        |child: &usize| is_told(child) || is_heading(frames[*child].tag) || worth[*child] > 0;
    let parts = own[first..=last].iter().copied().filter(is_part).collect();
    Some((all, parts))
}

/// The boxes right inside a box.
fn children<'a>(outline: &'a Outline<'_>, frame: usize) -> impl Iterator<Item = usize> + 'a {
    let frames = &outline.frames;
    let mut next = frame + 1;
    std::iter::from_fn(move || {
        let child = Some(next).filter(|&child| child < frames[frame].end)?;
        next = frames[child].end;
        Some(child)
    })
}

/// A list of short items without any link, with a number in most of them: `<li>Xã An Hòa: 12 lớp</li>`.
fn is_list_of_figures(outline: &Outline<'_>, frame: usize) -> bool {
    let lines = outline.lines_of(frame);
    let told =
        lines.iter().filter(|line| outline.text(line).contains(|c: char| c.is_ascii_digit()));
    matches!(outline.frames[frame].tag, "ul" | "ol" | "dl")
        && lines.iter().all(|line| line.linked == 0)
        && told.count() * 2 > lines.len()
}

fn is_text(tag: &str) -> bool {
    matches!(tag, "p" | "blockquote" | "center" | "figure" | "pre")
}

#[cfg(test)]
mod tests {
    use super::super::find::find;
    use super::*;
    use crate::article::title::Titles;
    use scraper::Html;

    #[test]
    fn paragraphs_beside_lists_are_the_article() {
        let prose = "<p>Trong năm, xã mở 12 lớp nghề cho 350 người, hai phần ba là nữ.</p>";
        let list =
            format!("<ul>{}</ul>", "<li><a href=x>Lịch tiếp công dân tháng này</a>".repeat(20));
        let archive =
            "<p>Trang này được lưu từ https://xa.example/tin/mo-lop-nghe ngày hôm qua.</p>";
        let page = format!("{archive}<h1>Mở lớp</h1>{list}{prose}{prose}<div>{list}</div>");
        let html = Html::parse_document(&page);
        let outline = Outline::new(&html);
        let body = find(&outline, None, &Titles::new(&[]));
        let tags: Vec<&str> = body.parts.iter().map(|part| outline.frames[*part].tag).collect();
        assert_eq!(tags, ["p", "p"]);
    }

    #[test]
    fn a_list_of_figures_is_a_part_of_them() {
        let tags = |page: &str| {
            let html = Html::parse_document(page);
            let outline = Outline::new(&html);
            let body = find(&outline, None, &Titles::new(&[]));
            body.parts.iter().map(|part| outline.frames[*part].tag).collect::<Vec<_>>().join(" ")
        };
        let prose =
            "<p>Kết quả tuyển quân năm nay của huyện như sau, theo báo cáo gửi tỉnh ngày 10/2.</p>";
        let figures = "<ul><li>Xã An Hòa: 12</li><li>Xã Tân Lập: 15</li><li>Xã Phú Mỹ: 9</li></ul>";
        let link = "<li><a href=x>Lịch tiếp công dân ngày 12</a></li>";
        let links = format!("<ul>{}</ul>", link.repeat(20));
        let words = "<ul><li>Trang chủ</li><li>Giới thiệu</li><li>Liên hệ</li></ul>";
        assert_eq!(tags(&format!("<h1>Tuyển quân</h1>{links}{prose}{figures}{words}")), "p ul");
        assert_eq!(tags(&format!("<h1>Tuyển quân</h1>{figures}{prose}{links}")), "ul p");
    }
}
