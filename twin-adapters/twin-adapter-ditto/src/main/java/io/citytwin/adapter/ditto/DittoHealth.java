package io.citytwin.adapter.ditto;

/**
 * How a city and its Ditto get on. Immutable.
 *
 * @param connected whether there is a session now
 * @param things how many Things are followed
 * @param waiting how many actuators have not answered yet
 * @param gaps how often an event was missed
 * @param readAgain how many Things were read again
 * @param repeated how many events told nothing new
 * @param strangers how many events were about Things that are no twins
 * @param foreignWishes how often somebody else wrote what the city desires
 * @param restored how often the city's wish was written again
 * @param foreignData how often somebody else wrote what belongs to the graph; it is not taken, and the next provisioning
 *     writes it back
 * @param deleted how many Things somebody else deleted; the next provisioning makes them again
 * @param refused how much made no sense
 * @param unanswered how many live messages brought no answer
 * @param writes what the city wrote into Things
 */
public record DittoHealth(
        boolean connected,
        long things,
        int waiting,
        long gaps,
        long readAgain,
        long repeated,
        long strangers,
        long foreignWishes,
        long restored,
        long foreignData,
        long deleted,
        long refused,
        long unanswered,
        Writes writes) {

    /** Before the start. */
    static final DittoHealth NONE =
            new DittoHealth(false, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, new Writes(0, 0, 0, 0, 0, 0, 0, 0, 0));

    /**
     * What the city wrote into Things. Immutable.
     *
     * @param offered changes of twins
     * @param coalesced changes that joined one that waited
     * @param sent merges sent, each attempt counted
     * @param acknowledged merges that Ditto did
     * @param overtaken merges that were repeated and found something newer
     * @param refused merges given up
     * @param retried attempts that failed and were or will be repeated
     * @param waiting Things with a change that waits
     * @param flying merges under way
     */
    public record Writes(
            long offered,
            long coalesced,
            long sent,
            long acknowledged,
            long overtaken,
            long refused,
            long retried,
            int waiting,
            int flying) {}
}
