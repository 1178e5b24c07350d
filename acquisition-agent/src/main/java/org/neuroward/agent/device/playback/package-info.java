/** Plays an EDF, EDF+, BDF or BDF+ file as if it were measured now, with the file's own digital samples. */
package org.neuroward.agent.device.playback;
