/** BrainVision files (.vhdr, .vmrk, .eeg): read tolerantly and say so, write exactly. */
package org.neuroward.brainvision;
