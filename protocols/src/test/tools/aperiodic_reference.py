#!/usr/bin/python3
"""The aperiodic fit by SciPy's bounded least squares, as reference for org.neuroward.spectrum.AperiodicFit.

Written from the published description (Donoghue et al. 2020) with the deviations that AperiodicFit names; neither fooof nor
specparam is in Debian. Run with Debian's packages:
  /usr/bin/python3 protocols/src/test/tools/aperiodic_reference.py ../shared/data > \
    protocols/src/test/resources/reference/aperiodic.json
"""
import json, sys
import mne, numpy as np, scipy
from scipy import signal
from scipy.optimize import curve_fit

mne.set_log_level("ERROR")
RECORDINGS = [("depression/H_S03_EC.edf", "LE"), ("depression/MDD_S05_EC.edf", "LE"), ("resting/Subject00_1.edf", ""),
              ("resting/eeglab_data.edf", "")]
ELECTRODES = ["F3", "Cz", "Pz", "O1"]
FROM, SECONDS, LOW, HIGH, WIDTH, PEAKS = 10, 120, 2., 40., (1., 8.), 6


def gaussians(f, *p):
    return sum((h * np.exp(-(f - c) ** 2 / (2 * s ** 2)) for c, h, s in zip(p[0::3], p[1::3], p[2::3])), np.zeros_like(f))


def line(f, y):
    a = np.stack([np.ones_like(f), -np.log10(f)], 1)
    return np.linalg.lstsq(a, y, rcond=None)[0]


def on(f, b):
    return b[0] - b[1] * np.log10(f)


def fit(f, density):
    keep = (f >= LOW) & (f <= HIGH)
    f, y = f[keep], np.log10(density[keep])
    above = np.clip(y - on(f, line(f, y)), 0, None)
    low = above <= np.percentile(above, .025)
    flat = y - on(f, line(f[low], y[low]))
    rest, guesses = flat.copy(), []
    while len(guesses) < PEAKS:
        i = int(np.argmax(rest))
        h = rest[i]
        if h <= 2 * rest.std() or h <= 0:
            break
        sides = [i - k for k in range(i - 1, 0, -1) if rest[k] <= h / 2][:1] + \
                [k - i for k in range(i + 1, len(rest)) if rest[k] <= h / 2][:1]
        s = min(sides) * 2 * (f[1] - f[0]) / (2 * np.sqrt(2 * np.log(2))) if sides else np.mean(WIDTH)
        s = np.clip(s, WIDTH[0] / 2, WIDTH[1] / 2)
        guesses.append((f[i], h, s))
        rest = rest - gaussians(f, *guesses[-1])
    guesses = sorted(g for g in guesses if g[0] - f[0] > g[2] and f[-1] - g[0] > g[2])
    drop = {a if guesses[a][1] <= guesses[a + 1][1] else a + 1 for a in range(len(guesses) - 1)
            if guesses[a][0] + .75 * guesses[a][2] > guesses[a + 1][0] - .75 * guesses[a + 1][2]}
    guesses = [g for a, g in enumerate(guesses) if a not in drop]
    p = np.empty(0)
    if guesses:
        lo = [v for c, h, s in guesses for v in (max(f[0], c - 1.5 * s), 0, WIDTH[0] / 2)]
        hi = [v for c, h, s in guesses for v in (min(f[-1], c + 1.5 * s), np.inf, WIDTH[1] / 2)]
        p, _ = curve_fit(gaussians, f, flat, np.ravel(guesses), bounds=(lo, hi), ftol=1e-15, xtol=1e-15, gtol=1e-15,
                         max_nfev=100000)
        p = np.ravel(sorted(p.reshape(-1, 3).tolist()))
    b = line(f, y - gaussians(f, *p))
    model = on(f, b) + gaussians(f, *p)
    peaks = [[c, float(gaussians(f[[np.argmin(np.abs(f - c))]], *p)[0]), 2 * s] for c, h, s in p.reshape(-1, 3)]
    return dict(exponent=b[1], offset=b[0], peaks=peaks, rSquared=np.corrcoef(y, model)[0, 1] ** 2,
                meanError=np.abs(y - model).mean())


def recording(folder, name, reference):
    raw = mne.io.read_raw_edf(f"{folder}/{name}", preload=False)
    rate = raw.info["sfreq"]
    fits = []
    for e in ELECTRODES:
        label = next((c for c in raw.ch_names if c in (f"EEG {e}", f"EEG {e}-LE")), None)
        if label:
            x = raw.get_data([label], int(FROM * rate), int((FROM + SECONDS) * rate))[0] * 1e6
            f, density = signal.welch(x, rate, "hann", int(2 * rate), int(rate), detrend="constant")
            fits.append(dict(label=label, **fit(f, density)))
    return dict(recording=name, fromSeconds=FROM, seconds=SECONDS, fits=fits)


print(json.dumps(dict(
    tool=f"SciPy {scipy.__version__} (curve_fit, trust region reflective), NumPy {np.__version__}, MNE-Python {mne.__version__}",
    command="/usr/bin/python3 protocols/src/test/tools/aperiodic_reference.py ../shared/data",
    tolerance="1e-4 (Hz, log10, dimensionless): both end at the same minimum, each by its own criterion; a minimum in a long flat "
              "valley, or on a bound, is approached by SciPy only",
    recordings=[recording(sys.argv[1], *r) for r in RECORDINGS]), indent=1))
