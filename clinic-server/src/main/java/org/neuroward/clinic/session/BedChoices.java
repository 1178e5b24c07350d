package org.neuroward.clinic.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.clinic.fleet.AmplifierFacts;
import org.neuroward.clinic.fleet.Bed;
import org.neuroward.clinic.fleet.Beds;

/** The beds as they can be chosen now. */
@ApplicationScoped
class BedChoices {

    private final Beds beds;
    private final Sessions sessions;

    BedChoices(Beds beds, Sessions sessions) {
        this.beds = beds;
        this.sessions = sessions;
    }

    /** All beds by name; the first that is ready is selected. */
    List<BedChoice> beds() {
        var choices = new ArrayList<BedChoice>();
        boolean selected = false;
        for (Bed bed : beds.list()) {
            BedChoice choice = choice(bed, !selected);
            selected = selected || choice.selected();
            choices.add(choice);
        }
        return choices;
    }

    private BedChoice choice(Bed bed, boolean maySelect) {
        Optional<UUID> holder = sessions.activeAt(bed.id()).map(BedSession::id);
        String state = holder.isPresent() ? "taken" : bed.connected() ? "ready" : "away";
        return new BedChoice(
                bed.id(),
                bed.name(),
                state,
                holder,
                bed.amplifier().map(AmplifierFacts::name).orElse(""),
                bed.amplifier().map(AmplifierFacts::simulated).orElse(false),
                maySelect && state.equals("ready"));
    }
}
