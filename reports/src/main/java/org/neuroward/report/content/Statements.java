package org.neuroward.report.content;

import static org.neuroward.report.content.StatementTemplate.DATA_CLEAN;
import static org.neuroward.report.content.StatementTemplate.DATA_USED;
import static org.neuroward.report.content.StatementTemplate.IAF_PEAK;
import static org.neuroward.report.content.StatementTemplate.IAF_UNAVAILABLE;
import static org.neuroward.report.content.StatementTemplate.NEITHER_CONFIRMS_NOR_EXCLUDES;
import static org.neuroward.report.content.StatementTemplate.NO_NORM;
import static org.neuroward.report.content.StatementTemplate.QUALITY;
import static org.neuroward.report.content.StatementTemplate.QUALITY_CAUTION;
import static org.neuroward.report.content.StatementTemplate.REFUSED;

import java.util.ArrayList;
import java.util.List;
import org.neuroward.scoring.Result;
import org.neuroward.scoring.ResultDocument;

/** Chooses the statements and limitations that a result carries. A pure function: the same result, the same words. */
final class Statements {

    private Statements() {}

    static List<Statement> of(ResultDocument result) {
        List<Statement> statements = new ArrayList<>();
        ResultDocument.Quality quality = result.quality();
        if (isMeasured(quality)) {
            statements.add(Statement.of(QUALITY, quality.index(), quality.grade()));
        }
        if (quality.grade().equals("amber")) {
            statements.add(Statement.of(QUALITY_CAUTION));
        }
        for (ResultDocument.Condition condition : result.conditions()) {
            statements.add(dataOf(condition, result.refusal().isPresent()));
        }
        result.refusal().ifPresent(refusal -> statements.add(Statement.of(REFUSED, refusal.code())));
        result.results().stream()
                .filter(one -> one.code().equals("iaf.peak"))
                .map(Statements::alphaFrequency)
                .forEach(statements::add);
        if (result.refusal().isEmpty()) {
            statements.add(Statement.of(NO_NORM));
        }
        statements.add(Statement.of(NEITHER_CONFIRMS_NOR_EXCLUDES));
        return statements;
    }

    private static Statement dataOf(ResultDocument.Condition condition, boolean refused) {
        return refused
                ? Statement.of(DATA_CLEAN, condition.name(), condition.secondsClean(), condition.secondsRecorded())
                : Statement.of(
                        DATA_USED,
                        condition.name(),
                        condition.secondsClean(),
                        condition.secondsRecorded(),
                        condition.epochs());
    }

    /** A recording refused before its signal was looked at has no quality, and none is claimed. */
    private static boolean isMeasured(ResultDocument.Quality quality) {
        return !quality.channels().isEmpty();
    }

    private static Statement alphaFrequency(Result one) {
        return one.value()
                .map(hertz -> Statement.of(IAF_PEAK, one.condition(), hertz, one.secondsUsed()))
                .orElseGet(() -> Statement.of(
                        IAF_UNAVAILABLE,
                        one.condition(),
                        one.unavailable().orElseThrow().reason()));
    }

    static List<Limitation> limitationsOf(ResultDocument result) {
        List<Limitation> limitations = new ArrayList<>(List.of(Limitation.TRACING_NOT_READ));
        if (result.refusal().isEmpty()) {
            limitations.add(Limitation.NO_NORM);
            limitations.add(Limitation.ARTIFACTS_LEFT_OUT);
            limitations.add(Limitation.HIGH_FREQUENCIES_MUSCLE);
        }
        limitations.add(Limitation.STATE_NOT_ASSESSED);
        if (result.conditions().stream().anyMatch(c -> c.name().equals("unmarked"))) {
            limitations.add(Limitation.UNMARKED_CONDITION);
        }
        if (result.quality().grade().equals("amber")) {
            limitations.add(Limitation.QUALITY_AMBER);
        }
        limitations.add(Limitation.PASSWORD_SIGNATURE);
        return limitations;
    }
}
