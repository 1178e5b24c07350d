#!/usr/bin/python3
"""Connectivity, sample entropy and aperiodic line of whole recordings with NumPy, SciPy and MNE-Python, by the specification.

Prepares the recording as resting_reference.py does (filter, bad channels, average reference, artifacts), then computes features
straight from their definitions, as reference for the command `neuroward features`. Run with Debian's packages:
  /usr/bin/python3 protocols/src/test/tools/features_reference.py ../shared/data \
      > protocols/src/test/resources/reference/features.json
"""
import json, os, sys
import mne, numpy as np, scipy
from scipy import signal
import resting_reference as resting

CASES = [("depression/H_S03_EC.edf", "eyes-closed"), ("depression/MDD_S05_EC.edf", "eyes-closed"),
         ("resting/Subject00_1.edf", "unmarked")]
PAIRS = [("F3", "F4"), ("Fz", "Pz"), ("P3", "O2"), ("T7", "T8"), ("C3", "O1")]
BANDS = {b: resting.BANDS[b] for b in ("delta", "theta", "alpha", "beta", "gamma")}
CHANNELS = ("F3", "Cz", "O2")


def prepared(path, condition):
    digest, signals = resting.read_edf(path)
    ecg = [s for s in signals if s["label"].upper().startswith("ECG")]
    eeg = {}
    for s in signals:
        name = None if "A2-A1" in s["label"] or s["label"].startswith("EOG") or s in ecg else resting.scalp_name(s["label"])
        if name and name not in eeg:
            eeg[name] = s
    names = [n for n in resting.SCREEN if n in eeg] + [n for n in eeg if n not in resting.SCREEN]
    rate = eeg[names[0]]["rate"]
    x = np.array([eeg[n]["values"] for n in names])
    filtered = resting.band_pass(x, rate, 0.5, 45.0)
    heartbeat = resting.band_pass(ecg[0]["values"], rate, 0.5, 45.0) if ecg else None
    bad = resting.bad_channels(x, filtered, heartbeat, rate, x.shape[1])
    names = [n for n, b in zip(names, bad) if not b]
    average = filtered[~bad] - filtered[~bad].mean(0)
    flags = resting.artifact_windows([eeg[n] for n in names], average, names, rate, x.shape[1])
    clean = ~flags[[names.index(n) for n in resting.SCREEN if n in names]].any(0)
    if condition == "eyes-closed":
        clean &= ~resting.drowsy_windows(average, names, rate)
    return digest, rate, names, average, clean


def epochs(clean, length):
    """First seconds of consecutive, non-overlapping epochs within clean runs."""
    return [s for start, end in resting.runs(clean) for s in range(start, end - length + 1, length)]


def spread(items, count):
    return [items[i * len(items) // count] for i in range(count)]


def cross(x, y, first, rate):
    n = round(rate)
    window = signal.get_window("hann", 2 * n)
    spectra = [np.array([np.fft.rfft((z[s * n:(s + 2) * n] - z[s * n:(s + 2) * n].mean()) * window) for s in first])
               for z in (x, y)]
    return spectra[0], spectra[1]


def connectivity(x, y, first, rate):
    a, b = cross(x, y, first, rate)
    f = np.fft.rfftfreq(2 * round(rate), 1 / rate)
    s = a * b.conj()
    im = s.imag
    coherence = np.abs(s.mean(0)) ** 2 / ((np.abs(a) ** 2).mean(0) * (np.abs(b) ** 2).mean(0))
    squares = (im ** 2).sum(0)
    with np.errstate(invalid="ignore"):  # 0 Hz has no imaginary part, and is in no band
        debiased = (im.sum(0) ** 2 - squares) / (np.abs(im).sum(0) ** 2 - squares)
    imaginary = s.mean(0).imag / np.sqrt((np.abs(a) ** 2).mean(0) * (np.abs(b) ** 2).mean(0))
    inside = {band: (f >= lo) & (f < hi) for band, (lo, hi) in BANDS.items()}
    return {name: {band: float(values[keep].mean()) for band, keep in inside.items()}
            for name, values in (("coherence", coherence), ("imaginary-coherence", imaginary),
                                 ("debiased-weighted-phase-lag-index", debiased))}


def sample_entropy(x, m=2):
    r = 0.2 * x.std()
    t = np.lib.stride_tricks.sliding_window_view(x, m + 1)[:len(x) - m]
    shorter = longer = 0
    for k in range(len(t) - 1):
        d = np.abs(t[k + 1:] - t[k])
        near = d[:, :m].max(1) <= r
        shorter += int(near.sum())
        longer += int((near & (d[:, m] <= r)).sum())
    return -np.log(longer / shorter)


def entropy(x, first, seconds, rate):
    if not first:
        return None  # no clean segment is long enough
    n = round(rate)
    picked = spread(first, min(5, len(first)))
    return float(np.mean([sample_entropy(signal.detrend(x[s * n:(s + seconds) * n])) for s in picked]))


def case(path, condition):
    digest, rate, names, x, clean = prepared(path, condition)
    seconds = int(np.ceil(max(20, 4000 / rate)))
    first = spread(epochs(clean, 2), 60)
    pairs = [(a, b) for a, b in PAIRS if a in names and b in names]
    return dict(
        file=os.path.basename(path), sha256=digest, condition=condition, rateHertz=rate,
        firstSeconds=first,
        connectivity={f"{a} {b}": connectivity(x[names.index(a)], x[names.index(b)], first, rate) for a, b in pairs},
        sampleEntropy={c: entropy(x[names.index(c)], epochs(clean, seconds), seconds, rate) for c in CHANNELS})


if __name__ == "__main__":
    json.dump(dict(
        tool="MNE-Python, SciPy, NumPy",
        versions=dict(mne=mne.__version__, scipy=scipy.__version__, numpy=np.__version__, python=sys.version.split()[0]),
        command="/usr/bin/python3 protocols/src/test/tools/features_reference.py ../shared/data",
        tolerance=dict(
            connectivity="1e-6 absolute: same definitions, other filter arithmetic and order of summation",
            sampleEntropy="1e-3 relative: a pair at the edge of the tolerance may fall on either side"),
        recordings=[case(os.path.join(sys.argv[1], path), condition) for path, condition in CASES]), sys.stdout, indent=1)
    print()
