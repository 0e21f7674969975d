package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Twin;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rules and crates by chance: every kind of condition, operator and operand that the grammar has. */
final class RandomRules {

    private static final List<String> ORDERS = List.of("==", "!=", "<", "<=", ">", ">=");
    private static final List<String> COLOURS = List.of("red", "green", "blue", "grey");
    private static final List<String> GRADES = List.of("a", "b", "c", "d");
    private static final List<String> FLAGS = List.of("fragile", "wet");

    private final Random random;
    private boolean places;
    private boolean bans;

    RandomRules(Random random) {
        this.random = random;
    }

    /** One to three rules of one provision. */
    String rules() {
        StringBuilder rules = new StringBuilder();
        int count = 1 + random.nextInt(3);
        for (int number = 0; number < count; number++) {
            rules.append(rule("p/" + number));
        }
        return rules.toString();
    }

    private String rule(String name) {
        List<String> lines = new ArrayList<>();
        places = random.nextBoolean();
        bans = random.nextInt(3) == 0;
        lines.add("Law( strict, $a : short, $b : long )");
        if (places) {
            lines.add("Depot( $d : id, $room : capacity" + more(random.nextInt(2), this::depotTest) + " )");
        }
        if (random.nextInt(3) == 0) {
            lines.add(random.nextInt(lines.size() + 1), quantifier() + " Depot( " + anywhere() + " )");
        }
        if (bans) {
            lines.add("Banned( $c : colour, $g : grade" + more(random.nextInt(2), this::bannedTest) + " )");
        }
        lines.add("$x : Crate( $own : grade, $l : length, $w : width" + (places ? ", place == $d" : "")
                + more(1 + random.nextInt(3), this::crateTest) + " )");
        if (random.nextInt(3) == 0) {
            lines.add(quantifier() + " Banned( grade " + order() + " $own" + more(random.nextInt(2), this::bannedTest)
                    + " )");
        }
        String action = pick(List.of(
                "forbid( $x, Act.move )",
                "forbid( $x, Act.move )",
                "cap( $x, Property.length, " + sum() + " )",
                "floor( $x, Property.width, " + sum() + " )",
                "set( $x, Property.width, " + sum() + " )"));
        return "rule \"" + name + "\"\nwhen\n  " + String.join("\n  ", lines) + "\nthen\n  findings." + action
                + ";\nend\n";
    }

    /** A test that needs no condition before it. */
    private String anywhere() {
        return random.nextBoolean() ? flag("open") : "capacity " + order() + " " + random.nextInt(2);
    }

    private String sum() {
        return pick(List.of("$a", "$b", "$a + $b", "$b - $a", places ? "$room" : "$a"));
    }

    private String quantifier() {
        return random.nextBoolean() ? "not" : "exists";
    }

    private interface Kind {
        String test();
    }

    private static String tests(int count, Kind kind) {
        List<String> tests = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            tests.add(kind.test());
        }
        return String.join(", ", tests);
    }

    private static String more(int count, Kind kind) {
        return count == 0 ? "" : ", " + tests(count, kind);
    }

    private String depotTest() {
        return random.nextInt(3) == 0 ? flag("open") : "capacity " + order() + " " + length();
    }

    private String bannedTest() {
        return switch (random.nextInt(2)) {
            case 0 -> "grade " + order() + " Grade." + pick(GRADES);
            default -> "most " + order() + " " + length();
        };
    }

    private String crateTest() {
        int kind = random.nextInt(7);
        if (kind == 6) {
            return "( " + crateTest() + " || " + crateTest() + " )";
        } else if (kind == 5) {
            return flag(pick(FLAGS));
        } else if (kind >= 3) {
            String left = pick(List.of("length", "width"));
            return left + " " + order() + " " + (random.nextInt(4) == 0 ? other(left) : length());
        } else if (kind == 2) {
            return "grade " + order() + " " + (bans && random.nextBoolean() ? "$g" : "Grade." + pick(GRADES));
        } else if (kind == 1 && bans) {
            return "colour " + pick(List.of("in", "not in")) + " $c";
        }
        return random.nextBoolean()
                ? "colour " + pick(List.of("==", "!=")) + " Colour." + pick(COLOURS)
                : "colour " + pick(List.of("in", "not in")) + " ( Colour." + pick(COLOURS) + ", Colour." + pick(COLOURS)
                        + " )";
    }

    private static String other(String left) {
        return left.equals("length") ? "$w" : "$l";
    }

    private String flag(String name) {
        return random.nextBoolean() ? name : name + " == " + random.nextBoolean();
    }

    private String length() {
        List<String> all = new ArrayList<>(List.of("short", "long", "widest", "secret", "0", "1"));
        if (places) {
            all.add("$room");
        }
        return pick(all);
    }

    private String order() {
        return pick(ORDERS);
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A crate of which some things are known, and mostly also the depot that it stands in. */
    Twin[] twins() {
        Twin crate = Store.crate();
        for (String flag : FLAGS) {
            crate = maybe(crate, flag, List.of("true", "false"));
        }
        crate = maybe(crate, "colour", COLOURS);
        crate = maybe(crate, "grade", GRADES);
        for (String number : List.of("length", "width")) {
            crate = maybe(crate, number, List.of("0", "1", "2", "3"));
        }
        Twin depot =
                maybe(maybe(Store.depot(), "capacity", List.of("0", "1", "2", "3")), "open", List.of("true", "false"));
        return random.nextInt(4) == 0 ? new Twin[] {crate} : new Twin[] {crate.with("place", depot.id()), depot};
    }

    private Twin maybe(Twin twin, String property, List<String> values) {
        return random.nextInt(4) == 0 ? twin : twin.with(property, pick(values));
    }
}
