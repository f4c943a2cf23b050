package org.broadsheet.cms.site;

import java.util.List;

/// Tells the readers' pages from everything else that the service answers.
final class SitePaths {

    private static final List<String> OTHERS = List.of("/actuator", "/api", "/desk", "/error");

    private SitePaths() {}

    /// Whether readers are answered under this path.
    static boolean isSite(String path) {
        return OTHERS.stream().noneMatch(other -> path.equals(other) || path.startsWith(other + "/"));
    }
}
