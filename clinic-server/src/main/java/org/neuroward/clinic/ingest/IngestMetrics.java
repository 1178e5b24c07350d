package org.neuroward.clinic.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.neuroward.clinic.fleet.AgentLinks;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameType;
import org.neuroward.wire.RefusalCode;

/** Counts for the operator: blocks, gaps, acknowledgements. No label ever names a patient. */
@ApplicationScoped
class IngestMetrics {

    private final MeterRegistry registry;
    private final Counter blocks;
    private final Counter bytes;
    private final Counter gaps;
    private final Counter gapSamples;
    private final Counter known;
    private final Counter syncs;
    private final Timer acknowledged;

    IngestMetrics(MeterRegistry registry, AgentLinks links) {
        this.registry = registry;
        blocks = registry.counter("neuroward.ingest.blocks");
        bytes = registry.counter("neuroward.ingest.bytes");
        gaps = registry.counter("neuroward.ingest.gaps");
        gapSamples = registry.counter("neuroward.ingest.gap.samples");
        known = registry.counter("neuroward.ingest.frames.known");
        syncs = registry.counter("neuroward.ingest.syncs");
        acknowledged = Timer.builder("neuroward.ingest.ack.latency")
                .description("from a frame's arrival until it is durable and acknowledged")
                .publishPercentileHistogram()
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(registry);
        Gauge.builder("neuroward.agents.connected", links, open -> open.list().size())
                .register(registry);
    }

    void durable(Frame frame, long arrivalNanos) {
        acknowledged.record(Duration.ofNanos(System.nanoTime() - arrivalNanos));
        bytes.increment(frame.encodedBytes());
        if (frame.type() == FrameType.DATA) {
            blocks.increment();
        } else if (frame.type() == FrameType.GAP) {
            gaps.increment();
            gapSamples.increment(frame.sampleCount());
        }
    }

    /** Frames of one recording were made durable together. */
    void synced() {
        syncs.increment();
    }

    void known() {
        known.increment();
    }

    void refused(RefusalCode code) {
        registry.counter("neuroward.ingest.refused", "code", code.name()).increment();
    }
}
