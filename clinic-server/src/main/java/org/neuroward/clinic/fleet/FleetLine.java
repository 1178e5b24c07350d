package org.neuroward.clinic.fleet;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * One bed on the administrator's page, in the reader's words.
 *
 * @param agentId empty when none is enrolled
 * @param version of the agent's program; empty when it was never connected
 * @param problems the most urgent first
 */
record FleetLine(
        UUID id,
        String name,
        String agentId,
        List<Problem> problems,
        Cell link,
        Cell device,
        Cell losses,
        Cell clocks,
        Cell backlog,
        Cell disk,
        String lastContact,
        String version) {

    FleetLine {
        problems = List.copyOf(problems);
    }

    /**
     * What is wrong, and what to do about it.
     *
     * @param since how long it has been so; empty when that is not known
     */
    record Problem(String code, String urgency, String title, String todo, String since) {}

    /**
     * A figure in words.
     *
     * @param level {@code good}, {@code warn}, {@code bad}, or {@code plain} when there is nothing to judge
     * @param lines the first is the figure, the others are details
     */
    record Cell(String level, List<String> lines) {

        static final Cell NONE = plain("–");

        Cell {
            lines = List.copyOf(lines);
        }

        static Cell plain(String... lines) {
            return new Cell("plain", List.of(lines));
        }

        public String head() {
            return lines.getFirst();
        }

        public List<String> details() {
            return lines.subList(1, lines.size());
        }
    }

    /** Whether the bed's agent is connected and speaks. */
    public boolean online() {
        return link.level().equals("good");
    }

    /** Whether someone must act. */
    public boolean urgent() {
        return problems.stream().anyMatch(problem -> !problem.urgency().equals(BedTrouble.Urgency.ADVICE.word()));
    }

    /** Place in the list: beds with the most urgent problems first. */
    int rank() {
        return problems.stream()
                .mapToInt(
                        problem -> BedTrouble.Urgency.valueOf(problem.urgency().toUpperCase(Locale.ROOT))
                                .ordinal())
                .min()
                .orElse(BedTrouble.Urgency.values().length);
    }
}
