package org.broadsheet.cms.house;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// How the building is laid out.
///
/// @param internalPort where our own services are answered; not to be reachable from outside. 0: any free port
@ConfigurationProperties("broadsheet.cms.house")
@Validated
record HouseProperties(@Min(0) @Max(65535) int internalPort) {}
