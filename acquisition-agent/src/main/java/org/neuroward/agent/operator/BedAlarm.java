package org.neuroward.agent.operator;

import java.util.ArrayList;
import java.util.List;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.DiskState;

/**
 * What must not wait.
 *
 * @param code key of its sentence
 * @param loud also to be heard: samples are being lost while someone relies on them
 */
record BedAlarm(String code, boolean loud) {

    static List<BedAlarm> of(BedStatus bed) {
        boolean recording = bed.activity() instanceof Activity.Recording;
        boolean running = recording || bed.activity() instanceof Activity.Showing;
        var alarms = new ArrayList<BedAlarm>();
        DeviceState device = bed.heartbeat().device();
        if (running && device == DeviceState.SILENT) {
            alarms.add(new BedAlarm("alarm.device-silent", true));
        }
        if (running && device == DeviceState.ABSENT) {
            alarms.add(new BedAlarm("alarm.device-absent", true));
        }
        DiskState disk = bed.heartbeat().spool().disk();
        switch (disk) {
            case OK, LOW -> {}
            case FULL, READ_ONLY, FAILED -> alarms.add(new BedAlarm("alarm.disk-" + disk, recording));
        }
        return alarms;
    }
}
