/// A real Elasticsearch with nothing to install, for a laptop and for the tests.
@NullMarked
package org.broadsheet.ops.elasticsearch;

import org.jspecify.annotations.NullMarked;
