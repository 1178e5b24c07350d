"""Spherical splines of MNE on invented values at the 19 electrodes, for SphericalSplineTest.

Run: /usr/bin/python3 protocols/src/test/tools/spherical_spline.py > protocols/src/test/resources/org/neuroward/scalp/spherical-spline.json
"""
import json
import mne
import numpy as np
from mne.channels.interpolation import _calc_g
from scipy.linalg import pinv

DEGREES = {
    "Fp1": (-92, -72), "Fp2": (92, 72), "F7": (-92, -36), "F3": (-60, -51), "Fz": (46, 90), "F4": (60, 51),
    "F8": (92, 36), "T7": (-92, 0), "C3": (-46, 0), "Cz": (0, 0), "C4": (46, 0), "T8": (92, 0), "P7": (-92, 36),
    "P3": (-60, 51), "Pz": (46, -90), "P4": (60, -51), "P8": (92, -36), "O1": (-92, 72), "O2": (92, -72),
}
POINTS = [(0.0, 0.0), (30.0, 10.0), (70.0, -80.0), (92.0, -90.0), (45.0, 135.0)]


def unit(polar, azimuth):
    t, p = np.radians(polar), np.radians(azimuth)
    return [np.sin(t) * np.cos(p), np.sin(t) * np.sin(p), np.cos(t)]


electrodes = np.array([unit(*a) for a in DEGREES.values()])
points = np.array([unit(*a) for a in POINTS])
values = np.array([5 + 3 * i % 7 + 0.25 * i for i in range(len(DEGREES))])
n = len(values)
g_from = _calc_g(electrodes @ electrodes.T, stiffness=4, n_legendre_terms=7)
g_from.flat[:: n + 1] += 1e-5
c = np.vstack([np.hstack([g_from, np.ones((n, 1))]), np.hstack([np.ones((1, n)), np.zeros((1, 1))])])
g_to = _calc_g(points @ electrodes.T, stiffness=4, n_legendre_terms=7)
interpolation = np.hstack([g_to, np.ones((len(points), 1))]) @ pinv(c)[:, :-1]
print(json.dumps({
    "tool": "mne " + mne.__version__ + ", mne.channels.interpolation._calc_g, as in _make_interpolation_matrix",
    "command": "/usr/bin/python3 protocols/src/test/tools/spherical_spline.py",
    "tolerance": 1e-6,
    "reason": "MNE inverts by singular values, we eliminate; the system's condition is about 1e5",
    "electrodes": list(DEGREES),
    "values": values.tolist(),
    "points": [{"polar": a, "azimuth": b, "value": v} for (a, b), v in zip(POINTS, (interpolation @ values).tolist())],
}, indent=1))
