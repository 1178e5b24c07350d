package org.neuroward.clinic.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the frame around every page. */
@MessageBundle("shell")
public interface ShellTexts {
    @Message("Skip to the content")
    String skip();

    @Message("Main menu")
    String menu();

    @Message("Worklist")
    String worklist();

    @Message("Unfiled")
    String unfiled();

    @Message("Reports")
    String reports();

    @Message("Beds")
    String fleet();

    @Message("Audit trail")
    String audit();

    @Message("Sign out")
    String signOut();

    @Message("Language")
    String language();

    @Message("Theme")
    String theme();

    @Message("Light")
    String light();

    @Message("Dark")
    String dark();

    @Message("As the system")
    String system();

    @Message("Demo data, simulated. Not for clinical use.")
    String demo();

    @Message("Simulated")
    String simulated();

    @Message("Back to the start page")
    String home();

    @Message("There is nothing here")
    String notFoundTitle();

    @Message("This address does not lead to anything, or what it led to is not there any more.")
    String notFound();

    @Message("Not for your role")
    String forbiddenTitle();

    @Message("Your role does not allow this, or the page was open too long. Go back to the start page and try again.")
    String forbidden();

    @Message("Please sign in again")
    String unauthorizedTitle();

    @Message("Your sign-in has ended. Nothing was changed.")
    String unauthorized();

    @Message("This was not understood")
    String badRequestTitle();

    @Message("The request was not complete or not of the right form. Nothing was changed.")
    String badRequest();

    @Message("This cannot be done now")
    String refusedTitle();

    @Message("Something went wrong in the server")
    String faultTitle();

    @Message(
            "The fault is noted in the server's log under {reference}. Try again; if it stays, tell the person who looks after the server.")
    String fault(String reference);
}
