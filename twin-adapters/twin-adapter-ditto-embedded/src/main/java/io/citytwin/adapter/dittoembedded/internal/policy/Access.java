package io.citytwin.adapter.dittoembedded.internal.policy;

import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;

/** What a policy, with its imports, allows. Immutable. */
public interface Access {

    /**
     * Whether all below a path of the Thing can be read.
     *
     * @param caller who asks
     * @param path of the Thing, such as {@code /features/state}
     * @return true if nothing below it is hidden
     */
    boolean mayRead(Caller caller, JsonPointer path);

    /**
     * Whether something at or below a path can be read.
     *
     * @param caller who asks
     * @param path of the Thing
     * @return true if the caller may know of it
     */
    boolean mayReadSome(Caller caller, JsonPointer path);

    /**
     * Whether all below a path can be changed.
     *
     * @param caller who asks
     * @param path of the Thing
     * @return true if nothing below it is protected
     */
    boolean mayWrite(Caller caller, JsonPointer path);

    /**
     * Whether messages can be sent or received.
     *
     * @param caller who asks
     * @param path of the message, such as {@code /inbox/messages/ping}
     * @param permission {@code READ} to receive, {@code WRITE} to send
     * @return true if granted
     */
    boolean mayMessage(Caller caller, JsonPointer path, String permission);

    /**
     * What can be seen of a Thing.
     *
     * @param caller who asks
     * @param path that {@code part} stands at
     * @param part the value there, an object
     * @return the same without what is hidden
     */
    JsonObject view(Caller caller, JsonPointer path, JsonObject part);
}
