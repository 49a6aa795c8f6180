//! The organisations of an article, from the mentions of its blocks.
//!
//! `Sở LĐ-TB&XH` and `Sở Lao động - Thương binh và Xã hội` are one, so are `UBND tỉnh` and `Ủy ban
//! nhân dân tỉnh`. The longest spelling is the name.

use super::super::block::BlockNames;
use super::super::model::Organization;
use super::OrganizationMention;
use crate::lexicon::CueClass;
use crate::text::fold_syllable;
use std::collections::HashMap;

/// The organisations of an article, and for every mention of every block, in reading order, the
/// index of its organisation.
pub(in super::super) fn read(blocks: &[BlockNames]) -> (Vec<Organization>, Vec<usize>) {
    let mut organizations: Vec<Organization> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut organization_of = Vec::new();
    for block in blocks {
        for mention in &block.organizations {
            let name = mention.name(block.marked.text);
            let index = *known.entry(key(block, mention)).or_insert_with(|| {
                organizations.push(Organization {
                    id: format!("o{}", organizations.len() + 1),
                    name: name.clone(),
                    kind: mention.kind.to_owned(),
                    mentions: Vec::new(),
                });
                organizations.len() - 1
            });
            let organization = &mut organizations[index];
            if fullness(&name) > fullness(&organization.name) {
                organization.name = name;
            }
            organization.mentions.push(block.place(mention.tokens.clone()));
            organization_of.push(index);
        }
    }
    (organizations, organization_of)
}

/// The longer spelling is fuller; of equals the one with more capitals.
fn fullness(name: &str) -> (usize, usize) {
    let capitals = name.chars().filter(|c| c.is_uppercase()).count();
    (name.chars().count(), capitals)
}

/// The name in full words, folded: what all spellings of it share.
fn key(block: &BlockNames, mention: &OrganizationMention) -> String {
    let marked = &block.marked;
    let mut key = match mention.head.as_str() {
        "" => String::new(),
        head => fold_syllable(head),
    };
    let mut at = mention.tokens.start;
    while at < mention.tokens.end {
        let field = marked.cue(at, &[CueClass::DepartmentName]);
        let full = field.and_then(|(len, cue)| Some((len, cue.value.as_deref()?)));
        let short = || {
            let (len, short) = marked.abbreviation(at)?;
            let plain = short.kind == "org" && !short.expansion.contains(['/', '(']);
            plain.then_some((len, short.expansion.as_str()))
        };
        let mut add = |words: &str| key.extend(words.chars().filter(|c| c.is_alphanumeric()));
        at += match full.or_else(short) {
            Some((len, words)) => {
                add(&fold_syllable(words));
                len
            }
            None => {
                add(marked.text.key(at));
                1
            }
        };
    }
    key.retain(|c| c != ' ');
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::BlockKind;
    use crate::lexicon::{Lexicon, Marks};
    use crate::text::Text;

    fn read_one(raw: &str) -> Vec<String> {
        let text = Text::new(raw);
        let marks = Marks::new(&text, Lexicon::built_in());
        let block = BlockNames::new(0, BlockKind::Paragraph, &marks);
        read(&[block]).0.into_iter().map(|o| o.name).collect()
    }

    #[test]
    fn organisations_are_read_with_their_whole_name() {
        for (raw, want) in [
            (
                "UBND huyện Giồng Trôm và Trường Cao đẳng Bến Tre",
                vec!["UBND huyện Giồng Trôm", "Trường Cao đẳng Bến Tre"],
            ),
            (
                "tham luận của các sở: Nội vụ, Khoa học và Công nghệ, Văn hóa, Thể thao và Du lịch; UBND huyện Ba Tri",
                vec![
                    "Sở Nội vụ",
                    "Sở Khoa học và Công nghệ",
                    "Sở Văn hóa, Thể thao và Du lịch",
                    "UBND huyện Ba Tri",
                ],
            ),
            (
                "Sở Nội vụ, Tài chính và Sở Y tế tổ chức",
                vec!["Sở Nội vụ", "Sở Tài chính", "Sở Y tế"],
            ),
            (
                "UBND các huyện: Ba Tri, Bình Đại báo cáo",
                vec!["UBND huyện Ba Tri", "UBND huyện Bình Đại"],
            ),
            (
                "Ban Tổ chức Tỉnh ủy phối hợp Văn phòng UBND tỉnh",
                vec!["Ban Tổ chức Tỉnh ủy", "Văn phòng UBND tỉnh"],
            ),
            ("Ủy ban MTTQ Việt Nam tỉnh vận động", vec!["Ủy ban MTTQ Việt Nam tỉnh"]),
            (
                "Phòng Giáo dục và Đào tạo huyện Chợ Lách",
                vec!["Phòng Giáo dục và Đào tạo huyện Chợ Lách"],
            ),
            ("Trung tâm Dịch vụ việc làm tỉnh giới thiệu", vec!["Trung tâm Dịch vụ việc làm tỉnh"]),
            ("Công ty Cổ phần Thủy sản Bến Tre đầu tư", vec!["Công ty Cổ phần Thủy sản Bến Tre"]),
            ("Tổng cục Thống kê công bố", vec!["Tổng cục Thống kê"]),
            (
                "Sở LĐ-TB&XH tỉnh; Sở Lao động - Thương binh và Xã hội tỉnh",
                vec!["Sở Lao động - Thương binh và Xã hội tỉnh"],
            ),
            ("UBND tỉnh và Ủy ban nhân dân tỉnh", vec!["Ủy ban nhân dân tỉnh"]),
        ] {
            assert_eq!(read_one(raw), want, "{raw}");
        }
    }

    #[test]
    fn heads_without_a_name_are_none() {
        for raw in [
            "các sở, ngành tỉnh, các huyện, thành phố",
            "UBND huyện, thành phố rà soát",
            "đại biểu HĐND các cấp",
            "một số trường cao đẳng, cơ sở đào tạo",
            "Hội nghị đã nghe báo cáo",
            "Bộ luật Lao động",
            "Trường hợp này",
            "Báo cáo kết quả",
            "mở 2 phòng học",
        ] {
            assert_eq!(read_one(raw), Vec::<String>::new(), "{raw}");
        }
    }
}
