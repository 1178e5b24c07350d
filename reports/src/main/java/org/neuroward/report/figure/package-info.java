/** Spectra, scalp maps, quality and course of a recording, drawn as vectors from the document's own numbers. */
package org.neuroward.report.figure;
