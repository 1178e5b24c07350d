#!/usr/bin/python3
"""The same work as our benchmarks, done with NumPy, SciPy and MNE-Python as a careful user would.

  apt-get install -y python3-numpy python3-scipy python3-mne
  OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 peer_signal.py SIGNAL.f64 --channels 19 --rate 250 [--runs 7] [--night NIGHT.edf]

SIGNAL.f64 holds float64 little-endian microvolts, channel after channel. Prints one line per task:
task,median_ms,min_ms,max_ms,runs. With --values FOLDER it times nothing and writes what each task computes, as float64.
"""
import argparse
import os
import time
import warnings

import numpy as np
import scipy
import scipy.signal
from scipy.spatial import cKDTree

try:
    import mne

    mne.set_log_level("ERROR")
except ImportError:
    mne = None

warnings.filterwarnings("ignore")
BANDS = ((1, 4), (4, 8), (8, 13), (13, 30), (30, 45))
NIGHT_WINDOW_START_SECONDS = 3600


def welch(x, rate):
    n = int(2 * rate)
    return scipy.signal.welch(x, rate, "hann", n, n // 2)[1]


def multitaper(x, rate):
    n = int(4 * rate)
    epochs = x[:, : x.shape[1] // n * n].reshape(len(x), -1, n)
    return mne.time_frequency.psd_array_multitaper(epochs, rate, bandwidth=2.0, normalization="full")[0].mean(1)


def multitaper_same_tapers(x, rate):
    """For comparing values: MNE's tapers are periodic and weighted by their concentration, ours symmetric and equal."""
    n = int(4 * rate)
    epochs = x[:, : x.shape[1] // n * n].reshape(len(x), -1, 1, n)
    tapers = scipy.signal.windows.dpss(n, 4, 7)
    spectra = np.fft.rfft((epochs - epochs.mean(3, keepdims=True)) * tapers)
    density = 2 * (np.abs(spectra) ** 2).mean(2).mean(1) / rate
    density[:, [0, -1]] /= 2
    return density


def wpli(x, rate):
    """All pairs, five bands, two-second Hann epochs side by side; mean over the bins of a band."""
    n = int(2 * rate)
    epochs = x[:, : x.shape[1] // n * n].reshape(len(x), -1, n).transpose(1, 0, 2)
    taper = scipy.signal.get_window("hann", n)
    z = np.fft.rfft((epochs - epochs.mean(2, keepdims=True)) * taper, axis=2)
    hertz = np.fft.rfftfreq(n, 1 / rate)
    i, j = np.triu_indices(len(x), 1)
    found = []
    for low, high in BANDS:
        band = z[:, :, (hertz >= low) & (hertz < high)]
        c = (band[:, i] * band[:, j].conj()).imag
        found.append((np.abs(c.mean(0)) / np.abs(c).mean(0)).mean(1))
    return np.array(found)


def matches_all_pairs(y, tolerance, m=2):
    """Counts lag by lag: all pairs, but whole rows at a time, which is many times faster than template by template."""
    b = a = 0
    for lag in range(1, len(y) - m):
        near = np.abs(y[lag:] - y[:-lag]) <= tolerance
        similar = near[:-2] & near[1:-1]
        b += np.count_nonzero(similar)
        a += np.count_nonzero(similar & near[2:])
    return a, b


def matches_tree(y, tolerance, m=2):
    """The same counts by SciPy's compiled neighbour search."""
    n = len(y) - m
    templates = np.lib.stride_tricks.sliding_window_view(y, m + 1)[:n]
    short, long = cKDTree(templates[:, :m]), cKDTree(templates)
    return ((long.count_neighbors(long, tolerance, p=np.inf) - n) // 2,
            (short.count_neighbors(short, tolerance, p=np.inf) - n) // 2)


def multiscale_entropy(x, matches):
    found = np.empty((len(x), 20))
    for channel, y in enumerate(x):
        tolerance = 0.15 * y.std()
        for scale in range(1, 21):
            coarse = y[: len(y) // scale * scale].reshape(-1, scale).mean(1)
            a, b = matches(coarse, tolerance)
            found[channel, scale - 1] = -np.log(a / b) if a and b else np.nan
    return found


def sample_entropy_textbook(y, m=2):
    n, tolerance = len(y) - m, 0.15 * y.std()
    templates = np.lib.stride_tricks.sliding_window_view(y, m + 1)[:n]
    a = b = 0
    for k in range(n - 1):
        distance = np.abs(templates[k + 1:] - templates[k])
        near = distance[:, :m].max(1) <= tolerance
        b += near.sum()
        a += (near & (distance[:, m] <= tolerance)).sum()
    return -np.log(a / b)


def window_of_night(raw):
    rate = int(raw.info["sfreq"])
    first = NIGHT_WINDOW_START_SECONDS * rate
    return raw.get_data(picks=[0], start=first, stop=first + 30 * rate)


def tasks(x, rate, night):
    """Name, what is timed, what is compared (None: the definitions differ), runs (None: as asked)."""
    sos = scipy.signal.butter(4, [0.5, 45], "bandpass", fs=rate, output="sos")
    short = x[:, : int(30 * rate)]
    timed = [
        ("welch_2s_hann_scipy", lambda: welch(x, rate), lambda: welch(x, rate), None),
        ("sos_causal_scipy", lambda: scipy.signal.sosfilt(sos, x, axis=1),
         lambda: scipy.signal.sosfilt(sos, x, axis=1), None),
        ("sos_zero_phase_scipy", lambda: scipy.signal.sosfiltfilt(sos, x, axis=1),
         lambda: scipy.signal.sosfiltfilt(sos, x, axis=1), None),
        ("resample_poly_to_128_scipy", lambda: scipy.signal.resample_poly(x, 128, int(rate), axis=1),
         lambda: scipy.signal.resample_poly(x, 128, int(rate), axis=1), None),
        ("wpli_all_pairs_numpy", lambda: wpli(x, rate), lambda: wpli(x, rate), None),
        ("multiscale_entropy_all_pairs_numpy", lambda: multiscale_entropy(short, matches_all_pairs),
         lambda: multiscale_entropy(short, matches_all_pairs), 1),
        ("multiscale_entropy_kd_tree_scipy", lambda: multiscale_entropy(short, matches_tree),
         lambda: multiscale_entropy(short, matches_tree), 1),
        ("sample_entropy_scale1_numpy_one_channel", lambda: sample_entropy_textbook(short[0]),
         lambda: sample_entropy_textbook(short[0]), 1),
    ]
    if mne is None:
        print("# mne is not installed: its tasks were left out")
        return timed
    names = [f"EEG{k:03d}" for k in range(len(x))]
    raw = mne.io.RawArray(x * 1e-6, mne.create_info(names, rate, "eeg"))
    timed += [
        ("fir_0.5_45_zero_phase_mne", lambda: mne.filter.filter_data(x, rate, 0.5, 45.0),
         lambda: mne.filter.filter_data(x, rate, 0.5, 45.0), None),
        ("resample_to_128_mne", lambda: raw.copy().resample(128.0), None, 3),
        ("multitaper_4s_epochs_mne", lambda: multitaper(x, rate), lambda: multitaper_same_tapers(x, rate), 3),
    ]
    if night:
        lazy = mne.io.read_raw_edf(night, preload=False)
        timed += [
            ("edf_read_30s_window_mne", lambda: window_of_night(lazy), lambda: window_of_night(lazy) * 1e6, 15),
            ("edf_read_whole_mne", lambda: mne.io.read_raw_edf(night, preload=True), None, 3),
        ]
    return timed


def measure(name, work, runs):
    work()
    milliseconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        milliseconds.append((time.perf_counter() - start) * 1e3)
    print(f"{name},{np.median(milliseconds):.3f},{min(milliseconds):.3f},{max(milliseconds):.3f},{runs}", flush=True)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("signal")
    options.add_argument("--channels", type=int, required=True)
    options.add_argument("--rate", type=float, required=True)
    options.add_argument("--runs", type=int, default=7)
    options.add_argument("--night", help="an EDF file, for the reading tasks")
    options.add_argument("--values", help="write what the tasks compute into this folder and time nothing")
    o = options.parse_args()
    x = np.fromfile(o.signal, "<f8").reshape(o.channels, -1)
    versions = f"Python numpy {np.__version__}, scipy {scipy.__version__}"
    print(f"# {versions}, mne {mne.__version__ if mne else 'absent'}", flush=True)
    for name, work, value, runs in tasks(x, o.rate, o.night):
        if not o.values:
            measure(name, work, runs or o.runs)
        elif value:
            np.ascontiguousarray(value(), "<f8").tofile(os.path.join(o.values, name + ".f64"))


if __name__ == "__main__":
    main()
