package org.broadsheet.search.index;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How new indices are laid out; an index that is there already keeps its layout.
///
/// @param shards into how many parts an index is cut
/// @param replicas how many copies of each part there are besides the first; 0 on a single node
@Validated
@ConfigurationProperties("broadsheet.search.index")
record IndexProperties(
        @DefaultValue("1") @Min(1) @Max(64) int shards,
        @DefaultValue("0") @Min(0) @Max(8) int replicas) {}
