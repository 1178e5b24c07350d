package org.neuroward.measure;

import org.neuroward.scoring.Result.Data;

/**
 * What values were computed from.
 *
 * @param condition code of the condition
 * @param reference code of the reference
 * @param seconds clean seconds that at least one epoch covers
 */
record DataUsed(String condition, String reference, double seconds, Data data) {}
