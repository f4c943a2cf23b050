package org.broadsheet.cms.site;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/// Gives each page a tag made of its bytes, so that a reader who comes back is told "as it was" in a line. The tag is a
/// weak one, as the server may compress the page on its way.
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class PageTags extends ShallowEtagHeaderFilter {

    PageTags() {
        setWriteWeakETag(true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !SitePaths.isSite(path) || path.startsWith("/pictures/") || path.startsWith("/site/");
    }
}
