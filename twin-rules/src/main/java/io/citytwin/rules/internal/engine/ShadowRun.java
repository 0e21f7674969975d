package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.signal.Input;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.LawChange;
import io.citytwin.rules.Shadow;
import io.citytwin.rules.ShadowReport;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.regulation.Regulation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A candidate beside the law in force. It folds the engine's journal a second and a third time, when somebody asks; the
 * engine does not know of it. Safe for use by many threads.
 */
final class ShadowRun implements Shadow {

    private final Host host;
    private final String hash;
    private final Since since;
    private final int begins;
    private Instant from;
    private boolean begun;
    /** Else it has gone by the candidate from the first input. */
    private boolean adopts;

    private @Nullable Edition candidate;
    private @Nullable ShadowComparison comparison;
    private Optional<String> failure = Optional.empty();
    private int taken;

    ShadowRun(Host host, Edition candidate, Since since, int inputs, Instant now) {
        this.host = host;
        this.hash = candidate.hash();
        this.candidate = candidate;
        this.since = since;
        this.begins = since == Since.START ? 0 : inputs;
        this.from = now;
        this.adopts = since == Since.NOW;
    }

    /** What a shadow needs of its engine. */
    record Host(
            Laws laws,
            String firstLaw,
            AssetTypes assets,
            CivilCalendar calendar,
            Function<Collection<Regulation>, LawChange> adopt,
            IntFunction<EngineMemory.News> since) {}

    @Override
    public String hash() {
        return hash;
    }

    @Override
    public synchronized ShadowReport differences() {
        Edition edition = open();
        EngineMemory.News news = host.since().apply(taken);
        boolean goesOn = !news.lost() || (comparison == null && news.footing().isPresent());
        if (!goesOn) {
            failure = failure.or(() -> Optional.of("inputs were erased before they were compared"));
        }
        if (comparison == null) {
            comparison = compare(edition, news.footing());
        }
        if (failure.isEmpty()) {
            follow(news.inputs(), comparison, edition);
        }
        return comparison.report(from, news.now(), failure);
    }

    /** Whatever goes wrong in a candidate ends its own comparison and nothing else. */
    private void follow(List<Input> inputs, ShadowComparison both, Edition edition) {
        try {
            for (Input input : inputs) {
                if (taken < begins) {
                    both.prepare(input);
                } else {
                    begin(both, edition);
                    both.take(input);
                }
                taken++;
            }
        } catch (RuntimeException defect) {
            failure = Optional.of(String.valueOf(defect.getMessage()));
        }
    }

    private void begin(ShadowComparison both, Edition edition) {
        if (!begun) {
            begun = true;
            both.begin(adopts ? Optional.of(new Input.LawAdopted(edition.hash(), from)) : Optional.empty());
        }
    }

    private ShadowComparison compare(Edition edition, Optional<Footing> footing) {
        Function<String, Edition> laws =
                wanted -> wanted.equals(edition.hash()) ? edition : host.laws().find(wanted);
        Edition first = host.laws().find(host.firstLaw());
        if (footing.isEmpty()) {
            return new ShadowComparison(
                    side(first, laws, footing), side(since == Since.START ? edition : first, laws, footing));
        }
        // What came first is erased: what was decided by then is the same for both.
        adopts = true;
        taken = footing.get().inputs();
        if (since == Since.START || taken > begins) {
            from = footing.get().at();
        }
        return new ShadowComparison(side(first, laws, footing), side(first, laws, footing));
    }

    private ShadowSide side(Edition first, Function<String, Edition> laws, Optional<Footing> footing) {
        Fold fold = new Fold(first, laws, host.calendar(), Optional.empty(), false);
        footing.ifPresent(stands -> stands.restore(fold));
        return new ShadowSide(fold, host.assets(), footing.map(Footing::claims));
    }

    @Override
    public synchronized LawChange promote() {
        LawChange change = host.adopt().apply(open().law().regulations().toList());
        close();
        return change;
    }

    private Edition open() {
        if (candidate == null) {
            throw new CityTwinException(
                    RulesError.SHADOW_CLOSED, "The shadow of `" + hash + "` is closed.", "Maybe open another one.");
        }
        return candidate;
    }

    @Override
    public synchronized void close() {
        candidate = null;
        comparison = null;
    }
}
