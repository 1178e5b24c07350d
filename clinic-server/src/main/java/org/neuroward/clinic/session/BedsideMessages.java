package org.neuroward.clinic.session;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Words of the bed picker and of the bedside page. Marks such as %1 are filled in by the page's script; the sentences of
 * refusals are in {@link SessionMessages}.
 */
@MessageBundle("bedside")
interface BedsideMessages {

    @Message("Choose the bed")
    String bedTitle();

    @Message("Bed")
    String bed();

    @Message("Procedure")
    String procedure();

    @Message("Ready")
    String bedReady();

    @Message("Not connected")
    String bedAway();

    @Message("Session in progress")
    String bedTaken();

    @Message("Open that session")
    String bedContinue();

    @Message("Simulated amplifier")
    String simulatedAmplifier();

    @Message("No bed is set up yet. An administrator enrols a bedside computer first.")
    String noBeds();

    @Message("Prepare this bed")
    String prepare();

    @Message("Connects the amplifier and shows the signal. Nothing is recorded until you press Start.")
    String prepareHint();

    @Message("There is no such order. It may have been withdrawn; go back to the worklist.")
    String orderUnknown();

    @Message("This order was already carried out or withdrawn. Choose another one from the worklist.")
    String orderNotOpen();

    @Message("There is no such session. Go back to the worklist.")
    String sessionUnknown();

    @Message("Eyes closed / eyes open")
    String variantEyesClosedOpen();

    @Message("Closed, open, closed, open, in equal blocks. Shows how alpha reacts to opening the eyes.")
    String variantEyesClosedOpenHint();

    @Message("Eyes closed")
    String variantEyesClosed();

    @Message("One long block. For patients who cannot keep to changing instructions.")
    String variantEyesClosedHint();

    @Message("Short")
    String variantShort();

    @Message("Once closed, once open. For patients who cannot sit longer; leaves less clean signal to score.")
    String variantShortHint();

    @Message("{count} min")
    String minutes(int count);

    @Message("Look again")
    String checkAgain();

    @Message("Choose a bed first.")
    String chooseBed();

    @Message("Bedside session")
    String sessionTitle();

    @Message("State of the session")
    String statusLabel();

    @Message("Recorded time")
    String recordingClock();

    @Message("Delay from arrival at the server to this screen. Amber above 300 ms, red above 1 s.")
    String latencyTitle();

    @Message("Samples missing in the recording itself. Each gap is kept at its place.")
    String gapTitle();

    @Message("Blocks that this screen did not receive in time. The recording has them.")
    String skippedTitle();

    @Message("Live traces")
    String tracesLabel();

    @Message("Display settings")
    String displayLabel();

    @Message("Montage")
    String montage();

    @Message("As recorded")
    String montageRecorded();

    @Message("Average")
    String montageAverage();

    @Message("Longitudinal bipolar")
    String montageLongitudinal();

    @Message("Transverse bipolar")
    String montageTransverse();

    @Message("Linked mastoids")
    String montageMastoids();

    @Message("Laplacian (neighbours)")
    String montageNeighbours();

    @Message("Infinity (REST)")
    String montageInfinity();

    @Message("Reference")
    String reference();

    @Message("average")
    String referenceAverage();

    @Message("as recorded")
    String referenceRecorded();

    @Message("bipolar")
    String referenceBipolar();

    @Message("linked mastoids")
    String referenceMastoids();

    @Message("neighbours")
    String referenceNeighbours();

    @Message("infinity (REST)")
    String referenceInfinity();

    @Message(", %1 not available")
    String tracesMissing();

    @Message("High-pass")
    String highpass();

    @Message("Low-pass")
    String lowpass();

    @Message("Notch")
    String notch();

    @Message("Off")
    String notchOff();

    @Message("Sensitivity")
    String sensitivity();

    @Message("Larger traces")
    String finer();

    @Message("Smaller traces")
    String coarser();

    @Message("Timebase")
    String timebase();

    @Message("Calibrated")
    String calibrated();

    @Message("Uncalibrated")
    String uncalibrated();

    @Message("Freeze")
    String freeze();

    @Message("Frozen: the recording goes on")
    String frozen();

    @Message("View frozen. The recording goes on.")
    String frozenNow();

    @Message("View live again.")
    String liveAgain();

    @Message("Keyboard help")
    String help();

    @Message("Live EEG traces, negative up. The text below tells what they show.")
    String canvasLabel();

    @Message("Text view: events and channels")
    String textView();

    @Message("%1. Recorded %2. %3 channels shown. %4")
    String summary();

    @Message("Events")
    String events();

    @Message("At")
    String at();

    @Message("Event")
    String event();

    @Message("Kind")
    String kind();

    @Message("Channels")
    String channels();

    @Message("Electrode")
    String electrode();

    @Message("Status")
    String status();

    @Message("Amplitude (RMS)")
    String amplitude();

    @Message("Mains")
    String mains();

    @Message("Protocol")
    String protocolLabel();

    @Message("Part of the block that is over")
    String blockProgress();

    @Message("Start and end")
    String actsLabel();

    @Message("Start recording")
    String start();

    @Message("Cancel and free the bed")
    String cancel();

    @Message("Space")
    String keySpace();

    @Message("Markers")
    String markersLabel();

    @Message("Marker")
    String markerPlain();

    @Message("Movement")
    String markerMovement();

    @Message("Talking")
    String markerTalking();

    @Message("Drowsy")
    String markerDrowsy();

    @Message("Electrode fixed")
    String markerElectrode();

    @Message("Other marker, in words")
    String markerText();

    @Message("Mark")
    String markerSend();

    @Message("End recording")
    String stop();

    @Message("Hold for one second, or press and confirm.")
    String stopHint();

    @Message("End the recording?")
    String stopTitle();

    @Message("It is sealed and scored at once. It cannot be continued afterwards.")
    String stopText();

    @Message("Go on recording")
    String stopBack();

    @Message("End and seal")
    String stopConfirm();

    @Message("After the recording")
    String progressLabel();

    @Message("Seal")
    String stepSealing();

    @Message("Score")
    String stepScoring();

    @Message("Draft report")
    String stepDrafting();

    @Message("Sealing the recording …")
    String stageSealing();

    @Message("Scoring …")
    String stageScoring();

    @Message("Drafting the report …")
    String stageDrafting();

    @Message("The recording is sealed and scored. The draft report waits for a reviewer.")
    String stageDone();

    @Message("The recording is sealed, but could not be scored.")
    String stageRefused();

    @Message("Something went wrong after the recording. The recording itself is kept; tell the administrator.")
    String stageFailed();

    @Message("Next patient")
    String nextPatient();

    @Message("Patient's record")
    String patientRecord();

    @Message("Open the draft report")
    String draftReport();

    @Message("Electrode map, seen from above, nose up, left is left")
    String mapLabel();

    @Message("good")
    String statusGood();

    @Message("noisy")
    String statusNoisy();

    @Message("mains")
    String statusLine();

    @Message("flat")
    String statusFlat();

    @Message("clipped")
    String statusClipped();

    @Message("not judged yet")
    String statusUnknown();

    @Message("The signal is not judged yet.")
    String qualityPending();

    @Message("All %1 electrodes are good.")
    String qualityAllGood();

    @Message("%1 of %2 electrodes are good. Look at: %3")
    String qualitySome();

    @Message("Calibrate this screen")
    String calibrationTitle();

    @Message(
            "Hold a bank card or identity card against the screen and make the rectangle exactly as wide. Then mm/s and µV/mm are true on this screen.")
    String calibrationText();

    @Message("Width")
    String cardWidth();

    @Message("Save for this computer")
    String calibrationSave();

    @Message("Back")
    String back();

    @Message("Keyboard")
    String helpTitle();

    @Message("set a marker")
    String helpMarker();

    @Message("larger or smaller traces (µV/mm)")
    String helpSensitivity();

    @Message("faster or slower sweep (mm/s)")
    String helpTimebase();

    @Message("next montage")
    String helpMontage();

    @Message("next filter pair")
    String helpFilters();

    @Message("freeze the view or let it run; the recording goes on")
    String helpFreeze();

    @Message("this help")
    String helpHelp();

    @Message(
            "Negative is up. Left-side channels are blue, right-side channels red. Filters and montage change the view only, never the recording.")
    String helpConventions();

    @Message("Shortcuts are on")
    String shortcutsOn();

    @Message("Eyes closed")
    String eyesClosed();

    @Message("Eyes open")
    String eyesOpen();

    @Message("Close your eyes")
    String instructEyesClosed();

    @Message("Open your eyes")
    String instructEyesOpen();

    @Message("Not started")
    String notStarted();

    @Message("All blocks done")
    String blocksDone();

    @Message("Begins with: %1")
    String firstBlock();

    @Message("Then: %1")
    String nextBlock();

    @Message("Last block")
    String lastBlock();

    @Message("gap of %1 s")
    String gapOf();

    @Message("Missing %1")
    String gapSamples();

    @Message("Skipped %1")
    String skippedBlocks();

    @Message("Preparing")
    String statePreparing();

    @Message("Preview, not recording")
    String statePrepared();

    @Message("Recording")
    String stateRecording();

    @Message("Ended")
    String stateEnded();

    @Message("Sealing")
    String stateSealing();

    @Message("Sealed")
    String stateSealed();

    @Message("Bed not connected")
    String stateAgentLost();

    @Message("Sealing failed")
    String stateFailed();

    @Message("Ending the recording …")
    String stopping();

    @Message("Cancelled")
    String stateCancelled();

    @Message("%1 ms")
    String latencyGreen();

    @Message("%1 ms late")
    String latencyAmber();

    @Message("%1 ms: too late")
    String latencyRed();

    @Message("The connection to the server is lost. The traces are not live. Trying again by itself.")
    String lost();

    @Message(
            "The connection to the server is lost. The traces are not live, but the bed keeps recording. Trying again by itself.")
    String lostRecording();

    @Message(
            "The server has lost the bedside computer. If it is running, it goes on recording to its own disk and delivers everything once it is back. Check its power and its network.")
    String agentLost();

    @Message("No samples arrive from the bed. Check the amplifier.")
    String silent();

    @Message("Not live for %1 s")
    String staleFor();

    @Message("block")
    String kindBlock();

    @Message("marker")
    String kindMarker();

    @Message("gap")
    String kindGap();

    @Message("The server cannot be reached. Nothing was changed; check the network and try again.")
    String unreachable();

    @Message("You are signed out. Sign in again in another tab, then repeat this; the recording is not affected.")
    String signedOut();

    @Message("The server could not do that (answer %1). Reload the page; if it happens again, tell the administrator.")
    String unexpected();

    @Message("ended by hand")
    String endedByHand();

    @Message("Alarms of this bed")
    String alarmsLabel();

    @Message("Sound is off. Press here to turn it on")
    String soundOff();

    @Message("This browser cannot sound an alarm; watch the screen")
    String soundMissing();

    @Message("Silence for 2 minutes")
    String silence();

    @Message("Silenced, %1 left")
    String silencedFor();

    @Message("Over after %2: %1")
    String alarmOver();

    @Message("for %1")
    String alarmSince();

    @Message("%1 s")
    String spanSeconds();

    @Message("%1 min %2 s")
    String spanMinutes();

    @Message("Connection to the server lost")
    String serverLost();

    @Message("No samples arrive")
    String signalLost();

    @Message("Bed and losses")
    String lossesTitle();

    @Message("Connection")
    String signLink();

    @Message("Bed's clock against the server's")
    String signClock();

    @Message("Amplifier's drift")
    String signDrift();

    @Message("Repeated / late / damaged")
    String signCounts();

    @Message("Bedside disk free")
    String signDisk();

    @Message("Nothing is missing.")
    String noGaps();

    @Message("Length")
    String gapLength();

    @Message("Cause")
    String gapCause();

    @Message("%1 s, %2 samples")
    String lengthSamples();

    @Message("about %1")
    String about();

    @Message("none")
    String countsNone();

    @Message("%1 / %2 / %3")
    String countsSome();

    @Message("%1 GB")
    String diskFree();

    @Message("online")
    String linkOnline();

    @Message("not connected")
    String linkAway();

    @Message("catching up, %1 behind")
    String linkSyncing();

    @Message("as the source states")
    String causeSource();

    @Message("lost on the way from the amplifier")
    String causeCounter();

    @Message("amplifier was away")
    String causeReconnected();

    @Message("bedside computer slept")
    String causeSlept();

    @Message("bedside disk too slow")
    String causeOverflow();

    @Message("agent was restarted")
    String causeRestarted();

    @Message("time stamps jumped")
    String causeStamps();

    @Message("damaged data")
    String causeDamaged();

    @Message("bedside disk failed")
    String causeDisk();

    @Message("impedance was measured")
    String causeImpedance();

    @Message("End without the bed …")
    String byHand();

    @Message("End the session without the bed?")
    String byHandTitle();

    @Message(
            "What the server has is sealed, scored and filed, and the bed is free. What the bedside computer may still hold stays there; it is not added to this recording later.")
    String byHandText();

    @Message("Reason")
    String byHandReason();

    @Message("End and seal")
    String byHandConfirm();
}
