package org.neuroward.drill.clock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What happens to one recording.
 *
 * @param ppm how much faster than nominal the device samples
 * @param counted the device has a counter of its own
 * @param delivery how its blocks arrive
 * @param minutes that are recorded, the time that the computer slept left out
 * @param events in the order of time
 */
record Scenario(double ppm, boolean counted, Delivery delivery, int minutes, List<Event> events) {

    /** How late blocks come. */
    enum Delivery {
        /** After 4 ms, each. */
        PUNCTUAL,
        /** After 4 ms and an exponential delay of 8 ms on average, as over a busy network. */
        LATE,
        /** Half a second of blocks at once, as a device does that collects them. */
        IN_BURSTS
    }

    /** Something that the drill does to the computer's clocks. */
    sealed interface Event {

        /** From the start of the recording, the time that the computer slept left out. */
        Duration at();

        record WallSet(Duration at, Duration by) implements Event {}

        record Sleep(Duration at, Duration span) implements Event {}
    }

    /** The {@code number}th of a drill: drifts, deliveries and events take turns, their sizes and times are drawn. */
    static Scenario draw(int number, int minutes, RandomGenerator random) {
        double ppm = number % 4 == 0 ? 200 : number % 4 == 1 ? -200 : 400 * random.nextDouble() - 200;
        var events = new ArrayList<Event>();
        boolean sleeps = number % 2 == 1;
        long seconds = minutes * 60L;
        for (int i = 0; i < 3; i++) {
            Duration at = Duration.ofMillis(1000 * (seconds / 4) * i + random.nextLong(5_000, 1000 * (seconds / 4)));
            if (sleeps && i > 0) {
                events.add(new Event.Sleep(at, Duration.ofMillis(random.nextLong(3_000, 600_000))));
            } else {
                events.add(new Event.WallSet(at, Duration.ofHours(random.nextBoolean() ? 1 : -1)));
            }
        }
        Delivery delivery = Delivery.values()[number / 2 % Delivery.values().length];
        return new Scenario(ppm, number % 4 < 2, delivery, minutes, events);
    }

    long sleeps() {
        return events.stream().filter(Event.Sleep.class::isInstance).count();
    }

    /** How far the length of a loss may be off that can only be told from time. */
    Duration bound() {
        return switch (delivery) {
            case PUNCTUAL -> Duration.ofMillis(120);
            case LATE -> Duration.ofMillis(200);
            case IN_BURSTS -> Duration.ofMillis(620);
        };
    }
}
