#!/usr/bin/python3
"""Graph measures of real recordings by networkx, as reference for org.neuroward.network.

The graphs are the strongest weighted phase-lag indices (8 to 13 Hz, NumPy). Random networks come from swaps of edges by Python's
generator: their means agree with ours within their standard errors only.
Run with Debian's packages (python3-networkx), beside a folder of recordings:
  /usr/bin/python3 protocols/src/test/tools/network_reference.py ../shared/data > \
      protocols/src/test/resources/reference/network.json
"""
import json, random, sys
import mne, networkx as nx, numpy as np

mne.set_log_level("ERROR")
np.seterr(invalid="ignore")
DENSITIES, SURROGATES, EPOCHS = [0.10, 0.15, 0.20, 0.25, 0.30], 400, 60


def wpli(name, channels):
    raw = mne.io.read_raw_edf(f"{sys.argv[1]}/{name}")
    rate = raw.info["sfreq"]
    n = int(2 * rate)
    x = raw.get_data(picks=channels)
    e = np.stack([x[:, k * n:(k + 1) * n] for k in range(2, 2 + EPOCHS)])
    z = np.fft.rfft((e - e.mean(2, keepdims=True)) * np.hanning(n), axis=2)
    f = np.fft.rfftfreq(n, 1 / rate)
    i, j = np.triu_indices(len(channels), 1)
    im = (z[:, i] * z[:, j].conj()).imag[:, :, (f >= 8) & (f < 13)]
    return np.round((np.abs(im.mean(0)) / np.abs(im).mean(0)).mean(1), 12)


def graph(channels, weights, density):
    pairs = list(zip(*np.triu_indices(channels, 1)))
    g = nx.Graph()
    g.add_nodes_from(range(channels))
    for k in np.argsort(-weights, kind="stable")[:round(density * len(pairs))]:
        g.add_edge(*map(int, pairs[k]), weight=float(weights[k]))
    return g


def measures(g):
    n = g.number_of_nodes()
    top = max(w for _, _, w in g.edges.data("weight"))
    for _, _, d in g.edges(data=True):
        d["length"] = top / d["weight"]
    paths = dict(nx.all_pairs_dijkstra_path_length(g, weight="length"))
    efficiency = sum(1 / d for a in paths for b, d in paths[a].items() if a != b) / (n * (n - 1))
    modules = nx.algorithms.community.greedy_modularity_communities(g, weight="weight")
    return [nx.average_clustering(g, weight="weight"), efficiency, 1 / efficiency,
            nx.algorithms.community.modularity(g, modules, weight="weight")]


def rewired(g, rng):
    edges = [(a, b, w) for a, b, w in g.edges.data("weight")]
    present = {frozenset(e[:2]) for e in edges}
    done = tries = 0
    while done < 10 * len(edges) and tries < 100 * len(edges):
        tries += 1
        p, q = rng.randrange(len(edges)), rng.randrange(len(edges))
        (a, b, w), (c, d, v) = edges[p], edges[q]
        if rng.random() < 0.5:
            c, d = d, c
        if p == q or len({a, b, c, d}) < 4 or {a, d} in present or {c, b} in present:
            continue
        present -= {frozenset((a, b)), frozenset((c, d))}
        present |= {frozenset((a, d)), frozenset((c, b))}
        edges[p], edges[q] = (a, d, w), (c, b, v)
        done += 1
    out = nx.Graph()
    out.add_nodes_from(g)
    out.add_weighted_edges_from(edges)
    return out


def recording(name, channels):
    weights, points, rng = wpli(name, channels), [], random.Random(1)
    for density in DENSITIES:
        g = graph(len(channels), weights, density)
        random_networks = np.array([measures(rewired(g, rng)) for _ in range(SURROGATES)])
        points.append(dict(density=density, edges=g.number_of_edges(), values=measures(g),
                           surrogateMeans=random_networks.mean(0).tolist(),
                           surrogateStandardErrors=(random_networks.std(0, ddof=1) / SURROGATES ** 0.5).tolist()))
    return dict(file=name, channels=len(channels), weights=weights.tolist(), points=points)


eeg = [k for k in range(32) if k not in (1, 5)]
print(json.dumps(dict(
    tool=f"networkx {nx.__version__}, NumPy {np.__version__}, read by MNE-Python {mne.__version__}",
    command="/usr/bin/python3 protocols/src/test/tools/network_reference.py ../shared/data",
    tolerance="values 1e-9: order of summation; means of random networks: 4 standard errors of the difference",
    order=["clustering", "global-efficiency", "characteristic-path", "modularity"],
    recordings=[recording("depression/H_S03_EC.edf", list(range(19))), recording("depression/MDD_S05_EC.edf", list(range(19))),
                recording("resting/Subject00_1.edf", list(range(19))), recording("resting/eeglab_data.edf", eeg)])))
