"""The whole network in whole numbers, out of the exported file: what the program computes, bit for bit.

    python train/exact.py [--weights FILE] [--out tests/judge/case.json]

writes a case for a test of the program: a page, its features, a checksum of what the encoder says, all answers.
"""
import argparse
import json
import pathlib
from dataclasses import asdict, dataclass

import numpy as np

from export import GATE_ONE, ONE
from model import RECURRENCE, STATE, STEPS, STEPS_AMONG
from pages import ROOT, materials, page
from whole import Linear, Reader, factor, level
from whole_heads import Dates, Pick, Tags, apart

# Written for this test.
ARTICLE = {
    "title": "Xã Tân Hội báo cáo kết quả giảm nghèo 6 tháng đầu năm 2021",
    "published": "2021-07-05",
    "paragraphs": [
        "Đến ngày 30-6, toàn xã còn 128 hộ nghèo, giảm 17 hộ so với đầu năm, đạt 85% kế hoạch.",
        "Trong đó, ấp Bình An có 41 hộ, ấp Phú Lợi 36 hộ.",
        "Năm 2022, xã phấn đấu giảm thêm từ 20 đến 25 hộ; tổng kinh phí dự kiến hơn 1,2 tỷ đồng.",
    ],
}


@dataclass
class Answer:
    """What the network says of a figure; probabilities in ten-thousandths. `none` stands last in links."""
    roles: list[int]
    counts: int
    tagged: list[list[int]]  # for each piece of the window indicator, full
    periods: list[dict]  # span, time, score and chance of each period that is offered
    part: list[int]
    target: list[int]
    place: list[int]


class Network:
    """Reads the weights in the order of `Network::parse` and answers as `Network::answer` does."""

    def __init__(self, path: pathlib.Path) -> None:
        reader = Reader(path)
        self.layout = int(reader.list("layout")[0]) % (1 << 32)
        self.curves = reader.curves()
        self.words, self.widen, self.signs = reader.table("words"), reader.linear("widen"), reader.table("signs")
        self.steps = [self.step(reader, step) for step in STEPS]
        self.among = [self.step(reader, step) for step in STEPS_AMONG]
        self.out = reader.linear("out")
        self.role_hidden, self.role = reader.linear("role hidden"), reader.linear("role")
        self.tags, self.dates = Tags(reader), Dates(reader)
        self.part, self.target, self.place = Pick(reader), Pick(reader), Pick(reader)
        self.confidence = reader.list("confidence")
        reader.end()

    @staticmethod
    def step(reader: Reader, step: int) -> list[Linear]:
        names = ["forward", "backward", "join"] if step == RECURRENCE else ["convolution"]
        return [reader.linear(name) for name in names]

    def encode(self, material: dict) -> np.ndarray:
        """[pieces, OUT], as factors."""
        words = level(np.array([self.words(rows) for rows in material["words"]]))
        signs = np.array([self.signs(rows) for rows in material["signs"]])
        inner = self.run(STEPS, self.steps, level(self.widen(words) + signs) << 2)
        among = sorted({*(figure["at"] for figure in material["figures"]), *material["times"]})
        inner[among] = self.run(STEPS_AMONG, self.among, inner[among])
        return factor(np.maximum(0, self.out(level(inner))))

    def run(self, steps: list[int], layers: list[list[Linear]], inner: np.ndarray) -> np.ndarray:
        """What some steps make of a line of pieces."""
        for step, layers_of_step in zip(steps, layers):
            x = level(inner)
            if step == RECURRENCE:
                forward, backward, join = layers_of_step
                states = [self.recur(forward(x)), self.recur(backward(x)[::-1])[::-1]]
                inner = inner + join(np.concatenate(states, 1))
            else:
                inner = inner + np.maximum(0, layers_of_step[0](apart(x, step)))
        return inner

    def recur(self, gates: np.ndarray) -> np.ndarray:
        opened, new = self.curves.logistic(gates[:, :STATE]), self.curves.tanh(gates[:, STATE:])
        state, states = np.zeros(STATE, np.int64), []
        for open_, value in zip(opened, new):
            state = state + (open_ * (value - state) + GATE_ONE // 2 >> 14)
            states.append(state)
        return np.array(states)

    def answer(self, material: dict) -> list[Answer]:
        pieces = self.encode(material)
        at = [figure["at"] for figure in material["figures"]]
        width = pieces.shape[1]
        figures = pieces[at].reshape(-1, width)
        times = pieces[material["times"]].reshape(-1, width)
        places = pieces[[at for at, _ in material["places"]]].reshape(-1, width)
        roles = self.role(factor(np.maximum(0, self.role_hidden(figures)))).tolist()
        tagged = self.tags.judge(material, figures, pieces, self.curves)
        periods = self.dates.judge(material, figures, times, self.curves)
        links = material["figure_pairs"]
        part = self.part.judge(figures, figures, links, self.curves)
        target = self.target.judge(figures, figures, links, self.curves)
        place = self.place.judge(figures, places, material["place_pairs"], self.curves)
        return [
            Answer(self.curves.shares(scores[:-1]), self.curves.chance(scores[-1]), *rest)
            for scores, *rest in zip(roles, tagged, periods, part, target, place)
        ]

    def sure(self, chances: list[int], is_dated: bool, has_unit: bool) -> int:
        """The confidence of a record out of the probabilities of role, quantity, period and words."""
        inputs = [ONE, *map(self.curves.log_of_chance, chances), ONE * is_dated, ONE * has_unit]
        total = sum(int(weight) * x for weight, x in zip(self.confidence, inputs))
        # Rust divides towards zero.
        return self.curves.chance(abs(total) // ONE * (1 if total >= 0 else -1))


def checksum(numbers: np.ndarray) -> str:
    """FNV-1a of 64 bits over numbers of sixteen bits, the low byte first."""
    total = 0xCBF2_9CE4_8422_2325
    for byte in numbers.astype("<i2").tobytes():
        total = (total ^ byte) * 0x100_0000_01B3 % (1 << 64)
    return f"{total:016x}"


def case(network: Network, material: dict, html: str) -> dict:
    if network.layout != material["layout"]:
        raise SystemExit(f"expected weights for layout {material['layout']}, found {network.layout}: train them anew")
    pieces = network.encode(material)
    answers = [asdict(answer) for answer in network.answer(material)]
    sure = []
    for n, answer in enumerate(answers):
        chances = [max(answer["roles"]), answer["counts"], max(p["chance"] for p in answer["periods"]), 9_000 - 999 * n]
        is_dated, has_unit = n % 2 == 0, n % 3 == 0
        chance = network.sure(chances, is_dated, has_unit)
        sure.append({"chances": chances, "is_dated": is_dated, "has_unit": has_unit, "chance": chance})
    return {"html": html, "material": material, "encoder": checksum(pieces), "answers": answers, "confidences": sure}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=pathlib.Path, default=ROOT / "src/judge/network/weights.bin")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "tests/judge/case.json")
    parser.add_argument("--material", metavar="PROGRAM", help="the example `material`, built; else cargo runs it")
    args = parser.parse_args()
    html = page(ARTICLE)
    material = next(materials([html], args.material))
    lines = ",\n".join(f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
                       for key, value in case(Network(args.weights), material, html).items())
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
