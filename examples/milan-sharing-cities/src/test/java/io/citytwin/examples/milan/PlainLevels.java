package io.citytwin.examples.milan;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The published algorithm of Lombardy's levels as it stood in 2019 and 2020, said once more with nothing but Java: it
 * shares no line with the engine that it judges.
 *
 * <p>d.G.r. X/7095 of 2017 and XI/712 of 2018: on Mondays and Thursdays from October to March a run of 4 (10) days whose
 * provincial mean was above 50 ug/m3 starts the first (second) level the day after; any day, two days within the limit, or
 * one and a forecast of dispersion, end it the day after. There is no forecast in these data.
 */
final class PlainLevels {

    static final LocalDate FIRST_DATA = LocalDate.of(2019, 1, 1);
    static final LocalDate LAST_DATA = LocalDate.of(2020, 12, 31);

    private static final BigDecimal LIMIT = new BigDecimal("50");
    private static final List<String> STATES = List.of("none", "first", "second");
    private static final int LOOKS_BACK = 400;
    private static final int MATTERS = 12;

    private final SortedMap<String, Map<LocalDate, BigDecimal>> means = new TreeMap<>();

    PlainLevels(Path folder) throws IOException {
        Map<String, String> provinceOf = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("stations.csv"))) {
            String[] cells = line.split(",", -1);
            if (cells[1].equals("LOMBARDIA")) {
                String name = cells[2].toLowerCase(Locale.ROOT).replace(' ', '-');
                provinceOf.put(cells[0], "it.lombardia:province-" + name);
                means.put("it.lombardia:province-" + name, new HashMap<>());
            }
        }
        Map<String, Map<LocalDate, List<BigDecimal>>> values = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("pm10_daily.csv"))) {
            String[] cells = line.split(",", -1);
            if (cells[0].equals("LOMBARDIA") && !cells[3].isEmpty()) {
                values.computeIfAbsent(provinceOf.get(cells[1]), key -> new HashMap<>())
                        .computeIfAbsent(LocalDate.parse(cells[2]), key -> new ArrayList<>())
                        .add(new BigDecimal(cells[3]));
            }
        }
        values.forEach((province, days) ->
                days.forEach((day, all) -> means.get(province).put(day, mean(all))));
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal value : values) {
            sum = sum.add(value);
        }
        return sum.divide(BigDecimal.valueOf(values.size()), 1, RoundingMode.HALF_UP);
    }

    /** A number of days that is known, or lies between two. */
    record Length(int least, int most) {

        /** The numbers that it could be; beyond some days more days decide nothing. */
        int[] thatMatter() {
            return IntStream.rangeClosed(Math.min(least, MATTERS), Math.min(most, MATTERS))
                    .toArray();
        }

        @Override
        public String toString() {
            return least == most ? Integer.toString(least) : least + ".." + most;
        }
    }

    /**
     * What is decided at noon of a day.
     *
     * @param mean of the day before; empty text if no station had a value
     * @param state in force from the next day on
     * @param held whether it stays because something is not known
     * @param forecast whether a forecast would have decided
     */
    record Row(
            LocalDate day,
            String province,
            String mean,
            Length over,
            Length below,
            String state,
            boolean held,
            boolean forecast) {}

    /** All decisions, by day and province. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Map<String, Integer> levels = new HashMap<>();
        for (LocalDate day = FIRST_DATA.plusDays(1); !day.isAfter(LAST_DATA.plusDays(1)); day = day.plusDays(1)) {
            for (String province : means.keySet()) {
                Row row = row(day, province, levels.getOrDefault(province, 0));
                levels.put(province, STATES.indexOf(row.state()));
                rows.add(row);
            }
        }
        return rows;
    }

    /** The mean of a day, or null. */
    BigDecimal mean(String province, LocalDate day) {
        return means.get(province).get(day);
    }

    private Row row(LocalDate day, String province, int level) {
        Length over = run(province, day, true);
        Length below = run(province, day, false);
        BigDecimal yesterday = mean(province, day.minusDays(1));
        String mean = yesterday == null ? "" : yesterday.stripTrailingZeros().toPlainString();
        if (!inSeason(day.plusDays(1))) {
            return new Row(day, province, mean, over, below, "none", false, false);
        }
        Set<Integer> outcomes = new HashSet<>();
        boolean forecast = false;
        for (int bad : over.thatMatter()) {
            for (int good : below.thatMatter()) {
                int dispersion = target(day, level, bad, good, true);
                int other = target(day, level, bad, good, false);
                outcomes.addAll(List.of(dispersion, other));
                forecast |= dispersion != other;
            }
        }
        boolean held = outcomes.size() > 1;
        int next = held ? level : outcomes.iterator().next();
        return new Row(day, province, mean, over, below, STATES.get(next), held, forecast);
    }

    private static int target(LocalDate day, int level, int over, int below, boolean dispersion) {
        boolean control = day.getDayOfWeek() == DayOfWeek.MONDAY || day.getDayOfWeek() == DayOfWeek.THURSDAY;
        if (control && inSeason(day) && over >= 4) {
            return Math.max(level, over >= 10 ? 2 : 1);
        }
        return level > 0 && (below >= 2 || (below >= 1 && dispersion)) ? 0 : level;
    }

    static boolean inSeason(LocalDate day) {
        return day.getMonthValue() >= 10 || day.getMonthValue() <= 3;
    }

    /** Days in a row up to the day before; a day without a mean could be one or not. */
    private Length run(String province, LocalDate day, boolean above) {
        int least = 0;
        int most = 0;
        boolean gap = false;
        for (int back = 1; back <= LOOKS_BACK; back++) {
            BigDecimal mean = mean(province, day.minusDays(back));
            if (mean != null && (mean.compareTo(LIMIT) > 0) != above) {
                break;
            }
            gap |= mean == null;
            most++;
            least += gap ? 0 : 1;
        }
        return new Length(least, most);
    }
}
