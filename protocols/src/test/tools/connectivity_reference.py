#!/usr/bin/python3
"""Connectivity of real recordings by NumPy, straight from the definitions, as reference for org.neuroward.connectivity.

Run with Debian's packages, beside a folder of recordings:
  /usr/bin/python3 protocols/src/test/tools/connectivity_reference.py ../shared/data > \
      protocols/src/test/resources/reference/connectivity.json
"""
import json, sys
import mne, numpy as np
from scipy.signal import get_window

mne.set_log_level("ERROR")
np.seterr(invalid="ignore")  # 0 Hz has no imaginary part; no band holds it
BANDS = dict(delta=(1, 4), theta=(4, 8), alpha=(8, 13), beta=(13, 30), gamma=(30, 45))
CHANNELS, EPOCHS = [0, 3, 4, 8, 17], 40


def dbwpli(im):
    s, m, q = im.sum(0), np.abs(im).sum(0), (im ** 2).sum(0)
    return (s ** 2 - q) / (m ** 2 - q)


def measures(sx, sy):
    """Every measure at each frequency; sx, sy are [epoch, frequency]."""
    s = sx * sy.conj()
    pxx, pyy = (np.abs(sx) ** 2).mean(0), (np.abs(sy) ** 2).mean(0)
    return {
        "coherence": np.abs(s.mean(0)) ** 2 / (pxx * pyy),
        "imaginary-coherence": s.mean(0).imag / np.sqrt(pxx * pyy),
        "phase-locking-value": np.abs(np.exp(1j * (np.angle(sx) - np.angle(sy))).mean(0)),
        "phase-lag-index": np.abs(np.sign(s.imag).mean(0)),
        "weighted-phase-lag-index": np.abs(s.imag.mean(0)) / np.abs(s.imag).mean(0),
        "debiased-weighted-phase-lag-index": dbwpli(s.imag),
    }


def recording(name, taper):
    raw = mne.io.read_raw_edf(f"{sys.argv[1]}/{name}", preload=True)
    rate = raw.info["sfreq"]
    n = int(2 * rate)
    first = [int(5 * rate) + k * n for k in range(EPOCHS)]
    x = raw.get_data(picks=CHANNELS) * 1e6
    e = np.stack([x[:, f:f + n] for f in first])
    w = get_window("hann", n) if taper == "periodic" else np.hanning(n)
    z = np.fft.rfft((e - e.mean(2, keepdims=True)) * w, axis=2)
    f = np.fft.rfftfreq(n, 1 / rate)
    values = {}
    for i in range(len(CHANNELS)):
        for j in range(i + 1, len(CHANNELS)):
            for measure, value in measures(z[:, i], z[:, j]).items():
                for band, (lo, hi) in BANDS.items():
                    values.setdefault(measure, {}).setdefault(band, []).append(value[(f >= lo) & (f < hi)].mean())
    return dict(file=name, taper=taper, channels=CHANNELS, epochSamples=n, firstSample=first[0], epochs=EPOCHS, values=values)


print(json.dumps(dict(
    tool=f"NumPy {np.__version__}, read by MNE-Python {mne.__version__}",
    command="/usr/bin/python3 protocols/src/test/tools/connectivity_reference.py ../shared/data",
    tolerance="1e-9 absolute: rounding of the transform; pairs of channels by place: (0,1), (0,2) ... (3,4)",
    recordings=[recording("depression/H_S03_EC.edf", "periodic"), recording("depression/MDD_S05_EC.edf", "symmetric"),
                recording("resting/Subject00_1.edf", "periodic"), recording("resting/eeglab_data.edf", "periodic")]), indent=0))
