/** A report as FHIR R4 resources: every number with code, unit, place, condition and origin. */
package org.neuroward.report.fhir;
