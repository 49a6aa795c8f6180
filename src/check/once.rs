//! Each claim once, however many checks read it.

use super::Verdict;
use super::claim::Claim;
use std::collections::{HashMap, HashSet};

/// Leaves out what was said already: the same arithmetic at the same place, or the same kind of
/// claim about the same records, or another equation of them that does not hold either. Where two
/// readings differ, the one that holds is believed.
pub(super) fn once(claims: Vec<Claim>) -> Vec<Claim> {
    let mut told = HashSet::new();
    let mut wrong = HashSet::new();
    let mut known: HashMap<(&str, Vec<String>), usize> = HashMap::new();
    let mut out: Vec<Claim> = Vec::with_capacity(claims.len());
    for claim in claims {
        let finding = &claim.finding;
        let mut records = finding.records.clone();
        records.sort();
        let again = !told.insert((claim.at, finding.kind, finding.detail.clone()));
        let place = known.get(&(finding.kind, records.clone())).copied();
        let told_as_another_kind = claim.relation.is_some()
            && finding.holds == Verdict::DoesNotHold
            && !records.is_empty()
            && !wrong.insert(records.clone());
        match place.filter(|_| !records.is_empty()) {
            _ if again || told_as_another_kind => {}
            Some(place) if finding.holds == Verdict::Holds => out[place] = claim,
            Some(_) => {}
            None => {
                known.insert((finding.kind, records), out.len());
                out.push(claim);
            }
        }
    }
    out
}
