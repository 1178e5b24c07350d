/** Receives what bedside agents send, stores it, and only then acknowledges it. */
package org.neuroward.clinic.ingest;
