/** Drafts a report from every result, lets a reviewer word and sign it, and keeps what was signed as it was. */
package org.neuroward.clinic.reporting;
