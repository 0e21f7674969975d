package io.citytwin.adapter.dittotck;

/** All that a Ditto promises. Implemented by a test class. For one thread at a time. */
public interface DittoContract {

    /**
     * Where the Ditto under test is.
     *
     * @return the same for all tests of a class
     */
    DittoTarget target();
}
