package org.neuroward.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.neuroward.reference.Row.Sum;
import org.neuroward.reference.Unavailable.Reason;
import org.neuroward.scalp.CurrentSourceDensity;
import org.neuroward.signal.Electrode;
import org.neuroward.signal.Electrodes;

/** Turns derivations into rows of numbers for the electrodes of one recording, or finds out why that cannot be. */
final class MontageFitting {

    private final List<RecordedElectrode> electrodes;
    private final Map<String, Integer> positions = new HashMap<>();

    /** Of electrodes on the scalp. */
    private final List<Integer> recorded = new ArrayList<>();

    private final List<Integer> good = new ArrayList<>();
    private double[] infinityWeights;
    private CurrentSourceDensity density;

    MontageFitting(List<RecordedElectrode> electrodes) {
        this.electrodes = List.copyOf(electrodes);
        for (int i = 0; i < electrodes.size(); i++) {
            RecordedElectrode electrode = electrodes.get(i);
            if (positions.put(electrode.name(), i) != null) {
                throw new IllegalArgumentException(
                        "a montage needs each electrode once: electrode=" + electrode.name());
            }
            if (electrode.isOnScalp()) {
                recorded.add(i);
                good.addAll(electrode.isGood() ? List.of(i) : List.of());
            }
        }
    }

    FittedMontage fit(Montage montage) {
        List<Derivation> available = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        List<Unavailable> unavailable = new ArrayList<>();
        for (Derivation derivation : montage.derivations()) {
            Optional<Unavailable> obstacle = findObstacle(derivation);
            if (obstacle.isPresent()) {
                unavailable.add(obstacle.get());
            } else {
                available.add(derivation);
                rows.add(row(derivation));
            }
        }
        return new FittedMontage(montage.code(), electrodes, available, rows, unavailable);
    }

    private Optional<Unavailable> findObstacle(Derivation derivation) {
        return switch (derivation) {
            case Derivation.Recorded d -> missing(d, List.of(d.electrode()));
            case Derivation.Referential d -> obstacleAmong(d, List.of(d.electrode(), d.reference()));
            case Derivation.Bipolar d -> obstacleAmong(d, List.of(d.electrode(), d.neighbour()));
            case Derivation.LinkedMastoids d -> obstacleAmong(d, List.of(d.electrode(), "M1", "M2"));
            case Derivation.LinkedEars d -> obstacleAmong(d, List.of(d.electrode(), "A1", "A2"));
            case Derivation.CommonAverage d -> obstacleOfAverage(d, d.gate());
            case Derivation.AgainstInfinity d -> obstacleOfAverage(d, d.gate());
            case Derivation.CurrentDensity d -> obstacleOfAverage(d, AverageGate.SCORING);
            case Derivation.SourceDerivation d -> obstacleOfNeighbours(d);
        };
    }

    private Row row(Derivation derivation) {
        return switch (derivation) {
            case Derivation.Recorded d -> new Row(position(d.electrode()), Sum.EMPTY);
            case Derivation.Referential d -> new Row(position(d.electrode()), meanOf(List.of(d.reference())));
            case Derivation.Bipolar d -> new Row(position(d.electrode()), meanOf(List.of(d.neighbour())));
            case Derivation.LinkedMastoids d -> new Row(position(d.electrode()), meanOf(List.of("M1", "M2")));
            case Derivation.LinkedEars d -> new Row(position(d.electrode()), meanOf(List.of("A1", "A2")));
            case Derivation.CommonAverage d -> new Row(position(d.electrode()), average());
            case Derivation.AgainstInfinity d -> new Row(position(d.electrode()), infinity());
            case Derivation.CurrentDensity d -> new Row(Row.NOTHING, negativeDensity(d.electrode()));
            case Derivation.SourceDerivation d ->
                new Row(position(d.electrode()), neighbourhood(d.electrode()).sum());
        };
    }

    private Optional<Unavailable> missing(Derivation derivation, List<String> names) {
        List<String> missing = names.stream()
                .filter(name -> !positions.containsKey(name) && !isRecordingReference(name))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Unavailable(derivation, Reason.ELECTRODE_MISSING, missing));
    }

    private Optional<Unavailable> obstacleAmong(Derivation derivation, List<String> names) {
        return missing(derivation, names).or(() -> bad(derivation, names)).or(() -> mixed(derivation, names));
    }

    private Optional<Unavailable> bad(Derivation derivation, List<String> names) {
        List<String> bad = names.stream()
                .filter(name -> positions.containsKey(name)
                        && electrodes.get(position(name)).condition() == RecordedElectrode.Condition.BAD)
                .toList();
        return bad.isEmpty() ? Optional.empty() : Optional.of(new Unavailable(derivation, Reason.ELECTRODE_BAD, bad));
    }

    private Optional<Unavailable> mixed(Derivation derivation, List<String> names) {
        Set<String> references = new TreeSet<>();
        for (String name : names) {
            references.add(
                    positions.containsKey(name) ? electrodes.get(position(name)).recordingReference() : name);
        }
        return references.size() < 2
                ? Optional.empty()
                : Optional.of(new Unavailable(derivation, Reason.MIXED_RECORDING_REFERENCES, List.copyOf(references)));
    }

    private Optional<Unavailable> obstacleOfAverage(Derivation derivation, AverageGate gate) {
        return obstacleOnScalp(derivation).or(() -> {
            if (!gate.isPassed(good.size(), recorded.size())) {
                List<String> others = recorded.stream()
                        .filter(position -> !good.contains(position))
                        .map(position -> electrodes.get(position).name())
                        .toList();
                return Optional.of(new Unavailable(derivation, Reason.TOO_FEW_GOOD_ELECTRODES, others));
            }
            List<String> all = new ArrayList<>(good.stream()
                    .map(position -> electrodes.get(position).name())
                    .toList());
            all.add(derivation.electrode());
            return mixed(derivation, all);
        });
    }

    private Optional<Unavailable> obstacleOnScalp(Derivation derivation) {
        String name = derivation.electrode();
        if (!positions.containsKey(name)) {
            return Optional.of(new Unavailable(derivation, Reason.ELECTRODE_MISSING, List.of(name)));
        }
        return Electrodes.isScalp(name)
                ? bad(derivation, List.of(name))
                : Optional.of(new Unavailable(derivation, Reason.NOT_ON_SCALP, List.of(name)));
    }

    private Optional<Unavailable> obstacleOfNeighbours(Derivation derivation) {
        return obstacleOnScalp(derivation).or(() -> {
            Neighbourhood neighbours = neighbourhood(derivation.electrode());
            List<String> names = neighbours.positions().stream()
                    .map(position -> electrodes.get(position).name())
                    .toList();
            if (!neighbours.isEnough()) {
                return Optional.of(new Unavailable(derivation, Reason.TOO_FEW_NEIGHBOURS, names));
            }
            List<String> all = new ArrayList<>(names);
            all.add(derivation.electrode());
            return obstacleAmong(derivation, all);
        });
    }

    private Neighbourhood neighbourhood(String name) {
        var others = new TreeMap<Integer, Electrode>();
        for (int position : recorded) {
            if (position != position(name)) {
                others.put(position, place(position));
            }
        }
        return Neighbourhood.of(Electrodes.find(name).orElseThrow(), others);
    }

    private Sum average() {
        return new Sum(good, Collections.nCopies(good.size(), 1.0), good.size());
    }

    /** {@code x - mean + wᵀx} subtracts {@code (1/E - w)ᵀx}. */
    private Sum infinity() {
        if (infinityWeights == null) {
            infinityWeights = InfinityReference.weights(goodPlaces());
        }
        double share = 1.0 / good.size();
        return new Sum(
                good, Arrays.stream(infinityWeights).mapToObj(w -> share - w).toList(), 1);
    }

    private Sum negativeDensity(String name) {
        if (density == null) {
            density = CurrentSourceDensity.over(goodPlaces());
        }
        double[] weights = density.weights(good.indexOf(position(name)));
        return new Sum(good, Arrays.stream(weights).mapToObj(w -> -w).toList(), 1);
    }

    private Sum meanOf(List<String> names) {
        List<Integer> channels = names.stream()
                .filter(positions::containsKey)
                .map(this::position)
                .sorted()
                .toList();
        return channels.isEmpty()
                ? Sum.EMPTY
                : new Sum(channels, Collections.nCopies(channels.size(), 1.0), names.size());
    }

    /** The electrode that all others were recorded against is zero at every sample, and needs no channel. */
    private boolean isRecordingReference(String name) {
        return Electrodes.isElectrode(name)
                && !electrodes.isEmpty()
                && electrodes.stream().allMatch(e -> e.recordingReference().equals(name));
    }

    private int position(String name) {
        return positions.getOrDefault(name, Row.NOTHING);
    }

    private List<Electrode> goodPlaces() {
        return good.stream().map(this::place).toList();
    }

    private Electrode place(int position) {
        return Electrodes.find(electrodes.get(position).name()).orElseThrow();
    }
}
