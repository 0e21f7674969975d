package io.citytwin.adapter.dittotck;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * All that a Ditto promises. Implemented by a test class, which then runs every test of it and skips none. For one
 * thread at a time.
 */
@ExtendWith(SceneExtension.class)
public interface DittoContract
        extends ThingsContract,
                PartsContract,
                MergeContract,
                ConditionsContract,
                ReadingContract,
                SearchContract,
                EventsContract,
                AcknowledgementsContract,
                MessagesContract,
                PoliciesContract,
                RolesContract,
                SecretsContract,
                RecoveryContract,
                ErrorsContract {

    /**
     * Where the Ditto under test is.
     *
     * @return the same for all tests of a class
     */
    DittoTarget target();
}
