# SPDX-License-Identifier: Apache-2.0
"""Rates with their 95 % intervals: Wilson's for a rate in the middle, Clopper and Pearson's for one near 0 or 1."""
import math

from common import wilson


def upper_tail(successes, count, rate):
    """How likely at least so many successes are."""
    if successes <= 0 or rate >= 1:
        return 1.0
    if rate <= 0:
        return 0.0
    logs = [math.lgamma(count + 1) - math.lgamma(k + 1) - math.lgamma(count - k + 1) + k * math.log(rate)
            + (count - k) * math.log1p(-rate) for k in range(successes, count + 1)]
    highest = max(logs)
    return min(1.0, math.exp(highest) * sum(math.exp(value - highest) for value in logs))


def bisect(is_below):
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if is_below(middle) else (low, middle)
    return low


def clopper_pearson(successes, count, level=.95):
    """In percent: never narrower than it claims to be, also for 0 of 1,000."""
    if not count:
        return 0.0, 100.0
    tail = (1 - level) / 2
    low = bisect(lambda rate: upper_tail(successes, count, rate) < tail) if successes else 0.0
    high = bisect(lambda rate: 1 - upper_tail(successes + 1, count, rate) > tail) if successes < count else 1.0
    return 100 * low, 100 * high


def share(successes, count):
    return f"{100 * successes / count:.1f}" if count else ""


def interval(successes, count):
    """As text: exact near the ends, Wilson's elsewhere."""
    if not count:
        return ""
    near_end = min(successes, count - successes) < 5
    low, high = (clopper_pearson if near_end else wilson)(successes, count)
    return f"{low:.1f}-{high:.1f}"
