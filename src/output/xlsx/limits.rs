//! What Excel cannot hold.
//!
//! A sheet has 1,048,576 rows: one more is an error. It has 65,530 links with addresses of 2,080
//! characters, and 32,767 characters a cell: a link beyond is left out, text beyond is cut and ends
//! with `…`, and both are counted, for the legend to say so.

use std::borrow::Cow;

/// Rows of a sheet, its heading too.
pub(super) const ROWS: u32 = 1_048_576;
/// Columns of a sheet.
pub(super) const COLUMNS: usize = 16_384;
/// Links of a sheet.
pub(super) const LINKS: usize = 65_530;
/// UTF-16 units of a cell.
const CELL: usize = 32_767;
/// UTF-16 units of an address, and of the fragment behind it.
const ADDRESS: usize = 2_080;

/// What of a sheet did not fit.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Lost {
    pub(super) cells: usize,
    pub(super) links: usize,
    pub(super) periods: usize,
}

/// The text as a cell holds it.
pub(super) fn fitting<'t>(text: &'t str, lost: &mut Lost) -> Cow<'t, str> {
    // A UTF-16 unit is at least one byte of UTF-8.
    if text.len() <= CELL || text.encode_utf16().count() <= CELL {
        return text.into();
    }
    lost.cells += 1;
    let mut room = CELL - 1;
    let fits = |c: &char| {
        let fits = c.len_utf16() <= room;
        room = room.saturating_sub(c.len_utf16());
        fits
    };
    text.chars().take_while(fits).chain(['…']).collect::<String>().into()
}

/// Whether it is the address of a page, and nothing that does something else when it is opened.
pub(super) fn leads(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

/// Whether a link cannot hold the address.
pub(super) fn is_long(address: &str) -> bool {
    address.splitn(2, '#').any(|part| part.encode_utf16().count() > ADDRESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_between_characters() {
        let mut lost = Lost::default();
        let full = "đ".repeat(CELL);
        assert_eq!(fitting(&full, &mut lost), full);
        let odd = "a".to_owned() + &"😀".repeat(CELL / 2 + 1);
        let cut = fitting(&odd, &mut lost);
        assert_eq!((cut.encode_utf16().count(), cut.chars().last()), (CELL - 1, Some('…')));
        assert_eq!(lost.cells, 1);
    }
}
