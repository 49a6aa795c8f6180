//! A list of entries, each of them unpacked when it is first asked for.
//!
//! An article needs a hundred of the lexicon's entries; unpacking all of them would cost more than
//! reading it.

use serde::de::DeserializeOwned;
use std::ops::Index;
use std::sync::OnceLock;

/// Entries of one kind, by index.
#[derive(Debug, Clone)]
pub struct List<E> {
    /// Bytes, and where in them the first entry begins and where each ends.
    packed: (&'static [u8], &'static [u32]),
    entries: Vec<OnceLock<Box<E>>>,
}

impl<E: DeserializeOwned> List<E> {
    /// The entries that the build script has packed.
    pub(super) fn packed(bytes: &'static [u8], bounds: &'static [u32]) -> Self {
        let entries = bounds.iter().skip(1).map(|_| OnceLock::new()).collect();
        Self { packed: (bytes, bounds), entries }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &E> {
        (0..self.len()).map(|i| &self[i])
    }

    #[expect(clippy::expect_used, reason = "the build script packed the same types")]
    fn unpack(&self, index: usize) -> Box<E> {
        let (bytes, bounds) = self.packed;
        let entry = &bytes[bounds[index] as usize..bounds[index + 1] as usize];
        Box::new(postcard::from_bytes(entry).expect("a packed entry"))
    }
}

impl<E: DeserializeOwned> Index<usize> for List<E> {
    type Output = E;

    fn index(&self, index: usize) -> &E {
        self.entries[index].get_or_init(|| self.unpack(index))
    }
}

impl<E> From<Vec<E>> for List<E> {
    fn from(entries: Vec<E>) -> Self {
        let entries = entries.into_iter().map(|entry| OnceLock::from(Box::new(entry))).collect();
        Self { packed: (&[], &[]), entries }
    }
}
