package org.neuroward.agent.outlet;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.lsl.OutletSettings;
import org.neuroward.lsl.OutletStatistics;
import org.neuroward.signal.Channel;
import org.neuroward.wire.StreamLayout;

/**
 * The signal of a bed for researchers' programs, while it is shown or recorded. It is a copy and may lose samples; the recording
 * never waits for it. Its last channel numbers the samples, so that a reader can prove what it has. Safe for any thread.
 */
public final class BedOutlet implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(BedOutlet.class.getName());

    private final String name;
    private final String sourceId;
    private final OutletSettings settings;
    private final List<RateOutlet> outlets = new ArrayList<>();
    private List<Channel> offered = List.of();

    /**
     * @param name of the stream; with several sampling rates the others get a number behind it. Holds no patient data
     * @param sourceId stays the same when the agent is started again
     */
    public BedOutlet(String name, String sourceId, OutletSettings settings) {
        this.name = Objects.requireNonNull(name);
        this.sourceId = Objects.requireNonNull(sourceId);
        this.settings = Objects.requireNonNull(settings);
    }

    /** An amplifier starts a run. Whoever reads already goes on reading when its channels are the same. */
    public synchronized void begin(List<Channel> channels) {
        if (!outlets.isEmpty() && offered.equals(channels)) {
            return;
        }
        end();
        try {
            for (StreamLayout.Stream stream : StreamLayout.of(channels).streams()) {
                String streamName = stream.number() == 0 ? name : name + "-" + (stream.number() + 1);
                List<Channel> members =
                        stream.channels().stream().map(channels::get).toList();
                outlets.add(RateOutlet.open(streamName, sourceId + "/" + stream.number(), members, settings));
            }
            offered = List.copyOf(channels);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the signal cannot be offered to other programs: {0}", e.getMessage());
            end();
        }
    }

    /** Samples of the run; those that are missing show in the numbers. */
    public synchronized void block(SampleBlock block) {
        if (block.stream() < outlets.size()) {
            outlets.get(block.stream()).block(block);
        }
    }

    /** What came of the samples of a stream. */
    public synchronized List<OutletStatistics> statistics() {
        return outlets.stream().map(RateOutlet::statistics).toList();
    }

    /** There is no signal any more. */
    public synchronized void end() {
        for (RateOutlet outlet : outlets) {
            try {
                outlet.close();
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "an outlet could not be closed: {0}", e.getMessage());
            }
        }
        outlets.clear();
        offered = List.of();
    }

    @Override
    public void close() {
        end();
    }
}
