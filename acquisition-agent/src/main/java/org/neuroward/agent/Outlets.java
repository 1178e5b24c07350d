package org.neuroward.agent;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.neuroward.wire.FromAgent;

/**
 * Where a bed's messages go.
 *
 * @param server takes states, previews and impedances; may drop the last two
 * @param behind true while the server is given older samples than those that come now
 */
record Outlets(Consumer<FromAgent> server, BooleanSupplier behind) {}
