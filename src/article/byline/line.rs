//! What a line says of who wrote: `Tin, ảnh: Thạch Thảo`, `By An Nguyen · May 11`, `Võ Thị Mẫu | 06/03/2023`.
//!
//! Where on the page it stands is not asked here. `I. ĐẶC ĐIỂM TÌNH HÌNH` and the name of a school are no
//! names of people.

use super::super::day::date::is_one_of;
use super::super::day::line::{has_day_part, parts};
use super::super::words::bylines::{BEFORE_DAYS, SOURCES};
use super::super::words::dates::{MONTHS, PUBLISHED, UPDATED};
use super::names::{after_opener, is_name, is_organization, is_role, names_in};

/// The byline as it is printed, and the people it names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in super::super) struct Byline {
    pub(in super::super) text: Option<String>,
    pub(in super::super) authors: Vec<String>,
}

/// Longest line that can be a byline, in bytes.
const LONGEST: usize = 120;
/// Longest line that can be nothing but a name.
const LONGEST_BARE: usize = 40;

/// The name in a line that is one and a day: `Võ Thị Mẫu | 06/03/2023`.
pub(super) fn before_bar(text: &str) -> Option<Byline> {
    let first = parts(text).next().filter(|_| text.len() <= LONGEST)?;
    let is_person = is_name(first) && first.contains(' ') && !first.is_ascii();
    let is_one = is_person && has_day_part(text) && !is_organization(first);
    is_one.then(|| Byline { text: Some(text.to_owned()), authors: names_in(first) })
}

/// A short line as a byline: the names behind `By`, or else the names it is.
pub(super) fn byline(text: &str, must_open: bool) -> Option<Byline> {
    if text.len() > LONGEST {
        return None;
    }
    let names = match (after_opener(text), must_open) {
        (Some(names), _) => names,
        (None, true) => return None,
        (None, false) => text,
    };
    let names = before_day(names);
    let authors: Vec<String> =
        names_in(names).into_iter().take_while(|name| is_name(name)).collect();
    (!authors.is_empty()).then(|| Byline { text: Some(text.to_owned()), authors })
}

/// What stands before a day: `An Nguyen Updated May 11, 2023`.
fn before_day(whole: &str) -> &str {
    let end = whole.find(|c: char| c.is_ascii_digit() || "·•|(".contains(c));
    let text = &whole[..end.unwrap_or(whole.len())];
    let is_of_day = |word: &&str| {
        let months = MONTHS.iter().copied();
        months
            .chain([PUBLISHED, UPDATED, BEFORE_DAYS])
            .any(|words| is_one_of(word.trim_end_matches('.'), words))
    };
    // Without a day behind it, it is a part of a name: `Hải Đăng`.
    let has_day = end.is_some_and(|end| whole[end..].starts_with(|c: char| c.is_ascii_digit()));
    match text.split(' ').find(|word| (has_day || word.is_ascii()) && is_of_day(word)) {
        Some(word) => &text[..text.find(word).unwrap_or(text.len())],
        None => text,
    }
}

/// Whether a line is nothing but names.
pub(in super::super) fn is_bare(text: &str, is_vietnamese: bool) -> bool {
    bare_names(text, is_vietnamese).is_some_and(|names| names.iter().any(|name| name.contains(' ')))
}

/// The people that a line at the foot of the body names: behind roles and a colon, or a bare name.
/// Without marks (`Minh Khang`) a bare name is one in a Vietnamese article only.
pub(in super::super) fn in_foot(text: &str, is_vietnamese: bool) -> Option<Vec<String>> {
    if let Some(names) = behind_roles(text) {
        return Some(names);
    }
    bare_names(text, is_vietnamese)
}

/// `I. ĐẶC ĐIỂM TÌNH HÌNH`: a heading in capitals.
fn is_section(text: &str) -> bool {
    let mark = text.split_once(". ").filter(|(_, rest)| rest.contains(' '));
    let is_numeral = |mark: &str| !mark.is_empty() && mark.chars().all(|c| "IVX".contains(c));
    mark.is_some_and(|(mark, rest)| is_numeral(mark) && !rest.chars().any(char::is_lowercase))
}

fn bare_names(text: &str, is_vietnamese: bool) -> Option<Vec<String>> {
    let text = Some(without_source(text)).filter(|text| text.len() <= LONGEST_BARE)?;
    let names = names_in(text);
    let bare = !text.ends_with('.')
        && (is_vietnamese || !text.is_ascii())
        && is_name(text.split(" - ").next()?)
        && names.iter().all(|name| is_name(name))
        && !is_organization(text)
        && !is_section(text);
    bare.then_some(names)
}

/// A name without the source behind it: `Hà Mẫu (theo Báo Vùng)`.
fn without_source(text: &str) -> &str {
    let cut = text.split_once(" (").filter(|(_, source)| {
        let first = source.split([' ', ':']).next().unwrap_or_default().to_lowercase();
        SOURCES.contains(&first.as_str()) && source.ends_with(')')
    });
    cut.map_or(text, |(name, _)| name)
}

/// `Tin, ảnh: Thạch Thảo`
pub(super) fn behind_roles(text: &str) -> Option<Vec<String>> {
    let (roles, names) = text.split_once(':').filter(|_| text.len() <= LONGEST)?;
    let mut roles = roles.split([',', '-', '–', '&', '+', '/']).flat_map(|role| role.split(" và "));
    roles.all(is_role).then(|| names_in(names))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_ends_the_names() {
        for (text, want) in [
            ("An Nguyen Updated May 11, 2023", "An Nguyen "),
            ("An Nguyen May 11, 2023", "An Nguyen "),
            ("An Nguyen | Báo", "An Nguyen "),
            ("Mayfield An", "Mayfield An"),
            ("Hà Thị Ngần vào lúc 21:05", "Hà Thị Ngần "),
            ("Dec. 19, 2023 · An Nguyen", ""),
            ("Hải Đăng (nguồn Báo Thử)", "Hải Đăng "),
        ] {
            assert_eq!(before_day(text), want, "{text}");
        }
    }

    #[test]
    fn a_line_at_the_foot_names_people() {
        for (line, want) in [
            ("Tin, ảnh: Thạch Thảo", Some(vec!["Thạch Thảo"])),
            ("Bài và ảnh: Trần An", Some(vec!["Trần An"])),
            ("Tin - ảnh: A. Bình, C. Dũng", Some(vec!["A. Bình", "C. Dũng"])),
            ("T.LĨNH - V.ANH", Some(vec!["T.LĨNH", "V.ANH"])),
            ("Trần Xuân", Some(vec!["Trần Xuân"])),
            ("Thu Hà/TTXVN", Some(vec!["Thu Hà"])),
            ("Hồ Hương - Ảnh: Nghĩa Đức", Some(vec!["Hồ Hương", "Nghĩa Đức"])),
            ("Tin: PV", Some(vec![])),
            ("Hà Mẫu (theo Báo Vùng)", Some(vec!["Hà Mẫu"])),
            ("Trường Mầm non Mẫu", None),
            ("Kết quả: 12 lớp", None),
            ("Theo đó, huyện có 3 xã.", None),
            ("Xuất khẩu tăng", None),
            ("I. ĐẶC ĐIỂM TÌNH HÌNH", None),
            ("Ông An cho biết: Huyện đã mở 3 lớp", None),
        ] {
            let want = want.map(|names: Vec<&str>| names.into_iter().map(str::to_owned).collect());
            assert_eq!(in_foot(line, true), want, "{line}");
        }
    }
}
