#!/usr/bin/env python3
"""Reads EDF and BDF files with nothing but NumPy and writes what their signals hold, as reference for the Java reader.

    /usr/bin/python3 edf_reference.py ../../../../../shared/data > ../resources/org/neuroward/edf/expected/digital-samples.json

For files whose signals share one rate, and which MNE can open, MNE's samples are turned back into counts and compared
first; a difference ends the program. S001R01.edf is left out: a text conversion has destroyed its samples.
"""
import glob
import hashlib
import json
import os
import re
import sys
import warnings

import mne
import numpy as np

TAL = re.compile(rb"([+-]\d+(?:\.\d*)?)(?:\x15(\d+(?:\.\d*)?))?\x14([^\x00]*)\x00")
LEFT_OUT = {"resting/S001R01.edf"}


def read(path):
    data = open(path, "rb").read()
    wide = 3 if data[0] == 255 else 2
    count = int(data[252:256])
    records = int(data[236:244])
    seconds = float(data[244:252])
    at = 256

    def column(size):
        nonlocal at
        fields = [data[at + size * i:at + size * (i + 1)] for i in range(count)]
        at += size * count
        return fields

    labels = [f.decode("ascii").strip() for f in column(16)]
    column(80)
    units = [f.decode("ascii").strip() for f in column(8)]
    ranges = [[float(f) for f in column(8)] for _ in range(2)]
    ranges += [[int(f) for f in column(8)] for _ in range(2)]
    column(80)
    samples = [int(f) for f in column(8)]
    start = 256 * (count + 1)
    size = sum(samples) * wide
    raw = np.frombuffer(data, np.uint8, records * size, start).reshape(records, size)
    signals, tals, offset = [], [], 0
    for i in range(count):
        part = raw[:, offset:offset + samples[i] * wide]
        offset += samples[i] * wide
        if labels[i] in ("EDF Annotations", "BDF Annotations"):
            tals.append(part)
            continue
        octets = np.ascontiguousarray(part).reshape(-1, wide).astype(np.int32)
        if wide == 2:
            counts = octets[:, 0] | octets[:, 1] << 8
            counts -= (counts >= 1 << 15) * (1 << 16)
        else:
            counts = octets[:, 0] | octets[:, 1] << 8 | octets[:, 2] << 16
            counts -= (counts >= 1 << 23) * (1 << 24)
        signals.append((labels[i], units[i], samples[i] / seconds, [r[i] for r in ranges], counts.astype("<i4")))
    return data[192:197].decode("ascii").strip(), records, seconds, signals, tals


def annotations(tals, records):
    onsets, remarks = [], []
    for number, part in enumerate(tals):
        for record in range(records):
            octets = part[record].tobytes()
            # A list ends with a zero, and zeros fill the rest.
            for position, match in enumerate(TAL.finditer(octets + b"\0")):
                onset = float(match.group(1))
                if number == 0 and position == 0:
                    onsets.append(onset)
                for text in match.group(3).split(b"\x14"):
                    if text:
                        duration = float(match.group(2)) if match.group(2) else None
                        remarks.append([onset, duration, text.decode("utf-8")])
    first = onsets[0] if onsets else 0.0
    remarks = sorted(([round(o - first, 6), d, t] for o, d, t in remarks), key=lambda r: r[0])
    return onsets, remarks


def check_with_mne(path, signals):
    if len({s[2] for s in signals}) > 1 or len({s[0] for s in signals}) < len(signals):
        return False
    reader = mne.io.read_raw_bdf if path.endswith(".bdf") else mne.io.read_raw_edf
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        raw = reader(path, verbose="ERROR", stim_channel=None)
    gains = {"uV": 1e-6, "µV": 1e-6, "mV": 1e-3, "nV": 1e-9}
    values = raw.get_data()
    for (label, unit, _, (pmin, pmax, dmin, dmax), counts), row in zip(signals, values):
        gain = (pmax - pmin) / (dmax - dmin)
        back = np.rint((row / gains.get(unit, 1.0) - pmin) / gain + dmin).astype(np.int64)
        if label != "Status" and not np.array_equal(back, counts):
            sys.exit(f"MNE reads other samples: {path} {label}")
    return True


def main(folder):
    files = []
    paths = sorted(glob.glob(folder + "/**/*.edf", recursive=True) + glob.glob(folder + "/**/*.bdf", recursive=True))
    for path in paths:
        name = os.path.relpath(path, folder)
        if name in LEFT_OUT:
            continue
        form, records, seconds, signals, tals = read(path)
        onsets, remarks = annotations(tals, records)
        files.append({
            "file": name,
            "form": form,
            "records": records,
            "comparedWithMne": check_with_mne(path, signals),
            "recordOnsets": onsets if form.endswith("+D") else [],
            "annotations": remarks,
            "signals": [{
                "label": label,
                "unit": unit,
                "rateHertz": rate,
                "samples": len(counts),
                "first": counts[:5].tolist(),
                "last": counts[-5:].tolist(),
                "digitalSha256": hashlib.sha256(counts.tobytes()).hexdigest(),
            } for label, unit, rate, _, counts in signals],
        })
    print(json.dumps({
        "tool": f"NumPy {np.__version__}, MNE {mne.__version__}",
        "command": "/usr/bin/python3 src/test/tools/edf_reference.py ../../shared/data",
        "tolerance": "0: counts are integers",
        "files": files,
    }, ensure_ascii=False, indent=1))


main(sys.argv[1])
