package org.neuroward.clinic.session;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the measurement of impedances on the bedside page. Marks such as %1 are filled in by the page's script. */
@MessageBundle("impedance")
interface ImpedanceMessages {

    @Message("Impedances…")
    String open();

    @Message("Electrode impedances")
    String title();

    @Message("Measure")
    String measure();

    @Message("End measuring")
    String end();

    @Message("Measuring. What the amplifier sends meanwhile may not be EEG; starting the recording ends it.")
    String measuringNow();

    @Message("Not measured yet. Fit reference and ground first, then press Measure.")
    String nothingYet();

    @Message("%1 of %2 electrodes are good. Worst: %3.")
    String summary();

    @Message("All %1 electrodes are good.")
    String allGood();

    @Message("Simulated values, from no skin.")
    String simulated();

    @Message("Limits for")
    String cap();

    @Message("Cup electrodes: good to 5 kΩ, usable to 10 kΩ")
    String capCup();

    @Message("Gel cap: good to 10 kΩ, usable to 50 kΩ")
    String capGel();

    @Message("Saline sponges: good to 50 kΩ, usable to 100 kΩ")
    String capSponge();

    @Message("Dry electrodes: good to 50 kΩ, usable to 200 kΩ")
    String capDry();

    @Message("These limits are a maker's recommendation; no guideline for this kind of electrode was found.")
    String doubtful();

    @Message("Electrode")
    String electrode();

    @Message("Impedance")
    String value();

    @Message("Contact")
    String contact();

    @Message("Measured")
    String age();

    @Message("Head map of impedances, seen from above, nose up, left is left")
    String mapLabel();

    @Message("All electrodes, the worst first")
    String listLabel();

    @Message("Good")
    String levelGood();

    @Message("Usable")
    String levelUsable();

    @Message("Poor")
    String levelPoor();

    @Message("No contact")
    String levelOver();

    @Message("Bridge?")
    String levelBridge();

    @Message("Unknown")
    String levelUnknown();

    @Message("now")
    String ageNow();

    @Message("%1 s ago")
    String ageSeconds();

    @Message("%1 min ago")
    String ageMinutes();

    @Message("%1: this contact is part of every channel. Mend it before any other.")
    String hintReference();

    @Message("%1: so low that electrodes may be joined by gel or sweat. Dry the skin between them and measure again.")
    String hintBridge();

    @Message("%1 and %2 differ by %3 kΩ: unequal electrodes let mains and movement in. Mend the higher one.")
    String hintImbalance();

    @Message("Reference")
    String reference();

    @Message("Ground")
    String ground();

    @Message("Estimated from the signal, not measured in kΩ.")
    String fromSignal();

    @Message("Close")
    String close();
}
