/** From directives to messages, and the answers to them. */
@NullMarked
package io.citytwin.adapter.mqtt.internal.command;

import org.jspecify.annotations.NullMarked;
