package io.citytwin.rules.internal.engine;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All laws that an engine was given, by their hash. What they say is kept, each regulation once, so that the past can be
 * decided again; their compiled rules are kept only as long as somebody applies them, and are made again when asked for.
 * Safe for use by many threads.
 */
final class Laws {

    private final AssetTypes assets;
    private final int shards;
    private final Map<String, Regulation> regulations = new HashMap<>();
    private final Map<String, Kept> laws = new HashMap<>();

    Laws(AssetTypes assets, int shards) {
        this.assets = assets;
        this.shards = shards;
    }

    private record Kept(List<Regulation> regulations, WeakReference<Edition> edition) {}

    /** A law that others may apply as well. */
    Edition give(Law law, Scenes scenes) {
        SortedMap<String, Regulation> byId = new TreeMap<>();
        law.regulations().forEach(one -> byId.put(one.id(), one));
        List<Regulation> kept = shared(byId);
        return keep(edition(hash(kept), law, scenes));
    }

    /** Compiles what of a law is not compiled for the one before it. */
    Edition give(Collection<Regulation> all, Law before) {
        SortedMap<String, Regulation> byId = whole(all);
        String hash = hash(byId.values());
        if (knows(hash)) {
            return find(hash);
        }
        return keep(edition(hash, new Law(shared(byId), before)));
    }

    /** A law that nobody is to find here. */
    Edition compiled(Collection<Regulation> all, Law before) {
        SortedMap<String, Regulation> byId = whole(all);
        return edition(hash(byId.values()), new Law(List.copyOf(byId.values()), before));
    }

    synchronized boolean knows(String hash) {
        return laws.containsKey(hash);
    }

    void refuseUnknown(String hash) {
        if (!knows(hash)) {
            throw new CityTwinException(
                    RulesError.UNKNOWN_LAW,
                    "The law `" + hash + "` was not given to this engine.",
                    "Maybe prepare it first.");
        }
    }

    /** The law, compiled again if nobody applies it any more. */
    synchronized Edition find(String hash) {
        refuseUnknown(hash);
        Kept kept = Objects.requireNonNull(laws.get(hash));
        Edition before = kept.edition().get();
        if (before != null) {
            return before;
        }
        Edition again = edition(hash, new Law(kept.regulations()));
        laws.put(hash, new Kept(kept.regulations(), new WeakReference<>(again)));
        return again;
    }

    /** What a law says, without compiling anything. */
    synchronized List<Regulation> regulations(String hash) {
        refuseUnknown(hash);
        return Objects.requireNonNull(laws.get(hash)).regulations();
    }

    /** A level as a law declares it, without compiling anything. */
    synchronized StateSpec.Level level(String hash, String regulation, String name) {
        return Optional.ofNullable(laws.get(hash)).stream()
                .flatMap(kept -> kept.regulations().stream())
                .filter(one -> one.id().equals(regulation))
                .flatMap(found -> Optional.ofNullable(found.state().levels().get(name)).stream())
                .findFirst()
                .orElseThrow(() -> new CityTwinException(
                        RulesError.INPUT,
                        "`" + regulation + "` has no level `" + name + "`.",
                        "Maybe look at the folder's state.yaml."));
    }

    private synchronized Edition keep(Edition edition) {
        laws.put(edition.hash(), new Kept(edition.law().regulations().toList(), new WeakReference<>(edition)));
        return edition;
    }

    private Edition edition(String hash, Law law) {
        return edition(hash, law, new Scenes(law, assets));
    }

    private Edition edition(String hash, Law law, Scenes scenes) {
        return new Edition(hash, law, scenes, new LevelJudge(scenes, law, shards));
    }

    /** What a regulation means depends on those that it uses; if these are the same, it is kept once. */
    private synchronized List<Regulation> shared(SortedMap<String, Regulation> byId) {
        return byId.values().stream()
                .map(one -> regulations.computeIfAbsent(
                        one.id() + " " + hash(reach(one, byId).values()), key -> one))
                .toList();
    }

    /** The regulations by their id, which have all that they use among them. */
    static SortedMap<String, Regulation> whole(Collection<Regulation> all) {
        SortedMap<String, Regulation> byId = new TreeMap<>();
        for (Regulation one : all) {
            if (byId.put(one.id(), one) != null) {
                throw incomplete("`" + one.id() + "` is there twice.");
            }
        }
        byId.values()
                .forEach(one -> one.uses().values().stream()
                        .filter(used -> !byId.containsKey(used))
                        .forEach(used -> {
                            throw incomplete("`" + one.id() + "` uses `" + used + "`, which is not there.");
                        }));
        return byId;
    }

    private static CityTwinException incomplete(String problem) {
        return new CityTwinException(
                RulesError.INCOMPLETE_LAW,
                problem,
                "Maybe adopt a whole bundle; `citytwin check` says why a folder was refused.");
    }

    private static SortedMap<String, Regulation> reach(Regulation from, Map<String, Regulation> all) {
        SortedMap<String, Regulation> reached = new TreeMap<>();
        Deque<Regulation> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            Regulation next = open.remove();
            if (reached.put(next.id(), next) == null) {
                next.uses().values().forEach(used -> open.add(Objects.requireNonNull(all.get(used))));
            }
        }
        return reached;
    }

    /** SHA-256 over ids and hashes of folders in the order of the ids, hexadecimal. */
    static String hash(Collection<Regulation> sorted) {
        Hasher hasher = Hashing.sha256().newHasher();
        sorted.forEach(one -> {
            text(hasher, one.id());
            text(hasher, one.hash());
        });
        return hasher.hash().toString();
    }

    private static void text(Hasher hasher, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        hasher.putInt(bytes.length).putBytes(bytes);
    }
}
