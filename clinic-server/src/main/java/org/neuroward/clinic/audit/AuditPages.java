package org.neuroward.clinic.audit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The trail, for those who watch over it. */
@Path("/audit")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
final class AuditPages {
    private static final int LINES = 100;

    private final AuditSearch search;
    private final ChainCheck chain;
    private final PatientNumbers patients;

    AuditPages(AuditSearch search, ChainCheck chain, PatientNumbers patients) {
        this.search = search;
        this.chain = chain;
        this.patients = patients;
    }

    /** A row as the page shows it; the patient by record number. */
    record Line(AuditEvent event, String patientNumber) {}

    /** What the reader asked for. */
    record Filter(String person, String action, String patient, boolean patientUnknown) {
        public boolean narrows() {
            return !person.isEmpty() || !action.isEmpty() || !patient.isEmpty();
        }
    }

    /** What stands in the filter's lists. */
    record Choices(List<String> people, List<String> actions) {}

    /** The state of the chain: {@code brokenAt} is zero when it is whole. */
    record Chain(long rows, String head, long brokenAt) {
        static Chain of(ChainCheck.Finding finding) {
            return switch (finding) {
                case ChainCheck.Finding.Whole(long rows, String head) -> new Chain(rows, head, 0);
                case ChainCheck.Finding.Broken(long seq) -> new Chain(0, "", seq);
            };
        }
    }

    @CheckedTemplate(basePath = "audit")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance trail(
                List<Line> lines, Filter filter, Choices choices, Chain chain, long olderThan, Instant now);
    }

    @GET
    public TemplateInstance trail(
            @QueryParam("person") @DefaultValue("") String person,
            @QueryParam("action") @DefaultValue("") String action,
            @QueryParam("patient") @DefaultValue("") String patient,
            @QueryParam("before") @DefaultValue("9223372036854775807") long before) {
        String number = patient.strip();
        Optional<UUID> patientId = number.isEmpty() ? Optional.empty() : patients.idOf(number);
        boolean unknown = !number.isEmpty() && patientId.isEmpty();
        List<AuditEvent> events =
                unknown ? List.of() : search.find(new AuditSearch.Wanted(person, action, patientId, before), LINES);
        return Templates.trail(
                lines(events),
                new Filter(person, action, number, unknown),
                new Choices(search.people(), search.actions()),
                Chain.of(chain.check()),
                events.size() < LINES ? 0 : events.getLast().seq(),
                Instant.now());
    }

    private List<Line> lines(List<AuditEvent> events) {
        Map<UUID, String> numbers = patients.numbersOf(events.stream()
                .flatMap(event -> event.patientId().stream())
                .distinct()
                .toList());
        return events.stream()
                .map(event -> new Line(
                        event,
                        event.patientId()
                                .map(id -> numbers.getOrDefault(id, id.toString()))
                                .orElse("")))
                .toList();
    }
}
