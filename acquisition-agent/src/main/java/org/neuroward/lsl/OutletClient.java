package org.neuroward.lsl;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One connection to an outlet's data port: a question, or a feed; on a thread of its own. */
final class OutletClient implements Closeable {

    private static final System.Logger LOG = System.getLogger(OutletClient.class.getName());
    private static final Duration REQUEST_TIME = Duration.ofSeconds(5);
    private static final int LOOK_MILLIS = 250;
    private static final int IDLE_MILLIS = 1000;
    private static final int SEND_BYTES = 32 << 10;

    private final Socket socket;
    private final OutletFacts outlet;
    private final SampleRing ring;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * SEND_BYTES);
    private volatile boolean feeding;
    private volatile long place;
    private volatile long delivered;
    private volatile long lost;
    private volatile int most;

    OutletClient(Socket socket, OutletFacts outlet, SampleRing ring) {
        this.socket = socket;
        this.outlet = outlet;
        this.ring = ring;
    }

    /** Serves the client until it leaves or the outlet closes. */
    void serve() {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(LOOK_MILLIS);
            var in = new FeedInput(socket.getInputStream());
            in.setDeadline(REQUEST_TIME);
            answer(in.line(), in);
        } catch (FeedRefusedException e) {
            LOG.log(Level.DEBUG, "an inlet was refused: {0}", e.getMessage());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "an inlet has left: {0}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(String command, FeedInput in) throws IOException, InterruptedException {
        StreamDescription stream = outlet.description();
        if (command.equals("LSL:shortinfo")) {
            if (outlet.matches(in.line())) {
                say(DescriptionWriter.shortXml(stream));
            }
        } else if (command.equals(InfoRequest.FULL)) {
            say(DescriptionWriter.fullXml(stream));
        } else if (command.startsWith(FeedRequest.COMMAND + "/")) {
            negotiate(command, in);
        } else if (command.equals(FeedRequest.COMMAND)) {
            String[] words = in.line().strip().split("\\s+");
            feed(ArchiveWriter.open(stream, bytes), FeedRequest.number(words[0], 0));
        }
    }

    /** Closes in the order that lets the client read all before it notices. */
    private void say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.shutdownOutput();
        try {
            socket.getInputStream().skip(Limits.LINE_BYTES);
        } catch (SocketTimeoutException e) {
            LOG.log(Level.TRACE, "a client that was answered keeps its connection");
        }
    }

    private void negotiate(String command, FeedInput in) throws IOException, InterruptedException {
        StreamDescription stream = outlet.description();
        FeedRequest request;
        try {
            request = FeedRequest.read(command, in, stream.kind().format());
        } catch (FeedRefusedException e) {
            say(FeedReply.refusal(e.status()));
            throw e;
        }
        if (!request.uid().isEmpty() && !stream.instance().hasUid(request.uid())) {
            say(FeedReply.refusal(FeedReply.NOT_FOUND));
            throw new FeedRefusedException(FeedReply.NOT_FOUND);
        }
        var order = stream.kind().format().valueBytes() > 1 ? request.order() : java.nio.ByteOrder.LITTLE_ENDIAN;
        var reply = new FeedReply(stream.instance().uid(), order, request.dataVersion(), true);
        bytes.writeBytes(reply.toText().getBytes(StandardCharsets.US_ASCII));
        SampleWriter writer = request.dataVersion() == FeedRequest.CURRENT
                ? new PlainWriter(stream.kind().format(), order)
                : ArchiveWriter.open(stream, bytes);
        feed(writer, request.bufferSamples());
    }

    /** Sends from the next sample on that is pushed; what came before nobody gets. */
    private void feed(SampleWriter writer, int bufferSamples) throws IOException, InterruptedException {
        SampleBatch patterns = TestPattern.samples(outlet.description().kind());
        for (int i = 0; i < patterns.count(); i++) {
            byte[] values = PlainValues.encode(patterns, i, null);
            writer.write(patterns.stamp(i), false, values, values.length, bytes);
        }
        most = bufferSamples > 0 ? Math.min(bufferSamples, ring.capacity()) : ring.capacity();
        place = ring.head();
        feeding = true;
        flush();
        boolean follows = false;
        while (true) {
            if (!ring.await(place, IDLE_MILLIS)) {
                if (ring.isClosed()) {
                    socket.shutdownOutput();
                    return;
                }
                requireListening();
                continue;
            }
            follows = send(writer, follows);
        }
    }

    /** Returns whether the client has the sample before the next. */
    private boolean send(SampleWriter writer, boolean followed) throws IOException {
        long oldest = ring.oldest(most);
        boolean follows = followed && place >= oldest;
        if (place < oldest) {
            lost += oldest - place;
            place = oldest;
        }
        long after = ring.copy(place, follows, SEND_BYTES, writer, bytes);
        if (after < 0) {
            return false;
        }
        flush();
        delivered += after - place;
        place = after;
        return true;
    }

    private void flush() throws IOException {
        bytes.writeTo(socket.getOutputStream());
        bytes.reset();
    }

    /** A client that left while nothing was to be sent is noticed too. */
    private void requireListening() throws IOException {
        try {
            socket.setSoTimeout(1);
            if (socket.getInputStream().read(new byte[256]) < 0) {
                throw new IOException("the client has closed the connection");
            }
        } catch (SocketTimeoutException e) {
            LOG.log(Level.TRACE, "the client listens");
        }
    }

    boolean isFeeding() {
        return feeding;
    }

    long delivered() {
        return delivered;
    }

    /** Those that have left its share of the ring while it stalls, too. */
    long lost() {
        return feeding ? lost + Math.max(0, ring.oldest(most) - place) : 0;
    }

    OutletStatistics.Client statistics() {
        return new OutletStatistics.Client(String.valueOf(socket.getRemoteSocketAddress()), delivered, lost());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
