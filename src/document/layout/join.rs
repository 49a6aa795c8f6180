//! Whether a paragraph goes on in the next line, and what stands between the two.
//!
//! A line is broken because the next word does not fit on it. So where the next word would have
//! fitted, somebody ended the line: `Tổng số 25 hộ.` before a line that begins `Trong đó`. Besides,
//! a paragraph ends before a wider gap, another type, an indent, and before `-`, `a)` or `2.`.
//! That holds of print and of text with hard line breaks alike.

use super::leaf::Unit;

/// A line as the eye sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    /// Left and right end.
    pub(super) x: (Unit, Unit),
    pub(super) size: Unit,
    pub(super) is_bold: bool,
    /// How wide its first word is.
    pub(super) first_word: Unit,
    /// Whether it begins its paragraph.
    pub(super) is_first: bool,
}

/// Where the lines around begin and end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    pub(super) left: Unit,
    pub(super) right: Unit,
    /// Whether the longest line shows where lines end; a few short ones side by side do not.
    pub(super) is_sure: bool,
    /// Whether what was measured is not what broke the lines: letters were counted, and the type had
    /// letters of many widths.
    pub(super) is_loose: bool,
    /// Whether white holds all paragraphs apart, so that a full stop ends none.
    pub(super) is_spaced: bool,
}

/// Whether the paragraph of `before` goes on in `next`. White between them is for the caller to see.
pub(super) fn goes_on(before: &Line<'_>, next: &Line<'_>, measure: Measure) -> bool {
    if is_broken_word(before.text, next.text) {
        return true;
    }
    let is_open = !is_closed(before.text);
    let begins_low = next.text.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    let width = measure.right - measure.left;
    let is_centred = is_centred(before, next, measure);
    let room = match is_centred {
        true => width - (before.x.1 - before.x.0),
        false => measure.right - before.x.1,
    };
    // A line that ends exactly at the margin has no room; the space before a word takes a quarter.
    let left_over = room - next.first_word - before.size / 4;
    let goes_on_over = is_open && left_over < 0 && is_no_item(before.text, next.text);
    if begins_item(next.text) && !goes_on_over {
        return false;
    }
    if before.size.min(next.size) * 10 < before.size.max(next.size) * 9 {
        return false;
    }
    let em = before.size;
    let step = next.x.0 - before.x.0;
    let hangs = before.is_first && begins_item(before.text) && step < em * 5;
    if !is_centred && (step > em * 4 / 5 && !hangs || step < -em * 4 / 5 && !before.is_first) {
        return false;
    }
    let in_capitals = (is_in_capitals(before.text), is_in_capitals(next.text));
    let changes = before.is_bold != next.is_bold || in_capitals.0 != in_capitals.1;
    let runs_on = left_over < 0 && !is_centred && !in_capitals.0 && before.is_bold == next.is_bold;
    let is_in_sentence = is_open && (begins_low || runs_on || before.text.ends_with(','));
    if changes && !is_in_sentence {
        return false;
    }
    if is_centred && !measure.is_sure {
        return is_open && begins_low;
    }
    if left_over < 0 {
        return true;
    }
    let begins_letter = next.text.starts_with(char::is_lowercase);
    let share = if begins_low { 4 } else { 6 };
    let is_nearly_full = left_over * share < width;
    match (is_centred, measure.is_loose) {
        (true, _) => false,
        (false, false) => is_open && begins_low && is_nearly_full,
        (false, true) if is_open => begins_letter || is_nearly_full,
        (false, true) => measure.is_spaced && left_over * 8 < width,
    }
}

/// Both stand in the middle, and neither at the left.
fn is_centred(before: &Line<'_>, next: &Line<'_>, measure: Measure) -> bool {
    let middle = |line: &Line<'_>| line.x.0 + line.x.1;
    let is_in = |line: &Line<'_>| line.x.0 > measure.left + line.size;
    (middle(before) - middle(next)).abs() < before.size && (is_in(before) || is_in(next))
}

/// What stands between the last word of a line and the first of the next: nothing where a range, a
/// fraction or a compound was broken behind its mark, a space elsewhere.
pub(super) fn between(before: &str, next: &str) -> &'static str {
    if is_broken_word(before, next) { "" } else { " " }
}

/// Whether a word, a range or a fraction goes on: `2021-` / `2025`.
pub(in crate::document) fn is_broken_word(before: &str, next: &str) -> bool {
    let mut letters = before.chars().rev();
    matches!(letters.next(), Some('-' | '–' | '/'))
        && letters.next().is_some_and(char::is_alphanumeric)
        && next.starts_with(char::is_alphanumeric)
}

/// Whether a sentence or a clause ends: `…hộ.`, `…gồm:`, `…lớp;`, also before a bracket or quote.
pub(in crate::document) fn is_closed(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '”', '’', ')', '»', ' ']);
    text.ends_with(['.', '!', '?', '…', ':', ';'])
}

/// Whether an item of a list or a numbered part begins: `- `, `• `, `a) `, `2. Kết`, `1.2. `, `IV. `.
pub(in crate::document) fn begins_item(text: &str) -> bool {
    let Some((mark, rest)) = text.split_once(' ') else { return false };
    let rest = rest.trim_start();
    if mark.chars().count() == 1 && mark.contains(BULLETS) {
        return !rest.is_empty();
    }
    let Some(mark) = mark.strip_suffix(['.', ')']).or_else(|| numbered(mark, rest)) else {
        return false;
    };
    let mark = mark.trim_start_matches('(');
    let is_number = mark.split('.').all(|part| {
        (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    });
    let is_roman = mark.len() <= 5 && mark.bytes().all(|byte| b"IVXL".contains(&byte));
    let is_letter = mark.chars().count() == 1 && mark.chars().all(char::is_lowercase);
    let begins_text = !rest.is_empty() && !rest.starts_with(|c: char| c.is_ascii_digit());
    !mark.is_empty() && begins_text && (is_number || is_roman || is_letter)
}

/// `1.2` before a capital letter is a number of a part as well.
fn numbered<'a>(mark: &'a str, rest: &str) -> Option<&'a str> {
    (mark.contains('.') && rest.starts_with(char::is_uppercase)).then_some(mark)
}

/// Whether the text is nothing but the mark of an item.
pub(super) fn is_mark(text: &str) -> bool {
    !text.contains(' ') && begins_item(&format!("{text} A"))
}

/// What stands before items.
const BULLETS: [char; 20] = [
    '-', '–', '—', '+', '*', '•', '▪', '●', '○', '◦', '·', '✓', '✔', '➢', '→', '■', '□', '♦', '►',
    'o',
];

/// Whether a text of several letters has no small one.
fn is_in_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_uppercase()).count() > 3 && !text.chars().any(char::is_lowercase)
}

fn ends_in_digit(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether what looks like the mark of an item goes on with an unfinished line: a dash that stands in a
/// word or a range (`kinh tế` / `- xã hội`, `2021` / `- 2025`), a number whose bracket opened before.
fn is_no_item(before: &str, next: &str) -> bool {
    let count = |sign| before.matches(sign).count();
    let dash = next.strip_prefix(['-', '–']).map(str::trim_start);
    let low = dash.is_some_and(|rest| rest.starts_with(char::is_lowercase));
    let range = dash.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let mark = next.split(' ').next().unwrap_or_default();
    low || range && ends_in_digit(before) || mark.ends_with(')') && count('(') > count(')')
}

#[cfg(test)]
mod tests {
    use super::*;

    const EM: Unit = 1000;

    /// A line whose letters are half an em wide, in a column of 40 letters.
    fn line(text: &str, left: Unit) -> Line<'_> {
        let wide = |text: &str| Unit::try_from(text.chars().count()).unwrap() * EM / 2;
        let first_word = wide(text.split(' ').next().unwrap());
        let x = (left, left + wide(text));
        Line { text, x, size: EM, is_bold: false, first_word, is_first: true }
    }

    fn joins(before: &str, next: &str) -> bool {
        let measure =
            Measure { left: 0, right: 20 * EM, is_sure: true, is_loose: false, is_spaced: false };
        goes_on(&line(before, 0), &line(next, 0), measure)
    }

    #[test]
    fn a_line_goes_on_where_the_next_word_had_no_room() {
        assert!(joins("Năm 2022, xã Tân Lập đã mở 14 lớp dạy", "nghề."));
        assert!(joins("Năm 2022, xã Tân Lập đã mở 14 lớp. Bến", "Tre có 5."));
        assert!(!joins("Toàn xã có 214 hộ nghèo.", "Năm 2022 còn 96 hộ."));
        assert!(!joins("Kết quả thực hiện", "Năm 2022, xã Tân Lập mở 14 lớp."));
    }

    #[test]
    fn items_begin_anew() {
        for next in
            ["- Trồng trọt", "a) Trồng", "2. Kết quả", "1.2 Kết quả", "IV. Kết quả", "• Lúa"]
        {
            assert!(!joins("Năm 2022, xã Tân Lập đã mở 14 lớp dạy", next), "{next}");
        }
        for next in ["2.500 hộ", "2. 500", "2022. Trong", "12 hộ", "1.2 tỷ", "Vàng) và", "-5 độ"]
        {
            assert!(!begins_item(next), "{next}");
        }
    }

    #[test]
    fn a_range_over_the_break_is_no_item() {
        assert!(joins("Giai đoạn thứ nhất của đề án 6 là 20.2021", "- 2025."));
        assert!(joins("Ban Chỉ đạo phát triển công tác kinh tế 4", "- xã hội của xã họp."));
        assert!(joins("Xã đã mở 14 lớp dạy nghề (kế hoạch là 12,", "15) cho nông dân."));
        assert_eq!(between("tuổi từ 25-", "30"), "");
        assert_eq!(between("kinh tế -", "xã hội"), " ");
        assert_eq!(between("năm 2021/", "2022"), "");
        assert_eq!(between("mở 14", "lớp"), " ");
    }

    #[test]
    fn an_indent_begins_a_paragraph() {
        let measure =
            Measure { left: 0, right: 20 * EM, is_sure: true, is_loose: false, is_spaced: false };
        let full = line("Năm 2022, xã Tân Lập đã mở 14 lớp dạy.", 0);
        assert!(!goes_on(&full, &line("Huyện có 5 xã.", 2 * EM), measure));
        let hanging = line("- Năm 2022, xã Tân Lập đã mở 14 lớp dạy", 0);
        assert!(goes_on(&hanging, &line("nghề cho 5 hộ.", EM), measure));
    }
}
