package org.neuroward.clinic.filing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages on recordings that wait to be filed. */
@MessageBundle("filing")
public interface FilingTexts {
    @Message("Unfiled recordings")
    String title();

    @Message(
            "Recordings that a person must file: begun at a bed without the server, or with something that does not fit. They are kept whole; nothing is scored or reported before.")
    String lead();

    @Message("{count} wait to be filed")
    String waiting(int count);

    @Message("{count} recordings wait to be filed: whose are they?")
    String notice(long count);

    @Message("Nothing waits")
    String emptyTitle();

    @Message("Every recording belongs to an order.")
    String empty();

    @Message("Begun (bed's clock)")
    String begun();

    @Message("Bed")
    String bed();

    @Message("Order no. at the bed")
    String orderAtBed();

    @Message("Patient no. at the bed")
    String patientAtBed();

    @Message("Confirmed by")
    String confirmedBy();

    @Message("not entered")
    String notEntered();

    @Message("Length")
    String length();

    @Message("Completeness")
    String completeness();

    @Message("nothing missing")
    String complete();

    @Message("{samples} samples missing")
    String missing(long samples);

    @Message("still arriving")
    String arriving();

    @Message("Why it waits")
    String why();

    @Message("begun without the server")
    String offline();

    @Message("something differs")
    String held();

    @Message("Look and file")
    String open();

    @Message("Filed last")
    String filedLast();

    @Message("Filed")
    String filedAt();

    @Message("Order no.")
    String orderNumber();

    @Message("Patient no.")
    String patientNumber();

    @Message("by")
    String filedBy();

    @Message("Unfiled recording")
    String recordingTitle();

    @Message("What the bed says")
    String claimTitle();

    @Message("Received")
    String received();

    @Message("Amplifier")
    String amplifier();

    @Message("Procedure")
    String procedure();

    @Message("Ended")
    String ended();

    @Message(
            "{#when code}{#is 'STOPPED'}by a person{#is 'SOURCE_ENDED'}its source came to its end{#is 'AGENT_RESTARTED'}the bed's program was stopped{#is 'DEVICE_FAILED'}the amplifier failed{#is 'DISK_FAILED'}the bed's disk failed{#is 'FORGOTTEN_BY_AGENT'}the bed no longer has the rest{#else}{code}{/when}")
    String endReason(String code);

    @Message("What does not fit")
    String differencesTitle();

    @Message(
            "{#when code}{#is 'CLAIM_MISSING'}The recording bears neither an order number nor a patient number.{#is 'ORDER_DIFFERS'}The recording bears the order number {atBed}; the order here is {onServer}.{#is 'PATIENT_DIFFERS'}The recording bears the patient number {atBed}; the patient here is {onServer}.{#is 'ORDER_MOVED'}The order belongs to another patient now than when the session was prepared.{#is 'ORDER_WITHDRAWN'}The order was withdrawn.{#is 'CONFIRMATION_MISSING'}No one had confirmed the patient's identity before the start.{#is 'CONFIRMATION_OLD'}The identity was confirmed more than 12 hours before the start: in another shift.{#is 'OTHER_BED'}It was recorded at {atBed}; the session was prepared at {onServer}.{#is 'SESSION_OVER'}The session was cancelled or closed before the recording arrived.{#else}{code}{/when}")
    String difference(String code, String atBed, String onServer);

    @Message(
            "{#when code}{#is 'CLAIM_MISSING'}Ask who was at this bed at that time, and look at the bed's paper.{#is 'ORDER_DIFFERS'}Ask the technician which request was carried out; look for a slip in the number.{#is 'PATIENT_DIFFERS'}Compare the wristband number. If the patient's records were merged, check with admissions which number holds.{#is 'ORDER_MOVED'}Ask the ward that ordered for whom the order is.{#is 'ORDER_WITHDRAWN'}Ask the ward for a new order, then file to that.{#is 'CONFIRMATION_MISSING'}Ask the technician who was on the bed, and how that was checked.{#is 'CONFIRMATION_OLD'}Ask the technician on duty whether the same patient was still on the bed.{#is 'OTHER_BED'}Ask the technician whether patient or computer was moved.{#is 'SESSION_OVER'}Ask who cancelled or closed it, and whether the recording is of the same patient.{#else}{/when}")
    String advice(String code);

    @Message("Whose is it?")
    String candidatesTitle();

    @Message("No open order bears one of these numbers. Look the order up by its number.")
    String noCandidates();

    @Message("Both numbers match")
    String bothMatch();

    @Message("Not both numbers are known to match")
    String notBothMatch();

    @Message("Something differs")
    String differs();

    @Message(
            "Compare name and date of birth with the request form of that time, or with the patient. File only when both match.")
    String confirmAsk();

    @Message("Or scan the wristband or the request's label (patient no.)")
    String scanLabel();

    @Message("Patient no., scanned or typed (required, since something differs)")
    String scanRequired();

    @Message("Why it is this patient's all the same (required)")
    String reasonLabel();

    @Message("Both match: file to this order")
    String fileButton();

    @Message("Another order, by its number")
    String lookUpLabel();

    @Message("Look up")
    String lookUp();

    @Message("It is still arriving or being sealed; it can be filed when it is whole.")
    String notSealedYet();

    @Message("Back to the list")
    String back();

    @Message("There is no such recording, or it has been filed.")
    String unknown();

    @Message(
            "{#when code}{#is 'UNKNOWN'}There is no such recording.{#is 'ALREADY_FILED'}Someone has filed it already; nothing was changed.{#is 'NOT_SEALED'}It is still arriving or being sealed. Try again when it is whole.{#is 'ORDER_UNKNOWN'}Choose an order.{#is 'ORDER_NOT_OPEN'}That order was carried out or withdrawn. Choose another, or ask the ward for a new one.{#is 'ORDER_BUSY'}A session of that order holds a bed now. End or cancel it first.{#is 'PROCEDURE_UNKNOWN'}The recording follows a procedure that this version does not know. Tell the administrator.{#is 'SCAN_DIFFERS'}The number entered is not this patient's. Do not file: check the label and the order. Nothing was changed.{#is 'SCAN_NEEDED'}Something differs: enter the patient's number from the label or wristband.{#is 'REASON_NEEDED'}Something differs: write in at least 10 characters why it is this patient's all the same.{#else}{code}{/when}")
    String refusal(String code);
}
