package io.citytwin.examples.milan;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.error.NearestName;
import io.citytwin.examples.milan.report.Period;
import java.net.InetSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words after {@code citytwin demo}. Immutable.
 *
 * @param city a city that comes with the example, or a folder
 * @param air folder of an archive; empty for a generated winter
 * @param from first day played; empty for the first day of the data
 * @param to last day played; empty for the last day of the data, or for as many days as are wanted
 * @param days how many days; empty for all
 * @param report file to write; empty for the default
 * @param speed how many times faster than time itself a live city runs; empty if it is played as fast as it can be
 * @param meeting where city and devices meet
 * @param broker that lamps speak through, where they do; empty for the one beside the example
 * @param folder regulation folders on top of the city's law, which go live as they are saved
 * @param trust what the host grants those folders; empty for everything
 * @param journal file in which all that happens is kept; empty if nothing is
 */
record DemoArguments(
        String city,
        Optional<Path> air,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<Integer> days,
        Optional<Path> report,
        Optional<Integer> speed,
        Meeting meeting,
        Optional<InetSocketAddress> broker,
        Optional<Path> folder,
        Optional<Path> trust,
        Optional<Path> journal) {

    static final String HELP = """
            citytwin demo [--city NAME|DIR] [--air DIR] [--from DATE] [--to DATE | --days N] [--report FILE]
                          [--live [--speed N]] [--folder DIR [--trust FILE]]
                          [--ditto | --devices protocol [--broker HOST:PORT] | --journal FILE]

            Plays a winter of a city under its regulations: levels with their reasons, passages at the gates, fees,
            what devices were asked and did, energy, decisions explained. Writes the same as one HTML file.

              --city NAME    a city that comes along, or a folder with a city.json (default: milano)
              --air DIR      a folder of daily PM10, such as pulvirus_2019_2020; without it a winter is
                             GENERATED, and labelled so
              --from DATE    first day, such as 2019-10-01 (default: the first day of the data)
              --to DATE      last day (default: the last day of the data)
              --days N       so many days instead
              --report FILE  the HTML file (default: report/NAME.html below the current folder, or
                             report/NAME-GENERATED.html)
              --live         prints each directive as it is issued; ends with the last day, or Ctrl-C
              --speed N      a live city runs N times faster than time (default: 3600, an hour in a second)
              --folder DIR   regulation folders on top of the city's law; what is saved in them while
                             a live city runs goes live, and `citytwin rollback DIR` takes it back
              --trust FILE   refuses what the host's trust file does not grant these folders
              --ditto        devices write to an embedded Ditto, the rules read from it, and directives arrive as
                             desired properties; the outcome is the same, and takes longer
              --devices protocol
                             lamp posts speak MQTT, charge points OCPP, and air comes in a file; the outcome is
                             the same. `--devices simulated` is the default
              --broker HOST:PORT
                             an MQTT broker that lets everybody in (default: the one of examples/local-broker)
              --journal FILE keeps all that happens in FILE, and goes on where FILE ends: a demo that was
                             killed comes out the same. Keys for what is personal are kept in FILE.keys""";

    private static final String LIVE = "--live";
    private static final String DITTO = "--ditto";
    private static final String DEVICES = "--devices";
    private static final String BROKER = "--broker";
    private static final String FOLDER = "--folder";
    private static final String TRUST = "--trust";
    private static final String JOURNAL = "--journal";
    private static final Set<String> FLAGS = Set.of(LIVE, DITTO);
    private static final List<String> NAMES = List.of(
            "--air",
            BROKER,
            "--city",
            "--days",
            DEVICES,
            DITTO,
            FOLDER,
            "--from",
            JOURNAL,
            LIVE,
            "--report",
            "--speed",
            "--to",
            TRUST);
    private static final int AN_HOUR_IN_A_SECOND = 3600;
    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z0-9.-]{1,200}):([1-9][0-9]{0,4})");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,5}");

    static DemoArguments of(List<String> words, Path folder) {
        SortedMap<String, String> given = given(words);
        if (given.containsKey("--to") && given.containsKey("--days")) {
            throw refused("`--to` and `--days` both say when to end.", "Maybe leave out one of them.");
        } else if (given.containsKey("--speed") && !given.containsKey(LIVE)) {
            throw refused("`--speed` is for a live city.", "Maybe add `--live`.");
        } else if (given.containsKey(TRUST) && !given.containsKey(FOLDER)) {
            throw refused("`--trust` is for folders of your own.", "Maybe add `--folder DIR`.");
        }
        Meeting meeting = meeting(given);
        Optional<Integer> speed = Optional.ofNullable(given.get("--speed")).map(DemoArguments::count);
        return new DemoArguments(
                given.getOrDefault("--city", "milano"),
                Optional.ofNullable(given.get("--air")).map(text -> path(text, folder)),
                Optional.ofNullable(given.get("--from")).map(DemoArguments::date),
                Optional.ofNullable(given.get("--to")).map(DemoArguments::date),
                Optional.ofNullable(given.get("--days")).map(DemoArguments::count),
                Optional.ofNullable(given.get("--report")).map(text -> path(text, folder)),
                given.containsKey(LIVE) ? speed.or(() -> Optional.of(AN_HOUR_IN_A_SECOND)) : Optional.empty(),
                meeting,
                Optional.ofNullable(given.get(BROKER)).map(DemoArguments::address),
                Optional.ofNullable(given.get(FOLDER)).map(text -> path(text, folder)),
                Optional.ofNullable(given.get(TRUST)).map(text -> path(text, folder)),
                Optional.ofNullable(given.get(JOURNAL)).map(text -> path(text, folder)));
    }

    /** Where city and devices meet. */
    enum Meeting {
        /** In one process, with nothing in between. */
        DIRECT,
        /** In an embedded Ditto. */
        DITTO,
        /** Over the protocols of real devices. */
        PROTOCOL
    }

    private static Meeting meeting(SortedMap<String, String> given) {
        String devices = given.getOrDefault(DEVICES, "simulated");
        if (!devices.equals("simulated") && !devices.equals("protocol")) {
            throw refused("`--devices` cannot be `" + devices + "`.", "Maybe `protocol`, or `simulated`.");
        }
        boolean protocol = devices.equals("protocol");
        if (protocol && given.containsKey(DITTO)) {
            throw refused("`--devices protocol` and `--ditto` do not go together.", "Maybe leave out one of them.");
        } else if (given.containsKey(JOURNAL) && (protocol || given.containsKey(DITTO))) {
            throw refused(
                    "`--journal` goes with simulated devices only: an embedded Ditto forgets, and so do devices behind"
                            + " protocols.",
                    "Maybe leave out one of them.");
        } else if (given.containsKey(BROKER) && !protocol) {
            throw refused("`--broker` is for devices behind protocols.", "Maybe add `--devices protocol`.");
        }
        return protocol ? Meeting.PROTOCOL : given.containsKey(DITTO) ? Meeting.DITTO : Meeting.DIRECT;
    }

    private static InetSocketAddress address(String text) {
        Matcher parts = ADDRESS.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
            throw refused("`" + text + "` is no host with a port.", "Maybe `127.0.0.1:1883`.");
        }
        return InetSocketAddress.createUnresolved(parts.group(1), Integer.parseInt(parts.group(2)));
    }

    private static SortedMap<String, String> given(List<String> words) {
        SortedMap<String, String> given = new TreeMap<>();
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String name = rest.next();
            if (!NAMES.contains(name)) {
                throw refused(
                        "`" + name + "` is not an option of `demo`.",
                        NearestName.to(name, NAMES)
                                .map(near -> "Maybe `" + near + "`.")
                                .orElse("Maybe one of " + String.join(", ", NAMES) + "."));
            }
            boolean lacksValue = !FLAGS.contains(name) && !rest.hasNext();
            if (lacksValue || given.containsKey(name)) {
                throw refused(
                        "`" + name + "` needs one value.", "Maybe see `citytwin demo --help` for how to write it.");
            }
            given.put(name, FLAGS.contains(name) ? "" : rest.next());
        }
        return given;
    }

    private static int count(String text) {
        if (!COUNT.matcher(text).matches()) {
            throw refused("`" + text + "` is no number from 1 to 999999.", "Maybe `30`.");
        }
        return Integer.parseInt(text);
    }

    private static Path path(String text, Path folder) {
        try {
            return folder.resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw new CityTwinException(
                    CoreError.USAGE, "`" + text + "` is not a path.", "Maybe quote it for your shell.", e);
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new CityTwinException(
                    CoreError.USAGE,
                    "`" + text + "` is not a date.",
                    "Maybe write year, month and day, such as `2019-01-31`.",
                    e);
        }
    }

    /** The days to show, which must lie in the data. */
    Period period(Period data) {
        LocalDate first = from.orElse(data.from());
        LocalDate last =
                days.map(count -> first.plusDays(count - 1)).or(() -> to).orElse(data.to());
        if (first.isAfter(last)) {
            throw new CityTwinException(
                    CoreError.ORDER, "`" + first + "` is after `" + last + "`.", "Maybe swap --from and --to.");
        }
        if (!data.contains(first) || !data.contains(last)) {
            throw refused(
                    "`" + new Period(first, last) + "` does not lie in the data, which has `" + data + "`.",
                    "Maybe leave out --from, --to and --days to see all of it.");
        }
        return new Period(first, last);
    }

    private static CityTwinException refused(String problem, String advice) {
        return new CityTwinException(CoreError.USAGE, problem, advice);
    }
}
