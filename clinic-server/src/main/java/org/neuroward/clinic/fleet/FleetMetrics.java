package org.neuroward.clinic.fleet;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.DiskState;
import org.neuroward.wire.FromAgent.Status;

/** Counts of all beds for the operator. No label names a bed or a patient. */
@ApplicationScoped
class FleetMetrics {

    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;

    private final MeterRegistry registry;
    private final AtomicInteger silent = new AtomicInteger();
    private final Map<DeviceState, AtomicInteger> devices;
    private final Map<DiskState, AtomicInteger> disks;
    private volatile List<Status> heartbeats = List.of();

    FleetMetrics(MeterRegistry registry) {
        this.registry = registry;
        registry.gauge("neuroward.agents.silent", silent);
        devices = perState("neuroward.agents.device", DeviceState.values());
        disks = perState("neuroward.agents.disk", DiskState.values());
        sum("neuroward.agents.backlog.frames", status -> status.spool().backlogFrames());
        most("neuroward.agents.backlog.seconds", status -> status.spool().backlogMillis() / MILLIS);
        most("neuroward.agents.clock.offset.seconds", status -> status.serverClock()
                .map(clock -> Math.abs(clock.offsetNanos()) / NANOS)
                .orElse(0.0));
        sum("neuroward.agents.loss.samples", status -> status.losses().missingSamples());
        sum("neuroward.agents.loss.damaged", status -> status.losses().damaged());
    }

    private <E extends Enum<E>> Map<E, AtomicInteger> perState(String name, E[] states) {
        var counts = new ConcurrentHashMap<E, AtomicInteger>();
        for (E state : states) {
            var count = new AtomicInteger();
            counts.put(state, count);
            Gauge.builder(name, count, AtomicInteger::get)
                    .tag("state", state.name())
                    .register(registry);
        }
        return counts;
    }

    private void sum(String name, ToDoubleFunction<Status> figure) {
        Gauge.builder(name, this, of -> of.heartbeats.stream()
                        .mapToLong(status -> (long) figure.applyAsDouble(status))
                        .sum())
                .register(registry);
    }

    /** The worst bed's figure. */
    private void most(String name, ToDoubleFunction<Status> figure) {
        Gauge.builder(
                        name,
                        this,
                        of -> of.heartbeats.stream().mapToDouble(figure).max().orElse(0))
                .register(registry);
    }

    void beds(List<AgentLink> connected) {
        List<Status> now =
                connected.stream().flatMap(link -> link.status().stream()).toList();
        heartbeats = now;
        silent.set((int) connected.stream().filter(AgentLink::silent).count());
        Arrays.stream(DeviceState.values()).forEach(state -> devices.get(state).set((int)
                now.stream().filter(status -> status.device() == state).count()));
        Arrays.stream(DiskState.values()).forEach(state -> disks.get(state).set((int)
                now.stream().filter(status -> status.spool().disk() == state).count()));
    }

    void begun(BedTrouble trouble) {
        registry.counter("neuroward.agents.troubles", "trouble", trouble.word()).increment();
    }
}
