package org.neuroward.scoring;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What a number means: formula, parameters and source in one sentence of each language.
 *
 * @param id with a version, for example {@code band-power.absolute/1}; another formula has another version
 * @param unit UCUM
 */
@JsonPropertyOrder({"id", "unit", "en", "zh"})
public record Definition(String id, String unit, String en, String zh) {}
