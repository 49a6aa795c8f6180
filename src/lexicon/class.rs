//! What a cue is a cue for.
//!
//! One line a class: words that belong to it, and what they say of the figures around them. The
//! guide to the lexicon lists them from here.

use serde::{Deserialize, Serialize};

macro_rules! cue_classes {
    ($($(#[doc = $doc:literal])+ $name:ident),+ $(,)?) => {
        /// What a cue is a cue for; in TOML in snake case.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum CueClass { $($(#[doc = $doc])+ $name),+ }

        impl CueClass {
            /// Every class, for tests and listings.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Words of the class, and what they say.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$name => concat!($($doc),+).trim_ascii()),+ }
            }
        }
    };
}

cue_classes! {
    /// hợp đồng, tỷ lệ, xã hội: a word that hides a unit, a number or another cue
    Compound,
    /// đào tạo, bồi dưỡng: the text speaks of the field that `value` names
    Topic,
    /// khoảng, xấp xỉ
    About,
    /// hơn, trên
    Over,
    /// gần, ngót
    Nearly,
    /// dưới
    Under,
    /// ít nhất, tối thiểu
    AtLeast,
    /// tối đa, không quá
    AtMost,
    /// ước, ước tính: an estimate
    Estimate,
    /// tròn, đúng
    Exactly,
    /// trở lên, after the number
    AndMore,
    /// trở xuống, after the number
    AndLess,
    /// năm, giai đoạn: a year or two years follow
    YearWord,
    /// năm học
    SchoolYear,
    /// tháng
    MonthWord,
    /// quý I, quý ba; `value` is which
    QuarterName,
    /// tháng tư, tháng giêng; `value` is which
    MonthName,
    /// hôm nay, hôm qua; `value` is how many days from the day of publication
    RelativeDay,
    /// tuần này; `value` is how many weeks from that of publication
    RelativeWeek,
    /// tháng trước; `value` is how many months from that of publication
    RelativeMonth,
    /// quý tới; `value` is how many quarters from that of publication
    RelativeQuarter,
    /// thứ hai, chủ nhật; `value` is which, Monday 1
    Weekday,
    /// mùa hè; `value` is its first and last day
    Season,
    /// này, behind a season
    ThisSeason,
    /// ngày đầu tiên của
    FirstDay,
    /// ngày cuối cùng của
    LastDay,
    /// sáng, chiều: behind a time of day
    DayPart,
    /// kém: between an hour and the minutes that it lacks
    PastHour,
    /// ngày, sáng, chiều: a day follows
    DayWord,
    /// đến nay, hiện nay
    Now,
    /// đến, tính đến, hết: up to the end of what follows
    Until,
    /// trước: up to the day before what follows
    UntilBefore,
    /// từ, kể từ
    Since,
    /// từ nay
    SinceNow,
    /// từ đầu năm
    SinceYearStart,
    /// năm nay
    ThisYear,
    /// năm ngoái, năm trước
    LastYear,
    /// năm qua
    PastYear,
    /// năm tới
    NextYear,
    /// đầu năm, behind a number of months
    OfYearStart,
    /// cuối năm, behind a number of months
    OfYearEnd,
    /// nửa đầu năm
    HalfFirst,
    /// nửa cuối năm
    HalfLast,
    /// qua, behind a length of time
    Past,
    /// tới, behind a length of time
    Next,
    /// cùng kỳ: what a change is compared with
    Baseline,
    /// sang: behind the year that money is carried over from
    CarriedOver,
    /// hằng năm, mỗi tháng
    Habitual,
    /// cách đây: before a length of time that lies between
    Ago,
    /// sau, qua, sơ kết: before a length of time that is a period
    DurationBefore,
    /// đầu: before a month, its first days
    PartFirst,
    /// cuối: before a month, its last days
    PartLast,
    /// nửa: half of a month, before đầu or cuối
    HalfOf,
    /// sau, suốt: a length of time behind it only goes by; `value` is `opening` where it does only at the
    /// head of a clause
    LapseBefore,
    /// nữa, trước đó: behind a length of time that only goes by
    LapseAfter,
    /// vay, kỳ hạn: a length of time behind it is measured
    MeasuredBefore,
    /// tuổi, tù: behind a length of time that is measured
    MeasuredAfter,
    /// thực hiện, triển khai: behind such a length
    DurationAfter,
    /// kỷ niệm: before a number of years
    Anniversary,
    /// Ngày, tuổi Đảng: behind a number of years
    AnniversaryAfter,
    /// giờ
    HourWord,
    /// lúc: before a time of day
    ClockBefore,
    /// nay: of this year
    ThisTime,
    /// và: joins two things
    And,
    /// đến, tới: between the ends of a range
    RangeTo,
    /// giữa: before a range whose ends `và` joins
    Between,
    /// $, USD: a currency before its amount
    MoneyBefore,
    /// phẩy: between a whole and its decimals in words
    DecimalMark,
    /// âm: below zero
    Minus,
    /// của
    OfWord,
    /// hàng: before a scale, only the order of magnitude is known
    Vague,
    /// gấp: before a multiple
    Times,
    /// phần: between the parts of a fraction in words
    FractionWord,
    /// trong, mỗi: between a figure and the time or thing that it is per
    PerWord,
    /// trong, trên: between a part and its whole
    OutOf,
    /// hệ số, chỉ số: a measure that has no unit
    BareMeasure,
    /// chọi: between the parts of a ratio
    RatioWord,
    /// mùng, mồng: a day of the moon follows
    LunarBefore,
    /// Tết, tháng Chạp: behind a day of the moon; `value` is `first` or `last` month, or `new_year`
    LunarAfter,
    /// số, tỷ suất: the name of a rate begins
    RateNoun,
    /// đường dây, trạm: a class of it follows
    RatedNoun,
    /// kV: behind the number of a class, not of an amount
    Rating,
    /// diện tích: behind a share in words, what it is a share of
    ShareOf,
    /// trđ: a scale that is money
    MoneyScale,
    /// tiền: behind a bare scale it is money
    MoneyNoun,
    /// mỗi: what a figure is per stands behind it, the figure itself later
    Each,
    /// Nouns of place and aspect: behind `trên` and a number it means "in"
    AspectNoun,
    /// Function words: no unit begins with one
    Function,
    /// Nouns that take a number as a name: lớp 12, phường 7
    Numbered,
    /// đứng thứ, xếp hạng: before a rank
    RankBefore,
    /// thứ: before an ordinal
    Ordinal,
    /// một số, hai bên: number words that count nothing
    SetPhrase,
    /// Words that make bare money of a scale: vốn, kinh phí
    MoneyContext,
    /// top: before so many of the first
    TopBefore,
    /// số, tổng số: between a number and what it counts
    CountOf,
    /// độ tuổi: before an age
    AgeBefore,
    /// tuổi bình quân: the clause speaks of an age
    AgeOf,
    /// gói, trần: what was set aside or allowed at most
    Allotment,
    /// giải ngân: its share is that of a plan
    Disbursal,
    /// lên, xuống: up or down to a level
    LevelReached,
    /// của, trong, theo: what stands behind one is no whole of a share
    Preposition,
    /// đề ra, giao: a plan is laid down
    Sets,
    /// sẽ: what follows is to come
    Will,
    /// nâng, đưa: what is brought to a level stands behind
    Brings,
    /// phấn đấu, dự kiến: what follows is meant to be done; the words behind say what
    Intends,
    /// trong đó, gồm: parts of a total follow
    Parts,
    /// trong số: before a whole
    AmongNumber,
    /// của, riêng, như: before a place that a figure is for
    Belongs,
    /// tỉnh này: the place named before
    SamePlace,
    /// riêng địa bàn: a place set apart from the rest
    SingledOut,
    /// theo: what follows says who speaks
    AccordingTo,
    /// đào tạo, bồi dưỡng, cấp: a verb that the items of a list take over
    Activity,
    /// ở mức: a level, never a share of a plan
    AtLevel,
    /// trong khi: what follows is set against what stands before
    Whereas,
    /// việc: makes a noun of what follows
    Nominal,
    /// Words before a telephone number
    Phone,
    /// tỷ số: before a score
    ScoreWord,
    /// đạt, là, còn: between what is measured and its level
    Level,
    /// tỷ lệ, diện tích, tổng số: nouns that begin the name of what is measured
    MeasureNoun,
    /// ngành, khu vực: a part of the economy
    SectorNoun,
    /// tính chung, lũy kế: so many months from the beginning of the year follow
    Cumulative,
    /// tăng: it rose by
    Rise,
    /// giảm: it fell by
    Fall,
    /// tăng trưởng, mức tăng: its level is a change
    GrowthNoun,
    /// về, behind a share: of what
    Regarding,
    /// quy định, điều kiện: the text lays down a rule
    RuleWord,
    /// cao hơn: it is more by
    MoreThan,
    /// thấp hơn: it is less by
    LessThan,
    /// vượt: it is above a plan by
    Exceed,
    /// chiếm: the share of a whole
    Share,
    /// bằng: a level in terms of another
    Equal,
    /// hoàn thành: share of a plan
    Fulfil,
    /// kế hoạch, chỉ tiêu, dự toán: what was to be reached
    Plan,
    /// phấn đấu, dự kiến, sẽ: what follows is aimed at
    Aim,
    /// đã, hiện: what follows is reached
    Done,
    /// so với: what follows is compared with
    Versus,
    /// trong đó: what follows is part of what stands before
    PartIntro,
    /// còn lại: the remainder of what stands before
    Rest,
    /// words that tie a sentence to the one before
    Connective,
    /// cho biết: the words before it say who speaks
    ReportVerb,
    /// cho: what follows profits from what stands before
    ForWord,
    /// với: what follows goes with what stands before
    WithWord,
    /// có: what follows is there
    Has,
    /// chưa, không
    Negation,
    /// không có, không còn: there is none of what follows
    NoneOf,
    /// được, bị: what stands before it undergoes the verb behind it
    Passive,
    /// trên địa bàn, tại: before a place
    PlaceOf,
    /// quy mô, từ … trở lên: bounds that say which cases are meant
    Bound,
    /// lần lượt: lists are paired in order
    Respectively,
    /// words that are dropped at the ends of a phrase
    Filler,
    /// số, số lượng, của: a word that the name of an indicator has in one article and not in another
    NameFiller,
    /// Kế hoạch, Nghị quyết: a kind of document that goes by its number; `value` is its name
    DocumentType,
    /// Kế hoạch, Chiến lược: a kind of document that may go by its title alone
    DocumentTitled,
    /// KH, NQ: the kind of document in a document number; `value` is its name
    DocumentCode,
    /// UBND, TTg: who issued, in a document number; `value` is the issuer's name
    DocumentIssuer,
    /// điều, khoản: a part of a document
    DocumentPart,
    /// Luật, Bộ luật: a kind of document that goes by its name
    Law,
    /// về, phê duyệt: the title of a document begins
    TitleStart,
    /// Đề án, Quyết định: a kind of document whose numbers run past a thousand, like years
    DocumentManyNumbered,
    /// số: the number of a document follows
    NumberSign,
    /// của, do: who issued it follows
    Issuer,
    /// nhiệm kỳ: the years of a term of office follow
    TermOfOffice,
    /// nếu, trường hợp: what follows is only supposed
    IfWord,
    /// khóa, lần thứ: the number of a congress or its term follows
    TermWord,
    /// được, đã: words that end a document's title
    TitleEnd,
    /// giai đoạn, đến năm: the years of a document follow; `value` is `end` where only the last
    DocumentYears,
    /// tầm nhìn, định hướng: the year of a vision follows
    Horizon,
    /// triển khai thực hiện: one document carries out another
    Implements,
    /// ban hành, phê duyệt: an organisation issues a document
    IssueVerb,
    /// dữ liệu dân cư: what a scheme that goes by a number is about; `value` is
    /// `short name = issuer`
    SchemeTopic,
    /// tỉnh, huyện, xã: a kind of area; `value` is its level
    AreaKind,
    /// Đồng bằng sông Cửu Long: a region of the country or of the world
    Region,
    /// Hàn Quốc, Pháp
    Country,
    /// cả nước, toàn quốc
    Nation,
    /// Ba Tri: a district that is named without its kind
    District,
    /// thôn, sông, khu công nghiệp: a kind of place that is no area of the state; its name follows
    SpotKind,
    /// nông thôn, các huyện nghèo: a sort of area, which has no name
    AreaSort,
    /// Nguyễn, Trần: the first syllable of a person's name
    Surname,
    /// Thị, Văn: a syllable in the middle of a person's name
    MiddleName,
    /// ông, bà, đồng chí: a person's name follows
    Honorific,
    /// đường, trường: what follows is named after a person, and is none
    NamedAfter,
    /// pháp luật, ý kiến: ordinary words that begin like a name
    CommonWord,
    /// Phó chủ tịch, Giám đốc: a title; `value` is `unit` where a part of the organisation follows
    OfficeTitle,
    /// kiêm, là: an office and another, or its holder
    OfficeLink,
    /// các, nhiều: more than one of what follows
    Plural,
    /// tại: the place of an event follows
    VenueWord,
    /// Trung ương: the level of the whole country
    Central,
    /// Tỉnh ủy, Chính phủ: an organisation by itself; `value` is its kind
    Organization,
    /// UBND, Công an: one in every area, which has to follow; `value` is its kind
    OrganizationOfArea,
    /// Sở, Trường, Công ty: a name has to follow; `value` is its kind
    OrganizationHead,
    /// Nội vụ, GD-ĐT: the field of a ministry, department or division; `value` is its full name
    DepartmentName,
    /// nông dân, dịch vụ: words inside the name of an organisation
    OrganizationWord,
    /// hội nghị, lễ: a kind of event
    EventKind,
    /// sơ kết, trực tuyến: what sort of event it is, right behind its kind
    EventSort,
    /// tổ chức, diễn ra: an event is held
    EventHeld,
    /// đồng chủ trì, tham dự: what people do at an event; `value` is `chair`, `attend` or `speak`
    EventRole,
    /// tham luận của: the organisations that follow spoke
    EventSpeech,
    /// sáng nay, hôm nay: the day of publication
    Today,
    /// gồm: what follows is the whole
    Includes,
    /// trong đó: what follows need not be the whole
    Among,
    /// còn: what remains, where the words behind the figure say so
    Left,
    /// …, v.v.: the list goes on
    OpenList,
    /// đạt: before a share of the plan, or the plan itself
    Reaching,
    /// đạt và vượt
    MetOrExceeded,
    /// nghèo, thất nghiệp: a target of this kind is met from above
    LowerIsBetter,
    /// bình quân: before what comes to a year
    Average,
    /// cơ cấu, tỷ trọng: shares of one whole
    Structure,
    /// tỷ lệ: a share of its own
    RatioNoun,
    /// Đạt (%), TH/KH: a column of shares of the plan
    TableAttainment,
    /// Bảng, Biểu: the number of a table follows
    TableCaption,
    /// Tăng, giảm: a column of changes
    TableChange,
    /// nt: a cell says the same as the one above it
    TableDitto,
    /// Ước thực hiện: a column of results that are estimates
    TableEstimate,
    /// Số điện thoại, Năm sinh: a column of numbers that count nothing
    TableIdentifier,
    /// Chỉ tiêu, Nội dung: a column that says what its row measures
    TableLabel,
    /// Ghi chú: a column of remarks
    TableNote,
    /// STT: a column that numbers the rows
    TableOrdinal,
    /// Năm, Tháng: a column that says when
    TablePeriod,
    /// Địa phương, Huyện: a column that says where
    TablePlace,
    /// Kế hoạch, Dự toán: a column of targets
    TablePlan,
    /// Năm trước, Cùng kỳ: a column of results of an earlier time
    TablePrevious,
    /// Thực hiện, Kết quả: a column of results
    TableResult,
    /// Tổng cộng: a row or column whose parts are the others
    TableTotal,
    /// ĐVT: a column, or a note over the table, that gives the unit
    TableUnit,
    /// So sánh: a column that holds results against a plan or an earlier time
    TableVersus,
}

impl CueClass {
    /// Whether its words count only in the headings and labels of tables.
    #[must_use]
    pub const fn is_of_tables(self) -> bool {
        matches!(
            self,
            Self::TableAttainment
                | Self::TableCaption
                | Self::TableChange
                | Self::TableDitto
                | Self::TableEstimate
                | Self::TableIdentifier
                | Self::TableLabel
                | Self::TableNote
                | Self::TableOrdinal
                | Self::TablePeriod
                | Self::TablePlace
                | Self::TablePlan
                | Self::TablePrevious
                | Self::TableResult
                | Self::TableTotal
                | Self::TableUnit
                | Self::TableVersus
        )
    }
}
