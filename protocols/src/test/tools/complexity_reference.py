#!/usr/bin/python3
"""Complexity of real recordings by NumPy, straight from the definitions, as reference for org.neuroward.complexity.

Run with Debian's packages, beside a folder of recordings:
  /usr/bin/python3 protocols/src/test/tools/complexity_reference.py ../shared/data > \
      protocols/src/test/resources/reference/complexity.json
"""
import itertools, json, math, sys
import mne, numpy as np

mne.set_log_level("ERROR")
SECONDS, CHANNELS = 20, [0, 7, 17]


def pairs(y, m, tolerance):
    """Similar pairs over m and over m + 1 samples, all compared."""
    n = len(y) - m
    t = np.lib.stride_tricks.sliding_window_view(y, m + 1)[:n]
    shorter = longer = 0
    for k in range(n - 1):
        d = np.abs(t[k + 1:] - t[k])
        near = d[:, :m].max(1) <= tolerance
        shorter += int(near.sum())
        longer += int((near & (d[:, m] <= tolerance)).sum())
    return [shorter, longer]


def coarse(y, scale):
    return y[: len(y) // scale * scale].reshape(-1, scale).mean(1)


def lempel_ziv(bits):
    s, at, phrases = "".join("1" if b else "0" for b in bits), 0, 0
    while at < len(s):
        length = 1
        while at + length <= len(s) and s[at:at + length] in s[:at + length - 1]:
            length += 1
        at += length
        phrases += 1
    return phrases


def higuchi(x, k_max):
    n, logs = len(x), []
    for k in range(1, k_max + 1):
        lengths = []
        for m in range(1, k + 1):
            terms = (n - m) // k
            total = sum(abs(x[m + i * k - 1] - x[m + (i - 1) * k - 1]) for i in range(1, terms + 1))
            lengths.append(total * (n - 1) / (terms * k * k))
        logs.append((math.log(1 / k), math.log(np.mean(lengths))))
    return np.polyfit(*zip(*logs), 1)[0]


def hjorth(x):
    d, dd = np.diff(x), np.diff(x, 2)
    mobility = math.sqrt(d.var() / x.var())
    return [x.var(), mobility, math.sqrt(dd.var() / d.var()) / mobility]


def permutation_entropy(x, order, delay):
    starts = len(x) - (order - 1) * delay
    seen = {p: 0 for p in itertools.permutations(range(order))}
    for n in range(starts):
        seen[tuple(np.argsort(x[n:n + order * delay:delay], kind="stable"))] += 1
    p = np.array([c for c in seen.values() if c]) / starts
    return float(-(p * np.log2(p)).sum() / math.log2(math.factorial(order)))


def recording(name):
    raw = mne.io.read_raw_edf(f"{sys.argv[1]}/{name}")
    rate = int(raw.info["sfreq"])
    first, values = 10 * rate, []
    for x in raw.get_data(picks=CHANNELS, start=first, stop=first + SECONDS * rate) * 1e6:
        tolerance = 0.15 * x.std()
        values.append(dict(
            multiscalePairs=[pairs(coarse(x, s), 2, tolerance) for s in range(1, 21)], threeSamplePairs=pairs(x, 3, tolerance),
            lempelZiv=lempel_ziv(x > np.median(x)), higuchi=higuchi(x, 10), hjorth=hjorth(x),
            permutation=permutation_entropy(x, 3, 1), permutationOrder5Delay2=permutation_entropy(x, 5, 2)))
    return dict(file=name, channels=CHANNELS, firstSample=first, samples=SECONDS * rate, values=values)


print(json.dumps(dict(
    tool=f"NumPy {np.__version__}, read by MNE-Python {mne.__version__}",
    command="/usr/bin/python3 protocols/src/test/tools/complexity_reference.py ../shared/data",
    tolerance="counts exactly, the rest 1e-9 relative: order of summation only",
    recordings=[recording(f) for f in ("depression/H_S03_EC.edf", "depression/MDD_S05_EC.edf", "resting/Subject00_1.edf",
                                       "resting/eeglab_data.edf")])))
