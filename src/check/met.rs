//! By what a figure is met again elsewhere in the article: its unit and the words beside it.
//!
//! `kết nạp 127 đảng viên mới` and `127 đảng viên mới được kết nạp` share a key. Whether they tell the same is not
//! decided here; what a list tells of one thing after the other is met no more.

use super::called::said_behind;
use super::facts::Facts;
use super::words::text::LIGHT;
use crate::lexicon::CueClass;
use crate::text::TokenKind;
use rust_decimal::Decimal;

/// How many words beside a figure say what it is of.
const WORDS: usize = 3;

/// The figures that were met under one key: their different values, at most three, and the last two.
#[derive(Default)]
pub(super) struct Met {
    values: Vec<Decimal>,
    last: Vec<usize>,
}

impl Met {
    /// The last figures of which another may tell the same; none where it is the next of a list in which the same is told
    /// of one thing after the other: `động cơ 115 mã lực`, `động cơ 118 mã lực`, `động cơ 142 mã lực`.
    pub(super) fn meets(&mut self, figure: usize, value: Decimal) -> Vec<usize> {
        if self.values.len() <= 2 && !self.values.contains(&value) {
            self.values.push(value);
        }
        let met = if self.values.len() <= 2 { self.last.clone() } else { Vec::new() };
        self.last.push(figure);
        self.last.drain(..self.last.len().saturating_sub(2));
        met
    }
}

/// Unit and words by which a figure is met again: those behind it, and those before it.
pub(super) fn keys(facts: &Facts<'_>, figure: usize) -> Vec<String> {
    let (Some((lead, passage)), Some((tail, _))) = (facts.lead(figure), facts.tail(figure)) else {
        return Vec::new();
    };
    let is_word = |at: &usize| passage.text.tokens[*at].kind == TokenKind::Word;
    let unit = facts.records[figure].unit_name();
    let join = |words: Vec<&str>| {
        let heavy = words.iter().filter(|word| !LIGHT.contains(word)).count();
        (heavy >= 2).then(|| words.join(" "))
    };
    let named = tail.clone().take_while(is_word).take(WORDS).map(|at| passage.text.key(at));
    let behind = tail.take_while(is_word).take(WORDS - 1).map(|at| passage.text.key(at)).collect();
    let before =
        lead.rev().take_while(is_word).take(WORDS).map(|at| passage.text.key(at)).collect();
    let behind = join(behind).map(|words| format!("{unit}>{words}"));
    let heavy: Vec<&str> = named.filter(|word| !LIGHT.contains(word)).take(2).collect();
    let named = (heavy.len() == 2).then(|| format!("{unit}>>{}", heavy.join(" ")));
    let behind = behind.or(named);
    let before = join(before).map(|words| format!("{unit}<{words}"));
    behind.into_iter().chain(before).chain(done_to(facts, figure)).collect()
}

/// Unit, what is said of it, and the verb whose object it is or that it undergoes: the same for `kết nạp
/// 127 đảng viên mới` and `127 đảng viên mới được kết nạp`.
fn done_to(facts: &Facts<'_>, figure: usize) -> Option<String> {
    let (lead, passage) = facts.lead(figure)?;
    let named = said_behind(facts, figure)?;
    let key = |at: usize| passage.text.key(at);
    let is_word =
        |at: usize| passage.text.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word);
    let undergoes = named.clone().find(|at| passage.cue_at(*at, &[CueClass::Passive]).is_some());
    let verb = match undergoes {
        Some(at) => at + 1..at + 3,
        None => {
            let end = passage.lead(lead.end);
            end.checked_sub(2).filter(|start| *start >= lead.start)?..end
        }
    };
    let said: Vec<&str> = (named.start..undergoes.unwrap_or(named.end)).map(key).collect();
    let plain = verb.clone().all(|at| is_word(at) && !LIGHT.contains(&key(at)));
    let short = (1..=WORDS).contains(&said.len());
    let unit = facts.records[figure].unit_name();
    let verb = verb.map(key).collect::<Vec<_>>().join(" ");
    (plain && short).then(|| format!("{unit}={}={verb}", said.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::Met;
    use rust_decimal::Decimal;

    #[test]
    fn a_list_is_met_no_more() {
        let mut met = Met::default();
        let found = [115, 118, 115, 142, 115].map(Decimal::from).into_iter().enumerate();
        let found: Vec<_> = found.map(|(figure, value)| met.meets(figure, value)).collect();
        assert_eq!(found, [vec![], vec![0], vec![0, 1], vec![], vec![]]);
    }
}
