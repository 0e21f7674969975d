package io.citytwin.rules.directive;

import static io.citytwin.rules.directive.Workshop.SPEED;
import static io.citytwin.rules.directive.Workshop.minute;
import static io.citytwin.rules.directive.Workshop.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.directive.Ledger.Entry;
import io.citytwin.rules.directive.Ledger.Hold;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ledger keeps can be written as one line and read again, equal to the last digit. */
class EntryCodecTest {

    private static final int TRIES = 500;

    /** Entries that nothing but their types restrains. */
    private record RandomEntries(Random random) {

        Entry entry() {
            return new Entry(
                    new ActuatorId(TwinId.of("xx:" + word()), word()),
                    instant(),
                    maybe(this::award),
                    maybe(this::directive),
                    maybe(() -> new Hold(one(Hold.Cause.values()), maybe(this::instant))));
        }

        private Directive directive() {
            return new Directive(
                    word(),
                    TwinId.of("xx:t"),
                    "p",
                    value(),
                    one(Directive.Kind.values()),
                    new Directive.Cause(text(), text(), instant()),
                    instant());
        }

        private Award award() {
            List<Award.Loser> losers = new ArrayList<>();
            for (int count = random.nextInt(4); count > 0; count--) {
                losers.add(new Award.Loser(claim(), one(Award.Reason.values())));
            }
            return new Award(claim(), value(), losers, maybe(this::claim));
        }

        private Claim claim() {
            return new Claim(
                    text(),
                    text(),
                    one(Claim.Kind.values()),
                    value(),
                    text(),
                    maybe(() -> new Claim.Authority(text(), random.nextInt())),
                    maybe(this::text));
        }

        private Value value() {
            return switch (random.nextInt(6)) {
                case 0 -> new Value.Flag(random.nextBoolean());
                case 1 -> new Value.Term(text());
                case 2 -> new Value.Text(text());
                case 3 -> new Value.Ref(TwinId.of("xx:" + word()));
                case 4 -> new Location(new BigDecimal("9.1900000"), new BigDecimal("45.4" + random.nextInt(1000)));
                default ->
                    new Quantity(
                            new BigDecimal(new BigInteger(90, random), random.nextInt(40) - 10), one(Unit.values()));
            };
        }

        private Instant instant() {
            return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
        }

        private String word() {
            return "w" + random.nextInt(1000);
        }

        private String text() {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(12), 0, 0x250).forEach(text::appendCodePoint);
            return text.append(random.nextInt(9) == 0 ? "\"\\\n🚲" : "").toString();
        }

        private <T> Optional<T> maybe(Supplier<T> made) {
            return random.nextBoolean() ? Optional.of(made.get()) : Optional.empty();
        }

        private <T> T one(T[] all) {
            return all[random.nextInt(all.length)];
        }
    }

    private static Entry entry(Random random) {
        Entry entry = new RandomEntries(random).entry();
        return new Entry(
                entry.actuator(),
                entry.at(),
                entry.award(),
                entry.directive().map(directive -> of(entry.actuator(), directive)),
                entry.hold());
    }

    private static Directive of(ActuatorId id, Directive directive) {
        return new Directive(
                directive.id(),
                id.twin(),
                id.property(),
                directive.value(),
                directive.kind(),
                directive.cause(),
                directive.issuedAt());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyEntryComesBackEqualFromOneLine(long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < TRIES; trial++) {
            Entry entry = entry(random);
            String line = EntryCodec.write(entry);
            assertThat(line).doesNotContain("\n");
            assertThat(EntryCodec.read(line)).isEqualTo(entry);
            assertThat(EntryCodec.write(EntryCodec.read(line))).isEqualTo(line);
        }
    }

    /** An override, a floor that raises it, and a change that is held back. */
    @Test
    void whatAGovernorKeepsComesBackEqual() {
        try (RegulationEngine engine = Workshop.engine();
                RegulationGovernor governor = RegulationGovernor.of(engine)) {
            governor.accept(
                    Workshop.fan("fan", "asks=true wanted=10 limited=true most=5 kept=true least=7", minute(0)));
            governor.accept(Workshop.override(SPEED, percent(3), minute(5), minute(0)));
            governor.step(minute(0));
            governor.step(minute(5));
            governor.accept(Workshop.fan("fan", "asks=true wanted=90", minute(6)));
            governor.step(minute(6));
            List<Entry> entries = governor.ledger().entries();
            assertThat(entries).extracting(entry -> entry.hold().isPresent()).containsExactly(false, false, true);
            assertThat(entries.stream().map(EntryCodec::write).map(EntryCodec::read))
                    .isEqualTo(entries);
        }
    }
}
