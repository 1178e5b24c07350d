/** Patients and what is ordered for them: the worklist, the confirmation of identity, the patient's page. */
package org.neuroward.clinic.record;
