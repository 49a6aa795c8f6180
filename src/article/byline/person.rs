//! One person of a byline, and what stands around the name: rank, post, unit, deed.
//!
//! `Thiếu tá Ngô Văn Mẫu`, `Hà Mẫu (tổng hợp)`, `Lê Mẫu/Báo Vùng`, `Trần Mẫu Trưởng khoa Nội` name Ngô Văn Mẫu, Hà Mẫu,
//! Lê Mẫu, Trần Mẫu. A unit behind a name (`Hà Mẫu – Phòng Nội vụ`) is no further name.

use super::super::day::date::is_one_of;
use super::super::day::moment;
use super::super::day::order::Order;
use super::super::words::bylines::{
    COURTESIES, DEEDS, OFFICES, ORGANIZATIONS, PARTICLES, RANKS, ROLES, UNITS, VIETNAMESE_OFFICES,
};

/// Whether a word says what somebody did: `ảnh`, `bài`.
pub(super) fn is_role(word: &str) -> bool {
    ROLES.contains(&word.trim().to_lowercase().as_str())
}

/// The name in a piece that names one person.
pub(super) fn name_of(piece: &str) -> &str {
    let piece = before_note(piece.trim()).trim().trim_end_matches(['.', ')']);
    let piece = behind_role(piece.trim_start_matches('(').trim());
    before_office(before_agency(before_deed(without_rank(piece))))
}

/// The name behind what its owner did: `Ảnh: Bình` in `An - Ảnh: Bình`.
fn behind_role(name: &str) -> &str {
    let parts = name.split_once(':').filter(|(role, _)| is_role(role));
    parts.map_or(name, |(_, name)| name.trim())
}

/// `Hà Mẫu` of `Hà Mẫu (Phòng Nội vụ)`: what stands in brackets behind a whole name is no part of it.
fn before_note(piece: &str) -> &str {
    let cut = piece.strip_suffix(')').and_then(|piece| piece.rsplit_once('('));
    let cut = cut.filter(|(_, note)| moment::find(note, Order::DayFirst).is_none());
    cut.map(|(name, _)| name.trim()).filter(|name| is_name(name)).unwrap_or(piece)
}

/// `Hà Mẫu thực hiện`
fn before_deed(name: &str) -> &str {
    let before = |deed: &&str| {
        let head = name.len().checked_sub(deed.len())?;
        let is_one = name.get(head..).is_some_and(|tail| tail.to_lowercase() == **deed);
        name.get(..head).filter(|_| is_one)?.strip_suffix(' ')
    };
    DEEDS.iter().find_map(before).filter(|name| is_name(name)).unwrap_or(name)
}

/// `BS. CKII Trần Mẫu`, `PV Trần Mẫu`: what is left has two words at least.
fn without_rank(mut name: &str) -> &str {
    loop {
        let mut words = name.splitn(3, ' ');
        let (Some(first), Some(second)) = (words.next(), words.next()) else { return name };
        let rest = &name[first.len()..].trim_start();
        let of_two = format!("{} {}", first.to_lowercase(), second.to_lowercase());
        let lower = first.to_lowercase();
        let mut parts = lower.split(['.', '/', '-', ',']).filter(|part| !part.is_empty());
        name = match () {
            () if RANKS.contains(&of_two.as_str()) => match words.next() {
                Some(rest) if rest.contains(' ') => rest,
                _ => return name,
            },
            () if rest.contains(' ') && parts.all(|part| RANKS.contains(&part)) => rest,
            () => return name,
        };
    }
}

/// The name before that of an agency: `Thu Hà/TTXVN`, `Thu Hà/Báo Vùng`.
fn before_agency(name: &str) -> &str {
    let parts = name.split_once('/').filter(|(name, agency)| {
        let is_short = !agency.is_empty() && agency.chars().all(char::is_uppercase);
        is_name(name.trim()) && (is_short || is_organization(agency) || is_domain(agency))
    });
    parts.map_or(name, |(name, _)| name.trim())
}

/// Longest name with what its owner is, in bytes.
const LONGEST: usize = 200;

/// The name before what its owner is: `Trần Đình Mẫu Trưởng Khoa Nội`.
fn before_office(name: &str) -> &str {
    if name.len() > LONGEST {
        return name;
    }
    let starts = name.match_indices(' ').map(|(at, _)| at + 1).chain([0]);
    let opens = |at: &usize| {
        let lower = name[*at..].to_lowercase();
        VIETNAMESE_OFFICES.iter().any(|office| {
            lower.strip_prefix(office).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
    };
    let office = starts.filter(opens).min();
    office.map_or(name, |at| name[..at].trim_end())
}

/// `Senior Director`, `Bệnh viện huyện Thử`
pub(super) fn is_office(part: &str) -> bool {
    let mut words = part.split_whitespace();
    words.any(|word| is_one_of(word, OFFICES))
        || is_organization(part)
        || before_office(part.trim()).is_empty()
}

/// Whether a piece behind a name says where its owner works: `Phòng Nội vụ`, `VH-XH xã`.
pub(super) fn is_unit(piece: &str) -> bool {
    let piece = piece.trim();
    let first = piece.split(' ').next().unwrap_or_default();
    let is_short = first.len() > 1 && first.chars().all(|c| c.is_uppercase() || c == '-');
    let is_known = UNITS.contains(&first.to_lowercase().as_str());
    // Small letters alone are how a text tells of somebody: `hội viên`.
    let is_proper = piece.contains(char::is_uppercase);
    is_proper && (is_office(piece) || (is_short || is_known) && first != piece && !is_name(piece))
}

/// Whether a piece speaks of somebody as a text does: `Bà Trần Thị Mẫu`.
pub(super) fn is_spoken_of(piece: &str) -> bool {
    let lower = piece.trim().to_lowercase();
    let first = lower.split(' ').next().unwrap_or_default();
    COURTESIES.contains(&first) && lower.split(' ').count() > 2
}

/// Whether a name is that of an office, a school, a paper: `Trường Tiểu học Mẫu`. Of one word it may be a
/// person's: `Đoàn`.
pub(super) fn is_organization(name: &str) -> bool {
    let lower = name.trim().to_lowercase();
    ORGANIZATIONS
        .iter()
        .any(|word| lower.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')))
}

/// `PhanMemThu.com.vn`: a domain, the name of a system.
pub(super) fn is_domain(name: &str) -> bool {
    let end = name.rsplit('.').next().unwrap_or(name);
    let is_end = (2..=4).contains(&end.len()) && end.bytes().all(|b| b.is_ascii_lowercase());
    is_end && name.contains('.') && !name.contains(' ')
}

/// One to five words, each with a capital, without digits: `Thạch Thảo`, `N.MINH`.
pub(in super::super) fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..=5).contains(&words.len())
        && words[0].starts_with(char::is_uppercase)
        && words.iter().all(|word| word.starts_with(char::is_uppercase) || is_particle(word))
        && !text.contains(|c: char| c.is_ascii_digit() || ":;!?\"“”()".contains(c))
}

fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_a_name_is_no_part_of_it() {
        for (piece, want) in [
            ("BS. CKII Trần Thị Mẫu", "Trần Thị Mẫu"),
            ("ThS.BS Trần Thị Mẫu", "Trần Thị Mẫu"),
            ("Thượng úy Trần Mẫu", "Trần Mẫu"),
            ("CTV Hà Mẫu", "Hà Mẫu"),
            ("PV Mẫu", "PV Mẫu"),
            ("Hà Mẫu (tổng hợp)", "Hà Mẫu"),
            ("Hà Mẫu biên soạn", "Hà Mẫu"),
            ("Hà Mẫu/Báo Vùng", "Hà Mẫu"),
            ("Hà Mẫu/baovung.vn", "Hà Mẫu"),
            ("Thu (Mẫu) Hà", "Thu (Mẫu) Hà"),
            ("Hà T. M. (06/03/2023)", "Hà T. M. (06/03/2023"),
            ("Hà Mẫu Phó Chủ tịch UBND xã", "Hà Mẫu"),
        ] {
            assert_eq!(name_of(piece), want, "{piece}");
        }
    }

    #[test]
    fn a_unit_is_no_name() {
        for unit in ["Tổ Ngữ văn", "VH-XH xã", "Phòng PA03", "Trạm Khuyến nông", "UBND xã Thử"]
        {
            assert!(is_unit(unit), "{unit}");
        }
        for name in ["Khoa Đăng", "HỒNG MẪU", "Đội", "hội viên", "xã viên"] {
            assert!(!is_unit(name), "{name}");
        }
    }

    #[test]
    fn a_name_has_capitals_and_no_digits() {
        assert!(is_name("Thạch Thảo") && is_name("N.MINH"));
        assert!(!is_name("Xuất khẩu tăng") && !is_name("Quý 2") && !is_name(""));
    }
}
