package io.citytwin.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.spi.PayloadMapper.Mapped;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sparkplug B 3.0: births, aliases, numbers in sequence, deaths. */
class SparkplugTest {

    private static final int INT_16 = 2;
    private static final int FLOAT = 9;
    private static final int BOOLEAN = 11;
    private static final long MILLIS = Mapping.NOW.toEpochMilli() - 5_000;

    private Mapping lights;

    @BeforeEach
    void connect() {
        lights = Mapping.of("{preset: 'sparkplug-b', twin: 'milano:{device}', type: 'LampPost',"
                + " values: {power: {metric: 'Power/Active', unit: 'W'}, controlWorks: {metric: 'Works'}}}");
    }

    private Mapped tell(String kind, Tahu payload) {
        String device = kind.startsWith("D") ? "/lamp-1" : "";
        return lights.read("spBv1.0/milano/" + kind + "/cabinet-1" + device, payload.bytes());
    }

    private void bear() {
        tell(
                "NBIRTH",
                new Tahu(MILLIS, 0).metric(new Tahu.Part().name("bdSeq").type(4).whole(3)));
        Mapped born = tell(
                "DBIRTH",
                new Tahu(MILLIS, 1)
                        .metric(new Tahu.Part()
                                .name("Power/Active")
                                .alias(7)
                                .type(FLOAT)
                                .single(48.5f))
                        .metric(new Tahu.Part()
                                .name("Works")
                                .alias(8)
                                .type(BOOLEAN)
                                .flag(true))
                        .metric(new Tahu.Part().name("Serial").alias(9).type(12).text("A-17")));
        assertThat(born.refused()).isEmpty();
        assertThat(born.observations())
                .extracting(seen -> seen.value().orElseThrow())
                .containsExactly(Quantity.of("48.5", Unit.WATT), new Value.Flag(true));
    }

    @Test
    void dataNameMetricsByTheAliasOfTheBirth() {
        bear();
        Mapped told = tell(
                "DDATA",
                new Tahu(MILLIS, 2)
                        .metric(new Tahu.Part().alias(7).time(MILLIS + 1).single(0.1f)));
        Observation seen = told.observations().get(0);
        assertThat(told.refused()).isEmpty();
        assertThat(seen.value()).contains(Quantity.of("0.1", Unit.WATT));
        assertThat(seen.twin()).hasToString("milano:lamp-1");
        assertThat(seen.measuredAt()).isEqualTo(Instant.ofEpochMilli(MILLIS + 1));
        assertThat(lights.reader().requests()).isEmpty();
    }

    @Test
    void aMetricMaySayThatItHasNoValue() {
        bear();
        Mapped told = tell(
                "DDATA", new Tahu(MILLIS, 2).metric(new Tahu.Part().alias(7).isNull()));
        assertThat(told.observations()).extracting(Observation::value).containsExactly(Optional.empty());
    }

    @Test
    void negativeNumbersAreReadByTheirType() {
        lights = Mapping.of("{preset: 'sparkplug-b', twin: 'milano:{node}', type: 'LampPost',"
                + " values: {power: {metric: 'T', unit: 'W'}}}");
        Mapped told = tell(
                "NBIRTH",
                new Tahu(MILLIS, 0)
                        .metric(new Tahu.Part().name("T").type(INT_16).whole(0xFFFF_FFF6L)));
        assertThat(told.observations())
                .extracting(seen -> seen.value().orElseThrow())
                .containsExactly(Quantity.of(-10, Unit.WATT));
    }

    @Test
    void aGapAsksForABirthOnce() {
        bear();
        Mapped told = tell(
                "DDATA", new Tahu(MILLIS, 4).metric(new Tahu.Part().alias(7).single(1)));
        assertThat(told.observations()).hasSize(1);
        assertThat(told.refused()).extracting(DeadLetter::code).containsExactly("M709");
        var requests = lights.reader().requests();
        assertThat(requests).hasSize(1);
        assertThat(requests.get(0).topic()).isEqualTo("spBv1.0/milano/NCMD/cabinet-1");
        byte[] expected = new Tahu(Mapping.NOW.toEpochMilli(), -1)
                .metric(new Tahu.Part()
                        .name("Node Control/Rebirth")
                        .type(BOOLEAN)
                        .flag(true))
                .bytes();
        byte[] sent = new byte[requests.get(0).content().remaining()];
        requests.get(0).content().duplicate().get(sent);
        assertThat(sent).isEqualTo(expected);
        tell("DDATA", new Tahu(MILLIS, 9).metric(new Tahu.Part().alias(7).single(1)));
        assertThat(lights.reader().requests()).isEmpty();
        bear();
        tell("DDATA", new Tahu(MILLIS, 9).metric(new Tahu.Part().alias(7).single(1)));
        assertThat(lights.reader().requests()).hasSize(1);
    }

    @Test
    void theSequenceBeginsAgainAfter255() {
        bear();
        for (int seq = 2; seq < 600; seq++) {
            Mapped told = tell(
                    "DDATA",
                    new Tahu(MILLIS, seq % 256).metric(new Tahu.Part().alias(7).single(seq)));
            assertThat(told.refused()).isEmpty();
        }
    }

    @Test
    void dataBeforeABirthIsKeptAsALetter() {
        Mapped told = tell(
                "DDATA", new Tahu(MILLIS, 5).metric(new Tahu.Part().alias(7).single(1)));
        assertThat(told.observations()).isEmpty();
        assertThat(told.refused().get(0).reason()).contains("`milano/cabinet-1`", "before its birth");
        assertThat(lights.reader().requests()).hasSize(1);
    }

    @Test
    void aDeathMakesValuesUnknownUntilTheNextBirth() {
        bear();
        Mapped late = tell(
                "NDEATH",
                new Tahu(MILLIS, -1)
                        .metric(new Tahu.Part().name("bdSeq").type(4).whole(2)));
        assertThat(late.observations()).as("the death of an earlier connection").isEmpty();
        Mapped dead = tell(
                "NDEATH",
                new Tahu(MILLIS, -1)
                        .metric(new Tahu.Part().name("bdSeq").type(4).whole(3)));
        assertThat(dead.observations()).hasSize(2).allSatisfy(seen -> {
            assertThat(seen.quality()).isEqualTo(Quality.BAD);
            assertThat(seen.value()).isEmpty();
        });
        assertThat(lights.reader().problems()).hasSize(1);
        assertThat(lights.reader().problems().get(0).text()).contains("`milano/cabinet-1` is dead");
        bear();
        assertThat(lights.reader().problems()).isEmpty();
    }

    @Test
    void oneDeviceMayDie() {
        bear();
        Mapped dead = tell("DDEATH", new Tahu(MILLIS, 2));
        assertThat(dead.observations()).hasSize(2);
        assertThat(lights.reader().problems())
                .extracting(one -> one.about())
                .containsExactly("milano/cabinet-1/lamp-1");
        assertThat(lights.read("spBv1.0/milano/DDEATH/cabinet-1/ghost", new Tahu(MILLIS, 3).bytes())
                        .refused())
                .hasSize(1);
        assertThat(lights.reader().problems()).hasSize(1);
    }

    @Test
    void clocksAreNotBelievedBlindly() {
        bear();
        Mapped told = tell(
                "DDATA",
                new Tahu(MILLIS, 2).metric(new Tahu.Part().alias(7).time(7_000).single(1)));
        assertThat(told.refused()).extracting(DeadLetter::code).containsExactly("M705");
    }

    /** Whatever comes, nothing is thrown, and no length of a part is believed. */
    @Test
    void nothingThatComesIsThrown() {
        Random random = new Random(11);
        bear();
        byte[] good =
                new Tahu(MILLIS, 2).metric(new Tahu.Part().alias(7).single(1)).bytes();
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = good.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            Mapped mapped = lights.read("spBv1.0/milano/DDATA/cabinet-1/lamp-1", bytes);
            assertThat(mapped.refused()).allMatch(letter -> letter.code().matches("M70\\d"));
        }
    }
}
