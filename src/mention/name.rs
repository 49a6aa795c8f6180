//! Numbers that are names: the noun stands before them and nothing is counted behind them.
//!
//! `Quốc lộ 60`, `lớp 12`, `khóa XV`, `thứ 6`, `COVID-19`, `5G`, `0275.3822.114`, `2.1.` at the
//! head of a paragraph. In Vietnamese a counted noun follows its number, so `tổ 5` is a name and
//! `5 tổ` a figure.

use super::{Scene, number};
use crate::lexicon::{CueClass, UnitKind};
use crate::text::{TokenKind, Tokens};

/// A number that is no figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Its words, the noun before it left out.
    pub words: Tokens,
    /// What it is, for people: `name`, `numbering`, `ordinal`, …
    pub kind: &'static str,
    /// The rule that decided it.
    pub rule: &'static str,
}

/// The name whose number begins at token `at`.
pub(super) fn read(scene: &Scene<'_>, at: usize) -> Option<Name> {
    let (len, kind, rule) = set_phrase(scene, at).or_else(|| {
        scene.is_digits(at).then_some(())?;
        numbering(scene, at)
            .or_else(|| phone(scene, at))
            .or_else(|| hyphenated(scene, at))
            .or_else(|| glued_letters(scene, at))
            .or_else(|| version(scene, at))
            .or_else(|| ordinal(scene, at))
            .or_else(|| numbered(scene, at))
            .or_else(|| coded(scene, at))
            .or_else(|| score(scene, at))
            .or_else(|| short_date(scene, at))
            .or_else(|| lone_year(scene, at))
    })?;
    Some(Name { words: at..at + len, kind, rule })
}

type Found = Option<(usize, &'static str, &'static str)>;

/// `một số`, `hai bên`: a set phrase with a number word in it.
fn set_phrase(scene: &Scene<'_>, at: usize) -> Found {
    let fraction = || number::read(scene, at).is_some_and(|n| n.rule == "number.fraction_words");
    if scene.is_digits(at) || scene.number(at).is_none() || fraction() {
        return None;
    }
    let (len, _) = scene.cue(at, &[CueClass::SetPhrase])?;
    Some((len, "set phrase", "name.set_phrase"))
}

/// `1.`, `2.1.`, `3)`, `(2)`, `1-` at the head of a block or of an item.
fn numbering(scene: &Scene<'_>, at: usize) -> Found {
    let small = scene.key(at).split('.').all(|p| p.len() <= 2) && !scene.key(at).contains(',');
    if !small {
        return None;
    }
    if at > 0 && scene.key(at - 1) == "(" && scene.key(at + 1) == ")" {
        let head =
            at == 1 || matches!(scene.key(at - 2), ":" | ";" | "." | ",") || scene.is_word(at + 2);
        let counted = at >= 2 && scene.is_digits(at - 2);
        return (head && !counted).then_some((1, "numbering", "name.numbering"));
    }
    let head = at == 0 || matches!(scene.key(at - 1), "." | ":" | ";" | "!" | "?");
    let closed = match scene.key(at + 1) {
        "." | ")" => scene.is_glued(at + 1),
        "-" => scene.is_glued(at + 1) && !scene.is_digits(at + 2),
        "/" => scene.is_glued(at + 1) && scene.is_word(at + 2) && !scene.is_glued(at + 2),
        _ => false,
    };
    let capital =
        scene.text.tokens.get(at + 2).is_none_or(|t| t.capital || t.kind != TokenKind::Word);
    (head && closed && capital && scene.text.tokens.get(at + 2).is_some()).then_some((
        1,
        "numbering",
        "name.numbering",
    ))
}

/// `0912 345 678`, `0275.3822.114`, and what stands behind `điện thoại`.
fn phone(scene: &Scene<'_>, at: usize) -> Found {
    let digits = |i: usize| scene.key(i).bytes().filter(u8::is_ascii_digit).count();
    let mut len = 1;
    let mut total = digits(at);
    while total < 12 && scene.is_digits(at + len) && digits(at + len) >= 3 {
        total += digits(at + len);
        len += 1;
    }
    let announced = scene.cue_before(at, &[CueClass::Phone]).is_some()
        || at > 0
            && scene.key(at - 1) == ":"
            && scene.cue_before(at - 1, &[CueClass::Phone]).is_some();
    let first = scene.key(at);
    let shaped = first.starts_with('0')
        && !first.contains(',')
        && total >= 8
        && first.split('.').next().is_some_and(|g| g.len() >= 3);
    (shaped || announced && total >= 3).then_some((len, "telephone", "name.telephone"))
}

/// `COVID-19`, `U-23`: a name and a number joined by a dash without spaces.
fn hyphenated(scene: &Scene<'_>, at: usize) -> Found {
    if at < 2
        || !matches!(scene.key(at - 1), "-" | "+")
        || !scene.is_glued(at)
        || is_counted(scene, at)
    {
        return None;
    }
    let head = &scene.text.tokens[at - 2];
    (head.kind == TokenKind::Word && head.capital).then_some((1, "name", "name.hyphenated"))
}

/// `5G`, `12A3`, `30a`, `4K`: letters glued behind the digits that are no unit.
fn glued_letters(scene: &Scene<'_>, at: usize) -> Found {
    let next = scene.text.tokens.get(at + 1)?;
    if next.spaced || next.kind != TokenKind::Word {
        return None;
    }
    let written = scene.text.slice(at + 1..at + 2);
    let measured = scene.unit(at + 1).is_some_and(|(_, unit)| {
        unit.kind != UnitKind::Count && unit.forms.iter().any(|f| f.starts_with(written))
    }) || number::read(scene, at).is_some_and(|n| n.len > 1);
    let short = next.char_end - next.char <= 3;
    (short && !measured).then_some((2, "name", "name.glued_letters"))
}

/// `công nghiệp 4.0`, `phiên bản 2.0`, `ISO 9001:2015`.
fn version(scene: &Scene<'_>, at: usize) -> Found {
    let key = scene.key(at);
    let shaped = key.len() == 3 && key.ends_with(".0");
    let counted = scene.unit(at + 1).is_some() || scene.key(at + 1) == "%";
    if shaped && !counted {
        return Some((1, "name", "name.version"));
    }
    let standard = scene.key(at + 1) == ":"
        && scene.is_glued(at + 1)
        && scene.is_digits(at + 2)
        && at > 0
        && scene.text.tokens[at - 1].capital;
    standard.then_some((3, "name", "name.standard"))
}

/// `lần thứ 5`, `thứ 6`, unless a rank: `đứng thứ 9`.
fn ordinal(scene: &Scene<'_>, at: usize) -> Found {
    scene.cue_before(at, &[CueClass::Ordinal])?;
    let rank = scene.cue_before(at, &[CueClass::RankBefore]).is_some();
    if rank || next_rank(scene, at) || is_counted(scene, at) {
        return None;
    }
    Some((1, "ordinal", "name.ordinal"))
}

/// `đứng thứ 4 trong vùng và thứ 21 cả nước`: a rank in another field, told right behind the first.
pub(super) fn next_rank(scene: &Scene<'_>, at: usize) -> bool {
    const REACH: usize = 9;
    let Some(joint) = at.checked_sub(2) else { return false };
    let ranked = |i: usize| scene.cue(i, &[CueClass::RankBefore]).is_some();
    scene.cue_before(at, &[CueClass::Ordinal]).is_some_and(|(len, _)| len == 1)
        && scene.joins(joint)
        && (joint.saturating_sub(REACH)..joint).any(ranked)
}

/// `Quốc lộ 60`, `khu phố 3`, `mũi 2`, `Km3+344`.
fn numbered(scene: &Scene<'_>, at: usize) -> Found {
    let capital_name = at > 1 && {
        let before = &scene.text.tokens[at - 1];
        before.kind == TokenKind::Word && before.capital && scene.text.tokens[at - 2].capital
    };
    let len = match scene.cue_before(at, &[CueClass::Numbered]) {
        Some((len, _)) => len,
        None if capital_name && scene.small(at, 20).is_some() => 1,
        None => return None,
    };
    if scene.cue_before(at, &[CueClass::RankBefore]).is_some() || next_rank(scene, at) {
        return None;
    }
    let noun = at - len;
    let inside_compound = (1..=2.min(noun)).any(|back| {
        scene.cue(noun - back, &[CueClass::Compound]).is_some_and(|(wide, _)| wide > back)
    });
    let plain = scene.key(at).len() <= 4 && scene.key(at).bytes().all(|b| b.is_ascii_digit());
    let version = scene.key(at).ends_with(".0");
    if inside_compound || !(plain || version) || is_counted(scene, at) && !is_clause(scene, at) {
        return None;
    }
    let mut end = at + 1;
    if scene.key(end) == "+" && scene.is_digits(end + 1) {
        end += 2;
    }
    while (scene.joins(end) || scene.key(end) == "-")
        && scene.is_digits(end + 1)
        && !is_counted(scene, end + 1)
    {
        end += 2;
    }
    Some((end - at, "name", "name.numbered"))
}

/// `lúa OM 18`, `giống IR 50404`: a code in capitals and its number; five digits that no point groups
/// count nothing, whatever stands behind.
fn coded(scene: &Scene<'_>, at: usize) -> Found {
    let code = at.checked_sub(1)?;
    let letters = scene.text.slice(code..at);
    let capitals = |i: usize| scene.is_word(i) && abbreviates(scene, i);
    let alone = code.checked_sub(1).is_none_or(|before| !capitals(before));
    let is_code = matches!(letters.len(), 2 | 3)
        && letters.bytes().all(|b| b.is_ascii_uppercase())
        && scene.unit(code).is_none();
    let key = scene.key(at);
    let plain = key.len() <= 5 && key.bytes().all(|b| b.is_ascii_digit());
    (alone && is_code && plain && (key.len() == 5 || !is_counted(scene, at))).then_some((
        1,
        "name",
        "name.coded",
    ))
}

/// `khoản 2 quy định`: a clause of a document, whatever stands behind it; but `khoản 2 triệu đồng`.
fn is_clause(scene: &Scene<'_>, at: usize) -> bool {
    let clause = scene.cue_before(at, &[CueClass::DocumentPart]);
    let count = scene.unit(at + 1).is_some_and(|(_, unit)| unit.kind == UnitKind::Count);
    count && clause.is_some_and(|(_, cue)| cue.value.is_none())
}

/// `tỷ số 3-1`.
fn score(scene: &Scene<'_>, at: usize) -> Found {
    scene.cue_before(at, &[CueClass::ScoreWord])?;
    let both = matches!(scene.key(at + 1), "-" | ":") && scene.is_digits(at + 2);
    both.then_some((3, "score", "name.score"))
}

/// `18/7` with nothing counted behind it.
fn short_date(scene: &Scene<'_>, at: usize) -> Found {
    let day = scene.small(at, 31)?;
    let month = scene.small(at + 2, 12)?;
    let joined = scene.key(at + 1) == "/" && scene.is_glued(at + 1) && scene.is_glued(at + 2);
    let rank = scene.cue_before(at, &[CueClass::RankBefore]).is_some();
    (joined && !rank && day >= month && scene.key(at + 3) != "/" && !is_counted(scene, at + 2))
        .then_some((3, "date", "name.short_date"))
}

/// `2021` with nothing counted behind it.
fn lone_year(scene: &Scene<'_>, at: usize) -> Found {
    scene.year(at)?;
    (!is_counted(scene, at)).then_some((1, "year", "name.lone_year"))
}

/// Whether a unit, a scale or `%` stands behind the number at token `at`.
fn is_counted(scene: &Scene<'_>, at: usize) -> bool {
    let behind_number = |at: usize| number::read(scene, at).map_or(at + 1, |n| at + n.len);
    let mut behind = behind_number(at);
    if behind > at + 1 {
        return true;
    }
    if matches!(scene.key(behind), "-" | "/") && scene.is_digits(behind + 1) {
        behind = behind_number(behind + 1);
    }
    if scene.key(behind) == ")" {
        behind += 1;
    }
    let lower =
        scene.text.tokens.get(behind).is_some_and(|t| !t.capital || abbreviates(scene, behind));
    scene.key(behind) == "%" || lower && super::unit::known(scene, behind).is_some()
}

/// Whether a word is written in capitals throughout: `DN`, `USD`.
fn abbreviates(scene: &Scene<'_>, at: usize) -> bool {
    scene.text.slice(at..at + 1).chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
}
