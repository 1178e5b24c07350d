package org.neuroward.signal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The electrode positions that this product knows, by canonical 10-10 name.
 *
 * <p>Angles are those of BESA's spherical table; the lower ring (115°) continues its rule of 18° steps from P9 and P10 to
 * F9, FT9, T9, TP9 and their right counterparts. M1 and M2 stand at the preauricular points as a proxy. A1 and A2 are ear
 * lobes: they are recorded as references and have no place on the scalp.
 */
public final class Electrodes {

    /** The electrodes of a screening recording, front to back. */
    public static final List<String> SCREEN_19 = List.of(
            "Fp1", "Fp2", "F7", "F3", "Fz", "F4", "F8", "T7", "C3", "Cz", "C4", "T8", "P7", "P3", "Pz", "P4", "P8",
            "O1", "O2");

    private static final List<String> REFERENCES = List.of("A1", "A2", "M1", "M2");
    private static final Map<String, String> SYNONYMS = Map.of("T3", "T7", "T4", "T8", "T5", "P7", "T6", "P8");

    private static final Map<String, Electrode> BY_UPPER_CASE_NAME = read("""
            Fp1 -92 -72; Fp2 92 72; Fpz 92 90; AF7 -92 -54; AF8 92 54; AF3 -74 -65; AF4 74 65; AFz 69 90
            F7 -92 -36; F8 92 36; F5 -75 -41; F6 75 41; F3 -60 -51; F4 60 51; F1 -50 -68; F2 50 68; Fz 46 90
            FT7 -92 -18; FT8 92 18; FC5 -72 -21; FC6 72 21; FC3 -50 -28; FC4 50 28; FC1 -32 -45; FC2 32 45; FCz 23 90
            T7 -92 0; T8 92 0; C5 -69 0; C6 69 0; C3 -46 0; C4 46 0; C1 -23 0; C2 23 0; Cz 0 0
            TP7 -92 18; TP8 92 -18; CP5 -72 21; CP6 72 -21; CP3 -50 28; CP4 50 -28; CP1 -32 45; CP2 32 -45; CPz 23 -90
            P7 -92 36; P8 92 -36; P5 -75 41; P6 75 -41; P3 -60 51; P4 60 -51; P1 -50 68; P2 50 -68; Pz 46 -90
            PO7 -92 54; PO8 92 -54; PO3 -74 65; PO4 74 -65; POz 69 -90; O1 -92 72; O2 92 -72; Oz 92 -90; Iz 115 -90
            F9 -115 -36; F10 115 36; FT9 -115 -18; FT10 115 18; T9 -115 0; T10 115 0; TP9 -115 18; TP10 115 -18
            P9 -115 36; P10 115 -36; M1 -115 0; M2 115 0
            """);

    private Electrodes() {}

    /** The electrode of that name: canonical, in any case, or one of the older names T3, T4, T5, T6. */
    public static Optional<Electrode> find(String name) {
        String upperCase = name.strip().toUpperCase(Locale.ROOT);
        return Optional.ofNullable(BY_UPPER_CASE_NAME.get(
                SYNONYMS.getOrDefault(upperCase, upperCase).toUpperCase(Locale.ROOT)));
    }

    /** Whether the name is an electrode on the scalp, as opposed to an ear lobe, a mastoid or no electrode at all. */
    public static boolean isScalp(String name) {
        return find(name).filter(electrode -> !isReference(electrode.name())).isPresent();
    }

    /** Whether the name is an ear lobe (A1, A2) or a mastoid (M1, M2). */
    public static boolean isReference(String name) {
        return REFERENCES.contains(name.strip().toUpperCase(Locale.ROOT));
    }

    /** Whether the name is any electrode at all, as canonical or older name: on the scalp, an ear lobe or a mastoid. */
    public static boolean isElectrode(String name) {
        return find(name).isPresent() || isReference(name);
    }

    private static Map<String, Electrode> read(String table) {
        var electrodes = new LinkedHashMap<String, Electrode>();
        for (String row : table.strip().split("[;\n]")) {
            String[] cells = row.strip().split(" ");
            electrodes.put(
                    cells[0].toUpperCase(Locale.ROOT),
                    new Electrode(cells[0], Double.parseDouble(cells[1]), Double.parseDouble(cells[2])));
        }
        return Map.copyOf(electrodes);
    }
}
