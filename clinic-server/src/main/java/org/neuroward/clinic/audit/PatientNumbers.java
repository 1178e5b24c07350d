package org.neuroward.clinic.audit;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The trail's view of patients: their record numbers and nothing more. The trail keeps ids, readers know numbers; the
 * package that holds the patients supplies this, since it uses the trail and not the other way round.
 */
public interface PatientNumbers {
    /** The patient with this record number. */
    Optional<UUID> idOf(String recordNumber);

    /** The record numbers of these patients; ids that are no longer known are left out. */
    Map<UUID, String> numbersOf(Collection<UUID> ids);
}
