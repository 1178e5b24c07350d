#!/usr/bin/python3
"""Bad-channel criteria of PREP by NumPy, SciPy and MNE-Python, as reference for org.neuroward.artifact.

Written independently of the Java code, straight from the clinical specification (A5); run with Debian's packages:
  /usr/bin/python3 protocols/src/test/tools/bad_channels_reference.py ../shared/data \
      > protocols/src/test/resources/reference/bad-channels.json
To see every criterion at work, some channels are spoiled first (see SPOILED); the Java test spoils them the same way.
"""
import json, sys
import mne, numpy as np, scipy
from mne.channels import interpolation
from scipy import signal
from resting_reference import band_pass, mad, read_edf, scalp_name
from scalp_reference import positions

mne.set_log_level("ERROR")
SEED, SUBSETS = 20261123, 50
RECORDINGS = ["depression/H_S03_EC.edf", "depression/MDD_S05_EC.edf", "resting/Subject00_1.edf", "resting/eeglab_data.edf"]
# times eight; backwards in time; every tenth second held; every second sample up by 40 µV
SPOILED = dict(louder="C4", backwards="P3", held="O1", hissing="T8")
MASK = (1 << 64) - 1


class Xoshiro:
    """xoshiro256++ with its state from SplitMix64 (Blackman and Vigna; Steele, Lea and Flood)."""

    def __init__(self, seed):
        self.s = [self.mix((seed + k * 0x9E3779B97F4A7C15) & MASK) for k in (1, 2, 3, 4)]

    @staticmethod
    def mix(z):
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def next(self):
        rotate = lambda x, k: ((x << k) | (x >> (64 - k))) & MASK
        s = self.s
        result = (rotate((s[0] + s[3]) & MASK, 23) + s[0]) & MASK
        t = (s[1] << 17) & MASK
        s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3]; s[2] ^= t
        s[3] = rotate(s[3], 45)
        return result

    def below(self, bound):
        limit = 2 ** 32 - 2 ** 32 % bound
        while True:
            drawn = self.next() >> 32
            if drawn < limit:
                return drawn % bound


def subsets(channels, members):
    random, out = Xoshiro(SEED), []
    for _ in range(SUBSETS):
        order = list(range(channels))
        for i in range(members):
            j = i + random.below(channels - i)
            order[i], order[j] = order[j], order[i]
        out.append(sorted(order[:members]))
    return out


def spoil(x, names, rate):
    n = round(rate)
    at = lambda kind: names.index(SPOILED[kind])
    x[at("louder")] *= 8
    x[at("backwards")] = x[at("backwards")][::-1].copy()
    for start in range(0, x.shape[1] - n + 1, 10 * n):
        x[at("held"), start:start + n] = x[at("held"), start]
    x[at("hissing"), 1::2] += 40


def spline_weights(where_from, where_to):
    """7 terms, m = 4, lambda = 1e-5, in MNE's own functions."""
    g = lambda a, b: interpolation._calc_g(np.clip(a @ b.T, -1, 1), 4, 7)
    k = len(where_from)
    c = np.block([[g(where_from, where_from) + 1e-5 * np.eye(k), np.ones((k, 1))], [np.ones((1, k)), 0]])
    return np.hstack([g(where_to, where_from), np.ones((len(where_to), 1))]) @ np.linalg.inv(c)[:, :-1]


def ransac(low, where, rate):
    n = 5 * round(rate)
    windows = low[:, :low.shape[1] // n * n].reshape(len(low), -1, n)
    predictions = [np.einsum("cm,mwt->cwt", spline_weights(where[s], where), windows[s])
                   for s in subsets(len(low), round(len(low) / 4))]
    consensus = np.median(predictions, axis=0)
    centred = lambda a: a - a.mean(2, keepdims=True)
    a, b = centred(windows), centred(consensus)
    r = (a * b).sum(2) / np.sqrt((a ** 2).sum(2) * (b ** 2).sum(2))
    return (r < 0.75).mean(1), float(np.abs(r - 0.75).min())


def one(path, file):
    digest, signals = read_edf(f"{path}/{file}")
    kept = {}
    for s in signals:
        name = None if "A2-A1" in s["label"] or s["label"][:3] in ("EOG", "ECG") else scalp_name(s["label"])
        name = "Fpz" if s["label"] == "EEG FPz" else name
        if name and name not in kept:
            kept[name] = s
    names, rate = list(kept), signals[0]["rate"]
    x = np.array([kept[k]["values"] for k in names])
    spoil(x, names, rate)
    high = band_pass(x, rate, 1, None)
    low = band_pass(high, rate, None, 50)
    n = round(rate)
    cut = lambda a: a[:, :a.shape[1] // n * n].reshape(len(a), -1, n)
    robust = lambda v: (v - np.median(v)) / (1.4826 * mad(v))
    deviation = 0.7413 * np.subtract(*np.percentile(high, [75, 25], axis=1))
    spread = 0.7413 * np.subtract(*np.percentile(deviation, [75, 25]))
    best, limit = [], 0.3 if len(names) <= 19 else 0.4
    for w in range(cut(low).shape[1]):
        r = np.abs(np.corrcoef(cut(low)[:, w]))
        np.fill_diagonal(r, np.nan)
        best.append(np.nanpercentile(r, 98, axis=0))
    whole = x.shape[1] // n * n
    f, p = signal.welch(high[:, :whole], rate, "hann", 2 * n, n, detrend="constant")
    bands = [robust(10 * np.log10(p[:, (f >= lo) & (f < hi)]).mean(1)) for lo, hi in ((1, 15), (15, 30), (30, 45))]
    where = positions()
    unpredicted, margin = ransac(low, np.array([where[k] for k in names]), rate)
    return dict(file=file, sha256=digest, channels=names,
                deviationScore=((deviation - np.median(deviation)) / spread).tolist(),
                highFrequencyScore=robust(mad(high - low) / mad(low)).tolist(),
                isolatedShare=(np.array(best) < limit).mean(0).tolist(),
                dropoutShare=(mad(cut(x)) == 0).mean(1).tolist(), excessScore=np.max(bands, axis=0).tolist(),
                unpredictedShare=unpredicted.tolist(), smallestDistanceFromLimit=margin)


if __name__ == "__main__":
    json.dump(dict(
        tool=f"MNE-Python {mne.__version__}, NumPy {np.__version__}, SciPy {scipy.__version__}",
        command="/usr/bin/python3 protocols/src/test/tools/bad_channels_reference.py ../shared/data",
        tolerance="1e-7 relative: same definitions, other order of summation; shares are equal, they count windows",
        seed=SEED, spoiled=SPOILED, recordings=[one(sys.argv[1], file) for file in RECORDINGS]), sys.stdout, indent=1)
    print()
