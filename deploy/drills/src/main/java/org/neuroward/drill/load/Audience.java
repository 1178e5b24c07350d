package org.neuroward.drill.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.neuroward.drill.RunningClinic;
import org.neuroward.drill.Technician;

/** People who watch some of the beds. */
final class Audience implements AutoCloseable {

    private final RunningClinic clinic;
    private final Technician technician;
    private final long seats;
    private final List<LiveWatcher> watchers = new ArrayList<>();

    Audience(RunningClinic clinic, long seats) throws IOException, InterruptedException {
        this.clinic = clinic;
        this.technician = clinic.technician();
        this.seats = seats;
    }

    RunningClinic clinic() {
        return clinic;
    }

    /** Watches these sessions too, until all seats are taken. */
    void watch(List<String> sessions) {
        for (String session : sessions) {
            if (watchers.size() < seats) {
                watchers.add(LiveWatcher.open(clinic.address(), session, technician));
            }
        }
    }

    int watched() {
        return watchers.size();
    }

    long blocksShown() {
        return watchers.stream().mapToLong(LiveWatcher::blocks).sum();
    }

    @Override
    public void close() {
        watchers.forEach(LiveWatcher::close);
    }
}
