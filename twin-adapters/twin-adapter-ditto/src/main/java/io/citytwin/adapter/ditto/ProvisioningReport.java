package io.citytwin.adapter.ditto;

import java.util.List;

/**
 * What a provisioning did to Things and policies. Immutable.
 *
 * @param created how many are new
 * @param changed how many were there and were written
 * @param unchanged how many were as they should be
 * @param deleted how many were taken away
 * @param problems one sentence for each that could not be made; the others were
 */
public record ProvisioningReport(long created, long changed, long unchanged, long deleted, List<String> problems) {

    /** Copies the problems. */
    public ProvisioningReport {
        problems = List.copyOf(problems);
    }

    /**
     * Whether something was written.
     *
     * @return false if all was as it should be
     */
    public boolean wrote() {
        return created + changed + deleted > 0;
    }
}
