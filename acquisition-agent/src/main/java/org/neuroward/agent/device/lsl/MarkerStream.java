package org.neuroward.agent.device.lsl;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;
import org.neuroward.agent.device.line.DeviceText;
import org.neuroward.lsl.Inlet;
import org.neuroward.lsl.InletListener;
import org.neuroward.lsl.InletSettings;
import org.neuroward.lsl.SampleBatch;
import org.neuroward.lsl.StreamDescription;
import org.neuroward.lsl.StreamTarget;
import org.neuroward.lsl.TimeCorrection;

/** A stream of texts; each becomes a remark at its own time. */
final class MarkerStream implements AutoCloseable {

    /** Takes a remark. */
    interface Remarks {
        void take(double ourSeconds, String text);
    }

    private final Inlet inlet;
    private final Remarks remarks;

    MarkerStream(StreamTarget target, InletSettings settings, Remarks remarks) {
        this.remarks = remarks;
        this.inlet = Inlet.start(target, settings, new Listener());
    }

    /** Without a correction, which takes a second to measure, the clocks are those of one computer. */
    private void take(SampleBatch batch, int sample) {
        Optional<TimeCorrection> correction = inlet == null ? Optional.empty() : inlet.findCorrection();
        var words = new StringJoiner(" ");
        for (int channel = 0; channel < batch.channels(); channel++) {
            words.add(batch.text(sample, channel));
        }
        String text = DeviceText.remark(words.toString().getBytes(StandardCharsets.UTF_8));
        if (!text.isBlank()) {
            double seconds = correction.map(TimeCorrection::correctionSeconds).orElse(0.0);
            remarks.take(batch.stamp(sample) + seconds, text);
        }
    }

    @Override
    public void close() {
        inlet.close();
    }

    private final class Listener implements InletListener {

        @Override
        public void connected(StreamDescription description, boolean newClock) {}

        @Override
        public void samples(SampleBatch batch) {
            for (int sample = 0; sample < batch.count(); sample++) {
                take(batch, sample);
            }
        }

        @Override
        public void idle() {}

        @Override
        public void disconnected(String reason) {}

        @Override
        public void changed(StreamDescription description) {}
    }
}
