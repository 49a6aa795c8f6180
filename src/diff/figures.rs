//! Which figures of two versions are the same.
//!
//! Asked one after another are sets of [signs](Sign), the surest first; figures that agree in a set are paired in
//! their order, as the longest common subsequence of both versions has them, and between the pairs that are known
//! already: what stands before a pair is no figure behind it. A figure that moved elsewhere is known where a sure set has
//! it once in each version.
//!
//! Every set holds the number, the whole of what is measured, or the words around. So a result of 2021 is never paired
//! with one of 2023 only because both count lớp: without any of the three, one is gone and the other added.

use super::Sign;
use super::sign::Signs;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

/// The sets, and whether a figure that they have once in each version may have moved.
const SETS: &[(&[Sign], bool)] = {
    use Sign::{
        Before, Behind, Indicator, Number, Period, Place, Printed, Role, Setting, Unit, Words,
    };
    &[
        (&[Printed, Words], true),
        (&[Number, Setting], true),
        (&[Setting, Indicator, Unit, Role, Period, Place], true),
        (&[Number, Indicator, Unit, Role, Period, Place], true),
        (&[Indicator, Unit, Role, Period, Place], true),
        (&[Setting, Unit], false),
        (&[Number, Indicator, Unit], false),
        (&[Number, Indicator], false),
        (&[Number, Before], false),
        (&[Number, Behind], false),
    ]
};

/// An old figure, the new one, and what it is known by.
pub(super) type Known = (usize, usize, &'static [Sign]);

/// The pairs, in the order of the new version.
pub(super) fn pairs(old: &[Signs], new: &[Signs]) -> Vec<Known> {
    let mut known: Vec<Known> = Vec::new();
    for &(signs, moves) in SETS {
        let mut slots = slots([old, new], signs);
        let pair = |slots: &mut [Vec<Slot>; 2], at: usize, (one, other): (usize, usize)| {
            slots[0][one] = Slot::Pair(at);
            slots[1][other] = Slot::Pair(at);
        };
        for (at, (one, other, _)) in known.iter().enumerate() {
            pair(&mut slots, at, (*one, *other));
        }
        for both in in_order(&slots) {
            pair(&mut slots, known.len(), both);
            known.push((both.0, both.1, signs));
        }
        if moves {
            known.extend(once(&slots).into_iter().map(|(one, other)| (one, other, signs)));
        }
    }
    known.sort_by_key(|(_, new, _)| *new);
    known
}

/// What stands in the place of a figure while pairs are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Slot {
    /// Nothing that could be paired.
    None,
    /// A pair that is known.
    Pair(usize),
    /// Figures of both versions that have the same number here agree.
    Key(usize),
}

/// A slot for each figure of both versions.
fn slots(sides: [&[Signs]; 2], signs: &[Sign]) -> [Vec<Slot>; 2] {
    let mut numbers: HashMap<String, usize> = HashMap::new();
    sides.map(|side| {
        let slot = |figure: &Signs| {
            let next = numbers.len();
            figure
                .key(signs)
                .map_or(Slot::None, |key| Slot::Key(*numbers.entry(key).or_insert(next)))
        };
        side.iter().map(slot).collect()
    })
}

/// The figures whose keys are the same, in the order that most of them have in both versions, and each between the
/// pairs that are known.
fn in_order(sides: &[Vec<Slot>; 2]) -> Vec<(usize, usize)> {
    let [old_end, new_end] = sides.each_ref().map(Vec::len);
    let frame = common(sides, [0..old_end, 0..new_end], |slot| matches!(slot, Slot::Pair(_)));
    let (mut found, mut begin) = (Vec::new(), (0, 0));
    for (old, new) in frame.into_iter().chain([(old_end, new_end)]) {
        let between = [begin.0..old, begin.1..new];
        found.extend(common(sides, between, |slot| matches!(slot, Slot::Key(_))));
        begin = (old + 1, new + 1);
    }
    found
}

/// The longest common subsequence of what is wanted there, by the places of both.
fn common(
    sides: &[Vec<Slot>; 2],
    [old, new]: [Range<usize>; 2],
    is_wanted: fn(&Slot) -> bool,
) -> Vec<(usize, usize)> {
    let held = |side: usize, within: &Range<usize>| -> HashSet<Slot> {
        sides[side][within.clone()].iter().copied().filter(is_wanted).collect()
    };
    let (in_old, in_new) = (held(0, &old), held(1, &new));
    // What the other side has not cannot be paired, and would only cost time.
    let of_both = |side: usize, within: Range<usize>, other: &HashSet<Slot>| {
        let slots = within.map(|place| (place, sides[side][place]));
        slots.filter(|(_, slot)| other.contains(slot)).unzip::<_, _, Vec<usize>, Vec<Slot>>()
    };
    let (old_places, old) = of_both(0, old, &in_new);
    let (new_places, new) = of_both(1, new, &in_old);
    let mut found = Vec::new();
    for same in capture_diff_slices(Algorithm::Patience, &old, &new) {
        if let DiffOp::Equal { old_index, new_index, len } = same {
            found.extend((0..len).map(|i| (old_places[old_index + i], new_places[new_index + i])));
        }
    }
    found
}

/// The figures whose keys stand once in each version.
fn once(sides: &[Vec<Slot>; 2]) -> Vec<(usize, usize)> {
    let [old, new] = sides.each_ref().map(|side| {
        let mut places: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (place, slot) in side.iter().enumerate() {
            if let Slot::Key(key) = slot {
                places.entry(*key).or_default().push(place);
            }
        }
        places
    });
    let both = old.iter().filter_map(|(key, old)| match (&**old, &**new.get(key)?) {
        ([one], [other]) => Some((*one, *other)),
        _ => None,
    });
    both.collect()
}
