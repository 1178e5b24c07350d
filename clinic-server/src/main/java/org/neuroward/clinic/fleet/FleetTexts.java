package org.neuroward.clinic.fleet;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the beds' page. */
@MessageBundle("fleet")
interface FleetTexts {

    @Message(
            "A bed's name has 1 to {longest} characters and no control characters. Choose one that stands on the door.")
    String nameUnusable(int longest);

    @Message("There already is a bed named {name}. Choose another name.")
    String nameTaken(String name);

    @Message("A bed named {name} is out of use. Bring it back into use, or choose another name.")
    String nameTakenByRetired(String name);

    @Message("There is no such bed. Reload the page.")
    String bedUnknown();

    @Message("{name} is out of use. Bring it back into use first.")
    String bedRetired(String name);

    @Message("A session holds {name}. Wait until it is over, or have it ended, then take the bed out of use.")
    String bedInUse(String name);

    @Message(
            "The computer at {name} still holds recordings that this server does not have. Wait until all are delivered.")
    String undelivered(String name);

    @Message(
            "An agent's id has 1 to 40 letters, digits, dots, dashes and underscores, and begins with a letter or a digit.")
    String agentIdUnusable();

    @Message("The agent {agentId} serves {bed}. Choose another id.")
    String agentIdTaken(String agentId, String bed);
}
