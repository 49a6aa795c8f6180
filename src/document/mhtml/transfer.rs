//! The bytes of a part as they were before they were sent: `quoted-printable`, `base64`.
//!
//! What is no escape stays as it is; a part that is cut off gives what it holds.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use std::borrow::Cow;

/// The bytes of a part that was sent so.
pub(super) fn decoded<'a>(way: Option<&str>, body: &'a [u8]) -> Result<Cow<'a, [u8]>, String> {
    match way.unwrap_or_default().to_ascii_lowercase().as_str() {
        "" | "7bit" | "8bit" | "binary" => Ok(Cow::Borrowed(body)),
        "quoted-printable" => Ok(Cow::Owned(quoted_printable(body))),
        "base64" => base64(body).map(Cow::Owned),
        other => Err(format!("expected quoted-printable or base64, found encoding `{other}`")),
    }
}

fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(at) = memchr::memchr(b'=', rest) {
        bytes.extend_from_slice(&rest[..at]);
        rest = &rest[at + 1..];
        match rest {
            [b'\r', b'\n', behind @ ..] | [b'\n', behind @ ..] => rest = behind,
            [high, low, behind @ ..]
                if let (Some(high), Some(low)) = (digit(*high), digit(*low)) =>
            {
                bytes.push(high << 4 | low);
                rest = behind;
            }
            _ => bytes.push(b'='),
        }
    }
    bytes.extend_from_slice(rest);
    bytes
}

fn digit(c: u8) -> Option<u8> {
    char::from(c).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

fn base64(body: &[u8]) -> Result<Vec<u8>, String> {
    let is_letter = |c: &u8| c.is_ascii_alphanumeric() || matches!(c, b'+' | b'/');
    let letters: Vec<u8> = body.iter().copied().filter(is_letter).collect();
    let whole = &letters[..letters.len() - usize::from(letters.len() % 4 == 1)];
    let config = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    let engine = GeneralPurpose::new(&STANDARD, config);
    engine.decode(whole).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_decoded() {
        for (way, body, want) in [
            (None, "X=C3", "X=C3"),
            (Some("8bit"), "Xã", "Xã"),
            (Some("Quoted-Printable"), "X=C3=A3 =3D 5=\r\n0=\n.", "Xã = 50."),
            (Some("quoted-printable"), "5 = 5=", "5 = 5="),
            (Some("base64"), "WMOj\r\nIGPDsw==\r\n", "Xã có"),
            (Some("base64"), "WMOjIGPDsyB4eHh4e", "Xã có xxxx"),
        ] {
            let bytes = decoded(way, body.as_bytes()).unwrap();
            assert_eq!(String::from_utf8_lossy(&bytes), want, "{body}");
        }
        assert!(decoded(Some("x-uuencode"), b"x").is_err());
    }
}
