package org.neuroward.clinic.record;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the worklist and of the patient's pages. */
@MessageBundle("record")
public interface RecordTexts {
    @Message("Worklist")
    String worklist();

    @Message("Search by name, record number or order number")
    String searchLabel();

    @Message("Search")
    String search();

    @Message("Show all")
    String showAll();

    @Message("{count} open orders")
    String openOrders(int count);

    @Message("Nothing is waiting")
    String emptyTitle();

    @Message("There are no open orders. New ones appear here as soon as they are placed.")
    String empty();

    @Message("No open order matches")
    String noMatchTitle();

    @Message("Check the spelling, or search by the record number on the wristband.")
    String noMatch();

    @Message("Due")
    String due();

    @Message("Patient")
    String patient();

    @Message("Record no.")
    String recordNumber();

    @Message("Date of birth")
    String birthDate();

    @Message("Sex")
    String sexLabel();

    @Message("Age")
    String age();

    @Message("{years} y")
    String years(int years);

    @Message("Examination")
    String examination();

    @Message("Reason")
    String reason();

    @Message("Ordered by")
    String orderedBy();

    @Message("Order no.")
    String orderNumber();

    @Message("Urgent")
    String urgent();

    @Message("Open patient page")
    String openPatient();

    @Message("{#when sex}{#is FEMALE}female{#is MALE}male{#is OTHER}other{#else}unknown{/when}")
    String sex(Sex sex);

    @Message("{#when id}{#is 'resting-eeg'}Resting EEG{#else}{id}{/when}")
    String protocol(String id);

    @Message("{#when state}{#is OPEN}open{#is DONE}done{#else}cancelled{/when}")
    String orderState(Order.State state);

    @Message("Confirm identity")
    String confirmTitle();

    @Message("Ask the patient, or who came with them, to say name and date of birth. Both must match.")
    String confirmAsk();

    @Message("Or scan the wristband (record number)")
    String scanLabel();

    @Message("Optional. A scanned number is compared with the order.")
    String scanHint();

    @Message("The scanned number is not this patient's. Do not go on: check the wristband and the order.")
    String scanMismatch();

    @Message("Both match: choose the bed")
    String confirmButton();

    @Message("Does not match: back to the worklist")
    String confirmNot();

    @Message("Orders")
    String orders();

    @Message("No orders yet")
    String noOrders();

    @Message("Patient record")
    String patientPage();

    @Message("in progress at {bed}")
    String inProgress(String bed);

    @Message("Sessions")
    String sessions();

    @Message("No sessions yet")
    String noSessions();

    @Message("Prepared")
    String prepared();

    @Message("Bed")
    String bed();

    @Message("Recorded from")
    String recordedFrom();

    @Message("to")
    String recordedTo();

    @Message("{#when state}{#is 'PREPARED'}prepared{#is 'RECORDING'}recording{#is 'ENDED'}ended{#else}cancelled{/when}")
    String sessionState(String state);

    @Message("State")
    String state();

    @Message("This order is no longer open; choose another one from the worklist.")
    String orderNotOpen();

    @Message("There is no such patient or order, or it was removed.")
    String unknown();
}
