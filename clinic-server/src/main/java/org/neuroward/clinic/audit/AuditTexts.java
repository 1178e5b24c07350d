package org.neuroward.clinic.audit;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the audit trail's page. */
@MessageBundle("audit")
public interface AuditTexts {
    @Message("Audit trail")
    String title();

    @Message("The chain is whole: {rows} rows, every one as it was written.")
    String whole(long rows);

    @Message("Hash of the last row")
    String head();

    @Message("Note number and hash of the last row elsewhere: a later trail must still contain them.")
    String headHint();

    @Message(
            "The chain is broken at row {seq}: a row was changed, removed or put in outside of this program. Keep a copy of the database and tell the person responsible for security.")
    String broken(long seq);

    @Message("Person")
    String person();

    @Message("Action")
    String action();

    @Message("Record no. of the patient")
    String patientFilter();

    @Message("All")
    String all();

    @Message("Filter")
    String filter();

    @Message("Show all")
    String showAll();

    @Message("There is no patient with this record number.")
    String patientUnknown();

    @Message("No rows match")
    String none();

    @Message("Choose another person or action, or show all.")
    String noneHint();

    @Message("No.")
    String number();

    @Message("Time ({offset})")
    String time(String offset);

    @Message("Role")
    String role();

    @Message("Object")
    String object();

    @Message("Patient")
    String patient();

    @Message("Outcome")
    String outcome();

    @Message("Address")
    String source();

    @Message("Program")
    String program();

    @Message("Details")
    String detail();

    @Message("Older rows")
    String older();

    @Message("Latest rows")
    String latest();

    @Message(
            "{#when action}{#is 'sign-in'}sign in{#is 'sign-out'}sign out{#is 'access.refused'}access refused{#is 'worklist.read'}worklist read{#is 'patient.read'}patient read{#is 'identity.confirm'}identity confirmed{#is 'audit.read'}audit trail read{#is 'session.read'}session read{#is 'session.watch'}session watched{#is 'session.prepare'}session prepared{#is 'session.start'}session started{#is 'session.mark'}marker set{#is 'session.record'}recording began{#is 'session.end'}session ended{#is 'session.stop'}session stopped{#is 'session.cancel'}session cancelled{#is 'recording.unfiled'}recording without session received{#is 'recording.hold'}recording held{#is 'recording.file'}recording filed{#is 'unfiled.list'}unfiled recordings read{#is 'unfiled.read'}unfiled recording read{#is 'scoring.retry'}scoring tried again{#is 'account.add'}person added{#is 'bed.add'}bed added{#is 'bed.retire'}bed taken out of use{#is 'bed.reinstate'}bed back in use{#is 'agent.enrol'}agent enrolled{#is 'fleet.read'}beds read{#is 'session.end-by-hand'}session ended by hand{#is 'report.list'}report list read{#is 'report.draft'}report drafted{#is 'report.read'}report read{#is 'report.impression.save'}impression edited{#is 'report.sign'}report signed{#is 'report.pdf'}report PDF fetched{#is 'report.fhir'}report FHIR fetched{#else}{action}{/when}")
    String actionOf(String action);

    @Message("{#when outcome}{#is 'done'}done{#is 'refused'}refused{#is 'failed'}failed{#else}{outcome}{/when}")
    String outcomeOf(String outcome);

    @Message(
            "{#when role}{#is 'TECHNICIAN'}technician{#is 'THERAPIST'}therapist{#is 'REVIEWER'}reviewer{#is 'ADMINISTRATOR'}administrator{#is 'AUDITOR'}auditor{#is 'PROGRAM'}program{#else}not signed in{/when}")
    String roleOf(String role);
}
