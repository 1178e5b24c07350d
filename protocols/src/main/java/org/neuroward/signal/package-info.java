/** The values that every module speaks: recordings, channels, counts and microvolts, gaps, annotations. */
package org.neuroward.signal;
