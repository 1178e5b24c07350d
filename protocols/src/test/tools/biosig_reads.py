#!/usr/bin/env python3
"""Reads a file with BioSig and writes all its samples, in the files' own units, for comparison.

    /usr/bin/python3 biosig_reads.py FILE OUT       (Debian: python3-biosig)

OUT holds float64 little-endian, channel after channel, at the highest rate: BioSig repeats the samples of slower channels.
Prints samples, channels and the annotations as "onset duration text".
"""
import json
import sys

import biosig
import numpy as np

try:
    header = json.loads(biosig.header(sys.argv[1]))
except UnicodeDecodeError:
    header = {}  # BioSig fills some fields of its own header text with bytes that its Python side cannot read
data = np.asarray(biosig.data(sys.argv[1]), dtype="<f8")
data.T.tofile(sys.argv[2])
print(data.shape[0], data.shape[1])
for event in header.get("EVENT", []):
    print(round(event["POS"], 2), round(event["DUR"], 2), event["Description"])
