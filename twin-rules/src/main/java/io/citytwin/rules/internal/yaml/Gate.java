package io.citytwin.rules.internal.yaml;

import io.citytwin.core.error.ErrorCode;
import io.citytwin.rules.bundle.Grant;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.Trust;
import io.citytwin.rules.bundle.Trust.Signatures;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.trust.Wildcards;
import io.citytwin.rules.regulation.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets folders in as far as a host trusts them, judged by what they say of themselves. Safe for use by many threads. */
public final class Gate {

    /** No limits. */
    public static final Gate OPEN = new Gate(Trust.everything(), "");

    private final Trust trust;
    private final String start;

    private Gate(Trust trust, String start) {
        this.trust = trust;
        this.start = start;
    }

    /**
     * A gate for folders below a directory.
     *
     * @param trust what the host grants
     * @param opened the directory, or an archive
     * @return the gate
     */
    public static Gate of(Trust trust, Path opened) {
        Path whole = opened.toAbsolutePath().normalize();
        Path from = trust.seenFrom().orElse(whole);
        boolean related = from.getRoot() == null || from.getRoot().equals(whole.getRoot());
        return new Gate(
                trust, (related ? from.relativize(whole) : whole).toString().replace('\\', '/'));
    }

    /** The name of the key that signed a folder, after reporting what is wrong with its signature. */
    Optional<String> signer(FolderReading reading) {
        return trust.signatures() == Signatures.IGNORED
                ? Optional.empty()
                : new SignatureReader(reading, trust).signer();
    }

    Admission admit(RawFolder folder, Optional<Draft.Content> content, Optional<String> signer) {
        if (!trust.isLimited() || content.isEmpty()) {
            return Admission.FREE;
        }
        Header header = content.get().header();
        String path = start.isEmpty() || folder.path().isEmpty() ? start + folder.path() : start + "/" + folder.path();
        for (int i = 0; i < trust.grants().size(); i++) {
            Grant grant = trust.grants().get(i);
            if (fits(grant.to(), path, header.id().text(), signer)) {
                return new Admission(Optional.of(grant), i, List.of(), claims(header, grant));
            }
        }
        String who = signer.map(key -> ", signed with `" + key + "`").orElse(", not signed with a known key");
        return Admission.refused(Problem.error(
                RulesError.NO_GRANT,
                header.id().place(),
                "No grant of the host fits the folder " + Words.quoted(path) + " with the id "
                        + Words.quoted(header.id().text()) + who + ".",
                "Maybe the host adds one to its trust file; folders are named from where that file lies."));
    }

    private static boolean fits(Grant.To to, String path, String id, Optional<String> signer) {
        return to.folder().filter(pattern -> !Wildcards.fitsPath(pattern, path)).isEmpty()
                && to.id().filter(pattern -> !Wildcards.fits(pattern, id)).isEmpty()
                && to.key().filter(key -> !signer.equals(Optional.of(key))).isEmpty();
    }

    private static List<Problem> claims(Header header, Grant grant) {
        List<Problem> problems = new ArrayList<>();
        if (!Wildcards.anyFits(grant.authorities(), header.authority())) {
            String what = "The folder may not speak for " + Words.quoted(header.authority()) + ".";
            problems.add(claim(RulesError.AUTHORITY, header.placeOf("authority"), what, grant.authorities()));
        }
        if (header.rank() > grant.rank()) {
            String most = HeaderReader.RANKS.get(Math.max(grant.rank(), 1) - 1);
            String what =
                    "The rank `" + HeaderReader.RANKS.get(header.rank() - 1) + "` is above what the folder may have.";
            problems.add(claim(RulesError.RANK, header.placeOf("rank"), what, List.of(most)));
        }
        if (!Wildcards.anyCovers(grant.jurisdictions(), header.jurisdiction())) {
            String what = "The folder may not make law for " + Words.quoted(header.jurisdiction()) + ".";
            problems.add(claim(RulesError.JURISDICTION, header.placeOf("jurisdiction"), what, grant.jurisdictions()));
        }
        return problems;
    }

    /** Something that goes beyond a grant. */
    static Problem claim(ErrorCode code, Place place, String what, List<String> granted) {
        return Problem.error(
                code,
                place,
                what,
                granted.isEmpty()
                        ? "Maybe the host grants it in its trust file; so far it grants nothing of this kind."
                        : "Maybe `" + Words.listed(granted) + "`, which the host's trust file grants.");
    }
}
