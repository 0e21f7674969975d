package io.citytwin.rules.internal.engine;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.citytwin.core.signal.Input;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The journal as other clocks see it: folded again, under each law in its time. A few folds are remembered. For one thread
 * at a time.
 */
final class Refolds {

    private static final int REMEMBERED = 8;

    private final InputLog journal;
    private final Laws laws;
    private final String firstLaw;
    private final CivilCalendar calendar;
    private final Cache<Refold, Fold> remembered =
            CacheBuilder.newBuilder().maximumSize(REMEMBERED).build();

    Refolds(InputLog journal, Laws laws, String firstLaw, CivilCalendar calendar) {
        this.journal = journal;
        this.laws = laws;
        this.firstLaw = firstLaw;
        this.calendar = calendar;
    }

    /** How inputs are folded again, and how many of them there were. */
    private record Refold(
            Optional<LocalDate> published, Optional<Instant> known, boolean hindsight, int inputs, Instant now) {}

    /** The city as some clocks see it. The live fold knows what each decision saw, but of twins only the latest. */
    Fold seen(AsOf asOf, Fold live) {
        boolean allKnown = asOf.known().filter(live.now()::isAfter).isEmpty();
        return allKnown ? decided(asOf, live) : as(asOf, live.now());
    }

    /** The live fold answers all that was decided under its own law; another law or hindsight decides the past again. */
    Fold decided(AsOf asOf, Fold live) {
        return asOf.published().isEmpty() && !asOf.hindsight() ? live : as(asOf, live.now());
    }

    /** The city as it is seen now by other clocks. */
    private Fold as(AsOf asOf, Instant now) {
        Refold how = new Refold(asOf.published(), asOf.known(), asOf.hindsight(), journal.size(), now);
        Fold before = remembered.getIfPresent(how);
        if (before == null) {
            before = refold(how);
            remembered.put(how, before);
        }
        return before;
    }

    private Fold refold(Refold how) {
        Fold fold = new Fold(laws.find(firstLaw), laws::find, calendar, how.published(), how.hindsight());
        Instant known = how.known().orElse(Instant.MAX);
        journal.all(input -> {
            if (input instanceof Input.Tick || !input.receivedAt().isAfter(known)) {
                accept(fold, input);
            }
        });
        fold.advanceTo(how.now());
        return fold;
    }

    /** What the engine refused when it came is refused again. */
    private void accept(Fold fold, Input input) {
        if (journal.isKept() && !fold.admits(input)) {
            return;
        }
        fold.accept(input);
    }

    /** Forgets the remembered folds, and with them the laws that only they apply. */
    void forget() {
        remembered.invalidateAll();
    }

    /** Decisions after it are not seen. In hindsight all were made on what is known by then, whenever that was. */
    static Instant seenUntil(AsOf asOf) {
        return asOf.hindsight()
                ? asOf.at()
                : asOf.known().filter(known -> known.isBefore(asOf.at())).orElse(asOf.at());
    }
}
