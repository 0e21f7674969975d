package io.citytwin.core.graph;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Location;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The four inventory files of a small city, to be spoiled: tables and features that relate to each other. */
final class CityFiles {

    /** Stands for a byte that no UTF-8 text holds. */
    static final char BAD_BYTE = '\uE000';

    /** A file of rows, which hold no line break but those in quotes. */
    static final class Sheet {
        final String name;
        final String type;
        final int length;
        String header;
        String footer;
        final List<String> rows;

        Sheet(String name, String type, String header, String footer, String... rows) {
            this.name = name;
            this.type = type;
            this.header = header;
            this.footer = footer;
            this.rows = new ArrayList<>(List.of(rows));
            this.length = rows.length;
        }

        boolean isCsv() {
            return name.endsWith(".csv");
        }

        String id(int row) {
            return rows.get(row).replaceFirst("(?s).*?((?:zone|gate|lamp|square)-\\d).*", "$1");
        }

        /** Spoils a row of one line; tells its place. */
        Set<String> spoil(Random random, UnaryOperator<String> edit) {
            int start = random.nextInt(rows.size());
            for (int i = 0; i < rows.size(); i++) {
                int row = (start + i) % rows.size();
                String spoiled = rows.get(row).indexOf('\n') >= 0 ? rows.get(row) : edit.apply(rows.get(row));
                if (!spoiled.equals(rows.get(row))) {
                    rows.set(row, spoiled);
                    return Set.of(place(row));
                }
            }
            throw new AssertionError("There is nothing to spoil in " + name);
        }

        /** Spoils a cell of a table; tells its row's place. */
        Set<String> spoilCell(Random random, int column, String text) {
            return spoil(random, row -> {
                List<String> cells = cells(row);
                cells.set(column, text);
                return String.join(",", cells);
            });
        }

        String text() {
            return header + String.join(isCsv() ? "\n" : ",\n", rows) + footer;
        }

        /** Where a row starts. */
        String place(int row) {
            String before = header + String.join("\n", rows.subList(0, row)) + (row == 0 ? "" : "\n");
            return name + ":" + (before.chars().filter(sign -> sign == '\n').count() + 1);
        }

        String lastLine() {
            return name + ":" + text().lines().count();
        }
    }

    private static final String COLLECTION = "{\n\"type\": \"FeatureCollection\",\n\"features\": [\n";
    private static final String END = "\n]\n}\n";

    final Sheet zones = new Sheet(
            "zones.geojson",
            "Zone",
            COLLECTION,
            END,
            zone("zone-1", "9.10", "9.15"),
            zone("zone-2", "9.15", "9.20"),
            zone("zone-3", "9.20", "9.25"));
    final Sheet gates = new Sheet(
            "gates.csv",
            "Gate",
            "id,label,longitude,latitude,place,zone,reserved\n",
            "\n",
            "gate-1,Legnano,9.10,45.45,it:milano,zone-1,true",
            "gate-2,\"Volta, north\",9.1501,45.46,it:milano,zone-1,false",
            "gate-3,Moscova,9.15,45.47,it:milano,it.milano:zone-2,",
            "gate-4,,9.20,45.45,,zone-2,true",
            "gate-5,Turati,9.25,45.46,it:milano,zone-3,false");
    final Sheet lamps = new Sheet(
            "lamps.csv",
            "LampPost",
            "id,label,longitude,latitude,place,lightingClass,ratedPower [W],wifi\n",
            "\n",
            "lamp-1,Via Verdi,9.11,45.45,it:milano,M4,70,true",
            "lamp-2,\"Via Rossi, 3\",9.12,45.45,it:milano,M3,0,false",
            "lamp-3,\"at the church\nof San Carlo\",9.13,45.45,it:milano,P1,35.5,false",
            "lamp-4,,9.14,45.45,it:milano,,,",
            "lamp-5,\"the \"\"old\"\" one\",9.15,45.46,it:milano,P2,0,true",
            "lamp-6,Via Blu,9.16,45.46,it:milano,M4,100,true");
    final Sheet squares = new Sheet(
            "squares.geojson",
            "LampPost",
            COLLECTION,
            END,
            lamp("square-1", "70", "M4", "9.17"),
            lamp("square-2", "0", "M5", "9.18"),
            lamp("square-3", "35.5", "P1", "9.19"),
            lamp("square-4", "0", "P7", "9.21"));

    final List<Sheet> all = List.of(zones, gates, lamps, squares);

    private static String zone(String id, String west, String east) {
        return "{\"type\": \"Feature\", \"properties\": {\"id\": \"" + id + "\", \"label\": \"Zone of " + west
                + "\", \"place\": \"it:milano\"}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[["
                + west + ", 45.44], [" + east + ", 45.44], [" + east + ", 45.48], [" + west + ", 45.44]]]}}";
    }

    private static String lamp(String id, String power, String lightingClass, String longitude) {
        return "{\"type\": \"Feature\", \"properties\": {\"id\": \"" + id + "\", \"place\": \"it:milano\", "
                + "\"lightingClass\": \"" + lightingClass + "\", \"ratedPower [W]\": " + power
                + ", \"wifi\": true}, \"geometry\": {\"type\": \"Point\", \"coordinates\": [" + longitude
                + ", 45.46]}}";
    }

    /** The cells of a row with their quotes. */
    static List<String> cells(String row) {
        return new ArrayList<>(List.of(row.split(",(?=(?:[^\"]*\"[^\"]*\")*+[^\"]*+$)", -1)));
    }

    Sheet anyTable(Random random) {
        return random.nextBoolean() ? gates : lamps;
    }

    Sheet anyGeoJson(Random random) {
        return random.nextBoolean() ? zones : squares;
    }

    Sheet any(Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** The rows that relate to a twin. */
    Set<String> relatedTo(String id) {
        Set<String> places = new TreeSet<>();
        for (Sheet sheet : all) {
            for (int row = 0; row < sheet.rows.size(); row++) {
                if (sheet.rows.get(row).matches("(?s).*[,:]" + id + ",.*")) {
                    places.add(sheet.place(row));
                }
            }
        }
        return places;
    }

    InventoryReport read(Path folder) throws IOException {
        for (Sheet sheet : all) {
            Files.write(folder.resolve(sheet.name), bytes(sheet.text()));
        }
        return inventory(folder).read();
    }

    Inventory inventory(Path folder) {
        AssetTypes types = AssetTypes.builtIn();
        Inventory inventory = Inventory.of(types)
                .defaultNamespace("it.milano")
                .between(Location.of("9 45.3"), Location.of("9.4 45.6"))
                .knowing(List.of(types.twin("it:milano", "Municipality")));
        for (Sheet sheet : all) {
            Path file = folder.resolve(sheet.name);
            inventory = sheet.isCsv()
                    ? inventory.csv(file, sheet.type, sheet.length)
                    : inventory.geoJson(file, sheet.type, sheet.length);
        }
        return inventory;
    }

    private static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : text.split("(?<=" + BAD_BYTE + ")|(?=" + BAD_BYTE + ")", -1)) {
            bytes.writeBytes(
                    part.indexOf(BAD_BYTE) >= 0 ? new byte[] {(byte) 0xE8} : part.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
