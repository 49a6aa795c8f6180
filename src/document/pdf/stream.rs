//! What a stream holds, if that is not too much.

use super::guard::unpacked;
use crate::source::LONGEST_PAGE;
use hayro_syntax::object::Stream;

/// The bytes of a stream; nothing where they cannot be unpacked, or are more than they may be.
pub(super) fn bytes(stream: &Stream<'_>) -> Option<Vec<u8>> {
    let filters = stream.filters();
    if filters.len() > MAX_FILTERS {
        return None;
    }
    // An encrypted stream is seen here for the first time.
    unpacked(&stream.raw_data(), LONGEST_PAGE)?;
    Some(stream.decoded_data().ok()?.into_owned())
}

/// How many methods may be used one after the other: for letters, and for length.
const MAX_FILTERS: usize = 2;
