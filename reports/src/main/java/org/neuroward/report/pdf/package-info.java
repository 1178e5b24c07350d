/** A report as PDF/A-3u and PDF/UA-1, with its fonts inside: the form that a hospital files. */
package org.neuroward.report.pdf;
