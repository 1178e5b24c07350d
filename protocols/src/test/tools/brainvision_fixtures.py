"""Writes small BrainVision recordings with NumPy, by the text of the BrainVision Core Data Format 1.0, and what MNE reads
from them. Run from the repository: /usr/bin/python3 protocols/src/test/tools/brainvision_fixtures.py
"""
import json
import os
import warnings

import mne
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "resources", "recordings", "brainvision")
FRAMES = 60
rng = np.random.default_rng(20240229)


def counts(dtype, channels):
    info = np.iinfo(dtype)
    values = rng.integers(-3000, 3000, size=(channels, FRAMES)).astype(dtype)
    values[0, 0], values[0, 1] = info.min, info.max
    return values


def write(stem, values, channels, markers, orientation="MULTIPLEXED", interval="4000", version="1.0", encoding="utf-8",
          extra=""):
    formats = {"int16": "INT_16", "int32": "INT_32", "float32": "IEEE_FLOAT_32"}
    codepage = "Codepage=UTF-8\n" if encoding == "utf-8" else "Codepage=ANSI\n"
    header = (
        f"Brain Vision Data Exchange Header File Version {version}\n; written by brainvision_fixtures.py\n\n"
        f"[Common Infos]\n{codepage}DataFile={stem}.eeg\nMarkerFile={stem}.vmrk\nDataFormat=BINARY\n"
        f"DataOrientation={orientation}\nNumberOfChannels={len(channels)}\nSamplingInterval={interval}\n{extra}\n"
        f"[Binary Infos]\nBinaryFormat={formats[values.dtype.name]}\n\n[Channel Infos]\n; name, reference, resolution, unit\n"
        + "".join(f"Ch{i + 1}={line}\n" for i, line in enumerate(channels))
        + "\n[Comment]\nImpedance [kOhm] at 10:00:00 :\nFp1: 5\n")
    marker = (
        f"Brain Vision Data Exchange Marker File, Version {version}\n\n[Common Infos]\n{codepage}DataFile={stem}.eeg\n\n"
        "[Marker Infos]\n; number=type,description,position,size,channel,date\n"
        + "".join(f"Mk{i + 1}={line}\n" for i, line in enumerate(markers)))
    with open(os.path.join(OUT, stem + ".vhdr"), "w", encoding=encoding, newline="\r\n") as f:
        f.write(header)
    with open(os.path.join(OUT, stem + ".vmrk"), "w", encoding=encoding, newline="\r\n") as f:
        f.write(marker)
    order = values.T if orientation == "MULTIPLEXED" else values
    np.ascontiguousarray(order).astype(values.dtype.newbyteorder("<")).tofile(os.path.join(OUT, stem + ".eeg"))


START = "New Segment,,1,1,0,20240229101112123456"
write("int16", counts(np.int16, 4), ["Fp1,,0.1,µV", "Fp2,Ref,0.5,uV", "a\\1b,,0.0488281,", "ECG,,,mV"],
      [START, "Stimulus,S  1,10,1,0", "Comment,睁眼,20,25,0", "Response,R\\1 2,60,0,0"])
write("int16-latin1", counts(np.int16, 2), ["Cz,,0.1,µV", "Pz,,0.1,µV"], ["New Segment,,1,1,0", "Comment,Pruefung,5,1,0"],
      encoding="latin-1")
write("int32-vectorized", counts(np.int32, 3), ["O1,,0.01,µV", "O2,,0.01,µV", "Oz,,0.01,µV"], [START],
      orientation="VECTORIZED", interval="1953.125", extra=f"DataPoints={FRAMES}\n")
write("float32", (rng.standard_normal((3, FRAMES)) * 40).astype(np.float32), ["C3,,1,µV", "C4,,1,µV", "VEOG,,1,µV"],
      [START, "Stimulus,S 10,7,1,0"], version="2.0")
write("paused", counts(np.int16, 2), ["C3,,0.1,µV", "C4,,0.1,µV"],
      [START, "Stimulus,S  1,11,1,0",
       # 20 frames of 4 ms are 0.08 s; 2.58 s later means 2.5 s = 625 samples missing
       "New Segment,,21,1,0,20240229101114703456", "Stimulus,S  2,31,1,0",
       # no date: nobody knows how long
       "New Segment,,41,1,0,00000000000000000000", "Stimulus,S  3,51,1,0"])

expected = {}
for stem in ["int16", "int16-latin1", "int32-vectorized", "float32", "paused"]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        raw = mne.io.read_raw_brainvision(os.path.join(OUT, stem + ".vhdr"), preload=True, verbose="error")
    expected[stem] = {
        "rate": raw.info["sfreq"],
        "start": None if raw.info["meas_date"] is None else raw.info["meas_date"].isoformat(),
        "labels": raw.ch_names,
        "microvolts": (raw.get_data() * 1e6).tolist(),
        "annotations": [[float(a["onset"]), float(a["duration"]), a["description"]] for a in raw.annotations],
    }
with open(os.path.join(OUT, "mne.json"), "w", encoding="utf-8") as f:
    json.dump({"tool": f"MNE {mne.__version__}, NumPy {np.__version__}",
               "command": "/usr/bin/python3 protocols/src/test/tools/brainvision_fixtures.py",
               "tolerance": "1e-12 relative: MNE scales to volts, and here back to microvolts",
               "recordings": expected}, f, ensure_ascii=False)
    f.write("\n")
