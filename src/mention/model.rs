//! What a figure says of itself in its own words, as it stands in the report.

use crate::words::words;
use schemars::JsonSchema;
use serde::Serialize;

words! {
    /// How exact the text says that the figure is.
    Modifier {
        /// As printed.
        Exact = "exact",
        /// khoảng, ước, xấp xỉ, hàng …
        About = "about",
        /// hơn, trên
        Over = "over",
        /// gần, ngót, chưa tới
        Nearly = "nearly",
        /// dưới
        Under = "under",
        /// ít nhất, tối thiểu, từ … trở lên
        AtLeast = "at_least",
        /// tối đa, không quá
        AtMost = "at_most",
    }
}

words! {
    /// A doubt about the reading of a figure.
    Flag {
        /// `4,120 người`: the comma was read as grouping, it could be a decimal.
        AmbiguousGrouping = "ambiguous_grouping",
        /// `2.75%`: the dot was read as a decimal mark.
        DotDecimal = "dot_decimal",
        /// `7,329.5`: English separators.
        EnglishFormat = "english_format",
        /// `12 .450`: stray spaces were closed.
        Repaired = "repaired",
        /// `hàng trăm`: only the order of magnitude is known.
        Vague = "vague",
        /// `tăng 1,4 lần`: a multiple or an increment.
        AmbiguousMultiple = "ambiguous_multiple",
        /// `tỷ lệ … giảm 1,2%`: points or percent.
        PercentOrPoint = "percent_or_point",
        /// The unit was taken over from another figure.
        InheritedUnit = "inherited_unit",
        /// Read from text without diacritics.
        NoDiacritics = "no_diacritics",
        /// What the figure says may be something else.
        UnsureRole = "unsure_role",
        /// What it measures may be other words.
        UnsureIndicator = "unsure_indicator",
        /// It may speak of another time.
        UnsurePeriod = "unsure_period",
        /// It may be for another place.
        UnsurePlace = "unsure_place",
        /// A person corrected a field of it, or said that it is a figure: no doubt any more.
        Corrected = "corrected",
    }
}
