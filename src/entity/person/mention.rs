//! Which offices belong to which name.
//!
//! Offices stand before the name (`Phó chủ tịch UBND tỉnh A`, `các Phó chủ tịch UBND tỉnh A, B`) or
//! behind it (`A - Tổ trưởng Tổ công tác`, `A, Giám đốc Sở Nội vụ`). Where an office behind one name is followed by another name, it
//! is the other's: `A - Tổ trưởng Tổ công tác, Giám đốc Sở Nội vụ B`.

use super::super::marked::Marked;
use super::super::model::Office;
use super::super::organization;
use super::super::writing::name_run;
use super::{name, office};
use crate::lexicon::CueClass;
use crate::text::Tokens;

/// One place where a person is named, with the offices that stand beside the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct PersonMention {
    /// The name without title.
    pub tokens: Tokens,
    /// Offices in the order of the text.
    pub offices: Vec<Office>,
}

/// Every name of a person in reading order.
pub(in super::super) fn mentions(marked: &Marked) -> Vec<PersonMention> {
    let mut found: Vec<PersonMention> = Vec::new();
    let mut at = 0;
    let mut after_other = false;
    while at < marked.text.tokens.len() {
        let titles = titles(marked, at);
        if !titles.is_empty() {
            at = assign(marked, at, titles, &mut found);
            after_other = false;
            continue;
        }
        let named =
            name::announced(marked, at, false).or_else(|| name::free(marked, at, after_other));
        if let Some(tokens) = named {
            at = tokens.end;
            found.push(PersonMention { tokens, offices: Vec::new() });
        } else if let Some(organization) = organization::read(marked, at) {
            at += organization.tokens;
            after_other = true;
            continue;
        } else {
            at += 1;
        }
        after_other = false;
    }
    found
}

/// The names of a byline: every run of two and more capitals (`Tin, ảnh: Thạch Thảo`).
pub(in super::super) fn byline(marked: &Marked) -> Vec<PersonMention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < marked.text.tokens.len() {
        let run = name_run(marked.text, at, name::LONGEST);
        if run > 1 {
            found.push(PersonMention { tokens: at..at + run, offices: Vec::new() });
        }
        at += run.max(1);
    }
    found
}

impl PersonMention {
    /// Whether the name stands in full, not only the given name.
    pub(super) fn is_full(&self) -> bool {
        self.tokens.len() > 1
    }
}

/// An office, and the mark that parts it from the next one.
struct Title {
    office: Office,
    end: usize,
    parted_by: String,
}

/// The offices that follow each other from a token on: `Bí thư Tỉnh ủy - Chủ tịch HĐND tỉnh`.
fn titles(marked: &Marked, at: usize) -> Vec<Title> {
    let text = marked.text;
    let mut titles = Vec::new();
    let mut from = at;
    while let Some((office, end)) = office::read(marked, from) {
        let parted =
            (marked.is_joint(end) || text.key(end) == "-" || marked.is(end, CueClass::OfficeLink))
                && marked.is(end + 1, CueClass::OfficeTitle);
        let named = holder(marked, end).is_some();
        titles.push(Title { office, end, parted_by: text.key(end).to_owned() });
        if !parted || named {
            break;
        }
        from = end + 1;
    }
    titles
}

/// The name behind an office: at once, or behind `là ông`, `, ông`.
fn holder(marked: &Marked, end: usize) -> Option<Tokens> {
    name::announced(marked, end, true).or_else(|| {
        (matches!(marked.text.key(end), "," | ":" | "-" | "(")
            || marked.is(end, CueClass::OfficeLink))
        .then(|| name::announced(marked, end + 1, false))
        .flatten()
    })
}

/// Gives the offices to the name behind them or before them; returns where reading goes on.
fn assign(
    marked: &Marked,
    at: usize,
    mut titles: Vec<Title>,
    found: &mut Vec<PersonMention>,
) -> usize {
    let end = titles.last().map_or(at + 1, |t| t.end);
    let holder = holder(marked, end);
    let trails = at > 0 && matches!(marked.text.key(at - 1), "," | "-" | "(");
    let before = found.last_mut().filter(|person| trails && person.tokens.end + 1 == at);
    let own = match before {
        Some(before) => {
            let last_group =
                titles.iter().rposition(|t| t.parted_by == ";").map_or(titles.len() - 1, |i| i + 1);
            let own = titles.split_off(if holder.is_some() { last_group } else { titles.len() });
            before.offices.extend(titles.into_iter().map(|t| t.office));
            own
        }
        None => titles,
    };
    let Some(tokens) = holder else {
        return end;
    };
    let mut next = tokens.end;
    let offices: Vec<Office> = own.into_iter().map(|t| t.office).collect();
    found.push(PersonMention { tokens, offices: offices.clone() });
    let plural = at > 0 && marked.is(at - 1, CueClass::Plural);
    while plural
        && marked.is_joint(next)
        && let Some(tokens) = name::announced(marked, next + 1, true)
    {
        next = tokens.end;
        found.push(PersonMention { tokens, offices: offices.clone() });
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Lexicon, Marks};
    use crate::text::Text;

    fn read(raw: &str) -> Vec<String> {
        let text = Text::new(raw);
        mentions(&Marked::new(&Marks::new(&text, Lexicon::built_in())))
            .into_iter()
            .map(|m| {
                let offices: Vec<_> = m
                    .offices
                    .into_iter()
                    .map(|o| match o.organization {
                        Some(organization) => format!("{} | {organization}", o.title),
                        None => o.title,
                    })
                    .collect();
                format!("{}: {}", text.slice(m.tokens), offices.join("; "))
            })
            .collect()
    }

    #[test]
    fn offices_go_to_their_holder() {
        for (raw, want) in [
            (
                "Phó chủ tịch UBND tỉnh Nguyễn Thị Bé Mười phát biểu",
                vec!["Nguyễn Thị Bé Mười: Phó chủ tịch | UBND tỉnh"],
            ),
            (
                "Trưởng phòng Tổ chức cán bộ Ban Tổ chức Tỉnh ủy Bùi Văn Phần - Tổ phó Tổ công tác thực hiện Đề án 06 của Tỉnh ủy đồng chủ trì",
                vec![
                    "Bùi Văn Phần: Trưởng phòng Tổ chức cán bộ | Ban Tổ chức Tỉnh ủy; Tổ phó | Tổ công tác thực hiện Đề án 06 của Tỉnh ủy",
                ],
            ),
            (
                "Chủ tịch UBND huyện Ba Tri Lê Văn Sáu - Trưởng ban Chỉ đạo, Giám đốc Sở Công Thương Trần Thị Năm dự",
                vec![
                    "Lê Văn Sáu: Chủ tịch | UBND huyện Ba Tri; Trưởng ban Chỉ đạo",
                    "Trần Thị Năm: Giám đốc | Sở Công Thương",
                ],
            ),
            (
                "Bí thư Tỉnh ủy - Chủ tịch HĐND tỉnh Lê Đức An",
                vec!["Lê Đức An: Bí thư | Tỉnh ủy; Chủ tịch | HĐND tỉnh"],
            ),
            (
                "Phó Giám đốc Sở GD-ĐT Quảng Ninh, ông Ngô Văn Bảy cho biết",
                vec!["Ngô Văn Bảy: Phó Giám đốc | Sở GD-ĐT Quảng Ninh"],
            ),
            (
                "ông Thái Văn Tám, Phó Giám đốc Sở GD-ĐT Đắk Lắk phản ánh",
                vec!["Thái Văn Tám: Phó Giám đốc | Sở GD-ĐT Đắk Lắk"],
            ),
            (
                "Phó Giám đốc Sở GD-ĐT Vĩnh Phúc Hoàng Văn Chín cho biết",
                vec!["Hoàng Văn Chín: Phó Giám đốc | Sở GD-ĐT Vĩnh Phúc"],
            ),
            ("Thủ tướng Nguyễn Văn Hai chỉ đạo", vec!["Nguyễn Văn Hai: Thủ tướng"]),
            (
                "Bộ trưởng Bộ Tài chính Đinh Văn Ba trình bày",
                vec!["Đinh Văn Ba: Bộ trưởng | Bộ Tài chính"],
            ),
            (
                "Chủ tịch UBND xã Phú Lễ Trần Văn Ba cho biết",
                vec!["Trần Văn Ba: Chủ tịch | UBND xã Phú Lễ"],
            ),
            (
                "các Phó chủ tịch UBND tỉnh Lê Văn Tư, Trần Thị Sáu",
                vec![
                    "Lê Văn Tư: Phó chủ tịch | UBND tỉnh",
                    "Trần Thị Sáu: Phó chủ tịch | UBND tỉnh",
                ],
            ),
            ("Giám đốc Sở Y tế là bà Ngô Thị Bốn", vec!["Ngô Thị Bốn: Giám đốc | Sở Y tế"]),
            ("ông Mười có 2 con, bà Năm có 3 con", vec!["Mười: ", "Năm: "]),
            ("hộ chị Trần Thị Hai nuôi 3 con bò", vec!["Trần Thị Hai: "]),
        ] {
            assert_eq!(read(raw), want, "{raw}");
        }
    }

    #[test]
    fn names_of_places_and_streets_are_no_people() {
        for raw in [
            "đường Nguyễn Thị Định dài 3km",
            "Trường THPT Lê Hoàng Chiếu có 30 lớp",
            "TP. Hồ Chí Minh có 12 quận",
            "nông dân Bến Tre trồng dừa",
            "cả hai ông bà đều khỏe",
            "sinh viên Hà Nội",
            "huyện Dương Minh Châu",
            "bà con nông dân",
            "khu vực châu Á - Thái Bình Dương",
        ] {
            assert_eq!(read(raw), Vec::<String>::new(), "{raw}");
        }
    }
}
