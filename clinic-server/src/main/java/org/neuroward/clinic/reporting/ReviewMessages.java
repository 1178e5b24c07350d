package org.neuroward.clinic.reporting;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of reports say. */
@MessageBundle("review")
interface ReviewMessages {

    @Message("Reports")
    String reports();

    @Message("Report")
    String report();

    @Message("Awaiting review")
    String awaitingReview();

    @Message("Signed")
    String signed();

    @Message("All")
    String all();

    @Message("Filter by state")
    String filterByState();

    @Message("State")
    String state();

    @Message("Age")
    String age();

    @Message("since the recording ended")
    String ageMeaning();

    @Message("Patient")
    String patient();

    @Message("Protocol")
    String protocol();

    @Message("Signal quality")
    String quality();

    @Message("Recorded")
    String recorded();

    @Message("Last change")
    String lastChange();

    @Message("Drafted by the program")
    String byProgram();

    @Message("Not reviewed")
    String stateDraft();

    @Message("Final")
    String stateFinal();

    @Message("good")
    String gradeGreen();

    @Message("with limits")
    String gradeAmber();

    @Message("insufficient")
    String gradeRed();

    @Message("no numbers")
    String noNumbers();

    @Message("Simulated")
    String simulated();

    @Message("No report awaits review.")
    String noneAwaiting();

    @Message("No report has been signed yet.")
    String noneSigned();

    @Message("There are no reports yet. The first appears when a recording has been scored.")
    String noneAtAll();

    @Message("No EEG report yet.")
    String noneOfPatient();

    @Message("Earlier")
    String previousPage();

    @Message("Further")
    String nextPage();

    @Message("{from}–{to} of {total}")
    String pageRange(long from, long to, long total);

    @Message("Resting EEG")
    String protocolRestingEeg();

    @Message("{minutes} min")
    String minutes(long minutes);

    @Message("{hours} h {minutes} min")
    String hours(long hours, long minutes);

    @Message("{days} d {hours} h")
    String days(long days, long hours);

    @Message("less than 1 min")
    String underAMinute();

    @Message("signed after {age}")
    String signedAfter(String age);

    @Message("NOT REVIEWED: this draft was made by a program and no clinician has signed it.")
    String notReviewed();

    @Message("Review")
    String review();

    @Message("Impression")
    String impression();

    @Message("What you make of the findings, in your own words. It is printed on the report above your name.")
    String impressionHint();

    @Message("Save")
    String save();

    @Message("Saved")
    String saved();

    @Message("Saved at {time}")
    String savedAt(String time);

    @Message("Saving…")
    String saving();

    @Message("Not saved yet")
    String unsaved();

    @Message("{count} of {longest} characters")
    String characters(String count, String longest);

    @Message("Sign…")
    String openSign();

    @Message("Sign this report")
    String signTitle();

    @Message("With your signature the report becomes final. It cannot be changed afterwards.")
    String signConsequence();

    @Message("Meaning of the signature: I have reviewed this report and approve it.")
    String signMeaning();

    @Message("Signing as")
    String signingAs();

    @Message("Your password, once more")
    String passwordAgain();

    @Message("Sign")
    String sign();

    @Message("Signing…")
    String signing();

    @Message("Cancel")
    String cancel();

    @Message("Signature")
    String signature();

    @Message("Reviewed and approved")
    String meaningReviewAndApproval();

    @Message("Signed by")
    String signedBy();

    @Message("Signed at")
    String signedAt();

    @Message("Meaning")
    String meaning();

    @Message("Identity proved by")
    String method();

    @Message("password, entered anew")
    String methodPassword();

    @Message("Fingerprint (SHA-256)")
    String fingerprint();

    @Message("Issued forms")
    String issuedForms();

    @Message("PDF, Chinese")
    String pdfChinese();

    @Message("PDF, English")
    String pdfEnglish();

    @Message("FHIR R4")
    String fhir();

    @Message("History")
    String history();

    @Message("Draft made from the result")
    String historyDraft();

    @Message("Impression saved")
    String historyImpression();

    @Message("Signed")
    String historySigned();

    @Message("This report is signed. It is shown as it was signed and cannot be changed.")
    String readOnly();

    @Message("You have changes that are not saved.")
    String leaveWarning();

    @Message("The server could not be reached. Nothing was saved; your text is still here. Try again.")
    String serverAway();

    @Message("Your sign-in has expired. Copy your text, sign in again in another tab, then save.")
    String signInExpired();

    @Message(
            "{name} changed this draft at {time}, after you had opened it. Your text was not saved. Copy it, reload the page, and join both.")
    String changedMeanwhile(String name, String time);

    @Message("This report has been signed meanwhile and cannot be changed. Reload the page to see it.")
    String alreadySigned();

    @Message("Write the impression first: a report is signed with a clinician's own words.")
    String impressionMissing();

    @Message("The impression is too long: at most {longest} characters.")
    String impressionTooLong(int longest);

    @Message("The impression holds characters that cannot be printed. Type it here instead of pasting it.")
    String impressionUnprintable();

    @Message("Wrong password. The report is not signed. Tries left: {left}.")
    String wrongPassword(int left);

    @Message("Too many wrong passwords. Signing is locked until {time}. The report is not signed.")
    String locked(String time);

    @Message("There is no such report.")
    String reportUnknown();

    @Message("This report is still a draft. Only a signed report is issued in this form.")
    String notIssued();

    @Message("Say what to change: the revision that you have read and the text.")
    String badEdit();

    @Message("The recording is running.")
    String progressRecording();

    @Message("Writing the recording to its file…")
    String progressSealing();

    @Message("Waiting to be scored…")
    String progressWaiting();

    @Message("Scoring the recording…")
    String progressScoring();

    @Message("Drafting the report…")
    String progressDrafting();

    @Message("The draft report is ready for review.")
    String progressDone();

    @Message("The recording has too little usable signal for numbers. A draft report that says so is ready for review.")
    String progressRefused();

    @Message("There is no such session.")
    String sessionUnknown();

    @Message("The recording could not be written to its file. The data are kept; tell the administrator.")
    String failedSealing();

    @Message("The sealed recording is not where it should be. Tell the administrator; scoring can be tried again.")
    String failedFileMissing();

    @Message("The sealed recording differs from what was sealed, so it was not scored. Tell the administrator.")
    String failedFileChanged();

    @Message("The sealed recording cannot be read. Tell the administrator; scoring can be tried again.")
    String failedFileUnreadable();

    @Message(
            "Something does not fit between recording and order: a technician must first say whose it is, under Unfiled.")
    String failedIdentityOpen();

    @Message("Scoring was interrupted several times and is set aside. It can be tried again.")
    String failedInterrupted();

    @Message("Scoring failed because of a fault in the program. The recording is kept; scoring can be tried again.")
    String failedFault();

    @Message("The session was cancelled; there is nothing to score.")
    String progressCancelled();

    @Message("Try again")
    String tryAgain();

    @Message("Not scored")
    String notScored();

    @Message("Recordings that could not be scored")
    String failedRecordings();

    @Message("Reason")
    String reason();

    @Message("Failed at")
    String failedAt();
}
