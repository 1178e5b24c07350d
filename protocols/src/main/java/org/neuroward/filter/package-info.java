/** Filters: zero-phase FIR for stored recordings, causal recursive filters for the live view. */
package org.neuroward.filter;
