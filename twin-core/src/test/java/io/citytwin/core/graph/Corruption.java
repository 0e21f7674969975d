package io.citytwin.core.graph;

import io.citytwin.core.graph.CityFiles.Sheet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What goes wrong with inventory files, by name. */
interface Corruption {

    /** Spoils the files; tells where that must be refused, nowhere if they mean the same as before. */
    Set<String> spoil(CityFiles city, Random random);

    /** All of them. */
    static Map<String, Corruption> all() {
        Map<String, Corruption> all = new TreeMap<>();
        rows(all);
        cells(all);
        names(all);
        relations(all);
        numbers(all);
        marks(all);
        sameLayout(all);
        sameSense(all);
        return all;
    }

    private static void rows(Map<String, Corruption> all) {
        all.put("row deleted", (city, random) -> {
            Sheet sheet = city.any(random);
            int row = random.nextInt(sheet.rows.size());
            String id = sheet.id(row);
            sheet.rows.remove(row);
            Set<String> places = city.relatedTo(id);
            places.add(sheet.lastLine());
            return places;
        });
        all.put("row repeated", (city, random) -> {
            Sheet sheet = city.any(random);
            int row = random.nextInt(sheet.rows.size());
            int copy = row + 1 + random.nextInt(sheet.rows.size() - row);
            sheet.rows.add(copy, sheet.rows.get(row));
            return new TreeSet<>(List.of(sheet.place(copy), sheet.lastLine()));
        });
        all.put("id twice", (city, random) -> {
            Sheet sheet = city.any(random);
            int one = random.nextInt(sheet.rows.size());
            int other = (one + 1 + random.nextInt(sheet.rows.size() - 1)) % sheet.rows.size();
            Set<String> places = city.relatedTo(sheet.id(one));
            sheet.rows.set(one, sheet.rows.get(one).replaceFirst(sheet.id(one), sheet.id(other)));
            places.add(sheet.place(Math.max(one, other)));
            return places;
        });
        all.put("line cut off", (city, random) -> {
            Sheet sheet = city.any(random);
            return sheet.spoil(random, text -> {
                int end = sheet.isCsv() ? text.lastIndexOf(',') : text.length();
                return text.substring(0, 1 + random.nextInt(end - 1));
            });
        });
        all.put("file cut off", (city, random) -> {
            Sheet sheet = city.anyGeoJson(random);
            sheet.footer = "\n".repeat(random.nextInt(2));
            return Set.of(sheet.lastLine());
        });
    }

    private static void cells(Map<String, Corruption> all) {
        all.put(
                "cell lost",
                (city, random) -> city.anyTable(random).spoil(random, text -> {
                    List<String> cells = CityFiles.cells(text);
                    cells.remove(random.nextInt(cells.size()));
                    return String.join(",", cells);
                }));
        all.put("cell too much", (city, random) -> city.anyTable(random).spoil(random, text -> text + ","));
        all.put(
                "needed cell empty",
                (city, random) -> city.anyTable(random).spoilCell(random, any(random, 0, 2, 3), ""));
        all.put(
                "longitude and latitude exchanged",
                (city, random) -> city.any(random)
                        .spoil(random, text -> text.replaceFirst("(9\\.\\d+)(, ?)(45\\.\\d+)", "$3$2$1")));
        all.put("other unit in header", (city, random) -> {
            city.lamps.header = city.lamps.header.replace("[W]", any(random, "[kW]", "[PS]", "W", ""));
            return Set.of("lamps.csv:1");
        });
        all.put(
                "other unit",
                (city, random) ->
                        city.squares.spoil(random, text -> text.replace("[W]", any(random, "[kW]", "[PS]", "W", ""))));
    }

    private static void names(Map<String, Corruption> all) {
        all.put("unknown column", (city, random) -> {
            Sheet sheet = city.anyTable(random);
            sheet.header = sheet.header.replace("label", any(random, "lable", "Label", "", "wattage", "id"));
            return Set.of(sheet.name + ":1");
        });
        all.put(
                "unknown property",
                (city, random) -> city.squares.spoil(
                        random, text -> text.replace("\"wifi\"", any(random, "\"wi-fi\"", "\"\"", "\"location\""))));
        all.put(
                "unknown name in table",
                (city, random) -> city.lamps.spoilCell(random, 5, any(random, "M7", "m4", "4")));
        all.put(
                "unknown name",
                (city, random) -> city.squares.spoil(
                        random, text -> text.replaceFirst("\"[MP]\\d\"", any(random, "\"M7\"", "\"m4\"", "4"))));
        all.put(
                "neither yes nor no",
                (city, random) -> city.lamps.spoilCell(random, 7, any(random, "VERO", "1", "True")));
    }

    private static void relations(Map<String, Corruption> all) {
        all.put(
                "relation to nothing",
                (city, random) -> city.gates.spoilCell(random, 5, any(random, "zone-4", "Zone-1")));
        all.put(
                "place unknown",
                (city, random) -> city.any(random)
                        .spoil(random, text -> text.replace("it:milano", any(random, "it:milan", "milano"))));
        all.put(
                "relation to another type",
                (city, random) -> city.gates.spoilCell(random, 5, any(random, "lamp-1", "gate-1")));
        all.put(
                "place of another type",
                (city, random) -> city.any(random)
                        .spoil(random, text -> text.replace("it:milano", any(random, "it.milano:zone-1", "square-1"))));
    }

    private static void numbers(Map<String, Corruption> all) {
        all.put(
                "decimal comma",
                (city, random) ->
                        city.any(random).spoil(random, text -> text.replaceFirst("([,\\[])(\\d+)\\.(\\d)", "$1$2,$3")));
        all.put(
                "decimal comma in quotes",
                (city, random) -> city.any(random)
                        .spoil(random, text -> text.replaceFirst("([,\\[])(\\d+)\\.(\\d+)", "$1\"$2,$3\"")));
        all.put(
                "strange number in table",
                (city, random) -> city.lamps.spoilCell(
                        random, any(random, 2, 3, 6), any(random, "NaN", "7e1", "1E-3", "+5", "0x1F", "1 000", ".5")));
        all.put(
                "strange number",
                (city, random) -> city.squares.spoil(
                        random,
                        text -> text.replaceFirst(
                                any(random, "(?<=W\\]\": )[\\d.]+", "(?<=: \\[)[\\d.]+"),
                                any(random, "NaN", "7e1", "1E-3", "+5", "0x1F", "1 000", ".5", "007"))));
        all.put(
                "id with blank",
                (city, random) -> city.any(random).spoil(random, text -> text.replaceFirst("-(?=\\d)", " ")));
    }

    private static void marks(Map<String, Corruption> all) {
        all.put(
                "quote too much",
                (city, random) -> city.any(random).spoil(random, text -> {
                    int at = anywhere(random, text, i -> i > 0 && Character.isLetterOrDigit(text.charAt(i)));
                    return text.substring(0, at) + '"' + text.substring(at);
                }));
        all.put(
                "quote lost",
                (city, random) -> city.any(random).spoil(random, text -> {
                    int at = anywhere(random, text, i -> text.charAt(i) == '"');
                    return at < 0 ? text : text.substring(0, at) + text.substring(at + 1);
                }));
        all.put(
                "bracket lost",
                (city, random) -> city.anyGeoJson(random).spoil(random, text -> {
                    int at = anywhere(random, text, i -> i > 0 && "[]{}".indexOf(text.charAt(i)) >= 0);
                    return text.substring(0, at) + text.substring(at + 1);
                }));
        all.put(
                "letter in another coding",
                (city, random) -> city.any(random).spoil(random, text -> {
                    int at = anywhere(random, text, i -> i > 0);
                    return text.substring(0, at) + CityFiles.BAD_BYTE + text.substring(at);
                }));
    }

    private static void sameLayout(Map<String, Corruption> all) {
        harmless(all, "mark at the start", (sheet, random) -> sheet.header = "\uFEFF" + sheet.header);
        harmless(all, "line ends of Windows", (sheet, random) -> {
            sheet.header = sheet.header.replace("\n", "\r\n");
            sheet.footer = sheet.footer.replace("\n", "\r\n");
            sheet.rows.replaceAll(row -> row.replace("\n", "\r\n") + (sheet.isCsv() ? "\r" : ""));
        });
        harmless(all, "blank lines", (sheet, random) -> {
            sheet.rows.set(0, "\n  \n" + sheet.rows.get(0));
            sheet.footer = "\n" + sheet.footer + " \n\n";
        });
        harmless(all, "blanks behind", (sheet, random) -> {
            sheet.rows.replaceAll(row -> row + " \t");
            sheet.header = sheet.header.replace(",", " , ");
        });
        harmless(all, "other order of rows", (sheet, random) -> Collections.shuffle(sheet.rows, random));
    }

    private static void sameSense(Map<String, Corruption> all) {
        harmless(
                all,
                "namespace",
                (sheet, random) ->
                        sheet.rows.replaceAll(row -> row.replaceFirst("(zone|gate|lamp|square)-", "it.milano:$1-")));
        harmless(
                all,
                "same number",
                (sheet, random) -> sheet.rows.replaceAll(row -> row.replace(",0,", ",-0,")
                        .replace(",70,", ",070.00,")
                        .replace(": 0,", ": -0.0,")
                        .replace("35.5", "35.50")
                        .replace("45.46]", "45.4600, 121.5]")));
        harmless(
                all,
                "same text",
                (sheet, random) -> sheet.rows.replaceAll(
                        row -> row.replace("\"wifi\": true", "\"label\": null,\n\"wifi\" : \"true\"")
                                .replace("\"it:milano", "\"\\u0069t:milano")
                                .replace(",it:milano,", ", \"it:milano\" ,".replace(" \"", "\""))));
        all.put("other order of columns", (city, random) -> {
            Sheet sheet = city.anyTable(random);
            List<Integer> order = new ArrayList<>(
                    IntStream.range(0, CityFiles.cells(sheet.header).size())
                            .boxed()
                            .toList());
            Collections.shuffle(order, random);
            UnaryOperator<String> shuffled =
                    row -> order.stream().map(CityFiles.cells(row)::get).collect(Collectors.joining(","));
            sheet.header = shuffled.apply(sheet.header.strip()) + "\n";
            sheet.rows.replaceAll(shuffled);
            return Set.of();
        });
    }

    private static void harmless(Map<String, Corruption> all, String name, BiConsumer<Sheet, Random> change) {
        all.put(name, (city, random) -> {
            change.accept(city.any(random), random);
            return Set.of();
        });
    }

    @SafeVarargs
    private static <T> T any(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    private static int anywhere(Random random, String text, IntPredicate where) {
        int[] places = IntStream.range(0, text.length()).filter(where).toArray();
        return places.length == 0 ? -1 : places[random.nextInt(places.length)];
    }
}
