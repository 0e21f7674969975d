package io.citytwin.adapter.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;

/**
 * Reads the bytes of one kind of LoRaWAN devices, where the network's server does not. Found by {@link
 * java.util.ServiceLoader}. Safe for use by many threads.
 */
public interface PayloadCodec {

    /**
     * What a mapping calls it.
     *
     * @return lower case, such as {@code decentlab-pm}
     */
    String name();

    /**
     * Reads bytes.
     *
     * @param port the LoRaWAN port, 0 if the server left it out
     * @param bytes as the device sent them, read-only
     * @return an object, in whose members the mapping looks for values
     * @throws Exception if they cannot be read; the message is then kept with what the exception says
     */
    JsonNode decode(int port, ByteBuffer bytes) throws Exception;
}
