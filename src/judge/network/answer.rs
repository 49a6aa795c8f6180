//! [`Network`]: everything that the network says of a sheet.

use super::chain::{Offer, chances};
use super::confidence::{Confidence, Doubts};
use super::dates::Dates;
use super::encoder::{Encoder, OUT};
use super::fixed::Curves;
use super::pick::Pick;
use super::role::{ROLES, Roles};
use super::tags::{Tagged, Tags};
use super::weights::{Error, Reader};
use crate::judge::feature::{Features, layout, sizes};
use crate::judge::{Chance, Sheet, Spot};
use std::sync::LazyLock;

static BUILT_IN: LazyLock<Network> = LazyLock::new(|| {
    let read = Network::parse(include_bytes!("weights.bin"));
    read.unwrap_or_else(|error| unreachable!("the tests read the weights of the binary: {error}"))
});

/// The network with its weights.
#[derive(Debug)]
pub(in crate::judge) struct Network {
    curves: Curves,
    encoder: Encoder,
    roles: Roles,
    tags: Tags,
    dates: Dates,
    part: Pick,
    target: Pick,
    place: Pick,
    confidence: Confidence,
}

/// What the network says of one figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::judge) struct Answer {
    pub roles: [Chance; ROLES],
    pub counts: Chance,
    pub tagged: Tagged,
    /// The periods that it is offered, and the probability of each.
    pub periods: Vec<(Offer, Chance)>,
    /// The probabilities of its links and places, and of none at the end.
    pub part: Vec<Chance>,
    pub target: Vec<Chance>,
    pub place: Vec<Chance>,
}

impl Network {
    /// The network that comes with the program.
    pub(in crate::judge) fn built_in() -> &'static Self {
        &BUILT_IN
    }

    fn parse(bytes: &'static [u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(bytes)?;
        reader.same("layout", layout())?;
        let [_, _, _, figures, places] = sizes();
        let network = Self {
            curves: reader.curves()?,
            encoder: Encoder::read(&mut reader)?,
            roles: Roles::read(&mut reader)?,
            tags: Tags::read(&mut reader)?,
            dates: Dates::read(&mut reader)?,
            part: Pick::read(&mut reader, figures)?,
            target: Pick::read(&mut reader, figures)?,
            place: Pick::read(&mut reader, places)?,
            confidence: Confidence::read(&mut reader)?,
        };
        reader.end()?;
        Ok(network)
    }

    /// The probability that all of a record is right.
    pub(in crate::judge) fn confidence(&self, doubts: Doubts) -> Chance {
        self.confidence.of(doubts, &self.curves)
    }

    /// What it says of each figure of a sheet.
    pub(in crate::judge) fn answer(&self, sheet: &Sheet<'_>, features: &Features) -> Vec<Answer> {
        if sheet.figures.is_empty() {
            return Vec::new();
        }
        let curves = &self.curves;
        let pieces = self.encoder.encode(sheet, features, curves);
        let at = |spots: &[Spot]| {
            spots.iter().flat_map(|s| &pieces[s.at * OUT..(s.at + 1) * OUT]).copied().collect()
        };
        let (figures, times, places): (Vec<i16>, Vec<i16>, Vec<i16>) =
            (at(&sheet.figures), at(&sheet.times), at(&sheet.places));
        let offers = self.dates.offers(features, &figures, &times, curves);
        let dated = chances(&offers, &self.dates.carries(sheet, &figures), curves);
        let roles = self.roles.judge(&figures, curves);
        let tagged = self.tags.judge(sheet, &figures, &pieces, curves);
        let part = self.part.judge(&figures, &figures, &features.links, curves);
        let target = self.target.judge(&figures, &figures, &features.links, curves);
        let place = self.place.judge(&figures, &places, &features.places, curves);
        let periods = offers
            .into_iter()
            .zip(dated)
            .map(|(offers, chances)| offers.into_iter().zip(chances).collect());
        let links = part.into_iter().zip(target).zip(place);
        let answers = roles.into_iter().zip(tagged).zip(periods).zip(links);
        answers
            .map(|((((roles, counts), tagged), periods), ((part, target), place))| Answer {
                roles,
                counts,
                tagged,
                periods,
                part,
                target,
                place,
            })
            .collect()
    }
}

#[cfg(test)]
impl Network {
    /// Everything that it computes for a sheet, in the shape of the trainer's case: a checksum of what the encoder
    /// says, and all answers.
    pub(in crate::judge) fn trace(
        &self,
        sheet: &Sheet<'_>,
        features: &Features,
    ) -> serde_json::Value {
        let pieces = self.encoder.encode(sheet, features, &self.curves);
        let bytes = pieces.iter().flat_map(|factor| factor.to_le_bytes());
        let checksum = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
            (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
        });
        let period = |(offer, chance): &(Offer, Chance)| {
            let Offer { span, time, score } = offer;
            serde_json::json!({ "span": span, "time": time, "score": score, "chance": chance })
        };
        let answers = self.answer(sheet, features).into_iter().map(|answer| {
            serde_json::json!({
                "roles": answer.roles,
                "counts": answer.counts,
                "tagged": answer.tagged,
                "periods": answer.periods.iter().map(period).collect::<Vec<_>>(),
                "part": answer.part,
                "target": answer.target,
                "place": answer.place,
            })
        });
        serde_json::json!({
            "encoder": format!("{checksum:016x}"),
            "answers": answers.collect::<Vec<_>>(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_of_the_binary_fit() {
        assert_eq!(Network::parse(include_bytes!("weights.bin")).map(|_| ()), Ok(()));
    }
}
