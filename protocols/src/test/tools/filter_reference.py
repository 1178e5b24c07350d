#!/usr/bin/python3
"""Filter responses by SciPy and MNE-Python, as reference for org.neuroward.filter.

Run with Debian's packages:  /usr/bin/python3 protocols/src/test/tools/filter_reference.py > \
    protocols/src/test/resources/reference/filters.json
"""
import json, sys
import mne, numpy, scipy
from scipy import signal

mne.set_log_level("ERROR")


def walk(samples):
    """A test signal that any language can make: a linear congruential generator, summed up."""
    state, level, out = 12345, 0.0, []
    for _ in range(samples):
        state = (1103515245 * state + 12345) % 2**31
        level = 0.95 * level + 10 * (state / 2**31 - 0.5)
        out.append(level + 100)
    return numpy.array(out)


def fir(rate, low, high, samples):
    x = walk(samples)
    taps = mne.filter.create_filter(x, rate, low, high, fir_design="firwin", phase="zero")
    y = mne.filter.filter_data(x, rate, low, high, fir_design="firwin", phase="zero", pad="reflect_limited")
    return dict(rateHertz=rate, lowHertz=low, highHertz=high, samples=samples, length=len(taps),
                taps=taps[len(taps) // 2:].tolist()[:400], filtered=y[::37].tolist(), stride=37)


def causal(rate, kind, order, edges):
    if kind == "notch":
        sos = signal.tf2sos(*signal.iirnotch(edges[0], 30, fs=rate))
    else:
        sos = signal.butter(order, edges if len(edges) > 1 else edges[0], kind, fs=rate, output="sos")
    y = signal.sosfilt(sos, walk(600))
    return dict(rateHertz=rate, kind=kind, order=order, edgesHertz=edges, filtered=y[::7].tolist(), stride=7)


print(json.dumps(dict(
    tool=f"MNE-Python {mne.__version__}, SciPy {scipy.__version__}, NumPy {numpy.__version__}",
    command="/usr/bin/python3 protocols/src/test/tools/filter_reference.py",
    tolerance="1e-9 of the largest value: order of summation only",
    fir=[fir(256., .5, 45., 6000), fir(160., .5, 45., 3000), fir(128., .5, 45., 3000), fir(500., 1., None, 4000),
         fir(100., .5, 40., 2000), fir(256., None, 50., 3000), fir(256., 30., 45., 3000), fir(256., 1., 10., 700)],
    causal=[causal(250., "highpass", 2, [.5]), causal(250., "highpass", 3, [1.]), causal(256., "lowpass", 4, [70.]),
            causal(250., "lowpass", 1, [35.]), causal(250., "bandpass", 1, [8., 12.]),
            causal(250., "bandpass", 2, [8., 13.]), causal(250., "bandpass", 3, [18., 30.]),
            causal(500., "notch", 2, [50.]), causal(250., "notch", 2, [60.])]), indent=1))
