#!/usr/bin/python3
"""Difference of two averages of a whole recording by MNE-Python, as reference for `neuroward features --component difference`.

The attention task has its events in the .set file; what is clean is found as resting_reference.py does in its EDF copy.
  /usr/bin/python3 protocols/src/test/tools/event_difference_reference.py ../shared/data \
      > protocols/src/test/resources/reference/event-difference.json
"""
import json, sys
import mne, numpy as np, scipy
import features_reference as features
import resting_reference as resting

mne.set_log_level("ERROR")
folder = sys.argv[1]
WINDOW = (.3, .5)
CHANNELS = ("Pz", "Cz", "O1")

_, rate, good, _, clean = features.prepared(f"{folder}/resting/eeglab_data.edf", "unmarked")
raw = mne.io.read_raw_eeglab(f"{folder}/resting/eeglab_data.set", preload=True)
assert raw.info["sfreq"] == rate
names = [resting.scalp_name(n) for n in raw.ch_names]
x = resting.band_pass(raw.get_data()[[names.index(n) for n in good]] * 1e6, rate, .1, 30.)
x -= x.mean(0)
n = round(rate)
usable = np.repeat(clean, n)
usable = np.concatenate([usable, np.zeros(x.shape[1] - len(usable), bool)])


def trials(channel, text):
    onsets = np.array([a["onset"] for a in raw.annotations if a["description"] == text])
    samples = np.rint(onsets * rate).astype(int)
    first, last = round(-.2 * rate), round(.8 * rate)
    kept = [s for s in samples if s + first >= 0 and s + last < len(usable) and usable[s + first:s + last + 1].all()]
    info = mne.create_info([channel], rate, "eeg")
    array = mne.io.RawArray(x[[good.index(channel)]] * 1e-6, info)
    table = np.stack([kept, np.zeros(len(kept)), np.ones(len(kept))], 1).astype(int)
    epochs = mne.Epochs(array, table, 1, -.2, .8, baseline=None, preload=True, reject=dict(eeg=100e-6))
    epochs.apply_baseline((None, 0))
    return epochs, len(samples)


def measured(channel):
    pair = [trials(channel, text) for text in ("square", "rt")]
    waves, errors = [], []
    for epochs, _ in pair:
        inside = (epochs.times >= WINDOW[0] - 1e-9) & (epochs.times <= WINDOW[1] + 1e-9)
        waves.append(epochs.average(picks="all").data[0, inside].mean() * 1e6)
        each = epochs.get_data()[:, 0, inside].mean(1) * 1e6
        errors.append(each.std(ddof=1) / np.sqrt(len(each)))
    return dict(value=float(waves[0] - waves[1]), standardisedError=float(np.hypot(*errors)),
                clean=[len(e) for e, _ in pair], all=[count for _, count in pair])


print(json.dumps(dict(
    tool=f"MNE-Python {mne.__version__} (filter_data, Epochs), NumPy {np.__version__}, SciPy {scipy.__version__}",
    command="/usr/bin/python3 protocols/src/test/tools/event_difference_reference.py ../shared/data",
    tolerance="value 1e-6 µV: same definitions, other filter arithmetic; error 10 %: a bootstrap of 1000 draws against the formula",
    recording="resting/eeglab_data.set", fromSeconds=WINDOW[0], toSeconds=WINDOW[1],
    channels={c: measured(c) for c in CHANNELS}), indent=1, ensure_ascii=False))
