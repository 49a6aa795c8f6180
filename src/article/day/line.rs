//! Whether a line is a day: `Thứ Tư, 03/07/2024 - 16:25 | Kinh tế`, `Tác giả: An | Ngày đăng: 05/06/2023`, `Võ Thị
//! Mẫu | 06/03/2023`.
//!
//! A line whose other words make a sentence of it dates what it tells, and is none.

use super::super::words::dates::{
    AFTERNOON, BEFORE_NAMES, BEHIND_DAYS, COMPANIONS, FILLERS, HOURS, MONTHS, MORNING, PUBLISHED,
    UPDATED,
};
use super::date::cut;
use super::date::is_one_of;
use super::moment::{Label, REACH, find, label};
use super::order::{Order, ordered_day};

/// Whether a line is a day and little else: `Thứ Tư, 03/07/2024 - 16:25 | Kinh tế`. What ends with
/// a full stop is a sentence.
pub(in super::super) fn is_day_alone(text: &str) -> bool {
    let short = text.len() <= LONGEST_ALONE && !ends_sentence(text) && !text.ends_with(';');
    short
        && find(text, Order::DayFirst).is_some()
        && cut(text).iter().filter(|token| is_strange(token)).count() <= 2
        && !is_of_other(text)
}

/// Whether a line ends as sentences do; `5:02 p.m.` does not.
pub(in super::super) fn ends_sentence(text: &str) -> bool {
    let is_clock = text.ends_with("p.m.") || text.ends_with("a.m.");
    text.ends_with(['.', '!', '?', '…', ':']) && !is_clock
}

/// Whether the words before the first day of a line say that it is that of something else: `Thời gian: 06/03/2023`,
/// `Khai giảng ngày 06/03/2023`, `06/03/2023 - 09/03/2023`. A label of its own, a word right before `ngày`, and a
/// second day make it one.
pub(in super::super) fn is_of_other(text: &str) -> bool {
    let tokens = cut(&text[..text.floor_char_boundary(REACH)]);
    let day = |from: usize| {
        let mut starts = from..tokens.len();
        starts.find_map(|at| Some((at, ordered_day(&tokens, at, Order::DayFirst)?.1)))
    };
    let Some((at, end)) = day(0) else { return false };
    let before = &tokens[..at];
    if label(before) != Label::Bare {
        return false;
    }
    let is_clock =
        |colon: usize| colon > 0 && before[colon - 1].bytes().all(|b| b.is_ascii_digit());
    let colon = before.iter().rposition(|token| *token == ":").filter(|colon| !is_clock(*colon));
    let is_labelled = colon.is_some_and(|colon| {
        let (run, behind) = (&before[..colon], &before[colon + 1..]);
        let start = run.iter().rposition(|token| divides(token)).map_or(0, |mark| mark + 1);
        run[start..].iter().any(|token| is_strange(token))
            && !behind.iter().any(|token| is_strange(token) || divides(token))
    });
    let is_told = is_one_of(tokens[at], FILLERS) && before.last().is_some_and(|w| is_strange(w));
    let is_span = day(end).is_some_and(|(next, _)| {
        let is_to = |token: &str| matches!(token, "-" | "–" | "đến");
        let between =
            tokens[end - 1..next].iter().filter(|t| !t.starts_with(|c: char| c.is_ascii_digit()));
        let between: Vec<&str> = between.copied().collect();
        between.iter().any(|t| is_to(t))
            && between.iter().all(|t| is_to(t) || is_one_of(t, FILLERS))
    });
    is_labelled || is_told || is_span
}

/// Longest line that is a day alone, in bytes.
const LONGEST_ALONE: usize = 80;

/// Whether a piece of a line is a label and its day: `Tác giả: An | Ngày đăng: 05/06/2023 | Xã hội`.
/// Where the day goes on in words, it is one in a sentence: `Đăng ngày 05/06/2023, nghị định …`. What is
/// longer than any such line is text.
pub(in super::super) fn is_labelled(text: &str) -> bool {
    if text.len() > REACH {
        return false;
    }
    let tokens = cut(text);
    let mut days =
        (0..tokens.len()).filter_map(|at| Some((at, ordered_day(&tokens, at, Order::DayFirst)?.1)));
    days.any(|(at, end)| {
        let strange = tokens[..at].iter().rposition(|token| is_strange(token));
        let words = &tokens[strange.map_or(0, |word| word + 1)..at];
        let is_set_apart = strange.is_none() || words.first().is_some_and(|mark| divides(mark));
        let is_label = is_set_apart && label(words) != Label::Bare;
        let goes_on = tokens[end..].iter().position(|token| is_strange(token));
        is_label
            && goes_on.is_none_or(|word| {
                let before = tokens[..end + word].last();
                let is_next = tokens[end + word..].iter().take(4).any(|token| *token == ":");
                before.is_some_and(|mark| divides(mark) || is_one_of(mark, BEFORE_NAMES))
                    || is_next && before != Some(&",")
                    || opens_section(&tokens[end + word..])
            })
    })
}

/// Whether words behind a day name the section: `trong mục Thông báo`.
fn opens_section(tokens: &[&str]) -> bool {
    let [first, second, ..] = tokens else { return false };
    let both = format!("{} {}", first.to_lowercase(), second.to_lowercase());
    BEHIND_DAYS.contains(&both.as_str())
}

/// The parts of a line between marks: `Võ Thị Mẫu | 06/03/2023 | 09:15`.
pub(in super::super) fn parts(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(['|', '·', '•']).flat_map(|part| part.split(" - "));
    parts.flat_map(|part| part.split(" – ")).map(str::trim)
}

/// Whether one part of a line is nothing but a day: `Võ Thị Mẫu | 06/03/2023`.
pub(in super::super) fn has_day_part(text: &str) -> bool {
    parts(text).any(|part| find(part, Order::DayFirst).is_some() && is_of_day(part))
}

/// Whether a piece of a line has no words but those that stand beside days: `Thứ Hai`, `09:15 (GMT+7)`.
pub(in super::super) fn is_of_day(piece: &str) -> bool {
    !cut(piece).iter().any(|token| is_strange(token))
}

/// Whether a line ends with a day in brackets or behind a mark: `Nạo vét kênh (12/03/2014)`.
pub(in super::super) fn ends_with_day(text: &str) -> bool {
    let tail = text.rfind(['(', '|', '-', '–', ',']).map_or(text, |at| &text[at..]);
    let tokens = cut(tail);
    let day = (0..tokens.len()).find_map(|at| ordered_day(&tokens, at, Order::DayFirst));
    day.is_some_and(|(_, end)| tokens.len() - end <= 4)
        && !tokens.iter().any(|token| is_strange(token))
}

fn divides(token: &str) -> bool {
    matches!(token, "|" | "-" | "–" | "—" | "·" | "•" | "(" | ")" | "[" | "]")
}

/// A word that no date line has; single letters are buttons: `A+`.
fn is_strange(token: &str) -> bool {
    token.starts_with(char::is_alphabetic)
        && token.chars().nth(1).is_some()
        && ![COMPANIONS, FILLERS, HOURS, MORNING, AFTERNOON, PUBLISHED, UPDATED]
            .into_iter()
            .chain(MONTHS.iter().copied())
            .any(|words| is_one_of(token, words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_alone_is_no_sentence() {
        assert!(is_day_alone("Cập nhật lúc 22:38, Thứ Hai, 08/10/2018 (GMT+7)"));
        assert!(!is_day_alone("Ngày 11-5-2023, Sở tổ chức hội nghị sơ kết 2 năm."));
        assert!(is_day_alone("Thứ năm, 08:58 24/09/2015 | Kinh tế"));
        assert!(!is_day_alone("Quang cảnh hội nghị ngày 11/05/2023"));
        assert!(!is_day_alone("Kế hoạch 16"));
        assert!(is_day_alone("Thử Mẫu, thứ Hai, ngày 06 tháng 03 năm 2023, 15 giờ 30 phút"));
    }

    #[test]
    fn a_day_may_be_that_of_something_else() {
        for (line, want) in [
            ("Thời gian: 06/03/2023", true),
            ("Ngày hết hạn: 06/03/2023", true),
            ("Event date: March 6, 2023", true),
            ("Khai giảng ngày 06/03/2023", true),
            ("06/03/2023 - 09/03/2023", true),
            ("Từ ngày 06/03/2023 đến ngày 09/03/2023", true),
            ("Ngày đăng: 06/03/2023", false),
            ("Ngày: 06/03/2023", false),
            ("Date: March 6, 2023", false),
            ("Thử Mẫu, ngày 06/03/2023", false),
            ("Đăng bởi Hà Mẫu ngày 06/03/2023", false),
            ("Thứ Hai, 06/03/2023 - 09:15", false),
            ("15:20 06/03/2023", false),
            ("Tác giả: Hà Mẫu - 06/03/2023", false),
        ] {
            assert_eq!(is_of_other(line), want, "{line}");
        }
    }

    #[test]
    fn a_label_makes_a_piece_of_a_line_the_day() {
        for (line, want) in [
            ("Ngày đăng: 05/06/2023 - 14:20 | Lượt xem: 345 | Chuyên mục: Xã hội", true),
            ("(Đăng ngày 5.6.2023 – Người đăng: Quản trị – Đã xem: 234)", true),
            ("Tác giả: An Thanh | Ngày đăng: 05/06/2023 Lượt xem: 345", true),
            ("Đăng lúc: Thứ hai - 05/06/2023 02:20 - Người đăng bài viết: Ban biên tập", true),
            ("Essay - Published: 2023.06.05 | Notes", true),
            ("Đăng ngày 05/06/2023 bởi Phạm Thị Mẫu", true),
            ("Đăng ngày 05/06/2023 trong mục Thông báo", true),
            ("Đăng ngày 05/06/2023, nghị định nêu rõ: các xã phải rà soát", false),
            ("Công báo đăng ngày 05/06/2023 ghi rõ như vậy", false),
            ("Hội nghị ngày 05/06/2023 | Ảnh: An", false),
        ] {
            assert_eq!(is_labelled(line), want, "{line}");
        }
    }
}
