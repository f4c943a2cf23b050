package org.broadsheet.cms.house;

import org.broadsheet.core.log.LogFollower;

/// A log of another service that this one follows; the status page shows how far it is.
@FunctionalInterface
public interface FollowedLog {

    /// How far the reader is.
    LogFollower.Standing standing();
}
