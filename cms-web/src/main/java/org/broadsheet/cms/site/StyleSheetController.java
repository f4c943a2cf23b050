package org.broadsheet.cms.site;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Sends the style sheet. A page printed by an older or newer instance names another one: it gets ours, not to be kept.
@RestController
class StyleSheetController {

    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    private final StyleSheet styleSheet;

    StyleSheetController(StyleSheet styleSheet) {
        this.styleSheet = styleSheet;
    }

    @GetMapping("/site/{name:[0-9a-f]{16}}.css")
    ResponseEntity<String> styleSheet(@PathVariable String name) {
        boolean ours = styleSheet.address().equals("/site/" + name + ".css");
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(
                        ours
                                ? CacheControl.maxAge(Duration.ofDays(365))
                                        .cachePublic()
                                        .immutable()
                                : CacheControl.noCache())
                .body(styleSheet.words());
    }
}
