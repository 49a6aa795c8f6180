//! Lines and boxes that an office prints on every page: its address, its licence, its welcome, its poll.
//!
//! `Địa chỉ: Số 12 đường Mẫu - Điện thoại: 0275 3111222` is worth nothing when the article is looked for. In an
//! article it stays where it is: a notice may end with the address of whoever gives it.

use super::super::norm::letters;
use super::super::outline::Outline;
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
