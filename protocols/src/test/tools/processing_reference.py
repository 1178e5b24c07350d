#!/usr/bin/python3
"""Filters, resampling and mains interpolation of recordings by SciPy, MNE-Python and NumPy, as reference for org.neuroward.filter.

Run with Debian's packages:  /usr/bin/python3 protocols/src/test/tools/processing_reference.py ../shared/data > \
    protocols/src/test/resources/reference/processing.json
"""
import json, sys
import mne, numpy as np, scipy
from scipy import signal

mne.set_log_level("ERROR")
RECORDINGS = [("depression/H_S03_EC.edf", "EEG O1-LE"), ("depression/MDD_S05_EC.edf", "EEG F4-LE"),
              ("resting/Subject00_1.edf", "EEG Pz"), ("resting/eeglab_data.edf", "EEG Pz")]
FROM, SECONDS, STRIDE = 20, 30, 97


def picked(values):
    return [float(f"{v:.13g}") for v in values[::STRIDE]]


def resampled(x, rate, to):
    """Kaiser-windowed sinc, pass 0.4 and stop 0.5 of the lower rate, 60.5 dB; each phase sums to 1. Ends without continuation."""
    up, down = int(to), int(rate)
    up, down = up // np.gcd(up, down), down // np.gcd(up, down)
    ratio, decibels = min(1, to / rate), 60.5
    half = 4 * int(np.ceil((decibels - 7.95) / (14.36 * .1 * ratio) / 8))
    t = np.arange(-half * up, half * up + 1) / up
    beta = .1102 * (decibels - 8.7)
    h = .9 * ratio * np.sinc(.9 * ratio * t) * np.i0(beta * np.sqrt(np.maximum(0, 1 - (t / half) ** 2))) / np.i0(beta)
    h[[0, -1]] = 0
    for phase in range(up):
        h[phase::up] /= h[phase::up].sum()
    # the centre of h lies here
    full = signal.upfirdn(h, x, up, 1)[half * up::down]
    skip = int(np.ceil(half * to / rate)) + 1
    return dict(toHertz=to, skip=skip, samples=picked(full[skip:len(full) - 2 * skip]))


def interpolated(x, rate, mains):
    """Leske and Dalal 2019: magnitudes within 1 Hz become the mean of the 2 Hz on either side; phases stay."""
    z, f = np.fft.rfft(x), np.fft.rfftfreq(len(x), 1 / rate)
    line = mains
    while line + 3 <= rate / 2:
        d = np.abs(f - line)
        flank, inside = (d > 1 + 1e-9) & (d <= 3 + 1e-9), d <= 1 + 1e-9
        z[inside] *= np.abs(z[flank]).mean() / np.abs(z[inside])
        line += mains
    return picked(np.fft.irfft(z, len(x)))


def recording(name, label):
    raw = mne.io.read_raw_edf(sys.argv[1] + "/" + name, include=[label], preload=True)
    rate = raw.info["sfreq"]
    first = round(FROM * rate)
    x = raw.get_data()[0, first:first + round(SECONDS * rate)] * 1e6
    band = signal.butter(4, [.5, 45], "bandpass", fs=rate, output="sos")
    low = signal.butter(3, 30, "lowpass", fs=rate, output="sos")
    notch = signal.tf2sos(*signal.iirnotch(50, 30, fs=rate))
    return dict(
        recording=name, label=label, fromSeconds=FROM, seconds=SECONDS, stride=STRIDE, rateHertz=rate,
        fir=picked(mne.filter.filter_data(x, rate, .5, 45, fir_design="firwin", phase="zero", pad="reflect_limited")),
        causal=picked(signal.sosfilt(band, x)),
        zeroPhaseBand=picked(signal.sosfiltfilt(band, x)),
        zeroPhaseLow=picked(signal.sosfiltfilt(low, x)),
        zeroPhaseNotch=picked(signal.sosfiltfilt(notch, x)),
        resampled=[resampled(x, rate, to) for to in (100., 128. if rate != 128 else 250.)],
        interpolated=interpolated(x, rate, 50.))


print(json.dumps(dict(
    tool=f"MNE-Python {mne.__version__}, SciPy {scipy.__version__}, NumPy {np.__version__}",
    command="/usr/bin/python3 protocols/src/test/tools/processing_reference.py ../shared/data",
    tolerance="1e-9 of the largest value: order of summation only",
    recordings=[recording(*r) for r in RECORDINGS]), separators=(",", ":")))
