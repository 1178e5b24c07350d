#!/usr/bin/python3
"""Beats of the heart by SciPy's find_peaks, as reference for org.neuroward.artifact.

  /usr/bin/python3 protocols/src/test/tools/heartbeat_reference.py ../shared/data/resting/Subject00_1.edf \
      > protocols/src/test/resources/reference/heartbeats.json
"""
import json, os, sys
import numpy as np, scipy
from scipy import signal
from resting_reference import band_pass, read_edf

digest, signals = read_edf(sys.argv[1])
ecg = next(s for s in signals if s["label"].startswith("ECG"))
y = np.abs(band_pass(ecg["values"], ecg["rate"], 5, 25))
n = round(2 * ecg["rate"])
height = np.median(y[:len(y) // n * n].reshape(-1, n).max(1)) / 2
beats = signal.find_peaks(y, height=height, distance=round(0.4 * ecg["rate"]))[0]
json.dump(dict(
    tool=f"SciPy {scipy.__version__}, NumPy {np.__version__}",
    command="/usr/bin/python3 protocols/src/test/tools/heartbeat_reference.py ../shared/data/resting/Subject00_1.edf",
    tolerance="none: samples, both take the largest value within 0.4 s",
    file="resting/" + os.path.basename(sys.argv[1]), sha256=digest, channel=ecg["label"], beats=beats.tolist()), sys.stdout)
print()
