package io.citytwin.examples.milan.city;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Breaks a table as a person, a spreadsheet or an export would. Rows of the tables here hold no line breaks. */
enum Corruption {
    LOSES_A_CELL {
        @Override
        int apply(List<String> lines, Random random) {
            int row = row(lines, random);
            List<String> cells = cells(lines.get(row));
            cells.remove(random.nextInt(cells.size()));
            lines.set(row, join(cells));
            return row + 1;
        }
    },
    HAS_A_CELL_TOO_MANY {
        @Override
        int apply(List<String> lines, Random random) {
            int row = row(lines, random);
            lines.set(row, lines.get(row) + ",x");
            return row + 1;
        }
    },
    LOSES_A_ROW {
        @Override
        int apply(List<String> lines, Random random) {
            lines.remove(row(lines, random));
            return lines.size();
        }
    },
    DOUBLES_A_ROW {
        @Override
        int apply(List<String> lines, Random random) {
            int row = row(lines, random);
            lines.add(row, lines.get(row));
            return row + 2;
        }
    },
    MISSPELLS_A_COLUMN {
        @Override
        int apply(List<String> lines, Random random) {
            List<String> cells = cells(lines.get(0));
            int at = random.nextInt(cells.size());
            cells.set(at, "x" + cells.get(at));
            lines.set(0, join(cells));
            return 1;
        }
    },
    CHANGES_A_UNIT {
        @Override
        int apply(List<String> lines, Random random) {
            String header = lines.get(0);
            lines.set(0, header.contains("[") ? header.replaceFirst("\\[[^]]*]", "[stars]") : header + " [W]");
            return 1;
        }
    },
    FORGETS_A_UNIT {
        @Override
        int apply(List<String> lines, Random random) {
            String header = lines.get(0);
            lines.set(0, header.contains("[") ? header.replaceFirst(" \\[[^]]*]", "") : header + ",label");
            return 1;
        }
    },
    EXCHANGES_LONGITUDE_AND_LATITUDE {
        @Override
        int apply(List<String> lines, Random random) {
            List<String> header = cells(lines.get(0));
            int at = header.indexOf("longitude");
            int row = row(lines, random);
            List<String> cells = cells(lines.get(row));
            if (at < 0) {
                cells.set(0, cells.get(0) + " ");
            } else {
                Collections.swap(cells, at, at + 1);
            }
            lines.set(row, join(cells));
            return row + 1;
        }
    },
    WRITES_A_DECIMAL_COMMA {
        @Override
        int apply(List<String> lines, Random random) {
            return onNumber(
                    lines, random, number -> "\"" + number.replace('.', ',') + (number.contains(".") ? "\"" : ",0\""));
        }
    },
    WRITES_A_THOUSANDS_BLANK {
        @Override
        int apply(List<String> lines, Random random) {
            return onNumber(lines, random, number -> number.charAt(0) + " " + number.substring(1) + "0");
        }
    },
    WRITES_AN_EXPONENT {
        @Override
        int apply(List<String> lines, Random random) {
            return onNumber(lines, random, number -> number + "E+02");
        }
    },
    LEADS_TO_NO_TWIN {
        @Override
        int apply(List<String> lines, Random random) {
            int last = cells(lines.get(0)).size() - 1;
            String name = cells(lines.get(0)).get(last);
            boolean relation = List.of("place", "zone", "home", "station", "evse", "building", "region", "province")
                    .contains(name);
            int row = row(lines, random);
            List<String> cells = cells(lines.get(row));
            cells.set(relation ? last : 0, relation ? cells.get(last) + "-gone" : "");
            lines.set(row, join(cells));
            return row + 1;
        }
    },
    SHOUTS_A_NAME {
        @Override
        int apply(List<String> lines, Random random) {
            int row = row(lines, random);
            String loud = lines.get(row)
                    .replace(",true", ",TRUE")
                    .replace(",false", ",FALSE")
                    .replace(",dwelling", ",Dwelling")
                    .replace(",available", ",Available")
                    .replace(",local", ",Local")
                    .replace(",gas", ",Gas")
                    .replace(",electricity", ",Electricity")
                    .replace(",heat", ",Heat");
            lines.set(row, loud.equals(lines.get(row)) ? "," + loud : loud);
            return row + 1;
        }
    },
    LOSES_AN_ID {
        @Override
        int apply(List<String> lines, Random random) {
            int row = row(lines, random);
            lines.set(row, lines.get(row).substring(lines.get(row).indexOf(',')));
            return row + 1;
        }
    },
    OPENS_A_QUOTE {
        @Override
        int apply(List<String> lines, Random random) {
            int row = row(lines, random);
            lines.set(row, "\"" + lines.get(row));
            return row + 1;
        }
    },
    USES_SEMICOLONS {
        @Override
        int apply(List<String> lines, Random random) {
            lines.replaceAll(line -> String.join(";", cells(line)));
            return 1;
        }
    },
    IS_CUT_OFF {
        @Override
        int apply(List<String> lines, Random random) {
            int row = row(lines, random);
            lines.subList(row + 1, lines.size()).clear();
            lines.set(
                    row,
                    lines.get(row)
                            .substring(0, random.nextInt(1 + lines.get(row).lastIndexOf(','))));
            return row + 1;
        }
    },
    HAS_BLANKS_AROUND_CELLS {
        @Override
        int apply(List<String> lines, Random random) {
            int row = row(lines, random);
            lines.set(
                    row,
                    cells(lines.get(row)).stream()
                            .map(cell -> cell.startsWith("\"") ? cell : " " + cell + " ")
                            .collect(Collectors.joining(",")));
            return SAME;
        }
    },
    HAS_BLANK_LINES {
        @Override
        int apply(List<String> lines, Random random) {
            lines.add(row(lines, random), "");
            return SAME;
        }
    },
    ENDS_LINES_AS_WINDOWS_DOES {
        @Override
        int apply(List<String> lines, Random random) {
            lines.replaceAll(line -> line + "\r");
            return SAME;
        }
    },
    BEGINS_WITH_A_BYTE_ORDER_MARK {
        @Override
        int apply(List<String> lines, Random random) {
            lines.set(0, "\uFEFF" + lines.get(0));
            return SAME;
        }
    },
    IS_SORTED_OTHERWISE {
        @Override
        int apply(List<String> lines, Random random) {
            Collections.shuffle(lines.subList(1, lines.size()), random);
            return SAME;
        }
    };

    /** It says the same as before. */
    static final int SAME = 0;

    /** Breaks lines, the first of which is the header; the number of the line to blame. */
    abstract int apply(List<String> lines, Random random);

    private static int row(List<String> lines, Random random) {
        return 1 + random.nextInt(lines.size() - 1);
    }

    /** A quoted cell stays one cell, with its quotes. */
    private static List<String> cells(String line) {
        return new ArrayList<>(Arrays.asList(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)));
    }

    private static String join(List<String> cells) {
        return String.join(",", cells);
    }

    /** Spoils a number; without one, the id. */
    private static int onNumber(List<String> lines, Random random, UnaryOperator<String> spoil) {
        int row = row(lines, random);
        List<String> cells = cells(lines.get(row));
        List<String> header = cells(lines.get(0));
        int at = header.indexOf("longitude");
        for (int column = 0; column < header.size(); column++) {
            at = header.get(column).contains("[") && !cells.get(column).isEmpty() ? column : at;
        }
        cells.set(Math.max(at, 0), at < 0 ? "" : spoil.apply(cells.get(at)));
        lines.set(row, join(cells));
        return row + 1;
    }
}
