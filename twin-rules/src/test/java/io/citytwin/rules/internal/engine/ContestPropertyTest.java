package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Actuator;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import io.citytwin.rules.directive.Award;
import io.citytwin.rules.directive.Claim;
import io.citytwin.rules.directive.Claim.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random claims on one actuator, beside the order of arbitration written down plainly. */
class ContestPropertyTest {

    private static final int TRIES = 3_000;
    private static final List<Kind> OF_PROVISIONS = List.of(Kind.SET, Kind.AT_MOST, Kind.AT_LEAST, Kind.SHARE);

    /** A claim as the oracle sees it. */
    private record Wish(Kind kind, int value, int rank, int area, int day, int priority, String name) {

        Bid bid() {
            Quantity number = percent(value);
            Claim claim = new Claim(name, name, kind, number, name, Optional.empty(), Optional.empty());
            if (kind == Kind.OVERRIDE) {
                return Bid.ofPerson(claim);
            }
            BigDecimal strictness = kind == Kind.AT_LEAST
                    ? number.amount().negate()
                    : kind == Kind.SET ? BigDecimal.ZERO : number.amount();
            return new Bid(
                    claim,
                    new Weight(
                            strictness,
                            rank,
                            area,
                            LocalDate.EPOCH.plusDays(day),
                            priority,
                            name,
                            kind == Kind.SET ? number.toString() : ""),
                    Optional.empty());
        }

        /** Rank, then the smaller area, then the later date, then priority, then the name. */
        boolean beats(Wish other) {
            if (rank != other.rank) {
                return rank > other.rank;
            } else if (area != other.area) {
                return area > other.area;
            } else if (day != other.day) {
                return day > other.day;
            } else if (priority != other.priority) {
                return priority > other.priority;
            }
            return name.compareTo(other.name) < 0;
        }
    }

    private static Quantity percent(int amount) {
        return Quantity.of(amount, Unit.PERCENT);
    }

    private static List<Wish> wishes(Random random) {
        List<Wish> wishes = new ArrayList<>();
        int count = random.nextInt(7);
        for (int at = 0; at < count; at++) {
            Kind kind = OF_PROVISIONS.get(random.nextInt(OF_PROVISIONS.size()));
            wishes.add(new Wish(
                    kind,
                    random.nextInt(12),
                    1 + random.nextInt(3),
                    random.nextInt(2),
                    random.nextInt(2),
                    random.nextInt(2),
                    "p" + at));
        }
        if (random.nextInt(4) == 0) {
            wishes.add(new Wish(Kind.OVERRIDE, random.nextInt(12), 0, 0, 0, 0, "person"));
        }
        Collections.shuffle(wishes, random);
        return wishes;
    }

    /** What the device is asked, or nothing while it rests. */
    private static Optional<Integer> expected(List<Wish> wishes, int resting) {
        int floor = wishes.stream()
                .filter(wish -> wish.kind() == Kind.AT_LEAST)
                .mapToInt(Wish::value)
                .max()
                .orElse(Integer.MIN_VALUE);
        Optional<Integer> wanted = wanted(wishes, resting);
        if (wanted.isEmpty() && resting >= floor) {
            return Optional.empty();
        }
        return Optional.of(Math.max(wanted.orElse(resting), floor));
    }

    private static Optional<Integer> wanted(List<Wish> wishes, int resting) {
        for (Wish wish : wishes) {
            if (wish.kind() == Kind.OVERRIDE) {
                return Optional.of(wish.value());
            }
        }
        Optional<Wish> set = strongest(wishes);
        Optional<Integer> ceiling = wishes.stream()
                .filter(wish -> wish.kind() == Kind.AT_MOST || wish.kind() == Kind.SHARE)
                .filter(limit -> set.isEmpty() || limit.rank() > 1 || set.get().rank() == 1)
                .map(Wish::value)
                .min(Integer::compare);
        if (set.isEmpty() && ceiling.isEmpty()) {
            return Optional.empty();
        }
        int free = set.map(Wish::value).orElse(resting);
        return Optional.of(Math.min(free, ceiling.orElse(free)));
    }

    private static Optional<Wish> strongest(List<Wish> wishes) {
        Wish best = null;
        for (Wish wish : wishes) {
            if (wish.kind() == Kind.SET && (best == null || wish.beats(best))) {
                best = wish;
            }
        }
        return Optional.ofNullable(best);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyClaimsGiveWhatTheWrittenOrderSaysInWhateverOrderTheyCome(long seed) {
        Random random = new Random(seed);
        Set<Kind> won = EnumSet.noneOf(Kind.class);
        int raised = 0;
        for (int trial = 0; trial < TRIES; trial++) {
            List<Wish> wishes = wishes(random);
            int resting = random.nextInt(12);
            Optional<Award> award = award(wishes, resting);
            assertThat(award.map(Award::value))
                    .as("%s resting at %s", wishes, resting)
                    .isEqualTo(expected(wishes, resting).map(ContestPropertyTest::percent));
            Collections.shuffle(wishes, random);
            assertThat(award(wishes, resting)).isEqualTo(award);
            if (award.isPresent()) {
                check(award.get(), wishes, resting);
                won.add(award.get().winner().kind());
                raised += award.get().raisedBy().isPresent() ? 1 : 0;
            }
        }
        assertThat(won).containsExactlyInAnyOrder(Kind.values());
        assertThat(raised).isPositive();
    }

    private static Optional<Award> award(List<Wish> wishes, int resting) {
        Actuator actuator = new Actuator(percent(resting), percent(0));
        return new Contest(actuator, wishes.stream().map(Wish::bid).toList())
                .outcome()
                .map(Contest.Outcome::award);
    }

    /** All claims are kept once, and what raises the value is the one floor that explains it. */
    private static void check(Award award, List<Wish> wishes, int resting) {
        assertThat(award.claims())
                .extracting(Claim::provision)
                .containsExactlyInAnyOrderElementsOf(
                        wishes.stream().map(Wish::name).toList());
        award.raisedBy().ifPresent(floor -> assertThat(floor.value()).isEqualTo(award.value()));
        strongest(wishes)
                .filter(set -> award.winner().kind() == Kind.SET)
                .ifPresent(set -> assertThat(award.winner().provision()).isEqualTo(set.name()));
        if (award.winner().kind() == Kind.AT_LEAST) {
            assertThat(award.value()).isNotEqualTo(percent(resting));
        }
    }
}
