package org.neuroward.clinic.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.neuroward.clinic.ingest.LiveSignal;
import org.neuroward.clinic.recording.OpenRecording;
import org.neuroward.clinic.recording.RecordingProgress;
import org.neuroward.clinic.recording.RecordingProgress.LocatedGap;
import org.neuroward.signal.Channel;
import org.neuroward.wire.FrameContent.Event;
import org.neuroward.wire.StreamLayout;

/**
 * One browser that watches one session. Its own thread turns what arrives into what is drawn and sends it; a browser that
 * reads slowly holds up this thread alone, and loses traces, never the recording.
 */
final class LiveView implements Runnable {

    private static final int WAITING_BLOCKS = 128;
    private static final long STATE_NANOS = 400_000_000L;
    private static final long QUALITY_NANOS = 1_000_000_000L;
    private static final long TICK_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final UUID sessionId;
    private final WebSocketConnection connection;
    private final LiveSource source;
    private final ObjectMapper json;
    private final SignalQueue queue = new SignalQueue(WAITING_BLOCKS);
    private volatile DisplaySettings wanted = DisplaySettings.USUAL;
    private volatile boolean closed;
    private DisplaySettings shown = DisplaySettings.USUAL;
    private List<Channel> channels = List.of();
    private List<StreamView> views = List.of();
    private boolean recording;
    private long latencyMillis;
    private long stateAt = System.nanoTime() - STATE_NANOS;
    private long qualityAt = System.nanoTime();

    LiveView(UUID sessionId, WebSocketConnection connection, LiveSource source, ObjectMapper json) {
        this.sessionId = sessionId;
        this.connection = connection;
        this.source = source;
        this.json = json;
    }

    /** Called by whoever receives from the agent: takes note and returns. */
    void offer(LiveSignal signal) {
        queue.offer(signal);
    }

    void show(DisplaySettings settings) {
        wanted = settings;
    }

    void close() {
        closed = true;
    }

    @Override
    public void run() {
        try {
            refresh();
            tellState();
            Optional<RecordingProgress> progress = source.recordingOf(sessionId).map(OpenRecording::progress);
            if (progress.isPresent()) {
                tellHistory(progress.get());
            }
            while (!closed && connection.isOpen()) {
                Optional<LiveSignal> signal = queue.poll(TICK_MILLIS);
                if (signal.isPresent()) {
                    take(signal.get());
                }
                tick();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ViewerGone e) {
            Log.debugf(e, "live view %s ends", connection.id());
        }
    }

    private void tick() throws ViewerGone {
        long now = System.nanoTime();
        if (now - stateAt >= STATE_NANOS) {
            refresh();
            tellState();
            stateAt = now;
        }
        if (now - qualityAt >= QUALITY_NANOS) {
            tellQuality();
            qualityAt = now;
        }
        if (!wanted.equals(shown)) {
            refresh();
        }
    }

    /** Lays the traces out anew when the amplifier, the recording or the wishes have changed. */
    private void refresh() throws ViewerGone {
        Optional<OpenRecording> open = source.recordingOf(sessionId);
        recording = recording || open.isPresent();
        List<Channel> present = source.channelsOf(sessionId, open);
        if (!present.isEmpty() && (!present.equals(channels) || !wanted.equals(shown))) {
            channels = present;
            shown = wanted;
            views = StreamLayout.of(channels).streams().stream()
                    .map(stream -> new StreamView(stream, channels, shown))
                    .toList();
            tell(LiveMessages.layout(views, inForce()));
        }
    }

    /** The settings as the first stream with electrodes can follow them. */
    private DisplaySettings inForce() {
        return views.stream()
                .filter(view -> !view.electrodes().isEmpty())
                .findFirst()
                .map(view -> shown.at(view.rate()))
                .orElse(shown);
    }

    private void tellHistory(RecordingProgress progress) throws ViewerGone {
        for (Event event : progress.events()) {
            tell(LiveMessages.annotation(event));
        }
        for (LocatedGap gap : progress.gaps()) {
            tell(LiveMessages.gap(gap));
        }
    }

    private void take(LiveSignal signal) throws ViewerGone {
        switch (signal) {
            case LiveSignal.Began began -> {
                if (began.description().sessionId().equals(sessionId)) {
                    recording = true;
                    refresh();
                }
            }
            case LiveSignal.Samples samples -> draw(samples);
            case LiveSignal.Missing gap -> {
                if (gap.sessionId().equals(sessionId) && gap.stream() < views.size()) {
                    var rate = views.get(gap.stream()).rate();
                    tell(LiveMessages.gap(gap, rate));
                }
            }
            case LiveSignal.Remark remark -> {
                if (remark.sessionId().equals(sessionId)) {
                    tell(LiveMessages.annotation(remark.event()));
                }
            }
        }
    }

    private void draw(LiveSignal.Samples samples) throws ViewerGone {
        boolean preview = samples.sessionId().isEmpty();
        boolean ours = preview ? !recording : samples.sessionId().get().equals(sessionId);
        if (ours && samples.stream() < views.size()) {
            byte[] block = views.get(samples.stream()).take(samples).array();
            send(connection.sendBinary(Buffer.buffer(block)));
            latencyMillis = Math.max(latencyMillis, System.currentTimeMillis() - samples.arrivalEpochMillis());
            source.shown(samples);
        }
    }

    private void tellState() throws ViewerGone {
        tell(source.statusOf(sessionId).withLatency(latencyMillis));
        latencyMillis = 0;
    }

    private void tellQuality() throws ViewerGone {
        var lines = new ArrayList<LiveMessages.QualityLine>();
        int index = 0;
        for (StreamView view : views) {
            for (StreamView.Electrode electrode : view.electrodes()) {
                if (electrode.second().isFull()) {
                    lines.add(LiveMessages.quality(index, electrode.second().judge(shown.lineHertz())));
                }
                index++;
            }
        }
        if (!lines.isEmpty()) {
            tell(new LiveMessages.Quality("quality", lines));
        }
    }

    private void tell(Object message) throws ViewerGone {
        try {
            send(connection.sendText(json.writeValueAsString(message)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message to the browser is always JSON", e);
        }
    }

    /** Waits until the browser has taken it, for as long as a person would wait. */
    private void send(Uni<Void> sending) throws ViewerGone {
        try {
            sending.await().atMost(PATIENCE);
        } catch (TimeoutException e) {
            connection.closeAndAwait();
            throw new ViewerGone(e);
        } catch (IllegalStateException | CompletionException | VertxException e) {
            // Vert.x's several ways to say that the connection is closed.
            throw new ViewerGone(e);
        }
    }
}
