"""Writes small EEGLAB datasets with SciPy, and what MNE reads from them and from a real dataset.

    /usr/bin/python3 protocols/src/test/tools/eeglab_fixtures.py ../shared/data
"""
import hashlib
import json
import os
import sys
import warnings

import mne
import numpy as np
import scipy
from scipy.io import savemat

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "resources", "recordings", "eeglab")
FRAMES = 60
rng = np.random.default_rng(20240229)


def structs(fields, rows):
    array = np.zeros((1, len(rows)), dtype=[(name, object) for name in fields])
    for i, row in enumerate(rows):
        for name, value in zip(fields, row):
            array[0, i][name] = value
    return array


def dataset(labels, data, events, stem, trials=1):
    return {
        "setname": "fixture", "filename": stem + ".set", "filepath": "", "subject": "", "comments": "",
        "nbchan": float(len(labels)), "trials": float(trials), "pnts": float(FRAMES // trials), "srate": 250.0,
        "xmin": 0.0, "xmax": (FRAMES - 1) / 250.0, "times": np.zeros((0, 0)), "data": data,
        "icawinv": np.zeros((0, 0)), "icasphere": np.zeros((0, 0)), "icaweights": np.zeros((0, 0)),
        "chanlocs": structs(["labels", "type", "X", "Y", "Z"],
                            [[label, kind, 0.0, 0.0, 0.0] for label, kind in labels]),
        "chaninfo": {"nosedir": "+X"}, "ref": "common",
        "event": structs(["type", "latency", "duration"], events), "epoch": np.zeros((0, 0)), "etc": {},
    }


def numbers(channels):
    return (rng.standard_normal((channels, FRAMES)) * 40).astype(np.float32)


LABELS = [("C3", "EEG"), ("C4", ""), ("eye", "EOG")]
EVENTS = [["S  1", 11.0, 1.0], [np.float64(7), 20.25, 5.0]]
BROKEN = [["S  1", 11.0, 0.0], ["boundary", 20.5, 12.0], ["S  2", 31.0, 0.0], ["boundary", 40.5, np.nan],
          ["S  3", 51.0, 0.0]]
inside, beside, fields, joined = numbers(3), numbers(3), numbers(2).astype(np.float64), numbers(3)
save = dict(appendmat=False, oned_as="row")
savemat(os.path.join(OUT, "inside.set"), {"EEG": dataset(LABELS, inside, EVENTS, "inside")}, do_compression=True, **save)
savemat(os.path.join(OUT, "beside.set"), {"EEG": dataset(LABELS, "beside.fdt", EVENTS, "beside")}, **save)
beside.T.astype("<f4").tofile(os.path.join(OUT, "beside.fdt"))
savemat(os.path.join(OUT, "fields.set"), dataset(LABELS[:2], fields, EVENTS, "fields"), do_compression=True, **save)
savemat(os.path.join(OUT, "joined.set"), {"EEG": dataset(LABELS, joined, BROKEN, "joined")}, do_compression=True, **save)
savemat(os.path.join(OUT, "epoched.set"),
        {"EEG": dataset(LABELS, numbers(3).reshape(3, 30, 2), [], "epoched", trials=2)}, do_compression=True, **save)
savemat(os.path.join(OUT, "no-dataset.set"), {"x": np.arange(5.0)}, **save)


def read(path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return mne.io.read_raw_eeglab(path, preload=True, verbose="error")


def remarks(raw):
    return [[float(a["onset"]), float(a["duration"]), a["description"]] for a in raw.annotations]


expected = {}
for stem in ["inside", "beside", "fields", "joined"]:
    raw = read(os.path.join(OUT, stem + ".set"))
    expected[stem] = {"rate": raw.info["sfreq"], "labels": raw.ch_names, "microvolts": (raw.get_data() * 1e6).tolist(),
                      "annotations": remarks(raw)}

raw = read(os.path.join(sys.argv[1], "resting", "eeglab_data.set"))
# The dataset holds floats of 32 bits, so scaling to volts and back is undone by rounding to them.
microvolts = (raw.get_data() * 1e6).astype("<f4")
real = {"rate": raw.info["sfreq"], "labels": raw.ch_names, "samples": int(raw.n_times),
        "float32Sha256": [hashlib.sha256(row.tobytes()).hexdigest() for row in microvolts],
        "annotations": remarks(raw)}
with open(os.path.join(OUT, "mne.json"), "w", encoding="utf-8") as f:
    json.dump({"tool": f"MNE {mne.__version__}, SciPy {scipy.__version__}, NumPy {np.__version__}",
               "command": "/usr/bin/python3 protocols/src/test/tools/eeglab_fixtures.py ../shared/data",
               "tolerance": "1e-12 relative: MNE scales to volts, and here back to microvolts",
               "recordings": expected, "eeglab_data": real}, f)
    f.write("\n")
