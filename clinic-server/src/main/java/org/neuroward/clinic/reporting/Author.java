package org.neuroward.clinic.reporting;

import java.util.UUID;
import org.neuroward.report.content.Person;

/** The person who edits or signs, as known in this moment. */
record Author(UUID id, String name, String role) {

    Person toPerson() {
        return new Person(id.toString(), name, role);
    }
}
