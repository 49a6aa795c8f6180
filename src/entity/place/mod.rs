//! Places: countries, regions, provinces, districts, communes.
//!
//! * `area`: an area that is named with its kind (`huyện Giồng Trôm`, `phường 7`)
//! * `gazetteer`: places that the lexicon knows by name (`Bến Tre`, `Tây Nguyên`, `Pháp`)
//! * `spot`: other places, sorts of area and names alone (`thôn Nà Tu`, `nông thôn`)
//! * `mention`: every place of a block (`các huyện: Ba Tri, Bình Đại` are two)
//! * `subject`: the place that a whole article is about

mod area;
mod gazetteer;
mod mention;
mod spot;
mod subject;

pub(super) use area::area_name;
pub(super) use mention::spans;
pub use subject::{Subject, canonical};

use super::marked::Marked;
use crate::text::Tokens;

/// What sort of place it is, the widest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceKind {
    /// Another country, or a part of the world.
    Country,
    /// The whole country: `cả nước`, `toàn quốc`.
    Nation,
    /// Several provinces: `Đồng bằng sông Cửu Long`.
    Region,
    /// A province or a city of that rank.
    Province,
    /// A district, town or city within a province.
    District,
    /// A commune, ward or township.
    Commune,
    /// A place that is no area of the state, with its kind: `thôn Nà Tu`, `sông Hàm Luông`.
    Spot,
    /// A sort of area: `nông thôn`, `các huyện nghèo`.
    Sort,
    /// A name that may be a place's.
    Named,
}

impl PlaceKind {
    /// Whether it is a country, a region, or an area of the state.
    #[must_use]
    pub fn is_area(self) -> bool {
        self <= Self::Commune
    }
}

/// A place as it is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceName {
    /// The words of the text: `huyện Giồng Trôm`.
    pub name: String,
    /// What sort of place it is.
    pub kind: PlaceKind,
}

/// Where a place is named, the place, and whether the name of an organisation holds it (`Sở GD-ĐT
/// Quảng Ninh`).
pub type PlaceSpan = (Tokens, PlaceName, bool);

/// The sort of the place that is named from a token on, behind its length in tokens. A generic word alone
/// (`tỉnh`, `các huyện`) names none.
pub(super) fn read(marked: &Marked, at: usize) -> Option<(usize, PlaceKind)> {
    area::read(marked, at).or_else(|| gazetteer::read(marked, at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Lexicon, Marks};
    use crate::text::Text;
    use PlaceKind::{Commune, Country, District, Nation, Province, Region};

    fn first(raw: &str) -> Option<(String, PlaceKind)> {
        let text = Text::new(raw);
        let marks = Marks::new(&text, Lexicon::built_in());
        let found = read(&Marked::new(&marks), 0);
        found.map(|(len, kind)| (text.slice(0..len).to_owned(), kind))
    }

    #[test]
    fn places_are_read_with_their_kind() {
        for (raw, name, kind) in [
            ("huyện Giồng Trôm có 5 xã", "huyện Giồng Trôm", District),
            ("TP. Bến Tre đạt", "TP. Bến Tre", District),
            ("TP Cần Thơ đạt", "TP Cần Thơ", Province),
            ("thành phố Hà Nội đạt", "thành phố Hà Nội", Province),
            ("TP. Hồ Chí Minh", "TP. Hồ Chí Minh", Province),
            ("TPHCM có 2.504 doanh nghiệp", "TPHCM", Province),
            ("tỉnh Long An", "tỉnh Long An", Province),
            ("Hà Nội có 12 quận", "Hà Nội", Province),
            ("Thủ đô Hà Nội", "Thủ đô Hà Nội", Province),
            ("Bà Rịa - Vũng Tàu đạt", "Bà Rịa - Vũng Tàu", Province),
            ("xã Gia Tân 3, huyện", "xã Gia Tân 3", Commune),
            ("quận 1 và", "quận 1", District),
            ("phường 7, thành phố", "phường 7", Commune),
            ("quận Nam Từ Liêm có", "quận Nam Từ Liêm", District),
            ("xã Phú Lễ Trần Văn Ba", "xã Phú Lễ", Commune),
            ("Ba Tri trồng 200ha", "Ba Tri", District),
            ("thị trấn Tiên Thủy", "thị trấn Tiên Thủy", Commune),
            ("vùng Đồng bằng sông Cửu Long", "vùng Đồng bằng sông Cửu Long", Region),
            ("ĐBSCL tăng", "ĐBSCL", Region),
            ("cả nước tăng", "cả nước", Nation),
            ("Hàn Quốc và Nhật Bản", "Hàn Quốc", Country),
            ("Pháp, Đức", "Pháp", Country),
            ("Mỹ áp thuế", "Mỹ", Country),
        ] {
            assert_eq!(first(raw), Some((name.to_owned(), kind)), "{raw}");
        }
    }

    #[test]
    fn words_that_name_no_place() {
        for raw in [
            "tỉnh có 5 huyện",
            "huyện 5 năm qua",
            "xã 3 năm qua",
            "huyện, thành phố",
            "xã hội hóa 5 tỷ",
            "hòa bình và phát triển",
            "Pháp luật về đất đai",
            "Ý kiến cử tri",
            "Mỹ Hòa Hưng",
            "giải pháp",
            "phường, thị trấn",
            "Đức Huệ",
        ] {
            assert_eq!(first(raw), None, "{raw}");
        }
    }
}
