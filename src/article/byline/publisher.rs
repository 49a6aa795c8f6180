//! Who published the article: the agency tag at the head of its text, else the name of the site,
//! else its host.
//!
//! `BDK.VN - Ngày 11-5-2023, …` is of Báo Đồng Khởi, wherever it is printed again. The tag stays in
//! the text.

use super::super::words::agencies::AGENCY;
use super::super::{Block, BlockKind};
use crate::page::Metadata;

/// How many of the first paragraphs may open with a tag.
const HEAD: usize = 3;

/// The publisher of the article.
pub(in super::super) fn find(
    blocks: &[Block],
    data: &Metadata,
    url: Option<&str>,
) -> Option<String> {
    let text = |block: &&Block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Lead);
    let head = blocks.iter().filter(text).take(HEAD);
    let site = data.first(&["og:site_name"]).map(str::to_owned);
    head.into_iter()
        .find_map(|block| agency(&block.text))
        .map(str::to_owned)
        .or(site)
        .or_else(|| data.linked_data.publisher.clone())
        .or_else(|| url.and_then(host).map(str::to_owned))
}

/// Longest place before a tag in brackets, in bytes: `Thành phố Hồ Chí Minh (TTXVN)`.
const LONGEST_PLACE: usize = 40;

/// The newspaper whose tag opens the text.
fn agency(text: &str) -> Option<&'static str> {
    in_brackets(text).or_else(|| before_dash(text))
}

/// `BDK - `
fn before_dash(text: &str) -> Option<&'static str> {
    let (tag, _) = text.split_once(is_dash)?;
    name_of(tag.trim())
}

/// `(ĐN) `, `(SGGP).- `, `Hà Nội (TTXVN 25/10/2023) - `
fn in_brackets(text: &str) -> Option<&'static str> {
    let (place, rest) = text.split_once('(')?;
    let (tag, rest) = rest.split_once(')')?;
    let is_place = place.len() <= LONGEST_PLACE && !place.contains(['.', ',', ':']);
    let dashed = rest.trim_start_matches(['.', ' ']).starts_with(is_dash);
    let opens = place.is_empty() || is_place && dashed;
    tag.split(' ').next().filter(|_| opens).and_then(name_of)
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—')
}

fn name_of(tag: &str) -> Option<&'static str> {
    AGENCY.iter().find(|(_, tags)| tags.contains(&tag)).map(|(name, _)| *name)
}

/// `www.baodongkhoi.vn` of an address, without `www.`.
pub(in super::super) fn host(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    host.contains('.').then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_names_its_newspaper() {
        for (text, want) in [
            ("BDK.VN - Ngày 11-5-2023, Sở họp.", Some("Báo Đồng Khởi")),
            ("(ĐN) - Huyện có 3 xã.", Some("Báo Đồng Nai")),
            ("(SGGP).- Thành phố họp.", Some("Báo Sài Gòn Giải Phóng")),
            ("(Chinhphu.vn) - Thủ tướng họp.", Some("Báo điện tử Chính phủ")),
            ("Hà Nội (TTXVN 25/10/2023) - Bộ họp.", Some("Thông tấn xã Việt Nam")),
            ("Sở họp với BDK.VN - cơ quan của tỉnh.", None),
            ("Ủy ban (TTXVN) cho biết.", None),
            ("Kinh tế - xã hội tăng.", None),
        ] {
            assert_eq!(agency(text), want, "{text}");
        }
    }

    #[test]
    fn a_host_has_no_www() {
        for (url, want) in [
            ("https://www.baodongkhoi.vn/a-11052023-a1.html", Some("baodongkhoi.vn")),
            ("http://bao.vn:8080", Some("bao.vn")),
            ("baodongkhoi.vn/a", None),
        ] {
            assert_eq!(host(url), want, "{url}");
        }
    }
}
