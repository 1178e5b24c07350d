package org.neuroward.report.content;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Someone who acted, as known at that moment.
 *
 * @param id the clinic's own stable id
 * @param role code of the role in which the person acted, for example {@code reviewer}
 */
@JsonPropertyOrder({"id", "name", "role"})
public record Person(String id, String name, String role) {

    public Person {
        Required.text("person id", id);
        Required.text("person name", name);
        Required.code("person role", role);
    }
}
