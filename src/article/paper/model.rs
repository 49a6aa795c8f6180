//! What an official paper says of itself.

use schemars::JsonSchema;
use serde::Serialize;

/// The header of an official paper.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OfficialPaper {
    /// Its number without spaces: `312/BC-UBND`; none on a draft.
    pub number: Option<String>,
    /// What kind of paper it is: by the line over its subject, else by its number.
    pub kind: Option<PaperKind>,
    /// What it is about, as printed: `Tình hình kinh tế - xã hội 6 tháng đầu năm 2024`.
    pub subject: Option<String>,
    /// The body that issued it, as printed: `ỦY BAN NHÂN DÂN HUYỆN BA TRI`.
    pub issuer: Option<String>,
    /// Where it was issued: `Ba Tri`.
    pub place: Option<String>,
    /// Day of issue, ISO 8601.
    pub day: Option<String>,
}

/// Kind of an official paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    /// Thông tư
    Circular,
    /// Kết luận
    Conclusion,
    /// Quyết định
    Decision,
    /// Nghị định
    Decree,
    /// Chỉ thị
    Directive,
    /// Hướng dẫn
    Guidance,
    /// Giấy mời
    Invitation,
    /// Biên bản
    Minutes,
    /// Thông báo
    Notice,
    /// Công văn
    OfficialLetter,
    /// Kế hoạch
    Plan,
    /// Chương trình
    Programme,
    /// Đề án
    Project,
    /// Quy định
    Regulation,
    /// Báo cáo
    Report,
    /// Nghị quyết
    Resolution,
    /// Tờ trình
    Submission,
    /// Công điện
    Telegram,
}

impl PaperKind {
    /// Whether such a paper lays down what is to be done, or asks for it; a report tells what was done.
    #[must_use]
    pub fn lays_down(self) -> bool {
        matches!(
            self,
            Self::Decision
                | Self::Directive
                | Self::Plan
                | Self::Programme
                | Self::Project
                | Self::Resolution
                | Self::Submission
        )
    }

    /// All kinds, with the keys under which their words stand in the lexicon.
    pub(super) const ALL: [(&'static str, Self); 18] = [
        ("circular", Self::Circular),
        ("conclusion", Self::Conclusion),
        ("decision", Self::Decision),
        ("decree", Self::Decree),
        ("directive", Self::Directive),
        ("guidance", Self::Guidance),
        ("invitation", Self::Invitation),
        ("minutes", Self::Minutes),
        ("notice", Self::Notice),
        ("official_letter", Self::OfficialLetter),
        ("plan", Self::Plan),
        ("programme", Self::Programme),
        ("project", Self::Project),
        ("regulation", Self::Regulation),
        ("report", Self::Report),
        ("resolution", Self::Resolution),
        ("submission", Self::Submission),
        ("telegram", Self::Telegram),
    ];
}
