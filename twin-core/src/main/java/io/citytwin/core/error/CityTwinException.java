package io.citytwin.core.error;

/**
 * A mistake that the caller can mend: a stable code, one sentence with its values in backticks, one line of advice.
 * Immutable.
 */
public class CityTwinException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    private final String problem;
    private final String advice;

    /**
     * Says what is wrong and what to do about it.
     *
     * @param code the stable code
     * @param problem one sentence, values in backticks
     * @param advice one line that says what to try
     */
    public CityTwinException(ErrorCode code, String problem, String advice) {
        this(code, problem, advice, null);
    }

    /**
     * The same, caused by another failure.
     *
     * @param code the stable code
     * @param problem one sentence, values in backticks
     * @param advice one line that says what to try
     * @param cause what failed below, or null
     */
    public CityTwinException(
            ErrorCode code, String problem, String advice, @org.jspecify.annotations.Nullable Throwable cause) {
        super(code.id() + " " + problem + "\n  " + advice + "\n  more: " + code.link(), cause);
        this.code = code;
        this.problem = problem;
        this.advice = advice;
    }

    /**
     * The stable code.
     *
     * @return never null
     */
    public ErrorCode code() {
        return code;
    }

    /**
     * What is wrong.
     *
     * @return one sentence, values in backticks
     */
    public String problem() {
        return problem;
    }

    /**
     * What to do about it.
     *
     * @return one line
     */
    public String advice() {
        return advice;
    }
}
