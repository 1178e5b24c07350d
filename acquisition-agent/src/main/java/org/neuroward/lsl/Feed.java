package org.neuroward.lsl;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * One connection to an outlet. Outlets of liblsl before 2026 end with a sample that was never measured; so the newest sample is
 * held back for a moment, and dropped where the end follows at once. Ours promise not to.
 */
final class Feed implements Closeable {

    private static final Duration HANDSHAKE = Duration.ofSeconds(5);
    private static final int HOLD_BACK_MILLIS = 20;
    private static final int LOOK_MILLIS = 100;

    private final FoundStream stream;
    private final InletSettings settings;
    private final Socket socket = new Socket();
    private final SampleBatch batch;
    private FeedInput in;
    private SampleReader reader;
    private boolean holdBack = true;
    private InletListener listener;
    private BooleanSupplier mayBeDead;
    private long samplesRead;
    private int soTimeout;

    Feed(FoundStream stream, InletSettings settings) {
        this.stream = stream;
        this.settings = settings;
        this.batch = SampleBatch.forReading(stream.description().kind());
    }

    /** Connects, agrees on the form, and checks the test patterns. */
    void open() throws IOException {
        socket.setTcpNoDelay(true);
        socket.connect(stream.data(), InfoRequest.CONNECT_MILLIS);
        setTimeout(LOOK_MILLIS);
        in = new FeedInput(socket.getInputStream());
        in.setDeadline(HANDSHAKE);
        reader = negotiate();
        StreamKind kind = stream.description().kind();
        var patterns = new SampleBatch(kind.format(), kind.channelCount(), TestPattern.COUNT);
        for (int i = 0; i < TestPattern.COUNT; i++) {
            reader.read(in, patterns);
        }
        TestPattern.check(kind, patterns);
    }

    private SampleReader negotiate() throws IOException {
        StreamDescription description = stream.description();
        int samples = InletSettings.bufferSamples(description.kind());
        String uid = description.instance().uid();
        if (settings.oldProtocol()) {
            say(new FeedRequest(uid, settings.order(), FeedRequest.ARCHIVE, samples).toOldText());
            return ArchiveReader.open(in, description);
        }
        say(new FeedRequest(uid, settings.order(), FeedRequest.CURRENT, samples).toText(description, "neuroward"));
        FeedReply reply = FeedReply.read(in);
        if (!reply.uid().isEmpty() && !description.instance().hasUid(reply.uid())) {
            throw new StreamGoneException("another stream answers: " + reply.uid());
        }
        holdBack = !reply.cleanEnd();
        return reply.dataVersion() == FeedRequest.CURRENT
                ? new PlainReader(description.kind(), reply.order())
                : ArchiveReader.open(in, description);
    }

    private void say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads until the connection ends or {@code mayBeDead} says that the link is. Returns only by an exception. */
    void read(InletListener listener, BooleanSupplier mayBeDead) throws IOException {
        this.listener = listener;
        this.mayBeDead = mayBeDead;
        in.clearDeadline(this::waited);
        while (true) {
            if (batch.isFull() || !reader.isReady(in)) {
                deliver();
                awaitMore();
            }
            reader.read(in, batch);
            samplesRead++;
        }
    }

    private void deliver() {
        if (!holdBack) {
            deliverAll();
        } else if (batch.count() > 1) {
            batch.hideLast();
            listener.samples(batch);
            batch.show();
            batch.keepLast();
        }
    }

    private void deliverAll() {
        if (batch.count() > 0) {
            listener.samples(batch);
            batch.clear();
        }
    }

    /** Waits for the first byte after the newest sample: once it is there, that sample was not the last. */
    private void awaitMore() throws IOException {
        setTimeout(batch.count() > 0 ? HOLD_BACK_MILLIS : LOOK_MILLIS);
        try {
            in.require(1);
        } catch (EOFException | SocketException e) {
            // The newest sample is the one that liblsl makes up when it ends; nobody else can tell.
            batch.clear();
            throw e;
        }
        if (reader instanceof ArchiveReader
                || stream.description().kind().format().isText()) {
            deliverAll();
        }
    }

    private void waited() throws IOException {
        deliverAll();
        setTimeout(LOOK_MILLIS);
        if (mayBeDead.getAsBoolean()) {
            throw new SocketTimeoutException("the stream has fallen silent");
        }
        listener.idle();
    }

    private void setTimeout(int millis) throws SocketException {
        if (millis != soTimeout) {
            socket.setSoTimeout(millis);
            soTimeout = millis;
        }
    }

    long samplesRead() {
        return samplesRead;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
