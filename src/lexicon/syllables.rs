//! The syllables that the lexicon's spellings are made of, numbered.

use std::borrow::Cow;

/// Numbered syllables, found by their keys in a table with open addressing.
#[derive(Debug, Clone)]
pub(super) struct Syllables {
    /// All keys, one behind the other.
    pub(super) keys: Cow<'static, str>,
    /// Where the key of each number ends.
    pub(super) ends: Cow<'static, [u32]>,
    /// Numbers from 1, 0 where nothing stands; a power of two of them.
    pub(super) slots: Cow<'static, [u32]>,
}

impl Syllables {
    /// Numbers different keys in their order.
    pub(super) fn build<'a>(all: impl Iterator<Item = &'a str>) -> Self {
        let (mut keys, mut ends) = (String::new(), Vec::new());
        for key in all {
            keys.push_str(key);
            ends.push(keys.len() as u32);
        }
        let slots = vec![0; (ends.len() * 3).next_power_of_two()];
        let mut built = Self { keys: keys.into(), ends: ends.into(), slots: Vec::new().into() };
        let mut slots: Vec<u32> = slots;
        for number in 0..built.ends.len() {
            let mut slot = hash(built.key(number)) as usize & (slots.len() - 1);
            while slots[slot] != 0 {
                slot = (slot + 1) & (slots.len() - 1);
            }
            slots[slot] = number as u32 + 1;
        }
        built.slots = slots.into();
        built
    }

    /// The number of a key.
    pub(super) fn find(&self, key: &str) -> Option<u32> {
        let mut slot = hash(key.as_bytes()) as usize & (self.slots.len() - 1);
        loop {
            let number = self.slots[slot].checked_sub(1)?;
            if self.key(number as usize) == key.as_bytes() {
                return Some(number);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }

    fn key(&self, number: usize) -> &[u8] {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.keys.as_bytes()[start as usize..self.ends[number] as usize]
    }
}

/// FNV-1a, its high bits mixed in.
fn hash(key: &[u8]) -> u32 {
    let hash = key
        .iter()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    hash ^ hash >> 15
}
