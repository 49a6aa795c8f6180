//! What a line says of who wrote: `Tin, ảnh: Thạch Thảo`, `By An Nguyen · May 11`, `Võ Thị Mẫu | 06/03/2023`.
//!
//! Where on the page it stands is not asked here. `I. ĐẶC ĐIỂM TÌNH HÌNH` and the name of a school are no
//! names of people.

use super::super::day::date::is_one_of;
use super::super::day::line::{has_day_part, is_of_day, parts};
use super::super::norm::same;
use super::super::words::bylines::{BEFORE_DAYS, SECTIONS, SOURCES, WRITERS};
use super::super::words::dates::{MONTHS, PUBLISHED, UPDATED};
use super::names::{after_opener, names_in, pieces};
use super::person::{is_name, is_organization, is_role, is_spoken_of, is_unit, name_of};
use crate::lexicon::Lexicon;

/// The byline as it is printed, and the people it names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in super::super) struct Byline {
    pub(in super::super) text: Option<String>,
    pub(in super::super) authors: Vec<String>,
}

/// Longest line that can be a byline, in bytes.
const LONGEST: usize = 120;
/// Most that the names of a line take that has no word for what they did.
const LONGEST_BARE: usize = 40;

/// The name in a line that is one and a day: `Võ Thị Mẫu | 06/03/2023`.
pub(super) fn before_bar(text: &str) -> Option<Byline> {
    let first = parts(text).next().filter(|_| text.len() <= LONGEST)?;
    (has_day_part(text) && is_person(first)).then(|| of_one(text, first))
}

/// The one name in a line that is made of a day and other pieces: `06/03/2023 - Võ Mẫu`, and
/// `<span>VÕ MẪU</span><span>Thứ Hai, 06/03/2023</span>`.
pub(super) fn beside_day<'t>(
    text: &str,
    segments: impl Iterator<Item = &'t str>,
) -> Option<Byline> {
    let pieces = segments.flat_map(parts).filter(|piece| piece.contains(char::is_alphanumeric));
    let (days, others): (Vec<&str>, Vec<&str>) = pieces.partition(|piece| is_of_day(piece));
    if text.len() > LONGEST || !days.iter().any(|piece| has_day_part(piece)) {
        return None;
    }
    let mut people = others.into_iter().filter(|piece| is_person(piece));
    let one = people.next().filter(|_| people.next().is_none())?;
    Some(of_one(text, one)).filter(|found| !found.authors.is_empty())
}

/// Whether a piece of a line is a Vietnamese name of two words or more, not that of an office or a section.
pub(super) fn is_person(piece: &str) -> bool {
    let name = name_of(piece);
    let lower = name.to_lowercase();
    let opens = |section: &&str| {
        lower.strip_prefix(section).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    is_name(name)
        && name.contains(' ')
        && !name.is_ascii()
        && !SECTIONS.iter().any(opens)
        && !is_organization(name)
        && !is_province(name)
}

fn is_province(name: &str) -> bool {
    let places = Lexicon::built_in().entries.place.iter();
    let mut forms = places.flat_map(|place| place.forms.iter());
    forms.any(|form| same(form, name))
}

fn of_one(text: &str, name: &str) -> Byline {
    Byline { text: Some(text.to_owned()), authors: names_in(name) }
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

/// Whether a line opens as a byline does: `by An Nguyen on May 11, 2023`.
pub(in super::super) fn is_opened(text: &str) -> bool {
    byline(text, true).is_some()
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

/// The people of a line that has no word for what they did, each with rank, post, unit or deed at most:
/// `Hà Mẫu – Phòng Nội vụ`, `Hà Mẫu và Lê Mẫu`. Of whom a text tells he is none: `Bà Lê Thị Mẫu, hội viên`.
fn bare_names(text: &str, is_vietnamese: bool) -> Option<Vec<String>> {
    let text = Some(without_source(text)).filter(|text| text.len() <= LONGEST)?;
    let names = names_in(text);
    let is_one = |(at, piece): (usize, &str)| {
        is_name(name_of(piece)) && !is_spoken_of(piece) || at > 0 && is_unit(piece)
    };
    let bare = !text.ends_with('.')
        && (is_vietnamese || !text.is_ascii())
        && pieces(text).enumerate().all(is_one)
        && names.iter().map(String::len).sum::<usize>() <= LONGEST_BARE
        && !is_organization(text)
        && !is_section(text);
    bare.then_some(names)
}

/// Whether a line is a person with unit or post: where several stand under each other, a list names its members.
pub(super) fn is_member(text: &str) -> bool {
    let named = bare_names(text, true).filter(|names| !names.is_empty());
    named.is_some_and(|names| names.iter().map(String::len).sum::<usize>() + 4 < text.len())
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
    roles_of(roles).all(is_role).then(|| names_in(names))
}

/// The writer that a line under the headline names by its label: `Tác giả: Hà Mẫu | Ngày: 06/03/2023`. Who made a
/// picture is told there, too.
pub(super) fn behind_writer(text: &str) -> Option<Byline> {
    let (roles, rest) = text.split_once(':').filter(|_| text.len() <= LONGEST)?;
    let is_writer = |role: &str| WRITERS.contains(&role.trim().to_lowercase().as_str());
    let is_told = roles_of(roles).all(is_role) && roles_of(roles).any(is_writer);
    let names = names_in(before_day(rest));
    let is_one = is_told && !names.is_empty() && names.iter().all(|name| is_name(name));
    is_one.then(|| Byline { text: Some(text.to_owned()), authors: names })
}

/// `Tin`, `ảnh` of `Tin và ảnh`.
fn roles_of(roles: &str) -> impl Iterator<Item = &str> {
    roles.split([',', '-', '–', '&', '+', '/']).flat_map(|role| role.split(" và "))
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
    fn a_name_stands_beside_a_day() {
        for (segments, want) in [
            (vec!["06/03/2023 - Võ Mẫu"], Some("Võ Mẫu")),
            (vec!["VÕ MẪU", "Thứ Hai, 06/03/2023 10:00 (GMT+7)"], Some("VÕ MẪU")),
            (vec!["Võ Mẫu (Bến Mẫu) • 06/03/2023"], Some("Võ Mẫu")),
            (vec!["Võ Mẫu", "06/03/2023", "3 phút đọc"], Some("Võ Mẫu")),
            (vec!["Xã Hội", "06/03/2023"], None),
            (vec!["TIN HOẠT ĐỘNG", "06/03/2023"], None),
            (vec!["Bến Tre", "06/03/2023"], None),
            (vec!["Xã Mẫu", "06/03/2023"], None),
            (vec!["Theo Báo Mẫu", "06/03/2023"], None),
            (vec!["Võ Mẫu", "Bến Mẫu"], None),
            (vec!["Võ Mẫu", "Lễ hội Mẫu", "ngày 06/03"], None),
            (vec!["Võ Mẫu", "Bến Mẫu", "06/03/2023"], None),
        ] {
            let text = segments.join(" ");
            let found = beside_day(&text, segments.iter().copied());
            let found = found.and_then(|found| found.authors.into_iter().next());
            assert_eq!(found.as_deref(), want, "{text}");
        }
    }

    #[test]
    fn a_label_under_the_headline_names_the_writer() {
        for (text, want) in [
            ("Tác giả: Võ Mẫu | Ngày: 06/03/2023", Some("Võ Mẫu")),
            ("Tác giả: Võ Mẫu Ngày đăng: 06/03/2023", Some("Võ Mẫu")),
            ("Tác giả: Quản trị", None),
            ("Ảnh: Võ Mẫu", None),
        ] {
            let found = behind_writer(text).and_then(|found| found.authors.into_iter().next());
            assert_eq!(found.as_deref(), want, "{text}");
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
            ("Hà Mẫu (thực hiện)", Some(vec!["Hà Mẫu"])),
            ("Hà Mẫu – VH-XH xã", Some(vec!["Hà Mẫu"])),
            ("Hà Mẫu (Phòng Nội vụ)", Some(vec!["Hà Mẫu"])),
            ("Hà Mẫu và Lê Mẫu", Some(vec!["Hà Mẫu", "Lê Mẫu"])),
            ("HÀ MẪU - LÊ MẪU/Báo Vùng", Some(vec!["HÀ MẪU", "LÊ MẪU"])),
            ("Đại úy Hà Mẫu – Đội CSGT huyện", Some(vec!["Hà Mẫu"])),
            ("DS. Hà Thị Mẫu Phó trưởng khoa Dược", Some(vec!["Hà Thị Mẫu"])),
            ("Tin bài: Cô Hà Mẫu – Tổ Toán", Some(vec!["Hà Mẫu"])),
            ("Phóng viên: Hà Mẫu; ảnh: Lê Mẫu", Some(vec!["Hà Mẫu", "Lê Mẫu"])),
            ("Bà Hà Thị Mẫu, hội viên", None),
            ("Ông Hà Văn Mẫu, Chủ tịch xã", None),
            ("Nông thôn mới – Phòng Nội vụ", None),
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
