//! Lines of a paper that are no text behind its header: addressees, recipients, signature, and to which
//! paper an annex belongs.
//!
//! `Nơi nhận:` begins the foot, and so does a signature (`TM. ỦY BAN NHÂN DÂN`, `GIÁM ĐỐC`) where nothing but such
//! lines follow. It ends where an annex or running text begins.

use super::letters::{Letters, is_capitals, opening, opens_with_one};
use crate::article::words::papers::{
    ADDRESSEES, ANNEXES, ATTACHED, BODIES, OFFICES, RECIPIENTS, SIGNERS,
};

/// Longest line of a foot, in bytes, but for items.
const LONGEST: usize = 120;
/// Most lines of a signature.
const SIGNATURE: usize = 12;
/// Most words of a name with its titles: `PGS. TS. Nguyễn Thị Minh Khai`.
const NAME: usize = 8;

/// For each line of a text, the header left out, whether it is no text; only of a paper are signatures asked.
pub(super) fn find(lines: &[&str], is_paper: bool) -> Vec<bool> {
    let mut told = vec![false; lines.len()];
    let mut run = Run::new(lines);
    let mut at = 0;
    while let Some(line) = lines.get(at).copied() {
        let end = match () {
            () if is_recipients(line) && (is_paper || sends_copies(lines, at)) => run.end(at),
            () if !is_paper => at,
            () if opens_with_one(line, ADDRESSEES) => addressees_end(lines, at),
            () if is_attachment(line) => at + 1,
            () if is_signature(line) && run.is_whole(at) => run.end(at),
            () => at,
        };
        told[at..end].fill(true);
        at = end.max(at + 1);
    }
    told
}

/// `Nơi nhận:`, and nothing, items or a second column behind it.
fn is_recipients(line: &str) -> bool {
    let behind = RECIPIENTS.iter().find_map(|words| opening(line, words));
    behind.is_some_and(|rest| rest.trim_start().starts_with(':') || rest.is_empty())
}

/// Whether a list of recipients says where the copies go, as every one does: `- Lưu: VT`.
fn sends_copies(lines: &[&str], at: usize) -> bool {
    let items = lines[at + 1..].iter().take_while(|line| is_item(line));
    items.chain([&lines[at]]).any(|line| line.contains("Lưu") || line.contains("Như trên"))
}

/// The end of the addressees: one line, or items under it.
fn addressees_end(lines: &[&str], at: usize) -> usize {
    let items =
        lines[at + 1..].iter().take_while(|line| is_item(line) && !line.contains('%')).count();
    let has_items = lines[at].ends_with(':') || items > 1;
    at + 1 + if has_items { items } else { 0 }
}

/// Where the lines of a foot end. Any line of a long run may be the first of one, so its end is looked for once.
struct Run<'a> {
    lines: &'a [&'a str],
    /// The first line behind the run that was asked for last, and the last line of it that names recipients.
    end: usize,
    recipients: Option<usize>,
}

impl<'a> Run<'a> {
    fn new(lines: &'a [&'a str]) -> Self {
        Self { lines, end: 0, recipients: None }
    }

    /// The first line behind the foot that begins at a line, which lies behind those that were asked for.
    fn end(&mut self, at: usize) -> usize {
        if at >= self.end {
            let rest = self.lines[at + 1..].iter().take_while(|line| is_of_foot(line)).count();
            self.end = at + 1 + rest;
            self.recipients = (at..self.end).rfind(|&at| is_recipients(self.lines[at]));
        }
        self.end
    }

    /// Whether a short run of lines of a foot leads to the end, to recipients or to an annex.
    fn is_whole(&mut self, at: usize) -> bool {
        let end = self.end(at);
        let next = self.lines.get(end).copied();
        end - at <= SIGNATURE && next.is_none_or(|line| is_annex(line) || is_attachment(line))
            || self.recipients >= Some(at)
    }
}

fn is_of_foot(line: &str) -> bool {
    if is_annex(line) || is_attachment(line) {
        return false;
    }
    is_item(line)
        || line.len() <= LONGEST
            && (is_recipients(line)
                || is_signature(line)
                || is_capitals(line)
                || line.starts_with('(')
                || Letters::new(line).is_empty()
                || is_name(line))
}

/// `- Như trên;`
fn is_item(line: &str) -> bool {
    line.starts_with(['-', '–', '+', '•', '*'])
}

/// `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `GIÁM ĐỐC`
fn is_signature(line: &str) -> bool {
    let signs = |signer: &&'static str| {
        let head = line.get(..signer.len())?;
        let rest = &line[signer.len()..];
        let divided = rest.starts_with(['.', ' ', '/']) && signer.eq_ignore_ascii_case(head);
        divided.then(|| rest.trim_start_matches(['.', ' ', '/']))
    };
    let for_whom = SIGNERS.iter().find_map(signs);
    let whom = for_whom.unwrap_or(line);
    is_capitals(whom) && (for_whom.is_some() || opens_with_one(whom, OFFICES))
        || for_whom
            .is_some_and(|whom| opens_with_one(whom, BODIES) || opens_with_one(whom, OFFICES))
}

/// A name with its titles: `Đại tá Lê Văn Thử`.
fn is_name(line: &str) -> bool {
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    let small = line.split(' ').filter(|word| !is_capital(word)).count();
    let has_ends = is_capital(line) && line.rsplit(' ').next().is_some_and(is_capital);
    let is_plain = !line.contains(|c: char| c.is_ascii_digit() || ",;:!?".contains(c));
    line.split(' ').count() <= NAME && has_ends && small <= 1 && is_plain && !line.ends_with('.')
}

/// `PHỤ LỤC I`
fn is_annex(line: &str) -> bool {
    line.len() <= LONGEST && is_capitals(line) && opens_with_one(line, ANNEXES)
        || opens_with_one(line, &ANNEXES[..1]) && line.len() <= LONGEST
}

/// `(Kèm theo Báo cáo số 312/BC-UBND ngày 15/6/2024 của …)`
fn is_attachment(line: &str) -> bool {
    line.strip_prefix('(').is_some_and(|rest| opens_with_one(rest, ATTACHED))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines that are left of a text, numbered from 0.
    fn left(lines: &[&str], is_paper: bool) -> Vec<usize> {
        let told = find(lines, is_paper);
        (0..lines.len()).filter(|at| !told[*at]).collect()
    }

    #[test]
    fn the_foot_of_a_paper_is_no_text() {
        let text = "Xã mở 3 lớp.";
        for (lines, want) in [
            (
                vec![text, "Nơi nhận:", "- Như trên;", "- Lưu: VT (3b).", "CHỦ TỊCH", "Lê Thử"],
                vec![0],
            ),
            (vec![text, "Nơi nhận: CHỦ TỊCH", "- Các ấp; (Đã ký)", "- Lưu: VT. Lê Thử"], vec![0]),
            (
                vec![text, "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Văn Thử"],
                vec![0],
            ),
            (
                vec![text, "GIÁM ĐỐC", "Lê Thử", "PHỤ LỤC", "(Kèm theo Báo cáo số 5)", text],
                vec![0, 3, 5],
            ),
            (vec!["CHỦ TỊCH", "Lê Thử", text], vec![0, 1, 2]),
            (vec!["Kính gửi: Ủy ban nhân dân huyện", text], vec![1]),
            (vec!["Kính gửi:", "- Các ấp;", "- Trạm Y tế.", text], vec![3]),
        ] {
            assert_eq!(left(&lines, true), want, "{lines:?}");
        }
    }

    #[test]
    fn of_other_texts_only_recipients_are_known() {
        for (lines, want) in [
            (vec!["Xã mở 3 lớp.", "Nơi nhận:", "- Như trên;", "- Lưu: VT."], vec![0]),
            (vec!["Nơi nhận:", "- Trụ sở 5 ấp.", "Xã mở 3 lớp."], vec![0, 1, 2]),
            (vec!["Nơi nhận hồ sơ: 5 ấp.", "CHỦ TỊCH", "Lê Thử"], vec![0, 1, 2]),
        ] {
            assert_eq!(left(&lines, false), want, "{lines:?}");
        }
    }
}
