/** Recordings that a person must file: begun at the bed without the server, or with an identity that does not fit. */
package org.neuroward.clinic.filing;
