package io.citytwin.examples.benchmark.drools;

/** How the same rules are written for Drools. */
enum Style {
    /** As one writes it at first: the twin, then what it depends on; sets are sets; findings are logical facts. */
    NAIVE("java.util.Set") {
        @Override
        String among(String name, String set) {
            return set + ".contains( " + name + " )";
        }

        @Override
        String notAmong(String name, String set) {
            return "!" + set + ".contains( " + name + " )";
        }

        @Override
        String consequence(String number, String effect) {
            return "insertLogical( new Finding( " + number + ", " + effect + " ) );";
        }
    },
    /** As measurements taught: few facts first, sets as bits, matches kept outside. */
    TUNED("long") {
        @Override
        String among(String name, String set) {
            return "Bits.has( " + set + ", " + name + " )";
        }

        @Override
        String notAmong(String name, String set) {
            return "!Bits.has( " + set + ", " + name + " )";
        }

        @Override
        String consequence(String number, String effect) {
            return "found.put( drools.getMatch(), " + number + ", " + effect + " );";
        }
    };

    private final String setType;

    Style(String setType) {
        this.setType = setType;
    }

    /** The Java type of a set of names. */
    String setType() {
        return setType;
    }

    /** A name is in a set. */
    abstract String among(String name, String set);

    /** A name is not in a set. */
    abstract String notAmong(String name, String set);

    /** What happens for a match. */
    abstract String consequence(String number, String effect);
}
