//! Where sentences end.
//!
//! A sentence ends at `.`, `!`, `?` or `…` when what follows begins with a capital, a digit or a
//! quote and the words before it are no abbreviation (`TP.`, `ThS.`, a single capital). `;` and
//! `:` never end one: a list is one sentence. A stroke between the cells of a row ends one. Glued sentences (`hạng.Theo`) are cut too.

use super::{Text, TokenKind, Tokens};

/// The sentences of a block as token ranges, in order, without gaps.
#[must_use]
pub fn sentences(text: &Text) -> Vec<Tokens> {
    let mut out = Vec::new();
    let (mut start, mut closed) = (0, 0);
    for i in 0..text.tokens.len() {
        if !is_end_mark(text, i) {
            continue;
        }
        // A run of marks is walked once, however many of them could end a sentence.
        if closed <= i {
            closed = i + 1 + closing_marks(text, i + 1);
        }
        if closed > start && ends_sentence(text, i, closed) {
            out.push(start..closed);
            start = closed;
        }
    }
    if start < text.tokens.len() {
        out.push(start..text.tokens.len());
    }
    out
}

fn is_end_mark(text: &Text, i: usize) -> bool {
    text.tokens[i].kind == TokenKind::Mark && matches!(text.key(i), "." | "!" | "?" | "…" | "|")
}

/// Quotes and brackets right after the end mark belong to the sentence that they close.
fn closing_marks(text: &Text, from: usize) -> usize {
    let closes =
        |i: &usize| !text.tokens[*i].spaced && matches!(text.key(*i), "\"" | ")" | "]" | "." | "…");
    (from..text.tokens.len()).take_while(closes).count()
}

/// Whether the end mark at `i` ends its sentence; `next` is the token behind the marks that close.
fn ends_sentence(text: &Text, i: usize, next: usize) -> bool {
    if text.key(i) == "|" {
        return true;
    }
    let Some(follower) = text.tokens.get(next) else {
        return true;
    };
    let opens = follower.capital
        || follower.kind == TokenKind::Digits
        || matches!(text.key(next), "\"" | "-" | "(" | "+" | "•");
    if !opens || (!follower.spaced && follower.kind == TokenKind::Digits) {
        return false;
    }
    text.key(i) != "." || !is_abbreviation(text, i)
}

/// `TP.`, `T.`, `ThS.`, `PGS.TS.`, `Q.`: a short capitalised word glued to the dot.
fn is_abbreviation(text: &Text, dot: usize) -> bool {
    let Some(before) = dot.checked_sub(1).map(|i| &text.tokens[i]) else {
        return false;
    };
    let written = text.slice(dot - 1..dot);
    let follower_glued = text.tokens.get(dot + 1).is_some_and(|t| !t.spaced);
    let letters = written.chars().count();
    before.kind == TokenKind::Word
        && !text.tokens[dot].spaced
        && before.capital
        && (letters == 1
            || matches!(
                text.key(dot - 1),
                "tp" | "ths" | "ts" | "pgs" | "gs" | "bs" | "ks" | "tx" | "tt" | "cn" | "st" | "ph"
            ) && (follower_glued || text.tokens.get(dot + 1).is_some_and(|t| t.capital)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_stops() {
        for (raw, want) in [
            ("Đạt 5%. Tăng 2%.", 2),
            ("Huyện mở 2 lớp; cấp 3 thẻ; xây 1 cầu.", 1),
            ("TP. Bến Tre có 5 xã. Huyện có 3 xã.", 2),
            ("Vốn 1.297 tỷ đồng", 1),
            ("ThS. Nguyễn A nói. Ông B nghe.", 2),
            ("Số lớp | 12 lớp mới", 2),
            ("Ông nói: \"Đạt rồi.\" Bà nghe.", 2),
        ] {
            let text = Text::new(raw);
            assert_eq!(sentences(&text).len(), want, "{raw}");
        }
    }
}
