#!/usr/bin/python3
"""Averages, rejection, measures and time-frequency power by MNE-Python and NumPy, as reference for org.neuroward.evoked.

Run with Debian's packages:  /usr/bin/python3 protocols/src/test/tools/evoked_reference.py ../shared/data > \
    protocols/src/test/resources/reference/evoked.json
The attention task has its events in the .set file; the other recordings are at rest and get one every 1.7 s.
"""
import json, sys
import mne, numpy as np, scipy
from mne.time_frequency import morlet, tfr_array_morlet

mne.set_log_level("ERROR")
RECORDINGS = [("resting/eeglab_data.edf", ["EEG Pz", "EEG O1", "EEG Cz"], 140.),
              ("depression/H_S03_EC.edf", ["EEG Pz-LE", "EEG O1-LE", "EEG Cz-LE"], 70.),
              ("depression/MDD_S05_EC.edf", ["EEG Pz-LE", "EEG O1-LE", "EEG Cz-LE"], 60.),
              ("resting/Subject00_1.edf", ["EEG Pz", "EEG O1", "EEG Cz"], 60.)]
HERTZ = [5., 8., 10., 13.5, 21., 30.]


def short(values):
    return [float(f"{v:.12g}") for v in np.ravel(values)]


def epochs(x, rate, events, tmin, tmax, baseline, limit):
    raw = mne.io.RawArray(x * 1e-6, mne.create_info([f"C{k}" for k in range(len(x))], rate, "eeg"))
    table = np.stack([events, np.zeros_like(events), np.ones_like(events)], 1)
    e = mne.Epochs(raw, table, 1, tmin, tmax, baseline=baseline, preload=True, picks="all",
                   reject=dict(eeg=limit * 1e-6) if limit else None, reject_by_annotation=False)
    return e.get_data() * 1e6, e.times, e.events[:, 0]


def power(e, rate, tmin, cycles):
    """tfr_array_morlet scaled so that a sine of amplitude A has power A²/2."""
    p = (np.abs(tfr_array_morlet(e[:, None], rate, HERTZ, n_cycles=cycles, output="complex")[:, 0]) ** 2).mean(0)
    for k, (f, c) in enumerate(zip(HERTZ, cycles)):
        s = c / (2 * np.pi * f)
        t = np.arange(0, 5 * s, 1 / rate)
        g = np.exp(-np.r_[-t[::-1], t[1:]] ** 2 / (2 * s ** 2))
        w = morlet(rate, [f], [c])[0]
        assert len(g) == len(w) and np.allclose(np.abs(w), g * np.sqrt(2) / np.linalg.norm(g))
        p[k] *= (g ** 2).sum() / g.sum() ** 2
    return p


def recording(folder, name, labels, limit):
    raw = mne.io.read_raw_edf(f"{folder}/{name}", preload=False)
    rate = raw.info["sfreq"]
    x = raw.get_data(labels, 0, int(160 * rate)) * 1e6
    if name == "resting/eeglab_data.edf":
        source = mne.io.read_raw_eeglab(f"{folder}/resting/eeglab_data.set")
        onsets = [a["onset"] for a in source.annotations if a["description"] == "square"]
        events = np.rint(np.array(onsets) * rate).astype(int)
    else:
        events = np.rint(np.arange(5, min(150, x.shape[1] / rate - 3), 1.7) * rate).astype(int)
    kept, times, accepted = epochs(x, rate, events, -.2, .8, None, limit)
    usual, _, _ = epochs(x, rate, accepted, -.2, .8, (None, 0), None)
    window = (times >= .3 - 1e-9) & (times <= .5 + 1e-9)
    amplitudes = usual[:, 0, window].mean(1)
    long, long_times, _ = epochs(x, rate, accepted, -1., 1.5, None, None)
    cycles = np.array([3 + 5 * (f - 3) / 27 for f in HERTZ])
    p = power(long[:, 0], rate, -1., cycles)
    base = (long_times >= -.4 - 1e-9) & (long_times <= -.1 + 1e-9)
    db = 10 * np.log10(p / p[:, base].mean(1, keepdims=True))
    at = [int(np.argmin(np.abs(long_times - t))) for t in (-.3, 0, .1, .25, .4, .6)]
    return dict(recording=name, labels=labels, rateHertz=rate, events=events.tolist(), peakToPeakMicrovolts=limit,
                accepted=accepted.tolist(), every=7, averages=[short(usual[:, c].mean(0)[::7]) for c in range(len(labels))],
                meanAmplitude=float(amplitudes.mean()), standardisedError=float(amplitudes.std(ddof=1) / np.sqrt(len(amplitudes))),
                hertz=HERTZ, samples=at, power=[short(row[at]) for row in p], decibels=[short(row[at]) for row in db])


print(json.dumps(dict(
    tool=f"MNE-Python {mne.__version__} (Epochs, tfr_array_morlet), NumPy {np.__version__}, SciPy {scipy.__version__}",
    command="/usr/bin/python3 protocols/src/test/tools/evoked_reference.py ../shared/data",
    tolerance="1e-9 of the largest value: order of summation and of convolution only; dB 1e-8",
    recordings=[recording(sys.argv[1], *r) for r in RECORDINGS]), separators=(",", ":")).replace('{"', '\n{"'))
