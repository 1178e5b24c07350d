package org.neuroward.agent;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.neuroward.agent.operator.BedStatus;
import org.neuroward.agent.operator.BedsideDesk;
import org.neuroward.agent.operator.DeskRefusal;
import org.neuroward.agent.operator.OfflineStart;
import org.neuroward.wire.CommandRefusal;
import org.neuroward.wire.FrameContent.Description;

/** Brings what a technician asks at the bed to the agent's thread, and the answer back. */
final class Desk implements BedsideDesk {

    private static final long ANSWER_MILLIS = 4_500;

    private final Bed bed;
    private final Consumer<Runnable> inbox;
    private final Supplier<BedStatus> status;
    private final BooleanSupplier connected;

    /**
     * @param inbox carries steps to the agent's thread
     * @param status the latest one; asked by any thread
     * @param connected the server is there: sessions begin there then
     */
    Desk(Bed bed, Consumer<Runnable> inbox, Supplier<BedStatus> status, BooleanSupplier connected) {
        this.bed = bed;
        this.inbox = inbox;
        this.status = status;
        this.connected = connected;
    }

    @Override
    public BedStatus status() {
        return status.get();
    }

    @Override
    public Optional<DeskRefusal> show(boolean on) {
        return ask(() -> bed.show(on));
    }

    @Override
    public Optional<DeskRefusal> start(OfflineStart start) {
        return connected.getAsBoolean() ? Optional.of(DeskRefusal.SERVER_IS_THERE) : ask(() -> begin(start));
    }

    private Optional<CommandRefusal> begin(OfflineStart start) {
        UUID sessionId = UUID.randomUUID();
        return bed.begin(
                device -> new Description(
                        sessionId,
                        device.name(),
                        bed.now(),
                        device.channels(),
                        device.simulated(),
                        Optional.of(start.claim()),
                        true,
                        start.procedure()),
                start.plan());
    }

    @Override
    public Optional<DeskRefusal> mark(String text) {
        return ask(() -> bed.marker(text));
    }

    @Override
    public Optional<DeskRefusal> stop() {
        return ask(bed::stop);
    }

    @Override
    public Optional<DeskRefusal> measureImpedance(boolean on) {
        return ask(() -> bed.measureImpedance(on));
    }

    private Optional<DeskRefusal> ask(Supplier<Optional<CommandRefusal>> act) {
        var answer = new CompletableFuture<Optional<CommandRefusal>>();
        inbox.accept(() -> {
            if (!answer.isDone()) {
                answer.complete(act.get());
            }
        });
        try {
            return answer.get(ANSWER_MILLIS, TimeUnit.MILLISECONDS).map(Desk::refusal);
        } catch (TimeoutException e) {
            // What was not answered must not happen later, when nobody expects it any more.
            answer.cancel(false);
            return Optional.of(DeskRefusal.NO_ANSWER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(DeskRefusal.NO_ANSWER);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DeskRefusal refusal(CommandRefusal refusal) {
        return switch (refusal) {
            case BUSY, NOT_PREPARED -> DeskRefusal.BUSY;
            case NOT_RECORDING -> DeskRefusal.NOT_RECORDING;
            case DEVICE_FAILED -> DeskRefusal.DEVICE_FAILED;
            case DISK_FAILED -> DeskRefusal.DISK_FAILED;
            case DISK_LOW -> DeskRefusal.DISK_LOW;
            case NO_IMPEDANCE -> DeskRefusal.NO_IMPEDANCE;
            case DEVICE_ABSENT -> DeskRefusal.DEVICE_ABSENT;
        };
    }
}
