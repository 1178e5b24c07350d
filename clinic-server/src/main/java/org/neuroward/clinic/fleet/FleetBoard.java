package org.neuroward.clinic.fleet;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.clinic.fleet.FleetLine.Problem;
import org.neuroward.clinic.fleet.TroubleBook.Present;

/** All beds as the administrator sees them: those with problems first. */
@RequestScoped
class FleetBoard {

    private final Beds beds;
    private final BedWatch watch;
    private final AgentLinks links;
    private final FleetWords words;
    private final Clock clock = Clock.systemUTC();

    FleetBoard(Beds beds, BedWatch watch, AgentLinks links, FleetWords words) {
        this.beds = beds;
        this.watch = watch;
        this.links = links;
        this.words = words;
    }

    /** @param urgent beds at which someone must act */
    record View(List<FleetLine> lines, List<RetiredLine> retired, int urgent, int connected) {}

    record RetiredLine(UUID id, String name, Instant since) {}

    View view() {
        Instant now = clock.instant();
        var lines = new ArrayList<FleetLine>();
        var retired = new ArrayList<RetiredLine>();
        for (Beds.Row row : beds.rows()) {
            if (row.bed().retiredAt == null) {
                lines.add(line(row, now));
            } else {
                retired.add(new RetiredLine(row.bed().id, row.bed().name, row.bed().retiredAt));
            }
        }
        lines.sort(Comparator.comparingInt(FleetLine::rank));
        int urgent = (int) lines.stream().filter(FleetLine::urgent).count();
        int connected = (int) lines.stream().filter(FleetLine::online).count();
        return new View(lines, retired, urgent, connected);
    }

    private FleetLine line(Beds.Row row, Instant now) {
        Optional<AgentEntity> agent = row.agent();
        Optional<BedCondition> condition = agent.map(known -> watch.of(known.id));
        Optional<AgentLink> link = condition.flatMap(BedCondition::link);
        List<Problem> problems = problems(agent, condition, now);
        Optional<Instant> contact = contact(agent, link, now);
        var cells = new FleetCells(words, agent, link);
        return new FleetLine(
                row.bed().id,
                row.bed().name,
                agent.map(known -> known.id).orElse(""),
                problems,
                cells.link(),
                cells.device(),
                cells.losses(),
                cells.clocks(),
                cells.backlog(),
                cells.disk(),
                contact.map(at -> words.ago(Duration.between(at, now))).orElse("–"),
                link.map(AgentLink::version)
                        .or(() -> agent.map(known -> known.version))
                        .orElse(""));
    }

    private List<Problem> problems(Optional<AgentEntity> agent, Optional<BedCondition> condition, Instant now) {
        if (agent.isEmpty()) {
            return List.of(words.problem(BedTrouble.NOT_ENROLLED, Optional.empty()));
        }
        List<Present> present = condition.map(BedCondition::present).orElse(List.of());
        var problems = new ArrayList<Problem>();
        if (present.isEmpty() && condition.flatMap(BedCondition::link).isEmpty()) {
            boolean never = agent.get().lastContactAt == null;
            BedTrouble off = never ? BedTrouble.NEVER_CONNECTED : BedTrouble.AGENT_OFF;
            problems.add(words.problem(
                    off, Optional.ofNullable(agent.get().lastContactAt).map(at -> Duration.between(at, now))));
            links.refusalOf(agent.get().id)
                    .flatMap(BedWatch::troubleOf)
                    .ifPresent(refused -> problems.addFirst(words.problem(refused, Optional.empty())));
        }
        present.forEach(
                one -> problems.add(words.problem(one.trouble(), Optional.of(Duration.between(one.since(), now)))));
        return problems;
    }

    private Optional<Instant> contact(Optional<AgentEntity> agent, Optional<AgentLink> link, Instant now) {
        return link.map(present -> now.minus(present.quietFor()))
                .or(() -> agent.flatMap(known -> links.lost(known.id)).map(AgentLinks.Lost::lastContact))
                .or(() -> agent.map(known -> known.lastContactAt));
    }
}
