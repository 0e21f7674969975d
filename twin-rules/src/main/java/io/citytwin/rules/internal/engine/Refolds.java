package io.citytwin.rules.internal.engine;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.citytwin.rules.AsOf;
import java.time.Instant;
import java.util.Optional;

/**
 * The journal as other clocks see it: folded again, under each law in its time. A few folds are remembered. For one thread
 * at a time.
 */
final class Refolds {

    private static final int REMEMBERED = 8;

    private final EngineMemory.Parts engine;
    private final Cache<Refold, Fold> remembered =
            CacheBuilder.newBuilder().maximumSize(REMEMBERED).build();

    Refolds(EngineMemory.Parts engine) {
        this.engine = engine;
    }

    /** How inputs are folded again, and how many of them there were. */
    private record Refold(Retake.How how, int inputs, Instant now) {}

    /**
     * The city as some clocks see it; empty if nobody can say any more. The live fold knows what each decision saw, but of
     * twins only the latest.
     */
    Optional<Fold> seen(AsOf asOf) {
        Fold live = engine.live();
        if (Erasure.covers(asOf, engine.journal().erasedUntil())) {
            return Optional.empty();
        }
        boolean allKnown = asOf.known().filter(live.now()::isAfter).isEmpty();
        return allKnown ? decided(asOf) : as(asOf, live.now());
    }

    /**
     * The live fold answers all that was decided under its own law; another law or hindsight decides the past again. Empty
     * if that rests on what is erased.
     */
    Optional<Fold> decided(AsOf asOf) {
        Fold live = engine.live();
        return asOf.published().isEmpty() && !asOf.hindsight() ? Optional.of(live) : as(asOf, live.now());
    }

    /** The city as it is seen now by other clocks. */
    private Optional<Fold> as(AsOf asOf, Instant now) {
        Retake.How how =
                new Retake.How(asOf.published(), asOf.hindsight(), asOf.known().orElse(Instant.MAX));
        Refold wanted = new Refold(how, engine.journal().size(), now);
        Optional<Fold> before = Optional.ofNullable(remembered.getIfPresent(wanted));
        return before.or(() -> {
            Optional<Fold> fold = refold(wanted);
            fold.ifPresent(found -> remembered.put(wanted, found));
            return fold;
        });
    }

    private Optional<Fold> refold(Refold wanted) {
        Retake retake = new Retake(engine, wanted.how());
        retake.fold();
        Optional<Fold> fold = retake.city();
        fold.ifPresent(found -> found.advanceTo(wanted.now()));
        return fold;
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
