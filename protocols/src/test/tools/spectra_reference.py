#!/usr/bin/python3
"""Spectra by SciPy, NumPy and MNE-Python, as reference for org.neuroward.spectrum.

Run with Debian's packages:  /usr/bin/python3 protocols/src/test/tools/spectra_reference.py ../shared/data > \
    protocols/src/test/resources/reference/spectra.json
"""
import json, sys
import mne, numpy as np, scipy
from scipy import signal
from scipy.signal.windows import dpss

mne.set_log_level("ERROR")
RECORDINGS = [("depression/H_S03_EC.edf", "EEG O1-LE"), ("depression/MDD_S05_EC.edf", "EEG F4-LE"),
              ("resting/Subject00_1.edf", "EEG Pz"), ("resting/eeglab_data.edf", "EEG Pz")]
FROM, SECONDS = 20, 90


def short(values):
    return [float(f"{v:.12g}") for v in values]


def picked(density, step, to_hertz=45.):
    """Every bin would be long: each third from 0 Hz to 45 Hz, and the last, which has no mirror image."""
    return short(np.append(density[:int(to_hertz / step) + 1:3], density[-1]))


def welch(x, rate, window, seconds, overlap=.5, average="mean", nfft=None):
    n = int(round(rate * seconds))
    f, p = signal.welch(x, rate, window, n, int(n * overlap), nfft, "constant", average=average)
    return dict(stepHertz=f[1], density=picked(p, f[1]))


def tapered(x, rate, seconds, nw, k):
    """Two-sided densities [epoch, taper, bin] and the variance of each epoch."""
    n = int(round(rate * seconds))
    e = x[:len(x) // n * n].reshape(-1, n)
    e = e - e.mean(1, keepdims=True)
    v, ratios = dpss(n, nw, k, sym=True, return_ratios=True)
    return np.abs(np.fft.rfft(e[:, None] * v, axis=2)) ** 2 / rate, e.var(1), ratios, n


def one_sided(p, n):
    p = p * 2
    p[..., 0] /= 2
    if n % 2 == 0:
        p[..., -1] /= 2
    return p


def equal(x, rate, seconds, nw, k):
    p, _, _, n = tapered(x, rate, seconds, nw, k)
    return dict(stepHertz=rate / n, density=picked(one_sided(p.mean(1), n).mean(0), rate / n))


def adaptive(x, rate, seconds, nw, k):
    """Percival and Walden 1993, equations 368 and 370, each frequency to convergence."""
    p, var, lam, n = tapered(x, rate, seconds, nw, k)
    lam = lam[None, :, None]
    leak = (1 - lam) * (var / rate)[:, None, None]
    s = p[:, :2].mean(1)
    for _ in range(500):
        d = np.sqrt(lam) * s[:, None] / (lam * s[:, None] + leak)
        s = (d ** 2 * p).sum(1) / (d ** 2).sum(1)
    return dict(stepHertz=rate / n, density=picked(one_sided(s, n).mean(0), rate / n))


def by_mne(x, rate, adaptive_weights):
    n = int(round(4 * rate))
    e = x[:len(x) // n * n].reshape(-1, n)
    p, f = mne.time_frequency.psd_array_multitaper(e, rate, bandwidth=2., adaptive=adaptive_weights, normalization="full")
    return dict(stepHertz=f[1], density=picked(p.mean(0), f[1]))


def recording(folder, name, label):
    raw = mne.io.read_raw_edf(f"{folder}/{name}", preload=False)
    rate = raw.info["sfreq"]
    start, stop = int(FROM * rate), int((FROM + SECONDS) * rate)
    picks = [c for c in raw.ch_names if c.lower().startswith(label.lower())]
    x = raw.get_data(picks[:1], start, stop)[0] * 1e6
    out = dict(recording=name, label=picks[0], rateHertz=rate, fromSeconds=FROM, seconds=SECONDS,
               resting=welch(x, rate, "hann", 2), restingMedian=welch(x, rate, "hann", 2, average="median"),
               sleep=welch(x, rate, "hamming", 5, average="median"),
               alphaFrequency=welch(x, rate, "hamming", 4, nfft=1 << int(np.ceil(np.log2(4 * rate)))),
               multitaper=equal(x, rate, 4, 4, 7), multitaperAdaptive=adaptive(x, rate, 4, 4, 7),
               multitaperSleep=equal(x, rate, 30, 15, 29),
               mneMultitaper=by_mne(x, rate, False), mneMultitaperAdaptive=by_mne(x, rate, True))
    if abs(rate * 2.56 - round(rate * 2.56)) < 1e-9:
        out["multinationalNorm"] = welch(x, rate, "boxcar", 2.56, overlap=0)
    return out


def tapers(n, nw, k):
    v, ratios = dpss(n, nw, k, sym=True, return_ratios=True)
    return dict(length=n, timeHalfBandwidth=nw, concentrations=short(ratios),
                every=max(1, n // 12), tapers=[short(row[::max(1, n // 12)]) for row in v])


print(json.dumps(dict(
    tool=f"SciPy {scipy.__version__}, NumPy {np.__version__}, MNE-Python {mne.__version__}",
    command="/usr/bin/python3 protocols/src/test/tools/spectra_reference.py ../shared/data",
    tolerance="1e-9 of each density (order of summation); adaptive 1e-8 (end of iteration); values of MNE-Python 5e-2: it takes "
              "periodic tapers, weighs by concentration and stops its iteration earlier; tapers and concentrations 1e-9",
    tapers=[tapers(1000, 4, 7), tapers(512, 4, 7), tapers(3000, 15, 29), tapers(15, 2, 3), tapers(641, 2.5, 4)],
    recordings=[recording(sys.argv[1], *r) for r in RECORDINGS]), indent=None, separators=(",", ":")).replace('{"', '\n{"'))
