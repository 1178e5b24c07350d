package org.neuroward.agent.operator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.DiskState;
import org.neuroward.wire.Impedance;

/** The bed's state as the page takes it: codes for its looks, sentences for its reader. */
final class StatusJson {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double OHMS_PER_KILOHM = 1e3;

    private final BedStatus bed;
    private final StatusText text;
    private final Words words;

    private StatusJson(BedStatus bed, Words words) {
        this.bed = bed;
        this.text = new StatusText(bed, words);
        this.words = words;
    }

    static ObjectNode of(BedStatus bed, Words words) {
        var json = new StatusJson(bed, words);
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("bed", bed.agentId());
        status.put("version", bed.agentVersion());
        status.put("deviceName", bed.device());
        status.put("simulated", bed.simulated());
        json.activity(status.putObject("activity"));
        json.part(status, "link", json.text.linkCode(), json.linkLevel(), json.text.link(), json.text.linkAdvice());
        DeviceState device = bed.heartbeat().device();
        json.part(status, "device", device.name(), json.deviceLevel(), json.text.device(), json.text.deviceAdvice());
        boolean lost = bed.heartbeat().losses().gaps() > 0;
        json.part(status, "losses", "", lost ? "warn" : "good", json.text.losses(), json.text.lossesAdvice());
        DiskState disk = bed.heartbeat().spool().disk();
        json.part(status, "disk", disk.name(), diskLevel(disk), json.text.disk(), json.text.diskAdvice());
        json.alarms(status.putArray("alarms"));
        json.impedance(status.putObject("impedance"));
        json.may(status.putObject("may"));
        return status;
    }

    private void part(ObjectNode status, String name, String code, String level, String sentence, String advice) {
        status.putObject(name)
                .put("code", code)
                .put("level", level)
                .put("sentence", sentence)
                .put("advice", advice);
    }

    private void activity(ObjectNode json) {
        json.put("code", text.activityCode());
        json.put("sentence", text.activity());
        json.put("advice", text.activityAdvice());
        if (bed.activity() instanceof Activity.Recording recording) {
            json.put("recordingId", recording.recordingId().toString());
            json.put("seconds", recording.length().toNanos() / NANOS_PER_SECOND);
            json.put("stopping", recording.stopping());
            json.put("claim", recording.claim().map(text::claim).orElse(""));
            json.put("block", text.block(recording).orElse(""));
        }
    }

    private String linkLevel() {
        return switch (text.linkCode()) {
            case "online" -> "good";
            case "action-needed" -> "bad";
            default -> "warn";
        };
    }

    private String deviceLevel() {
        boolean running = bed.activity() instanceof Activity.Recording || bed.activity() instanceof Activity.Showing;
        return switch (bed.heartbeat().device()) {
            case IDLE, STREAMING -> "good";
            case ABSENT -> running ? "bad" : "warn";
            case SILENT -> "bad";
        };
    }

    private static String diskLevel(DiskState disk) {
        return switch (disk) {
            case OK -> "good";
            case LOW -> "warn";
            case FULL, READ_ONLY, FAILED -> "bad";
        };
    }

    private void alarms(ArrayNode json) {
        for (BedAlarm alarm : BedAlarm.of(bed)) {
            json.addObject()
                    .put("code", alarm.code())
                    .put("sentence", words.say(alarm.code()))
                    .put("loud", alarm.loud());
        }
    }

    private void impedance(ObjectNode json) {
        json.put("possible", bed.measuresImpedance());
        json.put("measuring", bed.measuringImpedance());
        ArrayNode values = json.putArray("electrodes");
        for (Impedance electrode : bed.impedances()) {
            String kilohms = electrode.ohms().isEmpty()
                    ? "–"
                    : String.format(Locale.ROOT, "%.1f kΩ", electrode.ohms().getAsDouble() / OHMS_PER_KILOHM);
            values.addObject()
                    .put("channel", electrode.channel())
                    .put("value", kilohms)
                    .put("state", electrode.state().name())
                    .put("sentence", words.say("impedance." + electrode.state()));
        }
    }

    /** What the page offers now; the bed itself decides again when it is asked. */
    private void may(ObjectNode json) {
        boolean recording = bed.activity() instanceof Activity.Recording;
        boolean session = text.activityCode().equals("session");
        boolean away = !text.online();
        json.put("start", !recording && away);
        json.put("startRefused", recording || session && !away ? "busy" : away ? "" : "online");
        json.put("show", !recording && !session);
        json.put("mark", recording);
        json.put("stop", recording);
        json.put("impedance", bed.measuresImpedance());
    }
}
