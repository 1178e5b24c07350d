/** Recording logs and sealed files: where they are, in which state, with which checksum. */
package org.neuroward.clinic.recording;
