package org.neuroward.clinic.session;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said when a session refuses. */
@MessageBundle("session")
interface SessionMessages {

    @Message("There is no such order. It may have been withdrawn; reload the worklist.")
    String orderUnknown();

    @Message("This order was already carried out or withdrawn. Ask for a new one.")
    String orderNotOpen();

    @Message("Nobody has confirmed the patient's identity for this order within the last hours. Confirm it first.")
    String identityUnconfirmed();

    @Message("There is no such bed. Choose one from the list.")
    String bedUnknown();

    @Message("This version has no procedure named {variant}. Choose one from the list.")
    String variantUnknown(String variant);

    @Message("{bed} already has a session. End or cancel that one first, or choose another bed.")
    String bedBusy(String bed);

    @Message("This order already has a session at {bed}. Continue there, or cancel it first.")
    String orderBusy(String bed);

    @Message("{bed} is not connected. Check that its computer is on and reaches this server, then try again.")
    String agentAway(String bed);

    @Message("{bed} is connected but did not answer in time. Try again; nothing was changed on this server.")
    String agentSilent(String bed);

    @Message("{bed} is busy with another recording, or still sends one. Wait until it is free.")
    String agentBusy(String bed);

    @Message("{bed} does not show this session's signal yet. Wait a moment and try again.")
    String agentNotPrepared(String bed);

    @Message("{bed} has no recording that runs. It may just have ended by itself.")
    String agentNotRecording(String bed);

    @Message("The amplifier at {bed} did not start. Check its power and its cable, then try again.")
    String amplifierFailed(String bed);

    @Message("The disk of the computer at {bed} takes no recording. Call technical support; use another bed meanwhile.")
    String bedsideDiskFailed(String bed);

    @Message(
            "The disk of the computer at {bed} has no room for another recording. Call technical support; use another bed meanwhile.")
    String bedsideDiskLow(String bed);

    @Message("The amplifier at {bed} cannot measure impedance, or not while it records.")
    String noImpedance(String bed);

    @Message("The computer at {bed} does not find its amplifier. Check its power and cable, then try again.")
    String amplifierAbsent(String bed);

    @Message("There is no such session.")
    String sessionUnknown();

    @Message("The recording is already running. End it instead of starting it again.")
    String alreadyRecording();

    @Message("This session is over. Begin a new one from the worklist.")
    String alreadyOver();

    @Message("Nothing is being recorded in this session. Start the recording first.")
    String notRecording();

    @Message("A marker must have 1 to {longest} characters and no control characters.")
    String markerUnusable(int longest);

    @Message("{bed} is connected again. End the recording in the usual way; nothing is lost then.")
    String agentThere(String bed);

    @Message("Say why the session is ended by hand, in 1 to {longest} characters.")
    String reasonMissing(int longest);
}
