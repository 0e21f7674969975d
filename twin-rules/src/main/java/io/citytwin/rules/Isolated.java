package io.citytwin.rules;

import io.citytwin.core.error.ErrorCode;
import io.citytwin.rules.error.RulesError;

/**
 * A provision whose evaluation was stopped: it took too many steps, or failed in a way that nobody foresaw. What its
 * regulation orders is unknown wherever that happens; other regulations go on. Immutable.
 *
 * @param regulation id of the regulation
 * @param provision name of the provision, or of the level, that was being evaluated
 * @param reason why, for those who mend it
 */
public record Isolated(String regulation, String provision, String reason) {

    /**
     * What {@code citytwin help} explains.
     *
     * @return {@code R426}
     */
    public ErrorCode code() {
        return RulesError.BUDGET;
    }

    @Override
    public String toString() {
        return code().id() + " `" + regulation + "/" + provision + "` was stopped: " + reason + ".";
    }
}
