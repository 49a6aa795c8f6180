//! Lines and boxes that an office prints on every page: its address, its licence, its welcome, its poll.
//!
//! `Địa chỉ: Số 12 đường Mẫu - Điện thoại: 0275 3111222` is worth nothing when the article is looked for. In an
//! article it stays where it is: a notice may end with the address of whoever gives it.

use super::super::norm::letters;
use super::super::outline::prose::is_prose;
use super::super::outline::{Line, Outline};
use super::super::words::furniture::{BOXES, CONTACTS, GREETINGS, LICENCES};

/// Longest line of an imprint, in bytes.
const LONGEST: usize = 500;

/// Whether a line is of an imprint, or greets whoever comes.
pub(super) fn is_one(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let lower = text.to_lowercase();
    let opens = |words: &[&str]| words.iter().any(|word| lower.starts_with(word));
    let contacts = CONTACTS.iter().filter(|contact| lower.contains(**contact)).count();
    contacts > 1 || opens(LICENCES) || opens(GREETINGS)
}

/// Most lines of the foot of a page, and of what stands behind it: who made the page.
const MOST: usize = 12;
const BEHIND: usize = 3;

/// Whether a box is the foot of the page: it stands at its end, and says where an office is and who answers for it, and
/// nothing in whole sentences.
pub(super) fn is_foot(outline: &Outline<'_>, frame: usize) -> bool {
    let lines = outline.lines_of(frame);
    let is_last = outline.frames[frame].last_line + BEHIND >= outline.lines.len();
    if !is_last || lines.len() > MOST || outline.frames[frame].tag == "body" {
        return false;
    }
    let (imprint, others): (Vec<&Line>, Vec<&Line>) =
        lines.iter().partition(|line| is_one(outline.text(line)));
    imprint.len() > 1 && !others.iter().any(|line| is_prose(outline.text(line), line))
}

/// Whether a box begins with the heading of a poll or a counter.
pub(super) fn is_box(outline: &Outline<'_>, frame: usize) -> bool {
    let [first, ..] = outline.lines_of(frame) else { return false };
    let text = outline.text(first);
    let is_short = text.len() < 60;
    is_short && BOXES.iter().any(|words| letters(words) == letters(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_imprint_is_known_by_its_words() {
        for (line, want) in [
            ("Địa chỉ: Số 12 đường Mẫu - Điện thoại: 0275 3111222", true),
            ("Giấy phép hoạt động báo điện tử số 15/GP-TTĐT", true),
            ("Chào mừng quý khách đến với Cổng thông tin huyện Thử", true),
            ("Bản quyền thuộc Phòng Mẫu. Ghi rõ nguồn khi đăng lại.", true),
            ("Địa chỉ nhận hồ sơ là trụ sở các ấp trong xã.", false),
            ("Chào mừng ngày lễ, huyện khởi công 3 cầu.", false),
        ] {
            assert_eq!(is_one(line), want, "{line}");
        }
    }
}
