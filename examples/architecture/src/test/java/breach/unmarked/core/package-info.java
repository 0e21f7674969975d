@NullMarked
package breach.unmarked.core;

import org.jspecify.annotations.NullMarked;
