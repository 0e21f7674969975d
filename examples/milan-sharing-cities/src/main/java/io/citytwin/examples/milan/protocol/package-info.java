/**
 * The street of the example behind real protocols: lamp posts that speak MQTT, charge points that speak OCPP, air in a file.
 * Between city and street there is nothing but bytes; they walk in step, so that virtual time does not run away from them.
 */
@NullMarked
package io.citytwin.examples.milan.protocol;

import org.jspecify.annotations.NullMarked;
