package org.broadsheet.cms.site;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Where readers find the site.
///
/// @param publicAddress the address of the front page as readers type it, such as `https://www.example.com`; the only
/// host that ever stands in a page
@Validated
@ConfigurationProperties("broadsheet.cms.site")
record SiteSettings(URI publicAddress) {

    SiteSettings {
        String scheme = publicAddress.getScheme();
        if (publicAddress.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException(
                    "broadsheet.cms.site.public-address is a web address such as https://www.example.com");
        }
    }

    /// A path of the site as a whole address.
    ///
    /// @param path starts with `/`
    String absolute(String path) {
        String root = publicAddress.toString();
        return (root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path;
    }
}
