package io.citytwin.adapter.tck;

/** A peer whose devices see plates of vehicles. Safe for use by many threads. */
public interface PassingPeer extends Peer {

    /**
     * A device sees a vehicle.
     *
     * @param plate as it reads it
     */
    void pass(String plate);

    /**
     * A device tells of a vehicle what nobody can read.
     *
     * @param plate stands in it
     */
    void passNonsense(String plate);
}
