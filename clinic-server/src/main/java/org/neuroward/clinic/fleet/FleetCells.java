package org.neuroward.clinic.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neuroward.clinic.fleet.FleetLine.Cell;
import org.neuroward.wire.FromAgent.Status;
import org.neuroward.wire.Losses;

/** The figures of one bed in the reader's words. */
final class FleetCells {

    private final FleetTexts texts;
    private final FleetNumbers numbers;
    private final Optional<AgentEntity> agent;
    private final Optional<AgentLink> link;

    FleetCells(FleetWords words, Optional<AgentEntity> agent, Optional<AgentLink> link) {
        this.texts = words.texts();
        this.numbers = words.numbers();
        this.agent = agent;
        this.link = link;
    }

    Cell link() {
        if (agent.isEmpty()) {
            return Cell.plain(texts.linkNone());
        }
        if (link.isEmpty()) {
            return Cell.plain(texts.linkAway());
        }
        if (link.get().silent()) {
            return new Cell("bad", List.of(texts.linkSilent()));
        }
        String doing =
                switch (link.get().state()) {
                    case IDLE -> texts.doingNothing();
                    case PREPARED -> texts.doingPreview();
                    case RECORDING -> texts.doingRecording();
                    case UPLOADING -> texts.doingUpload();
                };
        return new Cell("good", List.of(texts.linkOnline(), doing));
    }

    Cell device() {
        if (link.isEmpty()) {
            return agent.map(known -> known.device).map(Cell::plain).orElse(Cell.NONE);
        }
        AmplifierFacts amplifier = link.get().amplifier();
        var lines = new ArrayList<String>();
        lines.add(amplifier.name().isBlank() ? "–" : amplifier.name());
        if (amplifier.simulated()) {
            lines.add(texts.simulated());
        }
        Optional<Status> status = heartbeat();
        status.map(known -> switch (known.device()) {
                    case ABSENT -> texts.deviceAbsent();
                    case IDLE -> texts.deviceIdle();
                    case STREAMING -> texts.deviceStreaming();
                    case SILENT -> texts.deviceSilent();
                })
                .ifPresent(lines::add);
        String level = status.map(known -> switch (known.device()) {
                    case ABSENT, SILENT -> "warn";
                    case IDLE -> "plain";
                    case STREAMING -> "good";
                })
                .orElse("plain");
        return new Cell(level, lines);
    }

    Cell losses() {
        return heartbeat().map(Status::losses).map(this::losses).orElse(Cell.NONE);
    }

    private Cell losses(Losses losses) {
        var lines = new ArrayList<String>();
        if (losses.missingSamples() > 0) {
            lines.add(texts.lossMissing(losses.missingSamples(), losses.gaps()));
        }
        if (losses.repeated() > 0) {
            lines.add(texts.lossRepeated(losses.repeated()));
        }
        if (losses.late() > 0) {
            lines.add(texts.lossLate(losses.late()));
        }
        if (losses.damaged() > 0) {
            lines.add(texts.lossDamaged(losses.damaged()));
        }
        if (lines.isEmpty()) {
            return Cell.plain(texts.lossNone());
        }
        return new Cell(losses.missingSamples() > 0 ? "warn" : "plain", lines);
    }

    Cell clocks() {
        var lines = new ArrayList<String>();
        heartbeat().flatMap(Status::serverClock).ifPresent(clock -> lines.add(numbers.offset(clock)));
        link.map(AgentLink::amplifier)
                .map(AmplifierFacts::nominalHertz)
                .filter(nominal -> nominal.isPresent())
                .ifPresent(nominal -> heartbeat()
                        .flatMap(Status::deviceClock)
                        .ifPresent(clock -> lines.add(numbers.drift(clock, nominal.getAsDouble()))));
        return lines.isEmpty() ? Cell.NONE : new Cell("plain", lines);
    }

    Cell backlog() {
        return heartbeat()
                .map(Status::spool)
                .map(spool -> spool.backlogFrames() == 0
                        ? Cell.plain(texts.backlogNone())
                        : Cell.plain(
                                numbers.span(Duration.ofMillis(spool.backlogMillis())),
                                texts.frames(spool.backlogFrames())))
                .orElse(Cell.NONE);
    }

    Cell disk() {
        return heartbeat()
                .map(Status::spool)
                .map(spool -> switch (spool.disk()) {
                    case OK -> new Cell("plain", List.of(numbers.room(spool)));
                    case LOW -> new Cell("warn", List.of(numbers.room(spool), texts.diskLow()));
                    case FULL -> new Cell("bad", List.of(numbers.room(spool), texts.diskFull()));
                    case READ_ONLY -> new Cell("bad", List.of(texts.diskReadOnly()));
                    case FAILED -> new Cell("bad", List.of(texts.diskFailed()));
                })
                .orElse(Cell.NONE);
    }

    /** What was said last, unless the agent has fallen silent since. */
    private Optional<Status> heartbeat() {
        return link.filter(present -> !present.silent()).flatMap(AgentLink::status);
    }
}
