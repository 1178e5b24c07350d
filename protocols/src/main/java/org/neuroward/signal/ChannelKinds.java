package org.neuroward.signal;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a label says about its signal: EDF's standard texts ("EEG Fpz-Cz"), then names in use without them. */
final class ChannelKinds {

    private static final Pattern TRIGGER = Pattern.compile("(STATUS|TRIG.*|STI ?\\d*|STIM.*|MARKER.*|EVENT.*)");
    private static final Pattern EOG =
            Pattern.compile("(EOG.*|[VH]?EOG.*|E[12]([ -].*)?|[LR]OC([ -].*)?|(LEFT|RIGHT) EYE.*)");
    private static final Pattern EMG = Pattern.compile("(EMG.*|.*CHIN.*|.*\\bTIB\\b.*|L(EFT)? ?LEG.*|R(IGHT)? ?LEG.*)");
    private static final Pattern ECG = Pattern.compile("(ECG.*|EKG.*)");
    /** Positions of the 10-10 system, older names and ear and mastoid electrodes; a second electrode may follow. */
    private static final Pattern EEG =
            Pattern.compile("EEG.*|((FP|AF|F|FT|FC|C|T|TP|CP|P|PO|O|I|A|M)(Z|[1-9]|10)|FPZ|NZ)\\.*([ :-].*)?");

    private ChannelKinds() {}

    static ChannelKind of(String label) {
        String upper = label.strip().toUpperCase(Locale.ROOT);
        if (TRIGGER.matcher(upper).matches()) {
            return ChannelKind.TRIGGER;
        }
        if (EOG.matcher(upper).matches()) {
            return ChannelKind.EOG;
        }
        if (ECG.matcher(upper).matches()) {
            return ChannelKind.ECG;
        }
        if (EMG.matcher(upper).matches()) {
            return ChannelKind.EMG;
        }
        return EEG.matcher(upper).matches() ? ChannelKind.EEG : ChannelKind.OTHER;
    }
}
