//! Which of the lexicon's indicators a figure belongs to: `training.political_theory`.
//!
//! An indicator is a candidate where one of its triggers stands in the figure's own indicator or
//! scope; of triggers inside each other only the longest counts, so `tỷ lệ hộ nghèo` is a rate and
//! no count of `hộ nghèo`. Candidates earn 3 points for the indicator, 2 for the scope, 1 for the
//! sentence and 1 for a unit that they are usually given in, and need 4 of them: an indicator that
//! stands in its sentence, or a scope whose unit fits. What the indicator says beats what the scope
//! says, specific beats general; then points, then the longer trigger, then the earlier entry
//! decide. A sentence alone never gives a category.

use crate::lexicon::{CueClass, Indicator, Lexicon, Term, Unit};
use crate::text::Text;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Points that a candidate needs.
const ENOUGH: usize = 4;

/// Where a trigger can stand, weakest first, with what it earns there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Sentence = 1,
    Scope = 2,
    Indicator = 3,
}

/// What speaks for one indicator: the longest trigger in each place, in tokens.
type Evidence = BTreeMap<Place, usize>;

/// The key of the indicator that fits a figure best; none where nothing fits well enough.
#[must_use]
pub fn category<'a>(
    lexicon: &'a Lexicon,
    indicator: &Text,
    scope: Option<&Text>,
    sentence: &Text,
    unit: Option<&str>,
) -> Option<&'a str> {
    let mut found: BTreeMap<u32, Evidence> = BTreeMap::new();
    let mut topics = BTreeSet::new();
    let places = [
        (Place::Indicator, Some(indicator)),
        (Place::Scope, scope),
        (Place::Sentence, Some(sentence)),
    ];
    for (place, text) in places.into_iter().filter_map(|(place, text)| Some((place, text?))) {
        for (len, entry) in triggers(lexicon, text) {
            let longest = found.entry(entry).or_default().entry(place).or_default();
            *longest = len.max(*longest);
        }
        topics.extend(topics_of(lexicon, text));
    }
    let unit = unit.map(|unit| (unit, lexicon.unit(&Text::new(unit), 0).map(|found| found.1)));
    found
        .iter()
        .filter_map(|(index, evidence)| {
            let entry = &lexicon.entries.indicator[*index as usize];
            let (place, longest) = evidence.last_key_value()?;
            let usual = unit.is_some_and(|(unit, known)| is_usual(entry, unit, known));
            let points = evidence.keys().map(|p| *p as usize).sum::<usize>() + usize::from(usual);
            let on_topic = entry.topic.as_deref().is_none_or(|topic| topics.contains(topic));
            (*place > Place::Sentence && points >= ENOUGH && on_topic).then(|| {
                let rank = (*place, !entry.general, points, *longest, Reverse(*index));
                (rank, entry.key.as_str())
            })
        })
        .max()
        .map(|(_, key)| key)
}

/// The triggers of a text with their lengths, without those inside longer ones or compounds.
fn triggers<'a>(lexicon: &'a Lexicon, text: &'a Text) -> impl Iterator<Item = (usize, u32)> + 'a {
    lexicon
        .phrases
        .longest(text, |term| match term {
            Term::Indicator(_) => true,
            Term::Cue(i) => lexicon.entries.cue[i as usize].class == CueClass::Compound,
            _ => false,
        })
        .filter_map(|(tokens, term)| match term {
            Term::Indicator(entry) => Some((tokens.len(), entry)),
            _ => None,
        })
}

/// The fields that a text speaks of.
fn topics_of<'a>(lexicon: &'a Lexicon, text: &'a Text) -> impl Iterator<Item = &'a str> {
    (0..text.tokens.len()).filter_map(|at| {
        let (_, cue) = lexicon.cue(text, at, &[CueClass::Topic])?;
        cue.value.as_deref()
    })
}

fn is_usual(entry: &Indicator, unit: &str, known: Option<&Unit>) -> bool {
    entry.units.iter().any(|usual| match known {
        Some(unit) => unit.forms.iter().any(|form| form == usual),
        None => usual == unit,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_category(indicator: &str, scope: &str, sentence: &str, unit: &str, want: &str) {
        let scope = (!scope.is_empty()).then(|| Text::new(scope));
        let found = category(
            Lexicon::built_in(),
            &Text::new(indicator),
            scope.as_ref(),
            &Text::new(sentence),
            Some(unit),
        );
        assert_eq!(found.unwrap_or("none"), want, "{indicator}");
    }

    #[test]
    fn items_of_a_list_take_their_field_from_its_head() {
        let head = "kết quả đào tạo, bồi dưỡng cán bộ, công chức, viên chức";
        let sentence = "Kết quả đào tạo, bồi dưỡng cán bộ, công chức, viên chức: về đào tạo là 41 \
            người; bồi dưỡng lý luận chính trị là 97 người; quản lý nhà nước là 35 người; kỹ năng \
            lãnh đạo, quản lý điều hành là 75 người; chuyên môn nghiệp vụ: 185 người; bồi dưỡng \
            kiến thức quốc phòng - an ninh là 54 người; bồi dưỡng đại biểu HĐND các cấp là 27 người";
        for (indicator, want) in [
            ("đào tạo", "training.initial"),
            ("bồi dưỡng lý luận chính trị - hành chính", "training.political_theory"),
            ("quản lý nhà nước", "training.state_management"),
            ("kỹ năng lãnh đạo, quản lý điều hành cấp phòng", "training.leadership_skills"),
            ("chuyên môn nghiệp vụ, chức danh nghề nghiệp", "training.professional"),
            ("bồi dưỡng kiến thức quốc phòng - an ninh", "training.defence_security"),
            ("bồi dưỡng đại biểu HĐND các cấp", "training.council_deputies"),
            ("cán bộ, công chức, viên chức được cử tham gia", "training.total"),
        ] {
            assert_category(indicator, head, sentence, "người", want);
        }
    }

    #[test]
    fn the_scope_decides_where_the_indicator_is_silent() {
        let scope = "tham gia đào tạo, bồi dưỡng chuyên sâu nâng cao chất lượng nguồn nhân lực \
            khoa học và công nghệ";
        for (indicator, unit) in
            [("lượt người tham gia", "lượt người"), ("chỉ tiêu đề ra", "người")]
        {
            let sentence = format!("Đã {scope} cho 95 lượt người, vượt chỉ tiêu đề ra");
            assert_category(indicator, scope, &sentence, unit, "training.science_technology");
        }
    }

    /// Every line: the indicator, the unit, the category. The sentence says no more than that.
    const INDICATORS: &str = "
        đại biểu tham dự | đại biểu | event_attendance
        hợp tác, liên kết với trường đại học, cao đẳng | trường | cooperation.partner_institutions
        chuyên gia Hàn Quốc và Nhật Bản | chuyên gia | cooperation.foreign_experts
        lĩnh vực đào tạo nghề cho lao động nông thôn | lĩnh vực | vocational.rural_training
        trạm y tế xã, phường, thị trấn đã bố trí bác sĩ phục vụ | % | health.commune_doctors
        trạm có bác sĩ tăng cường | ngày | health.commune_doctors
        tỷ lệ hộ nghèo | % | poverty.poor_rate
        số hộ nghèo | hộ | poverty.poor_households
        giải quyết việc làm mới cho người lao động | lao động | labour.jobs_created
        lao động đi làm việc ở nước ngoài theo hợp đồng | người | labour.export
        đào tạo cán bộ ở nước ngoài | người | training.abroad
        kim ngạch xuất khẩu thủy sản | USD | econ.exports
        tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ | % | labour.trained_share
        tỷ lệ thất nghiệp ở thành thị | % | labour.unemployment_rate
        người hưởng trợ cấp thất nghiệp | người | labour.unemployment_benefit
        thu nhập bình quân đầu người | đồng | econ.per_capita_income
        thu nhập bình quân của công nhân | đồng | labour.income
        năng suất lao động xã hội | % | labour.productivity
        năng suất lúa bình quân | tấn | agri.yield
        giải ngân vốn đầu tư công | % | econ.public_investment
        tổng vốn đầu tư toàn xã hội | đồng | econ.investment
        tốc độ tăng trưởng GRDP | % | econ.growth
        giá thu mua dừa khô | đồng | econ.prices
        vốn đối ứng của ngân sách tỉnh | đồng | budget.programme_funding
        kinh phí đào tạo nghề | đồng | budget.programme_funding
        xã đạt chuẩn nông thôn mới nâng cao | xã | rural.ntm_communes
        sản phẩm OCOP đạt 4 sao | sản phẩm | rural.ocop
        người dân tham gia bảo hiểm y tế | % | health.insurance_rate
        tham gia bảo hiểm xã hội tự nguyện | người | health.social_insurance
        số bác sĩ/vạn dân | bác sĩ | health.doctors_per_10k
        ca mắc sốt xuất huyết | ca | health.disease
        trường đạt chuẩn quốc gia mức độ 2 | trường | edu.standard_schools
        học sinh đỗ tốt nghiệp THPT | % | edu.graduation_rate
        sinh viên tốt nghiệp | sinh viên | vocational.graduates
        kết nạp đảng viên mới | đảng viên | party.new_members
        thi hành kỷ luật đảng viên | đảng viên | party.discipline
        tài khoản định danh điện tử được kích hoạt | tài khoản | digital.id_accounts
        hồ sơ giải quyết đúng hạn | % | digital.dossiers_on_time
        vụ tai nạn giao thông nghiêm trọng | vụ | security.traffic_accidents
        tinh giản biên chế | biên chế | staff.quota
        điều động, luân chuyển cán bộ | đồng chí | talent.planning
        tuyển dụng công chức, viên chức | người | talent.recruitment
        sản lượng thủy sản khai thác | tấn | agri.output
        bê tông hóa đường giao thông nông thôn | km | infra.roads
        ý kiến cử tri được tổng hợp | ý kiến | council.voter_opinions
        bồi dưỡng nghiệp vụ kế toán | lượt người | training.professional
        tập huấn kỹ năng số | lượt người | training.it_digital
        xe buýt chạy thử | xe | none
        kiểm tra cơ sở kinh doanh thực phẩm | cơ sở | none
        diện tích sàn nhà xưởng | m2 | none
        đánh giá mức độ hài lòng | % | none
        môi trường học tập | % | none
        thu hút người xem | người | none
        chuyên gia trong nước | chuyên gia | none";

    #[test]
    fn indicators_speak_for_themselves() {
        for line in INDICATORS.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let [indicator, unit, want] = line.split(" | ").collect::<Vec<_>>()[..] else {
                panic!("no case: {line}")
            };
            assert_category(indicator, "", indicator, unit, want);
        }
    }

    #[test]
    fn a_sentence_alone_gives_no_category() {
        for (indicator, sentence, unit) in [
            ("", "Tỷ lệ hộ nghèo giảm còn 2%", "%"),
            ("thành viên ban soạn thảo", "Ban do Sở tuyển dụng có 9 người", "người"),
            ("nhà hảo tâm", "Có 12 nhà hảo tâm giúp hộ nghèo, tặng 300 phần quà", "phần quà"),
        ] {
            assert_category(indicator, "", sentence, unit, "none");
        }
    }

    #[test]
    fn words_of_training_count_only_where_the_text_speaks_of_training() {
        for (indicator, sentence, want) in [
            ("quản lý nhà nước", "Mở lớp về quản lý nhà nước", "training.state_management"),
            ("quản lý nhà nước", "Siết chặt quản lý nhà nước", "none"),
            ("cấp huyện", "Các cơ quan cấp huyện bàn giao trụ sở", "none"),
        ] {
            assert_category(indicator, "", sentence, "người", want);
        }
    }
}
