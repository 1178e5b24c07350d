#!/usr/bin/env python3
"""Compares the samples of BrainVision exports, read by BioSig, with those of their sources, read by MNE.

    /usr/bin/python3 biosig_reads_exports.py SOURCE EXPORT [SOURCE EXPORT ...]

Prints one line per pair: the largest difference in microvolts.
"""
import sys
import warnings

import biosig
import mne
import numpy as np

for source, export in zip(sys.argv[1::2], sys.argv[2::2]):
    reader = mne.io.read_raw_brainvision if source.endswith(".vhdr") else mne.io.read_raw_eeglab
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        expected = reader(source, preload=True, verbose="ERROR").get_data().T * 1e6
    read = np.array(biosig.data(export))
    print(source.split("/")[-1], read.shape == expected.shape, np.abs(read - expected).max())
