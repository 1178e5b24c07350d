/** Samples of all channels as one matrix of numbers, in a file or in memory, made a recording. */
package org.neuroward.samplematrix;
