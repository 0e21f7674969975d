package io.citytwin.adapter.ocpp;

import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.AdapterSettings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says all that does not fit together in a configuration. For one thread at a time. */
final class ConfigCheck {

    private static final int MOST_NUMBER = 9_999;

    private final OcppConfig config;
    private final AdapterSettings.Refusals refusals;
    private final Map<TwinId, String> used = new HashMap<>();

    ConfigCheck(OcppConfig config, AdapterSettings.Refusals refusals) {
        this.config = config;
        this.refusals = refusals;
    }

    void run(boolean passwordsElsewhere) {
        general();
        security(passwordsElsewhere);
        config.template().ifPresent(this::template);
        Set<String> identities = new HashSet<>();
        for (OcppStation station : config.stations()) {
            String at = "/stations/" + station.identity().replace("~", "~0").replace("/", "~1");
            if (!identities.add(station.identity())) {
                refuse(at, "`" + station.identity() + "` is listed twice.", "Maybe its plugs belong together.");
            }
            station(at, station);
        }
    }

    private void general() {
        if (config.stations().isEmpty() && config.template().isEmpty()) {
            refuse("", "No station can have a twin.", "Maybe list `stations`, or give a `template` for their twins.");
        }
        if (!config.path().matches("/([!-.0-~]+/)*")) {
            refuse(
                    "/listen/path",
                    "`" + config.path() + "` is no path before identities.",
                    "Maybe `/ocpp/`, with a stroke at both ends.");
        }
        if (!config.name().matches("[\\p{L}\\p{N}._-]{1,40}")) {
            refuse("", "`" + config.name() + "` is no name for an adapter.", "Maybe letters and digits only.");
        }
        OutputLimit output = config.output();
        if (output.phases() < 1 || output.phases() > 3 || output.voltage() < 1) {
            refuse(
                    "/output",
                    "`" + output.phases() + "` phases of `" + output.voltage() + "` V carry no power.",
                    "Maybe `3` phases of `230` V.");
        }
    }

    private void security(boolean passwordsElsewhere) {
        SecurityProfile security = config.security();
        if (security.isEncrypted() && config.tls().isEmpty()) {
            refuse(
                    "/security",
                    "`" + security.word() + "` has no certificate.",
                    "Maybe add `tls:` with `certificate` and `key`.");
        }
        if (!security.isEncrypted() && config.tls().isPresent()) {
            refuse("/tls", "`" + security.word() + "` speaks no TLS.", "Maybe `security: tls`.");
        }
        if (security == SecurityProfile.CERTIFICATE
                && config.tls().flatMap(TlsFiles::clientCa).isEmpty()) {
            refuse(
                    "/tls/clientCa",
                    "Nobody is named who signs the stations' certificates.",
                    "Maybe add `clientCa`, a PEM file.");
        }
        if (security.asksPassword() && config.password().isEmpty() && !passwordsElsewhere) {
            config.stations().stream()
                    .filter(station -> station.password().isEmpty())
                    .forEach(station -> refuse(
                            "/stations/" + station.identity(),
                            "`" + station.identity() + "` has no password.",
                            "Maybe add `password:` here or for all stations."));
            config.template()
                    .ifPresent(any -> refuse(
                            "/password",
                            "Stations that are not listed have no password.",
                            "Maybe add `password:` for all stations."));
        }
    }

    private void template(OcppTemplate template) {
        name("/template/connector", template.connector(), List.of("{identity}", "{number}"));
        template.evse().ifPresent(name -> name("/template/evse", name, List.of("{identity}", "{number}")));
        template.station().ifPresent(name -> name("/template/station", name, List.of("{identity}")));
    }

    private void name(String at, String template, List<String> parts) {
        for (String part : parts) {
            if (template.split(java.util.regex.Pattern.quote(part), -1).length != 2) {
                refuse(
                        at,
                        "`" + template + "` does not name `" + part + "` once.",
                        "Maybe `it.milano:{identity}-{number}`.");
            }
        }
        String example =
                template.replace("{identity}", "A").replace("{number}", "1").replace("{cable}", "1");
        if (example.indexOf('{') >= 0 || !isTwin(example)) {
            refuse(at, "`" + template + "` cannot name twins.", "Maybe `it.milano:{identity}-{number}`.");
        }
    }

    private static boolean isTwin(String text) {
        try {
            TwinId.of(text);
            return true;
        } catch (io.citytwin.core.error.CityTwinException none) {
            return false;
        }
    }

    private void station(String at, OcppStation station) {
        if (station.identity().isEmpty() || station.identity().length() > 64) {
            refuse(at, "`" + station.identity() + "` is no identity.", "Maybe 1 to 64 signs.");
        }
        if (station.plugs().isEmpty() && config.template().isEmpty()) {
            refuse(at, "`" + station.identity() + "` has no plug.", "Maybe list `plugs`, or give a `template`.");
        }
        station.twin().ifPresent(twin -> use(at + "/twin", twin, at));
        Set<String> numbers = new HashSet<>();
        int index = 0;
        for (OcppPlug plug : station.plugs()) {
            String here = at + "/plugs/" + index++;
            if (!numbers.add(plug.number() + "." + plug.cable())) {
                refuse(
                        here,
                        "Number `" + plug.number() + "`, cable `" + plug.cable() + "` is there twice.",
                        "Maybe one of them has another number.");
            }
            if (plug.number() < 1 || plug.number() > MOST_NUMBER || plug.cable() < 1 || plug.cable() > 99) {
                refuse(
                        here,
                        "`" + plug.number() + "` and `" + plug.cable() + "` are no numbers of a plug.",
                        "Maybe `1`.");
            }
            use(here + "/connector", plug.connector(), here);
            // A charge point may have several cables, all of one station.
            plug.evse().ifPresent(evse -> use(here + "/evse", evse, "evse of " + at));
        }
    }

    private void use(String at, TwinId twin, String role) {
        String before = used.putIfAbsent(twin, role);
        if (before != null && !(before.equals(role) && role.startsWith("evse of "))) {
            refuse(at, "`" + twin + "` has another place already.", "Maybe another twin is meant here or there.");
        }
    }

    private void refuse(String at, String problem, String advice) {
        refusals.refuse(at, problem, advice);
    }
}
