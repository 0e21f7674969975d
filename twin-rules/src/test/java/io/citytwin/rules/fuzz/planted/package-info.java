/** A reader with a bug that was put there, to see that the search finds bugs. */
package io.citytwin.rules.fuzz.planted;
