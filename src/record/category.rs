//! Which of the lexicon's indicators a figure belongs to: `training.political_theory`.
//!
//! An indicator is a candidate where one of its triggers stands in the figure's own indicator or
//! scope; of triggers inside each other only the longest counts, so `tỷ lệ hộ nghèo` is a rate and
//! no count of `hộ nghèo`. Candidates earn 3 points for the indicator, 2 for the scope, 1 for the
//! sentence and 1 for a unit that they are usually given in, and need 4 of them: an indicator that
//! stands in its sentence, or a scope whose unit fits. What the indicator says beats what the scope
//! says, specific beats general; then points, then the longer trigger, then the earlier entry
//! decide. A sentence alone never gives a category.

use crate::lexicon::{CueClass, Indicator, Lexicon, Mark, Marks, Term, Unit};
use crate::text::{Text, Tokens};
use std::cell::LazyCell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Deref;
use std::rc::Rc;

/// Points that a candidate needs.
const ENOUGH: usize = 4;

/// What some words say about indicators.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said<'a> {
    /// The longest trigger of each indicator, in tokens, without those inside longer ones or
    /// compounds.
    triggers: BTreeMap<u32, usize>,
    /// The fields that the words speak of.
    topics: BTreeSet<&'a str>,
}

impl<'a> Said<'a> {
    /// What a text says.
    #[must_use]
    pub fn by(text: &Text, lexicon: &'a Lexicon) -> Self {
        let marks = Marks::new(text, lexicon);
        Self::between(&marks, 0..text.tokens.len(), lexicon)
    }

    /// What some tokens of a text say.
    pub(super) fn between(marks: &Marks<'_>, within: Tokens, lexicon: &'a Lexicon) -> Self {
        let mut said = Self::default();
        let wanted = |mark: &Mark| {
            matches!(mark.term, Term::Indicator(_)) || mark.class == Some(CueClass::Compound)
        };
        for (tokens, term) in marks.longest(within.clone(), wanted) {
            if let Term::Indicator(entry) = term {
                let longest = said.triggers.entry(entry).or_default();
                *longest = tokens.len().max(*longest);
            }
        }
        for at in within.clone() {
            let topic = |mark: &&Mark| {
                mark.class == Some(CueClass::Topic) && at + mark.len as usize <= within.end
            };
            if let Some(Mark { term: Term::Cue(cue), .. }) = marks.visible(at).find(topic) {
                said.topics.extend(lexicon.entries.cue[*cue as usize].value.as_deref());
            }
        }
        said
    }
}

/// What phrases say. Neighbours share their scope and often their indicator, so each is read once.
#[derive(Debug)]
pub(super) struct Sayings<'a> {
    pub lexicon: &'a Lexicon,
    known: HashMap<String, Rc<Said<'a>>>,
}

impl<'a> Sayings<'a> {
    pub(super) fn new(lexicon: &'a Lexicon) -> Self {
        Self { lexicon, known: HashMap::new() }
    }

    /// What a phrase says; nothing where there is none.
    pub(super) fn by(&mut self, phrase: Option<&str>) -> Rc<Said<'a>> {
        let phrase = phrase.unwrap_or_default();
        if let Some(said) = self.known.get(phrase) {
            return Rc::clone(said);
        }
        let said = Rc::new(Said::by(&Text::new(phrase), self.lexicon));
        self.known.insert(phrase.to_owned(), Rc::clone(&said));
        said
    }
}

/// The key of the indicator that fits a figure best; none where nothing fits well enough. What the
/// sentence says is asked for only where there is a candidate.
#[must_use]
pub fn category<'a, 's, S: Deref<Target = Said<'s>>>(
    lexicon: &'a Lexicon,
    indicator: &Said<'_>,
    scope: &Said<'_>,
    sentence: impl FnOnce() -> S,
    unit: Option<&str>,
) -> Option<&'a str> {
    let sentence = LazyCell::new(sentence);
    let unit = LazyCell::new(|| {
        unit.map(|unit| (unit, lexicon.unit(&Text::new(unit), 0).map(|found| found.1)))
    });
    let on_topic = |topic: &str| {
        [indicator, scope].iter().any(|said| said.topics.contains(topic))
            || sentence.topics.contains(topic)
    };
    let candidates = indicator.triggers.keys().chain(scope.triggers.keys());
    candidates
        .filter_map(|index| {
            let entry = &lexicon.entries.indicator[*index as usize];
            let own = indicator.triggers.get(index);
            let taken_over = scope.triggers.get(index);
            let said = usize::from(sentence.triggers.contains_key(index));
            let usual = unit.is_some_and(|(unit, known)| is_usual(entry, unit, known));
            let points = own.map_or(0, |_| 3) + taken_over.map_or(0, |_| 2) + said;
            let points = points + usize::from(usual);
            let fits = points >= ENOUGH && entry.topic.as_deref().is_none_or(on_topic);
            let longest = own.or(taken_over)?;
            let rank = (own.is_some(), !entry.general, points, *longest, Reverse(*index));
            fits.then_some((rank, entry.key.as_str()))
        })
        .max()
        .map(|(_, key)| key)
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
        let lexicon = Lexicon::built_in();
        let [said, scope, sentence] =
            [indicator, scope, sentence].map(|words| Said::by(&Text::new(words), lexicon));
        let found = category(lexicon, &said, &scope, || &sentence, Some(unit));
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
        trạm y tế có bác sĩ làm việc | % | health.commune_doctors
        trạm có bác sĩ tăng cường | ngày | health.commune_doctors
        tỷ lệ hộ nghèo | % | poverty.poor_rate
        số hộ nghèo | hộ | poverty.poor_households
        giải quyết việc làm mới cho người lao động | lao động | labour.jobs_created
        lao động đi làm việc ở nước ngoài theo hợp đồng | người | labour.export
        đào tạo cán bộ ở nước ngoài | người | training.abroad
        kim ngạch xuất khẩu thủy sản | USD | econ.exports
        tỷ lệ lao động có bằng cấp, chứng chỉ | % | labour.trained_share
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
