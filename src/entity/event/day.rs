//! The day of an event: `Ngày 11-5-2023`, `sáng 16.7`, `ngày 5 tháng 3 năm 2023`.
//!
//! A day without its year wants a word for it before it, and takes the year of publication.

use super::super::marked::Marked;
use crate::lexicon::CueClass;
use crate::text::{TokenKind, Tokens};
use jiff::civil::Date;

/// The first day that is named between these tokens.
pub(super) fn first(marked: &Marked, within: Tokens, published: Option<Date>) -> Option<Date> {
    within.into_iter().find_map(|at| match marked.is(at, CueClass::Today) {
        true => published,
        false => day_at(marked, at, published),
    })
}

fn day_at(marked: &Marked, at: usize, published: Option<Date>) -> Option<Date> {
    let text = marked.text;
    if text.tokens[at].kind != TokenKind::Digits {
        return None;
    }
    let first = text.key(at);
    let announced = at > 0 && marked.is(at - 1, CueClass::DayWord);
    let glued: Vec<&str> = first.split('.').collect();
    let parts = match (glued.as_slice(), text.key(at + 1)) {
        ([day, month, year], _) => [*day, *month, *year],
        ([day, month], _) => [*day, *month, ""],
        (_, "-" | "/") => {
            let has_year = text.key(at + 3) == text.key(at + 1);
            [first, text.key(at + 2), if has_year { text.key(at + 4) } else { "" }]
        }
        _ if marked.is(at + 1, CueClass::MonthWord) => {
            let has_year = marked.is(at + 3, CueClass::YearWord);
            [first, text.key(at + 2), if has_year { text.key(at + 4) } else { "" }]
        }
        _ => return None,
    };
    let year = match parts[2] {
        "" => published.filter(|_| announced)?.year(),
        year if year.len() == 4 => year.parse().ok()?,
        _ => return None,
    };
    Date::new(year, parts[1].parse().ok()?, parts[0].parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Lexicon, Marks};
    use crate::text::Text;

    #[test]
    fn days_are_read_in_the_spellings_of_newspapers() {
        let published = Date::new(2023, 7, 18).ok();
        for (raw, want) in [
            ("Ngày 11-5-2023, Sở Nội vụ", "2023-05-11"),
            ("Sáng 16.7, Huyện ủy", "2023-07-16"),
            ("ngày 16.7.2022", "2022-07-16"),
            ("chiều 5/3", "2023-03-05"),
            ("ngày 5 tháng 3 năm 2021", "2021-03-05"),
            ("Sáng nay, Sở Nội vụ", "2023-07-18"),
            ("đạt 25/28 xã", ""),
            ("có 12-15 lớp", ""),
            ("tăng 3.500 người", ""),
            ("ngày 31-2-2023", ""),
        ] {
            let text = Text::new(raw);
            let marks = Marks::new(&text, Lexicon::built_in());
            let marked = Marked::new(&marks);
            let day = first(&marked, 0..text.tokens.len(), published);
            assert_eq!(day.map(|d| d.to_string()).unwrap_or_default(), want, "{raw}");
        }
    }
}
