#!/usr/bin/python3
"""Scores a resting recording with NumPy, SciPy and MNE-Python, straight from the clinical specification.

Written independently of the Java code, as reference for org.neuroward.resting. Run with Debian's packages:
  /usr/bin/python3 protocols/src/test/tools/resting_reference.py ../shared/data/depression/H_S03_EC.edf \
      eyes-closed 300 > protocols/src/test/resources/reference/H_S03_EC.resting.json
The condition is that of the whole file, or of its first seconds when a number follows.
"""
import hashlib, json, os, sys
import mne, numpy as np, scipy
from scipy import signal

mne.set_log_level("ERROR")
SCREEN = "Fp1 Fp2 F7 F3 Fz F4 F8 T7 C3 Cz C4 T8 P7 P3 Pz P4 P8 O1 O2".split()
MORE = ("Fpz AF7 AF8 AF3 AF4 AFz F5 F6 F1 F2 FT7 FT8 FC5 FC6 FC3 FC4 FC1 FC2 FCz C5 C6 C1 C2 TP7 TP8 CP5 CP6 CP3 CP4 "
        "CP1 CP2 CPz P5 P6 P1 P2 PO7 PO8 PO3 PO4 POz Oz Iz F9 F10 FT9 FT10 T9 T10 TP9 TP10 P9 P10").split()
CANONICAL = {n.upper(): n for n in SCREEN + MORE}
CANONICAL.update(T3="T7", T4="T8", T5="P7", T6="P8")
BANDS = dict(delta=(1, 4), theta=(4, 8), alpha=(8, 13), alpha1=(8, 10), alpha2=(10, 13), beta=(13, 30), beta1=(13, 20),
             beta2=(20, 30), gamma=(30, 45))


def read_edf(path):
    """Label, unit, rate, calibrated values and counts of each signal; the header's own words decide, nothing is guessed."""
    raw = open(path, "rb").read()
    n_signals, position, columns = int(raw[252:256]), 256, []
    for width in (16, 80, 8, 8, 8, 8, 8, 80, 8, 32):
        columns.append([raw[position + i * width:position + (i + 1) * width].decode("latin1").strip()
                        for i in range(n_signals)])
        position += n_signals * width
    labels, _, units, p_min, p_max, d_min, d_max, _, samples, _ = columns
    samples = [int(s) for s in samples]
    data = np.frombuffer(raw, "<i2", offset=int(raw[184:192])).reshape(int(raw[236:244]), sum(samples))
    seconds, at, out = float(raw[244:252]), 0, []
    for i in range(n_signals):
        counts = data[:, at:at + samples[i]].ravel().astype(float)
        at += samples[i]
        if labels[i] != "EDF Annotations":
            gain = (float(p_max[i]) - float(p_min[i])) / (float(d_max[i]) - float(d_min[i]))
            factor = {"uV": 1.0, "mV": 1e3}.get(units[i])
            values = ((counts - float(d_min[i])) * gain + float(p_min[i])) * (factor or np.nan)
            out.append(dict(label=labels[i], rate=samples[i] / seconds, values=values, counts=counts,
                            ends=(float(d_min[i]), float(d_max[i]))))
    return hashlib.sha256(raw).hexdigest(), out


def scalp_name(label):
    word = label.replace(".", "")
    word = word[4:] if word.upper().startswith("EEG ") else word
    return CANONICAL.get(word.split("-")[0].strip().upper())


def band_pass(x, rate, low, high):
    return mne.filter.filter_data(x, rate, low, high, phase="zero", fir_design="firwin", pad="reflect_limited")


def mad(x, axis=-1):
    return np.median(np.abs(x - np.median(x, axis=axis, keepdims=True)), axis=axis)


def bad_channels(x, filtered, heartbeat, rate, block):
    """A5: flat, deviation, high-frequency noise, low correlation; A6: ECG over the whole recording."""
    high = band_pass(x, rate, 1, None)
    low = band_pass(high, rate, None, 50) if rate > 100 else high
    deviation = 0.7413 * np.subtract(*np.percentile(high, [75, 25], axis=1))
    z_deviation = (deviation - np.median(deviation)) / (0.7413 * np.subtract(*np.percentile(deviation, [75, 25])))
    noise = mad(high - low) / mad(low)
    z_noise = (noise - np.median(noise)) / (1.4826 * mad(noise)) if rate > 100 else np.zeros(len(x))
    n = round(rate)
    windows = low[:, :block // n * n].reshape(len(x), -1, n)
    limit, share = (0.3, 0.05) if len(x) <= 19 else (0.4, 0.01)
    best = []
    for w in range(windows.shape[1]):
        r = np.abs(np.corrcoef(windows[:, w]))
        np.fill_diagonal(r, np.nan)
        best.append(np.nanpercentile(r, 98, axis=1))
    isolated = (np.array(best) < limit).mean(0) > share
    ecg = np.zeros(len(x)) if heartbeat is None else np.array([np.corrcoef(f, heartbeat)[0, 1] for f in filtered])
    return (mad(high) <= 1e-9) | (np.abs(z_deviation) > 5) | (z_noise > 5) | isolated | (np.abs(ecg) > 0.3)


def half_height(x, peak):
    left = right = peak
    while left > 0 and x[left - 1] > x[peak] / 2:
        left -= 1
    while right < len(x) - 1 and x[right + 1] > x[peak] / 2:
        right += 1
    return left, right


def artifact_windows(raw, x, names, rate, block):
    """A6 by 1-s windows; raw: unfiltered microvolts and counts, x: 0.5-45 Hz in the average reference."""
    n = round(rate)
    count = block // n
    cut = lambda y: y[..., :count * n].reshape(*y.shape[:-1], count, n)
    flags = np.ptp(cut(x), axis=2) > 100
    lag = round(0.008 * rate)
    step = np.zeros_like(x)
    step[:, lag:] = np.abs(x[:, lag:] - x[:, :-lag])
    flags |= cut(step).max(2) > 50
    t = np.arange(n) / rate
    unfiltered = np.array([r["values"] for r in raw])
    referenced = unfiltered - unfiltered.mean(0)
    slope = np.polyfit(t, cut(referenced).reshape(-1, n).T, 1)[0].reshape(len(raw), count)
    flags |= np.abs(slope) > 50
    flags |= cut(unfiltered).std(2) < 0.5
    still = int(np.ceil(0.1 * rate))
    for c, r in enumerate(raw):
        for w in range(count):
            counts = r["counts"][w * n:(w + 1) * n]
            runs = np.diff(np.flatnonzero(np.concatenate(([True], np.diff(counts) != 0, [True]))))
            at_end = (counts <= r["ends"][0]) | (counts >= r["ends"][1])
            flags[c, w] |= runs.max() >= still or (at_end[:-2] & at_end[1:-1] & at_end[2:]).any()
    fast = np.sqrt((cut(band_pass(x, rate, 30, None)) ** 2).mean(2))
    flags |= (fast - np.median(fast, axis=1, keepdims=True)) / (1.4826 * mad(fast)[:, None]) > 4
    at = lambda sample: min(sample // n, count)
    extra = np.zeros((len(names), count + 1), bool)
    if {"Fp1", "Fp2", "Cz"} <= set(names):
        fp1, fp2, cz = (band_pass(x[names.index(e)], rate, 1, 10) for e in ("Fp1", "Fp2", "Cz"))
        frontal = (fp1 + fp2) / 2
        for p in signal.find_peaks(frontal, height=80)[0]:
            left, right = half_height(frontal, p)
            wide = 0.08 <= (right - left + 1) / rate <= 0.4
            if wide and fp1[p] > 0 and fp2[p] > 0 and frontal[p] > 2 * abs(cz[p]):
                for e in ("Fp1", "Fp2"):
                    extra[names.index(e), at(left):at(right) + 1] = True
    if {"F7", "F8"} <= set(names):
        tenth = round(0.1 * rate)
        means = np.array([np.convolve(x[names.index(e)], np.ones(tenth) / tenth, "valid") for e in ("F7", "F8")])
        jump = means[:, tenth:] - means[:, :-tenth]
        for s in np.flatnonzero((jump[0] * jump[1] < 0) & (np.abs(jump[0] - jump[1]) > 40)):
            for e in ("F7", "F8"):
                extra[names.index(e), at(s):at(s + 2 * tenth - 1) + 1] = True
    flags |= extra[:, :count]
    moving = (np.ptp(cut(x), axis=2) > 100).mean(0) >= 0.25
    return flags | moving[None]


def drowsy_windows(x, names, rate):
    n = round(rate)
    count = x.shape[1] // n
    occipital = x[[names.index(e) for e in ("O1", "O2") if e in names], :count * n].reshape(-1, count, n)
    f, p = signal.periodogram(occipital, rate, "hann", detrend="constant", axis=2)
    leads = p[:, :, (f >= 8) & (f < 13)].sum((0, 2)) < p[:, :, (f >= 4) & (f < 8)].sum((0, 2))
    drowsy, run = np.zeros(count, bool), 0
    if 2 * leads.sum() >= count:
        return drowsy  # little alpha at all: the rule cannot tell
    for w in range(count):
        run = run + 1 if leads[w] else 0
        if run >= 10:
            drowsy[w - run + 1:w + 1] = True
    return drowsy


def runs(clean):
    edges = np.flatnonzero(np.diff(np.concatenate(([0], clean.astype(int), [0]))))
    return list(zip(edges[::2], edges[1::2]))


def welch_r(x, clean, rate):
    """B1 Welch-R: 2-s Hann, 50 % overlap, within clean runs only."""
    n, total, epochs, seconds = round(rate), 0, 0, 0
    for start, end in runs(clean):
        if end - start >= 2:
            f, p = signal.welch(x[start * n:end * n], rate, "hann", 2 * n, n, detrend="constant")
            k = end - start - 1
            total, epochs, seconds = total + p * k, epochs + k, seconds + end - start
    return f, total / epochs, epochs, seconds


def welch_iaf(x, clean, rate):
    n, total, epochs = round(rate), 0, 0
    for start, end in runs(clean):
        k = (end - start - 4) // 2 + 1
        if k >= 1:
            nfft = 2 ** int(np.ceil(np.log2(4 * n)))
            f, p = signal.welch(x[start * n:end * n], rate, "hamming", 4 * n, 2 * n, nfft=nfft, detrend="constant")
            total, epochs = total + p * k, epochs + k
    return f, total / epochs


def alpha_peak(f, psd):
    """B3 for one channel: frequency, weight, ends of the slopes, smoothed spectrum; None without one clear peak."""
    keep = (f >= 1 - 1e-9) & (f <= 40 + 1e-9)
    f, psd = f[keep], psd[keep] / psd[keep].mean()
    step = f[1] - f[0]
    d0, d1, d2 = (signal.savgol_filter(psd, 11, 5, deriv=d, delta=step) for d in range(3))
    fit = np.polyfit(f, np.log10(psd), 1)
    residual = np.log10(psd) - np.polyval(fit, f)
    limit = np.polyval(fit, f) + np.sqrt((residual ** 2).sum() / (len(f) - 2))
    peaks = []
    for k in np.flatnonzero((d1[:-1] > 0) & (d1[1:] <= 0)):
        hertz = f[k] + step * d1[k] / (d1[k] - d1[k + 1])
        top = k if d0[k] >= d0[k + 1] else k + 1
        if 7 <= hertz <= 13 and np.log10(d0[top]) > limit[top]:
            peaks.append((d0[top], hertz, k))
    peaks.sort(reverse=True)
    if not peaks or len(peaks) > 1 and peaks[0][0] < 1.2 * peaks[1][0]:
        return f, d0, None
    _, hertz, k = peaks[0]
    left, right = k, k + 1
    while d2[left] < 0:
        left -= 1
    while d2[right] < 0:
        right += 1
    weight = np.trapz(d0[left:right + 1], dx=step) / (right - left + 1)
    low, flat = k, 0
    while low > 5 and d1[low] > 0 and flat * step < 1:
        low -= 1
        flat = flat + 1 if abs(d1[low]) < 1 else 0
    high, flat = k + 1, 0
    while high < len(f) - 6 and d1[high] <= 0 and flat * step < 1:
        high += 1
        flat = flat + 1 if abs(d1[high]) < 1 else 0
    return f, d0, (hertz, weight, f[low], f[high])


def alpha_frequency(spectra):
    measured = [alpha_peak(*s) for s in spectra]
    peaks = np.array([m[2] for m in measured if m[2]])
    if len(peaks) < 3:
        return None, None
    low, high = peaks[:, 2].mean(), peaks[:, 3].mean()
    gravity = []
    for f, d0, _ in measured:
        inside = (f >= low) & (f <= high) & (np.arange(len(f)) >= 5) & (np.arange(len(f)) < len(f) - 5)
        gravity.append((f[inside] * d0[inside]).sum() / d0[inside].sum())
    return float((peaks[:, 0] * peaks[:, 1]).sum() / peaks[:, 1].sum()), float(np.mean(gravity))


def score(path, condition, block_seconds):
    digest, signals = read_edf(path)
    ecg = [s for s in signals if s["label"].upper().startswith("ECG")]
    eeg = {}
    for s in signals:
        name = None if "A2-A1" in s["label"] or s["label"].startswith("EOG") or s in ecg else scalp_name(s["label"])
        if name and name not in eeg:
            eeg[name] = s
    names = [n for n in SCREEN if n in eeg] + [n for n in eeg if n not in SCREEN]
    rate = eeg[names[0]]["rate"]
    high = min(45.0, 0.4 * rate)
    x = np.array([eeg[n]["values"] for n in names])
    filtered = band_pass(x, rate, 0.5, high)
    heartbeat = band_pass(ecg[0]["values"], rate, 0.5, high) if ecg else None
    bad = bad_channels(x, filtered, heartbeat, rate, int(block_seconds * rate) if block_seconds else x.shape[1])
    left_out = [n for n, b in zip(names, bad) if b]
    names = [n for n in names if n not in left_out]
    filtered = filtered[~bad]
    average = filtered - filtered.mean(0)
    block = int(block_seconds * rate) if block_seconds else average.shape[1]
    raw = [dict(eeg[n], values=eeg[n]["values"][:block], counts=eeg[n]["counts"][:block]) for n in names]
    flags = artifact_windows(raw, average, names, rate, block)
    required = [names.index(n) for n in SCREEN if n in names]
    clean = ~flags[required].any(0)
    if condition == "eyes-closed":
        clean &= ~drowsy_windows(average[:, :block], names, rate)
    percent = 100 * (~flags).mean(1)
    f, unfiltered = signal.welch(x[~bad, :block // round(rate) * round(rate)], rate, "hann", 2 * round(rate), round(rate), detrend="constant")
    line = lambda p, h: 10 * np.log10(p[..., np.abs(f - h) <= 1].mean(-1)
                                      / p[..., (np.abs(f - h) > 1) & (np.abs(f - h) <= 5)].mean(-1))
    _, first = signal.welch(x[:, :10 * round(rate)], rate, "hann", 2 * round(rate), round(rate), detrend="constant")
    hertz = 60 if line(first.mean(0), 60) > max(line(first.mean(0), 50), 3) else 50
    decibels = float(np.median(line(unfiltered, hertz)))
    index = 0.6 * percent[required].min() + 0.4 * np.median(percent) - (10 if decibels > 10 else 0)
    channels, spectra, used = {}, {}, {}
    for c, name in enumerate(names):
        own = clean & ~flags[c]
        f, p, epochs, seconds = welch_r(average[c], own, rate)
        step = f[1] - f[0]
        whole = p[(f >= 1) & (f < high)].sum() * step
        power = {b: p[(f >= lo) & (f < hi)].sum() * step for b, (lo, hi) in BANDS.items() if hi <= high}
        channels[name] = dict(secondsUsed=int(seconds), absolute={b: float(v) for b, v in power.items()},
                              relative={b: float(v / whole) for b, v in power.items()})
        spectra[name] = [float(v) for v in p[(f > 0) & (f <= high)]]
        if c == required[0]:
            used = dict(epochs=int(epochs), secondsUsed=int(seconds))
    posterior = [names.index(n) for n in "P3 Pz P4 O1 Oz O2".split() if n in names]
    peak, gravity = alpha_frequency([welch_iaf(average[c], clean, rate) for c in posterior])
    results = [dict(code=f"band-power.alpha.{scale}", condition=condition, place=n, value=channels[n][scale]["alpha"])
               for n in names for scale in ("absolute", "relative")]
    results += [dict(code=code, condition=condition, place="posterior", value=value)
                for code, value in (("iaf.peak", peak), ("iaf.centre-of-gravity", gravity))]
    picked = {n: [float(v) for v in filtered[names.index(n)][::997]] for n in ("Fp1", "O2") if n in names}
    return dict(
        tool="MNE-Python, SciPy, NumPy",
        versions=dict(mne=mne.__version__, scipy=scipy.__version__, numpy=np.__version__, python=sys.version.split()[0]),
        command=" ".join(["/usr/bin/python3 protocols/src/test/tools/resting_reference.py"] + sys.argv[1:]),
        tolerance=dict(relative=1e-6, reason="same definitions, other order of summation"),
        file=os.path.basename(path), sha256=digest, condition=condition, blockSeconds=block / rate, rateHertz=rate, reference="average",
        channelsUsed=names, channelsBad=left_out, **used,
        quality=dict(index=float(index), lineHertz=hertz, lineDecibels=decibels,
                     cleanPercent={n: float(v) for n, v in zip(names, percent)}),
        iaf=dict(peakHertz=peak, centreOfGravityHertz=gravity),
        results=results, channels=channels, filteredEvery997thSample=picked,
        spectraFromHalfHertz={n: spectra[n] for n in ("Cz", "O1", "O2") if n in spectra})


if __name__ == "__main__":
    state = sys.argv[2] if len(sys.argv) > 2 else "unmarked"
    json.dump(score(sys.argv[1], state, float(sys.argv[3]) if len(sys.argv) > 3 else None), sys.stdout, indent=1)
    print()
