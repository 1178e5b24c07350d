/** One door to every recording file: opens it as what its bytes say it is. */
package org.neuroward.recordingfile;
