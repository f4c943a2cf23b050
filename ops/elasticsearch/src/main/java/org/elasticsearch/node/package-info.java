/// What the server lets only its own packages do: be put together from parts.
@NullMarked
package org.elasticsearch.node;

import org.jspecify.annotations.NullMarked;
