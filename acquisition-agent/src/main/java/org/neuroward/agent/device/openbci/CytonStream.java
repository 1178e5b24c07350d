package org.neuroward.agent.device.openbci;

import java.util.Optional;
import org.neuroward.agent.device.AddressException;
import org.neuroward.agent.device.DeviceAddress;
import org.neuroward.agent.device.SampleSink;

/** The bytes that a board sends while its packets run, made into samples; knows no port and keeps no time. */
public final class CytonStream {

    private final PacketScanner scanner = new PacketScanner();
    private final BoardRun run;

    CytonStream(BoardRun run) {
        this.run = run;
    }

    /**
     * @param address the settings of a board; its place does not matter
     * @param nowNanos the host's clock
     */
    public static CytonStream open(DeviceAddress address, SampleSink sink, long nowNanos) throws AddressException {
        return new CytonStream(new BoardRun(BoardSettings.of(address), sink, nowNanos));
    }

    /** @param nowNanos the host's clock when these bytes were there */
    public void take(byte[] bytes, int count, long nowNanos) {
        int taken = 0;
        while (taken < count) {
            int some = Math.min(count - taken, scanner.room());
            scanner.add(bytes, taken, some);
            taken += some;
            for (Optional<CytonPacket> packet = scanner.next(); packet.isPresent(); packet = scanner.next()) {
                run.take(packet.get(), nowNanos, scanner.takeDamaged());
            }
        }
        run.look(nowNanos);
    }

    BoardRun run() {
        return run;
    }
}
