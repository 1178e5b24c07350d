package org.neuroward.clinic.fleet;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The words of the beds' page, and of troubles wherever they are told. Marks such as %1 are filled in by the page's script.
 */
@MessageBundle("fleet")
interface FleetTexts {

    @Message("Beds")
    String title();

    @Message("{beds} in use, {connected} connected")
    String summary(int beds, int connected);

    @Message("No bed needs anyone.")
    String allWell();

    @Message("Beds that need someone: {urgent}")
    String someUrgent(int urgent);

    @Message("This page is no longer up to date: the server cannot be reached. Trying again by itself.")
    String stale();

    @Message("Add a bed")
    String addBed();

    @Message("No bed yet")
    String noBeds();

    @Message("Add the first bed and start its agent on the bedside computer.")
    String noBedsHint();

    @Message("Bed")
    String bed();

    @Message("Connection")
    String link();

    @Message("Amplifier")
    String device();

    @Message("Lost in this recording")
    String losses();

    @Message("Clock against the server's")
    String clocks();

    @Message("To be delivered")
    String backlog();

    @Message("Bedside disk")
    String disk();

    @Message("Last contact")
    String lastContact();

    @Message("agent {version}")
    String version(String version);

    @Message("Manage")
    String manage();

    @Message("Manage {bed}")
    String manageBed(String bed);

    @Message("no agent")
    String noAgent();

    @Message("simulated")
    String simulated();

    @Message("Name of the bed")
    String nameLabel();

    @Message("As on the door, for example Bed 3.")
    String nameHint();

    @Message("Agent's id")
    String agentIdLabel();

    @Message("Letters, digits, dots, dashes and underscores. Left empty, one is made.")
    String agentIdHint();

    @Message("Add and enrol its agent")
    String addAndEnrol();

    @Message("Back")
    String back();

    @Message("Bed and agent")
    String manageTitle();

    @Message(
            "A new secret is made and shown once. An agent that runs with the old one is disconnected at once; it goes on recording and keeps everything until it has the new secret.")
    String enrolHint();

    @Message("Enrol the agent")
    String enrol();

    @Message("Enrol anew with a new secret")
    String enrolAnew();

    @Message("The bed is offered for sessions no more, and its agent is let in no more. What was recorded there stays.")
    String retireHint();

    @Message("Take out of use")
    String retire();

    @Message("The agent's secret")
    String secretTitle();

    @Message("It is shown this once and kept nowhere. Whoever has it can send recordings as this bed.")
    String secretOnce();

    @Message("Secret")
    String secretLabel();

    @Message("Copy")
    String copy();

    @Message("Copied")
    String copied();

    @Message("Save as a file")
    String saveFile();

    @Message("Save the secret as a file and carry it to the bedside computer, readable for the agent's user only.")
    String stepFile();

    @Message("In the folder of that file, type:")
    String stepCommand();

    @Message("Put the certificate by which the server is known beside it, as ca.pem.")
    String stepTls();

    @Message("Delete every other copy of the file.")
    String stepDelete();

    @Message("The secret is saved")
    String secretDone();

    @Message("Out of use")
    String retiredBeds();

    @Message("since {date}")
    String retiredSince(String date);

    @Message("Bring back into use")
    String reinstate();

    @Message("The server cannot be reached. Nothing was changed; try again.")
    String unreachable();

    @Message("The server could not do that (answer %1). Reload the page and try again.")
    String unexpected();

    @Message("none")
    String linkNone();

    @Message("not connected")
    String linkAway();

    @Message("silent")
    String linkSilent();

    @Message("online")
    String linkOnline();

    @Message("idle")
    String doingNothing();

    @Message("shows the signal")
    String doingPreview();

    @Message("records")
    String doingRecording();

    @Message("delivers")
    String doingUpload();

    @Message("not there")
    String deviceAbsent();

    @Message("ready")
    String deviceIdle();

    @Message("delivers samples")
    String deviceStreaming();

    @Message("delivers nothing")
    String deviceSilent();

    @Message("nothing")
    String lossNone();

    @Message("{samples} samples, gaps: {gaps}")
    String lossMissing(long samples, long gaps);

    @Message("{count} repeated")
    String lossRepeated(long count);

    @Message("{count} late")
    String lossLate(long count);

    @Message("{count} damaged")
    String lossDamaged(long count);

    @Message("drift {figure}")
    String clockDrift(String figure);

    @Message("nothing")
    String backlogNone();

    @Message("{count} frames")
    String frames(long count);

    @Message("{free} of {total} GB free")
    String diskRoom(String free, String total);

    @Message("now")
    String now();

    @Message("{span} ago")
    String ago(String span);

    @Message("for {span}")
    String since(String span);

    @Message("{count} s")
    String seconds(long count);

    @Message("{count} min")
    String minutes(long count);

    @Message("{hours} h {minutes} min")
    String hours(long hours, long minutes);

    @Message("{days} d {hours} h")
    String days(long days, long hours);

    @Message("Bedside computer not connected")
    String agentAway();

    @Message(
            "If it is running, it goes on recording to its own disk and delivers everything later. Check its power and its network cable, and that the agent runs.")
    String agentAwayTodo();

    @Message("Bedside computer silent")
    String agentSilent();

    @Message(
            "It is connected but says nothing. Check its network cable and its screen; if it hangs, restart the agent. What it recorded stays on its disk.")
    String agentSilentTodo();

    @Message("Bedside disk failed")
    String diskFailed();

    @Message(
            "What is recorded now exists on the server only. Keep the network connected, finish this recording, then have the disk replaced.")
    String diskFailedTodo();

    @Message("Bedside disk is read-only")
    String diskReadOnly();

    @Message(
            "What is recorded now exists on the server only. Keep the network connected, finish this recording, then have the disk checked.")
    String diskReadOnlyTodo();

    @Message("Bedside disk full")
    String diskFull();

    @Message(
            "There is no room for a new recording. Free space on the bedside computer, or leave it connected until its recordings are delivered.")
    String diskFullTodo();

    @Message("Amplifier missing")
    String deviceMissing();

    @Message(
            "Check its power and its cable. It is taken up again by itself; what is missing until then is marked as a gap.")
    String deviceMissingTodo();

    @Message("Amplifier delivers nothing")
    String deviceDead();

    @Message(
            "Check its cable and its battery. It is taken up again by itself; what is missing until then is marked as a gap.")
    String deviceDeadTodo();

    @Message("Samples are being lost")
    String lossRising();

    @Message(
            "Every gap is marked in its place. Check the amplifier's cable or its radio link, and what else the bedside computer is busy with.")
    String lossRisingTodo();

    @Message("Bedside disk nearly full")
    String diskLow();

    @Message("Recordings go on. Free space on the bedside computer before the next long recording.")
    String diskLowTodo();

    @Message("Clocks disagree")
    String clockOff();

    @Message(
            "The bedside computer's clock differs from the server's by more than 2 s. Samples are not affected, the time written on recordings is; set the clock by the network (NTP).")
    String clockOffTodo();

    @Message("Amplifier's rate is off")
    String clockDrifts();

    @Message(
            "It runs more than 300 ppm faster or slower than stated. Recordings go on; have the amplifier checked if this stays.")
    String clockDriftsTodo();

    @Message("Agent refused: wrong secret")
    String wrongSecret();

    @Message(
            "Someone tries to connect as this bed's agent with another secret. Enrol the agent anew and carry the new secret to the bed.")
    String wrongSecretTodo();

    @Message("Agent refused: other version")
    String wrongVersion();

    @Message(
            "Install the agent that belongs to this server's version on the bedside computer. What it recorded stays on its disk until then.")
    String wrongVersionTodo();

    @Message("Recording left at the bed")
    String leftOver();

    @Message(
            "The bedside computer holds a recording, or more of one, that no session of this server takes. Write it out there with ./neuroward agent export; it is not deleted.")
    String leftOverTodo();

    @Message("No agent enrolled")
    String notEnrolled();

    @Message("Enrol an agent under Manage, then start it on the bedside computer.")
    String notEnrolledTodo();

    @Message("Never connected")
    String neverConnected();

    @Message(
            "Start the agent on the bedside computer with the command that was shown when it was enrolled. If its secret is lost, enrol it anew.")
    String neverConnectedTodo();

    @Message("Bedside computer off")
    String agentOff();

    @Message("No session needs it. Start it, and its agent, before the next one.")
    String agentOffTodo();

    @Message("Amplifier off")
    String deviceOff();

    @Message("No session needs it. Switch it on and plug it in before the next one.")
    String deviceOffTodo();

    @Message("Delivers what was recorded meanwhile")
    String syncing();

    @Message("Nothing needs to be done. Leave the bedside computer on until all is delivered.")
    String syncingTodo();

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
