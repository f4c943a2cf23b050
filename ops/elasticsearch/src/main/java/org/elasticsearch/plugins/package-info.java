/// What the server lets only its own packages do: choose its plugins.
@NullMarked
package org.elasticsearch.plugins;

import org.jspecify.annotations.NullMarked;
