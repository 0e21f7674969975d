package io.citytwin.rules.internal.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecordCodecTest {

    /** All that the components of a record can be. */
    record Everything(
            String text,
            int number,
            boolean flag,
            BigDecimal exact,
            LocalDate day,
            LocalTime time,
            MonthDay yearly,
            BitSet bits,
            Set<DayOfWeek> days,
            Optional<String> perhaps,
            SortedMap<String, List<Tree>> trees,
            List<Object> any) {}

    /** Holds others of its kind. */
    sealed interface Tree {}

    record Leaf(String name) implements Tree {}

    record Fork(List<Tree> branches) implements Tree {}

    record Guarded(int least) {
        Guarded {
            if (least < 1) {
                throw new IllegalArgumentException("nothing");
            }
        }
    }

    record Moved(String text, boolean flag, int number) {}

    record Unknown(Thread thread) {}

    private static final RecordCodec<Everything> CODEC = RecordCodec.of(Everything.class);

    private static Everything example() {
        Tree tree = new Fork(List.of(new Leaf("città"), new Fork(List.of(new Leaf("città"), new Leaf("")))));
        return new Everything(
                "città",
                Integer.MIN_VALUE,
                true,
                new BigDecimal("-1.50"),
                LocalDate.of(1923, 2, 28),
                LocalTime.of(23, 59, 59, 1),
                MonthDay.of(2, 29),
                BitSet.valueOf(new long[] {-1, 5}),
                Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY),
                Optional.of("città"),
                new TreeMap<>(Map.of("a", List.of(tree, tree), "b", List.of())),
                List.of(true, false, new BigDecimal("0"), 7, BitSet.valueOf(new long[] {2})));
    }

    @Test
    void whatIsReadIsWhatWasWritten() {
        byte[] bytes = CODEC.write(example());

        assertThat(CODEC.read(bytes)).contains(example());
        assertThat(CODEC.write(example())).isEqualTo(bytes);
    }

    @Test
    void whatWasWrittenBeforeIsNotWrittenAgain() {
        Everything example = example();
        SortedMap<String, List<Tree>> more = new TreeMap<>(example.trees());
        more.put("c", more.get("a"));
        Everything larger = new Everything(
                example.text(),
                example.number(),
                example.flag(),
                example.exact(),
                example.day(),
                example.time(),
                example.yearly(),
                example.bits(),
                example.days(),
                example.perhaps(),
                more,
                example.any());

        assertThat(CODEC.write(larger).length - CODEC.write(example).length).isLessThan(10);
        assertThat(CODEC.read(CODEC.write(larger))).contains(larger);
    }

    @Test
    void noBytesDoHarm() {
        byte[] bytes = CODEC.write(example());
        int refused = 0;
        for (int at = 0; at < bytes.length; at++) {
            assertThat(CODEC.read(Arrays.copyOf(bytes, at)))
                    .as("the first %d bytes", at)
                    .isEmpty();
            for (int bit = 0; bit < 8; bit++) {
                byte[] other = bytes.clone();
                other[at] ^= (byte) (1 << bit);
                refused += CODEC.read(other).isEmpty() ? 1 : 0;
            }
        }
        assertThat(refused).isPositive();
        assertThat(CODEC.read(Arrays.copyOf(bytes, bytes.length + 1))).isEmpty();
    }

    @Test
    void aRecordGuardsItselfWhenItIsRead() {
        RecordCodec<Guarded> codec = RecordCodec.of(Guarded.class);
        byte[] bytes = codec.write(new Guarded(1));

        assertThat(codec.read(bytes)).contains(new Guarded(1));
        bytes[bytes.length - 1] = 0;
        assertThat(codec.read(bytes)).isEmpty();
    }

    @Test
    void theLayoutTellsRecordsApart() {
        assertThat(CODEC.layout())
                .isEqualTo(RecordCodec.of(Everything.class).layout())
                .contains("SUNDAY", "Fork", "trees");
        assertThat(RecordCodec.of(Moved.class).layout()).contains("text java.lang.String flag boolean number int");
    }

    @Test
    void whatCannotBeWrittenIsRefusedBeforeAnythingIs() {
        assertThatThrownBy(() -> RecordCodec.of(Unknown.class)).hasMessageContaining("java.lang.Thread");
    }
}
