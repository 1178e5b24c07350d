package org.neuroward.clinic.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.neuroward.wire.FromServer;
import org.neuroward.wire.FromServer.Ack;
import org.neuroward.wire.FromServer.Stop;
import org.neuroward.wire.FromServer.TimeAnswer;
import org.neuroward.wire.WireCodec;
import org.neuroward.wire.WireException;

/** What waits in the server's memory for an agent that does not read. */
class AgentOutboundTest {

    private final UUID recording = UUID.randomUUID();
    private final Line line = new Line();
    private final AgentOutbound outbound = new AgentOutbound(line);

    /** A line whose other end reads, or not. */
    private static final class Line extends ServerCall<byte[], byte[]> {
        private final List<FromServer> sent = new ArrayList<>();
        private boolean read = true;
        private Status closed;

        @Override
        public boolean isReady() {
            return read;
        }

        @Override
        public void sendMessage(byte[] message) {
            try {
                sent.add(WireCodec.decodeFromServer(message));
            } catch (WireException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close(Status status, Metadata trailers) {
            closed = status;
        }

        @Override
        public void request(int messages) {}

        @Override
        public void sendHeaders(Metadata headers) {}

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public MethodDescriptor<byte[], byte[]> getMethodDescriptor() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void whileAnAgentDoesNotReadTheNewestAcknowledgementStandsForAll() {
        line.read = false;
        for (long frame = 1; frame <= 1000; frame++) {
            outbound.send(new Ack(recording, frame));
        }
        assertThat(line.sent).isEmpty();

        line.read = true;
        outbound.ready();

        assertThat(line.sent).containsExactly(new Ack(recording, 1000));
    }

    @Test
    void anAnswerAboutTheTimeIsNotKept() {
        line.read = false;
        for (int i = 0; i < 10_000; i++) {
            outbound.send(new TimeAnswer(1, 2, 3));
        }
        line.read = true;
        outbound.ready();

        assertThat(line.sent).isEmpty();
        assertThat(line.closed).isNull();
    }

    @Test
    void commandsWaitForAnAgentThatPausesButNotWithoutEnd() {
        line.read = false;
        for (int i = 0; i < 4096; i++) {
            outbound.send(new Stop(UUID.randomUUID()));
        }
        assertThat(line.sent).hasSize(4096);
        assertThat(line.closed).isNull();

        outbound.send(new Stop(UUID.randomUUID()));

        assertThat(line.closed.getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        assertThat(line.sent).hasSize(4096);
    }
}
