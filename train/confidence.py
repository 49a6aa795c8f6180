"""How sure a record is: a logistic curve over the logarithms of its probabilities.

Fitted on records of articles that the network did not learn from, for it is surer of those that it did. What the
inputs are says `doubts` in score.py.
"""
import numpy as np
from sklearn.linear_model import LogisticRegression

# The weights where nothing was held back: a record is as sure as all its fields together, taken as independent.
UNFITTED = [0.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0]
# Scikit-learn pulls weights to zero, the less the larger this is.
SLACK = 10.0


def fitted(doubts: list[list[float]], is_right: list[bool], weights: list[float]) -> list[float]:
    """The seven weights, the first of them the offset. doubts [records, 7]; weights say what each record counts."""
    if len(set(is_right)) < 2:
        return UNFITTED
    curve = LogisticRegression(C=SLACK, max_iter=1000)
    curve.fit(np.array(doubts)[:, 1:], np.array(is_right), np.array(weights))
    return [float(curve.intercept_[0]), *curve.coef_[0].tolist()]


def calibration_error(doubts: list[list[float]], is_right: list[bool], weights: list[float]) -> float:
    """By how much confidence and share of right records differ on average, over ten bins."""
    sure = 1 / (1 + np.exp(-(np.array(doubts) @ np.array(weights))))
    bins = np.minimum(9, (sure * 10).astype(int))
    right = np.array(is_right, float)
    gaps = [abs((sure - right)[bins == n].sum()) for n in range(10)]
    return float(sum(gaps) / len(right))
