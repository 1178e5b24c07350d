#!/usr/bin/env python3
"""Compares files with the copies that we wrote of them, both read by MNE: the same samples, annotations and start.
EDF, BDF, BrainVision and EEGLAB; of the last two the samples and the channels, since their copies bear coded texts; a label that no
list knows is numbered in the copy.

    /usr/bin/python3 mne_reads_copies.py ORIGINAL COPY [ORIGINAL COPY ...]

Prints one line per pair. MNE reads discontinuous files as if they had no gaps, in the original and in the copy alike.
"""
import sys
import warnings

import mne
import numpy as np


def read(path):
    if path.endswith((".vhdr", ".set")):
        reader = mne.io.read_raw_brainvision if path.endswith(".vhdr") else mne.io.read_raw_eeglab
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return reader(path, preload=True, verbose="ERROR")
    reader = mne.io.read_raw_bdf if path.endswith(".bdf") else mne.io.read_raw_edf
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return reader(path, verbose="ERROR", stim_channel=None)


def remarks(raw):
    return [(round(a["onset"], 5), round(a["duration"], 5), a["description"])
            for a in raw.annotations if not a["description"].startswith("Neuroward: padding")]


for original, copy in zip(sys.argv[1::2], sys.argv[2::2]):
    one, two = read(original), read(copy)
    samples = one.n_times
    # Digital steps differ by no rounding: the same integers and the same ranges give the same doubles.
    same = np.array_equal(one.get_data(), two.get_data()[:, :samples])
    if two.filenames[0].endswith(".eeg"):
        named = all(a == b or b == f"Channel {place}"
                    for place, (a, b) in enumerate(zip(one.ch_names, two.ch_names), 1))
        print(original.split("/")[-1], "same" if same and named else "DIFFERENT",
              two.n_times - samples)
        continue
    print(original.split("/")[-1], "same" if same and remarks(one) == remarks(two) else "DIFFERENT",
          two.n_times - samples)
