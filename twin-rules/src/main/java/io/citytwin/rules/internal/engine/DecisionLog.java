package io.citytwin.rules.internal.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.spi.Journal;
import io.citytwin.rules.Finding;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.register.Settlement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What was decided about levels and passages, one line each, for those who keep it. For one thread at a time.
 */
public final class DecisionLog {

    /** The stream of what was decided about levels. */
    public static final String LEVELS = "levels";

    /** The stream of how passages were settled. */
    public static final String PASSAGES = "passages";

    private static final int SCHEMA = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Fold live;
    private final ReentrantLock turn;
    private int levels;
    private int passages;

    DecisionLog(Fold live, ReentrantLock turn) {
        this.live = live;
        this.turn = turn;
    }

    /** What was decided so far was taken before. */
    public void skip() {
        take();
    }

    /**
     * What was decided since this was last asked.
     *
     * @return levels, then passages, each in the order in which they were decided
     */
    public List<Journal.Entry> take() {
        turn.lock();
        try {
            List<Journal.Entry> taken = new ArrayList<>();
            live.book().recordedAfter(levels).forEach(decision -> taken.add(entry(decision)));
            levels = live.book().recorded();
            live.settler().settledAfter(passages).forEach(settlement -> taken.add(entry(settlement)));
            passages = live.settlements().size();
            return taken;
        } finally {
            turn.unlock();
        }
    }

    private static Journal.Entry entry(LevelDecision decision) {
        ObjectNode node = JSON.createObjectNode()
                .put("regulation", decision.regulation())
                .put("level", decision.level())
                .put("decided", decision.decidedAt().toString())
                .put("from", decision.inForce().toString())
                .put("before", decision.before())
                .put("after", decision.after())
                .put("reason", decision.reason().name());
        decision.computed().ifPresent(state -> node.put("computed", state));
        texts(node.putArray("unknown"), List.copyOf(decision.unknown()));
        texts(node.putArray("provisions"), provisions(decision.findings()));
        ObjectNode days = node.putObject("days");
        decision.known().days().forEach((name, day) -> days.put(name, day.toString()));
        ObjectNode runs = node.putObject("runs");
        decision.known().runs().forEach((name, run) -> runs.put(name, run.min() + ".." + run.max()));
        return new Journal.Entry(LEVELS, decision.subject().toString(), SCHEMA, node.toString());
    }

    /** A passage tells who was where. */
    private Journal.Entry entry(Settlement settlement) {
        ObjectNode node = JSON.createObjectNode()
                .put("passage", settlement.passage().id())
                .put("gate", settlement.passage().gate().toString())
                .put("at", settlement.passage().at().toString())
                .put("outcome", settlement.decision().outcome().name());
        settlement.fee().ifPresent(fee -> node.put("fee", fee.amount().toPlainString()));
        texts(node.putArray("provisions"), provisions(settlement.decision().findings()));
        texts(node.putArray("unknown"), List.copyOf(settlement.decision().unknown()));
        ObjectNode spent = node.putObject("spent");
        settlement.spent().forEach(spent::put);
        return new Journal.Entry(
                PASSAGES, settlement.passage().vehicle().toString(), SCHEMA, node.toString(), Optional.of(live.now()));
    }

    private static List<String> provisions(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.provision().id())
                .distinct()
                .toList();
    }

    private static void texts(ArrayNode into, List<String> texts) {
        texts.forEach(into::add);
    }
}
