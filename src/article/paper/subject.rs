//! The subject of a paper: the lines under its kind.
//!
//! The first line under the kind is one, and the next where it goes on in a small letter or a number,
//! where both are capitals, or behind a comma. `Căn cứ …` and the name of whoever decides are none:
//! `QUYẾT ĐỊNH`, `CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN`.

use super::letters::{Letters, is_capitals, opens_with_one};
use crate::article::words::papers::{BODIES, NO_SUBJECTS, OFFICES};

/// Most lines of a subject.
const MOST: usize = 5;
/// Longest line of a subject, in bytes.
const LONGEST: usize = 320;

/// The subject that begins with these words, or at a line, and the line behind it.
pub(super) fn read(first: &str, lines: &[&str], from: usize) -> (String, usize) {
    let mut subject = first.to_owned();
    let mut at = from;
    while let Some(line) = lines.get(at).copied().filter(|_| at < from + MOST) {
        let is_rule = Letters::new(line).is_empty();
        if !is_rule && !goes_on(&subject, line) {
            break;
        }
        at += 1;
        if is_rule && !subject.is_empty() {
            break;
        }
        if !is_rule {
            subject.push_str(if subject.is_empty() { "" } else { " " });
            subject.push_str(line);
        }
    }
    (trimmed(&subject).to_owned(), at)
}

/// A subject without the rule that is drawn under it.
fn trimmed(subject: &str) -> &str {
    subject.trim_matches(|c: char| c.is_whitespace() || "-–—_*=".contains(c))
}

fn goes_on(subject: &str, line: &str) -> bool {
    let is_sentence = line.ends_with('.') && !line.ends_with("..");
    if line.len() > LONGEST
        || is_sentence
        || line.ends_with(':')
        || opens_with_one(line, NO_SUBJECTS)
    {
        return false;
    }
    let capitals = is_capitals(line);
    let is_authority = capitals && (opens_with_one(line, BODIES) || opens_with_one(line, OFFICES));
    if subject.is_empty() {
        return !is_authority && !is_numbered(line);
    }
    let is_small = line.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || c == '(');
    let is_open = subject.ends_with([',', ';', '-', '–']);
    (is_small || is_open || capitals && is_capitals(subject)) && !is_authority && !is_numbered(line)
}

/// `I.`, `1.`, `a)`: a section.
fn is_numbered(line: &str) -> bool {
    let mark = line.split(' ').next().unwrap_or_default();
    mark.len() <= 6 && mark.ends_with(['.', ')']) && mark.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_goes_on_until_the_text_begins() {
        for (lines, want, left) in [
            (vec!["Kết quả năm 2023", "Trong năm, xã mở 3 lớp."], "Kết quả năm 2023", 1),
            (
                vec!["Kết quả năm 2023;", "nhiệm vụ năm 2024", "I. KẾT QUẢ"],
                "Kết quả năm 2023; nhiệm vụ năm 2024",
                1,
            ),
            (
                vec!["VỀ VIỆC GIAO", "CHỈ TIÊU NĂM 2021", "CHỦ TỊCH ỦY BAN NHÂN DÂN"],
                "VỀ VIỆC GIAO CHỈ TIÊU NĂM 2021",
                1,
            ),
            (vec!["Về việc họp", "------", "3 ấp họp"], "Về việc họp", 1),
            (vec!["Kính gửi: Các ấp"], "", 1),
            (vec!["HỘI ĐỒNG NHÂN DÂN XÃ"], "", 1),
            (vec!["Xã mở 3 lớp."], "", 1),
        ] {
            let (subject, end) = read("", &lines, 0);
            assert_eq!((subject.as_str(), lines.len() - end), (want, left), "{lines:?}");
        }
    }
}
