package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.TwinId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What keeps numbers close together says the same as maps and lists that take their room. */
class TablesOfNumbersTest {

    private static final int SEEDS = 20;
    private static final int FIELDS = 5;

    /** Small numbers mostly, and each width now and then. */
    private static int any(Random random) {
        return random.nextInt(1 << random.nextInt(31)) + (random.nextInt(200) == 0 ? Integer.MAX_VALUE >> 1 : 0);
    }

    @Test
    void recordsHoldWhatWasSet() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Records records = new Records();
            List<Records.Field> fields =
                    IntStream.range(0, FIELDS).mapToObj(one -> records.field()).toList();
            Map<Integer, int[]> rows = new HashMap<>();
            for (int step = 0; step < 2_000; step++) {
                List<Integer> known = new ArrayList<>(rows.keySet());
                if (known.isEmpty() || random.nextInt(6) == 0) {
                    rows.put(records.add(), new int[FIELDS]);
                } else if (random.nextInt(20) == 0) {
                    int gone = known.get(random.nextInt(known.size()));
                    records.free(gone);
                    rows.remove(gone);
                } else if (random.nextInt(20) == 0) {
                    int from = known.get(random.nextInt(known.size()));
                    int to = known.get(random.nextInt(known.size()));
                    records.copy(from, to);
                    rows.put(to, rows.get(from).clone());
                } else {
                    int row = known.get(random.nextInt(known.size()));
                    int field = random.nextInt(FIELDS);
                    rows.get(row)[field] = any(random);
                    fields.get(field).set(row, rows.get(row)[field]);
                }
            }
            rows.forEach((row, numbers) -> {
                for (int field = 0; field < FIELDS; field++) {
                    assertThat(fields.get(field).get(row)).isEqualTo(numbers[field]);
                }
            });
            compareRows(records, fields, rows);
        }
    }

    private static void compareRows(Records records, List<Records.Field> fields, Map<Integer, int[]> rows) {
        rows.forEach((one, numbers) -> rows.forEach((other, others) -> {
            int[] same = others.clone();
            same[2] = numbers[2];
            assertThat(records.areSameBut(fields.get(2), one, other)).isEqualTo(Arrays.equals(numbers, same));
        }));
    }

    @Test
    void signaturesHaveOneNumberHoweverTheyCameToBe() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Signatures signatures = new Signatures(FIELDS);
            Map<List<Integer>, Integer> numbers = new HashMap<>();
            int[] last = {Wheres.HOLDS, 0, 0, 0, 0};
            int at = signatures.of(last);
            numbers.put(IntStream.of(last).boxed().toList(), at);
            for (int step = 0; step < 3_000; step++) {
                int position = 1 + random.nextInt(FIELDS - 1);
                last = last.clone();
                last[position] = random.nextInt(100) == 0 ? any(random) : random.nextInt(6);
                at = random.nextBoolean() ? signatures.moved(at, position, last[position]) : signatures.of(last);
                assertThat(signatures.get(at)).isEqualTo(last);
                Integer before = numbers.putIfAbsent(IntStream.of(last).boxed().toList(), at);
                assertThat(before == null || before == at).isTrue();
            }
            assertThat(signatures.end()).isEqualTo(numbers.size() + 1);
        }
    }

    @Test
    void whereTheLawDoesNotHoldNothingElseCounts() {
        Signatures signatures = new Signatures(FIELDS);
        int elsewhere = signatures.of(new int[] {Wheres.ELSEWHERE, 0, 0, 0, 0});
        assertThat(signatures.moved(elsewhere, 1, 3)).isEqualTo(elsewhere);
    }

    @Test
    void signaturesThatAreLeftKeepTheirOrder() {
        Signatures signatures = new Signatures(2);
        int[] numbers = new int[101];
        for (int code = 1; code <= 100; code++) {
            int number = signatures.of(new int[] {Wheres.HOLDS, code});
            numbers[number] = code % 3 == 0 ? code / 3 : 0;
        }
        signatures.rename(numbers);
        assertThat(signatures.end()).isEqualTo(34);
        assertThat(signatures.get(7)).containsExactly(Wheres.HOLDS, 21);
        assertThat(signatures.of(new int[] {Wheres.HOLDS, 99})).isEqualTo(33);
        assertThat(signatures.moved(33, 1, 3)).isEqualTo(1);
        assertThat(signatures.of(new int[] {Wheres.HOLDS, 1})).isEqualTo(34);
    }

    @Test
    void aRosterGivesNumbersOfThoseThatAreGone() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Roster roster = new Roster();
            Map<TwinId, Integer> numbers = new HashMap<>();
            for (int step = 0; step < 3_000; step++) {
                TwinId id = new TwinId("xx", "t" + random.nextInt(300));
                Integer known = numbers.get(id);
                if (known != null && random.nextBoolean()) {
                    roster.remove(known);
                    numbers.remove(id);
                } else {
                    numbers.put(id, roster.number(id));
                }
            }
            Roster copy = new Roster();
            copy.copy(roster);
            for (int name = 0; name < 300; name++) {
                TwinId id = new TwinId("xx", "t" + name);
                assertThat(roster.find(id)).isEqualTo(numbers.getOrDefault(id, Roster.NOBODY));
                assertThat(copy.find(id)).isEqualTo(roster.find(id));
            }
            assertThat(numbers.values()).doesNotHaveDuplicates();
        }
    }
}
