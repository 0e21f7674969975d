package io.citytwin.adapter.airquality.internal.imports;

import io.citytwin.adapter.airquality.internal.imports.Importing.Unusable;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.graph.Inventory;
import io.citytwin.core.graph.InventoryReport.Problem;
import io.citytwin.core.model.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads what is to be written as a city will read it: what comes out is an inventory, and there is no second opinion about
 * what one is. Immutable.
 */
record Proof(ImportForm form, Sheet sheet) {

    /** The rows that an inventory takes; where relations lead is for the city to see, which has the other files. */
    List<Draft> good(List<Draft> drafts, Consumer<Unusable> refused) {
        Set<Integer> bad = new HashSet<>();
        for (Problem problem : drafts.isEmpty() ? List.<Problem>of() : problems(drafts)) {
            int row = problem.line() - 1 - Sheet.ABOVE;
            if (problem.code() == CoreError.INTEGRITY) {
                continue;
            } else if (row < 0 || row >= drafts.size()) {
                throw ImportForm.refused(problem.problem(), problem.advice());
            } else if (isOfAll(problem)) {
                throw ImportForm.refused(problem.problem(), problem.advice());
            }
            bad.add(row);
            refused.accept(new Unusable(
                    drafts.get(row).line(), problem.code().id(), problem.problem() + " " + problem.advice()));
        }
        List<Draft> good = new ArrayList<>();
        for (int row = 0; row < drafts.size(); row++) {
            if (!bad.contains(row)) {
                good.add(drafts.get(row));
            }
        }
        return good;
    }

    // In GeoJSON each feature names its properties: a wrong name is the mapping's, and stands in each of them.
    private boolean isOfAll(Problem problem) {
        return sheet.features() && (problem.code() == CoreError.PROPERTY || problem.code() == CoreError.UNIT);
    }

    private List<Problem> problems(List<Draft> drafts) {
        try {
            Path file = Files.createTempFile("citytwin-import", sheet.features() ? ".geojson" : ".csv");
            try {
                Files.writeString(file, sheet.text(drafts));
                return inventory(file).read().problems();
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Inventory inventory(Path file) {
        Inventory inventory = Inventory.of(AssetTypes.builtIn()).defaultNamespace(form.namespace());
        if (form.extent().size() == 4) {
            List<String> corners = form.extent();
            inventory = inventory.between(
                    Location.of(corners.get(0), corners.get(1)), Location.of(corners.get(2), corners.get(3)));
        } else if (!form.extent().isEmpty()) {
            throw ImportForm.refused(
                    "`extent` has `" + form.extent().size() + "` numbers.", "Maybe west, south, east and north.");
        }
        return sheet.features() ? inventory.geoJson(file, form.type()) : inventory.csv(file, form.type());
    }
}
