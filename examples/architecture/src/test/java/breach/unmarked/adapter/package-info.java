/** Words, but not the mark. */
@NullUnmarked
package breach.unmarked.adapter;

import org.jspecify.annotations.NullUnmarked;
