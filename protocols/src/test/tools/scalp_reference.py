#!/usr/bin/python3
"""Spherical splines by MNE-Python, REST by NumPy's pinv, as reference for org.neuroward.scalp and org.neuroward.reference.

Written independently of the Java code; run with Debian's packages:
  /usr/bin/python3 protocols/src/test/tools/scalp_reference.py ../shared/data \
      > protocols/src/test/resources/reference/scalp.json
"""
import functools, json, sys
import mne, numpy as np, scipy
from mne.channels import interpolation
from scipy.special import eval_legendre
from resting_reference import read_edf, scalp_name

mne.set_log_level("ERROR")
RADIUS = 0.095
RECORDINGS = {  # file: bad channels to interpolate, at most a tenth
    "depression/H_S03_EC.edf": ["C3"],
    "depression/MDD_S05_EC.edf": ["O2"],
    "resting/Subject00_1.edf": ["F7"],
    "resting/eeglab_data.edf": ["Cz", "PO7", "FC6"],
}
BESA = """Fp1 -92 -72; Fp2 92 72; Fpz 92 90; F7 -92 -36; F8 92 36; F3 -60 -51; F4 60 51; Fz 46 90; FC5 -72 -21; FC6 72 21;
FC1 -32 -45; FC2 32 45; T7 -92 0; T8 92 0; C3 -46 0; C4 46 0; Cz 0 0; CP5 -72 21; CP6 72 -21; CP1 -32 45; CP2 32 -45;
P7 -92 36; P8 92 -36; P3 -60 51; P4 60 -51; Pz 46 -90; PO7 -92 54; PO8 92 -54; PO3 -74 65; PO4 74 -65; POz 69 -90;
O1 -92 72; O2 92 -72; Oz 92 -90"""


def positions():
    out = {}
    for row in BESA.replace("\n", " ").split(";"):
        name, theta, phi = row.split()
        t, p = np.radians(float(theta)), np.radians(float(phi))
        out[name] = np.array([np.sin(t) * np.cos(p), np.sin(t) * np.sin(p), np.cos(t)])
    return out


def conduction(n):
    """K_n by solving all boundary conditions of the three spheres at once, not from the outside inwards."""
    r1, r2, r3, s = 0.87, 0.92, 1.0, (1, 0.0125, 1)
    up, down = (lambda r: r ** n), (lambda r: r ** -(n + 1.0))
    dup, ddown = (lambda r: n * r ** (n - 1)), (lambda r: -(n + 1) * r ** -(n + 2.0))
    # unknowns: A1 A2 B2 A3 B3 for B1 = 1
    m = np.array([[up(r1), -up(r1), -down(r1), 0, 0], [s[0] * dup(r1), -s[1] * dup(r1), -s[1] * ddown(r1), 0, 0],
                  [0, up(r2), down(r2), -up(r2), -down(r2)],
                  [0, s[1] * dup(r2), s[1] * ddown(r2), -s[2] * dup(r2), -s[2] * ddown(r2)], [0, 0, 0, dup(r3), ddown(r3)]])
    a = np.linalg.solve(m, [-down(r1), -s[0] * ddown(r1), 0, 0, 0])
    return (a[3] * up(r3) + a[4] * down(r3)) * s[2] / s[0]


def lead_field(electrodes):
    n = np.arange(1, 61)
    k = np.array([conduction(int(i)) for i in n])
    i, j = np.arange(2600), np.arange(400)
    z = 0.869 - 0.945 * (i + .5) / 2600
    rho, turn = np.sqrt(0.869 ** 2 - z ** 2), np.pi * (1 + 5 ** .5) * (i + .5)
    cap = np.c_[rho * np.cos(turn), rho * np.sin(turn), z]
    rho, turn = 0.868 * np.sqrt((j + .5) / 400), np.pi * (1 + 5 ** .5) * (j + .5)
    disc = np.c_[rho * np.cos(turn), rho * np.sin(turn), np.full(400, -0.076)]
    place = np.r_[cap, disc]
    moment = np.r_[cap / np.linalg.norm(cap, axis=1)[:, None], np.tile([0, 0, 1.], (400, 1))]
    b = np.linalg.norm(place, axis=1)
    axis = place / b[:, None]
    radial = (axis * moment).sum(1)
    tangential = moment - radial[:, None] * axis
    g = np.zeros((len(electrodes), 3000))
    for e, electrode in enumerate(electrodes):
        x = axis @ electrode
        p = np.array([eval_legendre(d, x) for d in range(61)])
        slope = n[:, None] * (x * p[1:] - p[:-1]) / (x ** 2 - 1)
        g[e] = ((n * k)[:, None] * b ** (n[:, None] - 1) * p[1:] * radial
                + k[:, None] * b ** (n[:, None] - 1) * slope * (tangential @ electrode)).sum(0) / (4 * np.pi)
    return g


def rest(x, electrodes):
    g = lead_field(electrodes)
    average = x - x.mean(0)
    return average + (g @ np.linalg.pinv(g - g.mean(0)) @ average).mean(0)


def raw_of(x, names, rate, where, bads=()):
    raw = mne.io.RawArray(x * 1e-6, mne.create_info(names, rate, "eeg"))
    raw.set_montage(mne.channels.make_dig_montage({n: where[n] * RADIUS for n in names}, coord_frame="head"))
    raw.info["bads"] = list(bads)
    return raw


def interpolated(x, names, rate, where, bads, terms):
    original = interpolation._calc_g
    interpolation._calc_g = functools.partial(original, n_legendre_terms=terms)
    try:
        raw = raw_of(x, names, rate, where, bads).interpolate_bads(origin=(0, 0, 0), reset_bads=False)
        return raw.get_data(bads) * 1e6
    finally:
        interpolation._calc_g = original


def one(path, file, bads):
    where = positions()
    digest, signals = read_edf(f"{path}/{file}")
    kept = {}
    for s in signals:
        name = None if "A2-A1" in s["label"] or s["label"][:3] in ("EOG", "ECG") else scalp_name(s["label"])
        name = "Fpz" if s["label"] == "EEG FPz" else name
        if name and name not in kept:
            kept[name] = s
    names, rate = list(kept), signals[0]["rate"]
    every = np.arange(1000, signals[0]["values"].size, 1499)[:24]
    x = np.array([kept[n]["values"][every] for n in names])
    csd = mne.preprocessing.compute_current_source_density(raw_of(x, names, rate, where), sphere=(0, 0, 0, RADIUS))
    values = lambda array, chosen: {n: array[i].tolist() for i, n in enumerate(chosen)}
    return dict(file=file, sha256=digest, channels=names, samples=every.tolist(), bads=bads,
                interpolatedWith7Terms=values(interpolated(x, names, rate, where, bads, 7), bads),
                interpolatedWith50Terms=values(interpolated(x, names, rate, where, bads, 50), bads),
                currentSourceDensity=values(csd.get_data() * 1e6, names),
                restReference=values(rest(x, [where[n] for n in names]), names))


if __name__ == "__main__":
    json.dump(dict(
        tool=f"MNE-Python {mne.__version__}, NumPy {np.__version__}, SciPy {scipy.__version__}",
        command="/usr/bin/python3 protocols/src/test/tools/scalp_reference.py ../shared/data",
        tolerance="1e-9 of the largest value of a channel: inverses of matrices with condition numbers up to 1e5",
        headRadiusMetres=RADIUS, recordings=[one(sys.argv[1], *item) for item in RECORDINGS.items()]), sys.stdout)
    print()
