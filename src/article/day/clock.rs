//! The time of day beside a day, and how far it is from UTC: `13h41`, `5:36:07 CH`, `(GMT+7)`.

use super::super::words::dates::{AFTERNOON, HOURS, MORNING};
use super::date::{is_one_of, number};
use jiff::civil::Time;

/// `13:41`, `13:41:05`, `1:41 PM`, `13h41`, `13 giờ 41`, and the token after it.
pub(in super::super) fn time(tokens: &[&str], at: usize) -> Option<(Time, usize)> {
    let hour = number(tokens.get(at), 1..=2)?;
    let colon = *tokens.get(at + 1)?;
    if colon != ":" && !is_one_of(colon, HOURS) {
        return None;
    }
    let minute = number(tokens.get(at + 2), 2..=2)?;
    let with_second = (tokens.get(at + 3) == Some(&":")).then(|| number(tokens.get(at + 4), 2..=2));
    let second = with_second.flatten();
    let mut end = at + if second.is_some() { 5 } else { 3 };
    if second.is_some() && tokens.get(end) == Some(&".") {
        end += 2;
    }
    let half = match tokens.get(end..end + 3) {
        Some(["p" | "P", ".", "m" | "M"]) => "pm",
        Some(["a" | "A", ".", "m" | "M"]) => "am",
        _ => tokens.get(end).copied().unwrap_or(""),
    };
    let hour = match hour {
        12 if is_one_of(half, MORNING) => 0,
        1..=11 if is_one_of(half, AFTERNOON) => hour + 12,
        _ => hour,
    };
    let small = |n: i16| i8::try_from(n).ok();
    let time = Time::new(small(hour)?, small(minute)?, small(second.unwrap_or(0))?, 0).ok()?;
    Some((time, end))
}

/// `Z`, `+07:00`, `+0700` right there, or `GMT+7` a little further on.
pub(super) fn offset(tokens: &[&str]) -> Option<String> {
    let zone = tokens.iter().take(4).position(|t| matches!(*t, "UTC" | "GMT"));
    let (sign, rest) = match &tokens[zone.unwrap_or(0)..] {
        ["UTC" | "GMT", sign @ ("+" | "-"), rest @ ..] => (sign, rest),
        ["Z" | "UTC" | "GMT", ..] => return Some("Z".to_owned()),
        [sign @ ("+" | "-"), rest @ ..] => (sign, rest),
        _ => return None,
    };
    let (hour, minute) = match (number(rest.first(), 1..=2), number(rest.first(), 4..=4)) {
        (Some(hour), _) if rest.get(1) == Some(&":") => (hour, number(rest.get(2), 2..=2)?),
        (Some(hour), _) if zone.is_some() => (hour, 0),
        (_, Some(both)) => (both / 100, both % 100),
        _ => return None,
    };
    (hour <= 14 && minute < 60).then(|| format!("{sign}{hour:02}:{minute:02}"))
}
