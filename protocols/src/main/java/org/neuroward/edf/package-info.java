/** EDF, EDF+, BDF and BDF+ files: read with patience and notices, written strictly. */
package org.neuroward.edf;
