//! The article's own arithmetic: sums, shares, targets, changes.
//!
//! A check reads records and never changes one. A claim is formed from what the text says around
//! the figures, never from whether they fit; then it is tested, and the finding names its records and
//! shows the arithmetic in words that a person can follow. A check never guesses: where the words do
//! not clearly form a claim there is no finding. Where they only suggest that two figures are of one fact, it
//! may hold, and is contradicted only by a slip of the hand. One check is one file and one line in `CHECKS`.
//!
//! * `facts`, `passage`: the records and their text, indexed
//! * `beside`: the words and levels beside a figure
//! * `words`: the words that only checks ask for
//! * `printed`: the digits of a figure as they are printed
//! * `difference`: a change from its two levels; `base_told`, `since`, `change_since`: the earlier level, by its words
//!   or told before
//! * `called`, `when`, `then_now`: what a figure is called, the months that it is of, and times in order
//! * `name_list`: the names behind a number
//! * `bounds`: how far a printed figure can be from the meant one
//! * `met`: by what a figure is met again
//! * `slip`: whether one figure is another with a slip of the hand
//! * `claim`, `once`: a tested claim, and each of them once
//! * `other_reading`, `other_ratio`, `no_total`: contradictions that another reading explains, which are not told
//! * `relation`, `mend`: the equation that a claim makes of its figures, and what would mend it
//! * `grade`: how grave a finding is, and which figure may be a slip
//! * `parts`: the breakdowns of a total; `stated`, `opening`, `summed`, `listed` read them from sentences,
//!   brackets and lists, `kinds` and `divided` those with nouns of their own, `named_parts` a part of those
//!   counted before; `list_head`: what opens a list; `list_signs`, `meant_whole`: whether they
//!   are all of it, and meant to make it
//! * `population`: the people of an area as the whole of a share
//! * `whole`, `whole_ahead`, `whole_in_words`, `whole_name`, `share_base`, `share_part`, `share_beside`: what a share is a share
//!   of, by its name or told before, and the part
//! * `grid`, `entry`: a table as its cells stand, and the number of a cell; `cell_sum`, `sections`: a total of
//!   cells, and one of sections; `formula`, `formula_text`, `formula_labels`, `formula_cells`: a formula
//!   in a label; `stock_rows`: a stock in rows
//! * `share_lines`, `share_columns`: the shares of a structure in lines, and in columns of a table
//! * `each_total`: the total of so many with so much each
//! * `among`: parts that need not be the whole
//! * `plan_percent`, `plan_told`, `plan_before`: the share of a plan as the words put it, the plan and its
//!   result, and a plan told before
//! * `counted`: the few things that a share is one of
//! * `undone`, `left_of`, `left_apart`, `rest_of_shares`: what is done, and of what something is left; `survey`:
//!   those who were asked
//! * `odd_words`: words that say two ways at once; `headline`: the figure of the title
//! * `stance`, `better`, `target`: what the text says of a target and of which result, and which level it
//!   sets
//! * `day_span`, `month_span`, `events`: from one day or month to another, and from a beginning to its end
//! * `percent`: a computed percentage against a printed one
//! * `units`: whether two figures count the same thing
//! * `print`: numbers as a Vietnamese reader writes them

mod age;
mod age_told;
mod all_of_them;
mod among;
mod anniversary;
mod anniversary_told;
mod attainment;
mod average;
mod base_told;
mod beside;
mod better;
mod beyond;
mod bounds;
mod called;
mod cell_sum;
mod change;
mod change_base;
mod change_since;
mod claim;
mod classes;
mod compared;
mod complement;
mod counted;
mod date_lines;
mod dates;
mod day_span;
mod deducted;
mod density;
mod difference;
mod divided;
mod each_times;
mod each_total;
mod entry;
mod enumeration;
mod events;
mod facts;
mod formula;
mod formula_cells;
mod formula_labels;
mod formula_text;
mod fraction_percent;
mod fraction_words;
mod from_to;
mod grade;
mod grid;
mod growth_chain;
mod halved;
mod harvest;
mod harvest_columns;
mod headline;
mod headline_change;
mod headline_exact;
mod headline_sentence;
mod hours;
mod impossible_share;
mod interest;
mod kinds;
mod left_apart;
mod left_of;
mod length_behind;
#[cfg(test)]
mod linear;
mod list_head;
mod list_signs;
mod listed;
mod listed_mean;
mod meant_whole;
mod mend;
mod met;
mod model;
mod month_span;
mod months_within;
mod most_of_area;
mod multiple;
mod name_list;
mod named_parts;
mod no_total;
mod numbered_lines;
mod odd_words;
mod once;
mod only_whole;
mod opening;
mod opposites;
mod order;
mod other_ratio;
mod other_reading;
mod parts;
mod parts_of_time;
mod passage;
mod per_head;
mod per_thousands;
mod percent;
mod percent_columns;
mod period_length;
mod person_names;
mod plan_before;
mod plan_percent;
mod plan_share;
mod plan_told;
mod population;
mod print;
mod printed;
mod raised;
mod rank;
mod rank_change;
mod rank_column;
mod rate_time;
mod relation;
mod remainder;
mod rest_of_shares;
mod rounded_duplicate;
mod same_time;
#[cfg(test)]
mod sample;
mod sections;
mod share_base;
mod share_beside;
mod share_columns;
mod share_in_words;
mod share_lines;
mod share_of_share;
mod share_of_whole;
mod share_part;
mod shared_among;
mod shares;
mod since;
mod slip;
mod spelled;
mod spread;
mod stance;
mod stated;
mod status;
mod stock;
mod stock_rows;
mod sum_of_parts;
mod summed;
mod surplus;
mod survey;
mod table_change;
mod table_formula;
mod table_percent;
mod table_sums;
mod target;
mod target_unit;
mod text_vs_table;
mod then_now;
mod times_percent;
mod told_again;
mod total_told;
mod twice;
mod undone;
mod units;
mod weekdays;
mod when;
mod whole;
mod whole_ahead;
mod whole_in_words;
mod whole_name;
mod within_time;
mod words;
mod year_of_months;
mod yearly;

pub(crate) use bounds::Bounds;
pub use model::{Finding, Grade, Slip, Verdict};
pub(crate) use print::Style;
pub(crate) use printed::{is_rounded_form, significant};
pub(crate) use target::asked;

use crate::article::Article;
use crate::lexicon::Marks;
use crate::record::Record;
use claim::Claim;
use facts::Facts;

/// Every check, in the order in which findings about the same record are given.
const CHECKS: &[fn(&Facts<'_>) -> Vec<Claim>] = &[
    sum_of_parts::check,
    raised::check,
    classes::check,
    complement::check,
    remainder::check,
    deducted::check,
    surplus::check,
    opposites::check,
    fraction_percent::check,
    share_of_whole::check,
    interest::check,
    only_whole::check,
    share_in_words::check,
    impossible_share::check,
    status::check,
    beyond::check,
    target_unit::check,
    attainment::check,
    plan_share::check,
    from_to::check,
    change::check,
    change_base::check,
    compared::check,
    rank_change::check,
    rate_time::check,
    yearly::check,
    year_of_months::check,
    average::check,
    shared_among::check,
    each_times::check,
    harvest::check,
    per_head::check,
    density::check,
    per_thousands::check,
    multiple::check,
    times_percent::check,
    halved::check,
    rank::check,
    order::check,
    most_of_area::check,
    enumeration::check,
    person_names::check,
    numbered_lines::check,
    period_length::check,
    share_columns::check,
    shares::check,
    rounded_duplicate::check,
    twice::check,
    spelled::check,
    told_again::check,
    all_of_them::check,
    headline_exact::check,
    headline_change::check,
    headline_sentence::check,
    spread::check,
    listed_mean::check,
    dates::check,
    date_lines::check,
    same_time::check,
    length_behind::check,
    hours::check,
    weekdays::check,
    anniversary::check,
    anniversary_told::check,
    age::check,
    age_told::check,
    share_of_share::check,
    growth_chain::check,
    stock::check,
    within_time::check,
    months_within::check,
    parts_of_time::check,
    table_sums::check,
    table_formula::check,
    table_percent::check,
    harvest_columns::check,
    table_change::check,
    rank_column::check,
    text_vs_table::check,
    total_told::check,
];

/// Tests every claim that the records form, in reading order of the claim; `marks` are those of
/// the article's blocks.
#[must_use]
pub fn run(records: &[Record], article: &Article, marks: &[Marks<'_>]) -> Vec<Finding> {
    let facts = Facts::new(records, article, marks);
    let mut claims: Vec<Claim> = CHECKS.iter().flat_map(|check| check(&facts)).collect();
    claims.sort_by_key(|claim| claim.at);
    grade::graded(&facts, other_reading::without_explained(&facts, once::once(claims)))
}

#[cfg(test)]
mod tests {
    use super::sample::{findings, read, run};
    use rust_decimal::Decimal;

    /// The paragraph that the project began with, and the sentence about its two fields.
    const SEED: &str = "Trong năm 2021-2022, đã hợp tác, liên kết với «20|trường|years=2021-2022» đại học, cao đẳng, tổ chức đào tạo cho «953|lượt người|years=2021-2022|exceeded|for=5» tham gia, thông qua các hình thức trực tiếp và trực tuyến (năm 2021 là «470|lượt người|years=2021|part=2|for=5» và năm 2022 là «483|lượt người|years=2022|part=2|for=5»), vượt chỉ tiêu đề ra («400|người/năm|target|years=2021-2022»). Tạo điều kiện cho «8|chuyên gia|years=2021-2022» đến làm việc.
        Theo đó, trong 2 năm 2021-2022, về đào tạo là «429|người»; bồi dưỡng là «1.315|người»; quản lý nhà nước là «1.335|người».
        Đào tạo nghề cho lao động nông thôn trên «2|lĩnh vực» là nông nghiệp và phi nông nghiệp cũng được tỉnh triển khai có hiệu quả, góp phần nâng cao tay nghề.";

    #[test]
    fn the_seed_holds_but_for_its_units() {
        let want = [
            "sum_of_parts: holds: 470 + 483 = 953 lượt người",
            "status: holds: 953 > 800 (400 người/năm × 2 năm)",
            "target_unit: cannot be told: the results count lượt người, the target counts người: one of them may be counted several times",
            "status: holds: 470 > 400 người/năm",
            "status: holds: 483 > 400 người/năm",
            "period_length: holds: 2021-2022 is 2 năm",
            "enumeration: holds: 2 named, the text says 2 lĩnh vực",
        ];
        assert_eq!(findings(SEED), want);
    }

    #[test]
    fn records_that_point_nowhere_are_no_claims() {
        let (mut records, article) = read(SEED);
        for record in &mut records {
            record.part_of = Some("r99".to_owned());
            record.target = Some(record.id.clone());
            record.source.block += 7;
        }
        let kinds: Vec<_> = run(&records, &article).into_iter().map(|f| f.kind).collect();
        assert_eq!(kinds, ["period_length"]);
    }

    /// A claim of each kind that computes.
    const CLAIMS: &[&str] = &[
        SEED,
        "# Hơn 4.600 lượt người được bồi dưỡng\nMở lớp cho «4.638|lượt người».",
        "Cơ cấu kinh tế: nông nghiệp «41|%», công nghiệp «27|%», dịch vụ «32|%».",
        "Vốn là «60 tỷ|đồng/5 năm», tương ứng «12 tỷ|đồng/năm».",
        "Thu «5,2 tỷ|đồng|not_met|for=2», chưa đạt dự toán («6 tỷ|đồng|target»).",
        "Thu «40.101 tỷ|đồng|for=3», đạt «59,9|%|attainment|for=3» chỉ tiêu («67.000 tỷ|đồng|target»).",
        "Có «7.300|người», trong đó nữ «3.200|người|part=1», chiếm «43,8|%»%.",
        "Có «139/151|xã» (đạt «92,0|%»%).",
    ];

    #[test]
    fn the_largest_decimals_do_not_overflow() {
        let extremes = [Decimal::MAX, Decimal::MIN, Decimal::ZERO, Decimal::new(1, 28)];
        let patterns = extremes.iter().flat_map(|a| extremes.map(|b| [*a, b]));
        let mut found = 0;
        for (claim, pattern) in CLAIMS.iter().flat_map(|c| patterns.clone().map(move |p| (c, p))) {
            let (mut records, article) = read(claim);
            for (record, value) in records.iter_mut().zip(pattern.iter().cycle()) {
                record.value = *value;
            }
            found += run(&records, &article).len();
        }
        assert!(found > CLAIMS.len());
    }
}
