package org.broadsheet.ingest.fuzz;

import java.util.List;
import org.broadsheet.ingest.format.Format;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RestController;

/// Every format of the wire room as the service has them, without a database, a folder or an address.
final class WireFormats {

    private final List<Format> formats;

    WireFormats() {
        var context = new AnnotationConfigApplicationContext();
        context.register(OnlyFormats.class);
        context.refresh();
        formats = context.getBeansOfType(Format.class).values().stream()
                .sorted(AnnotationAwareOrderComparator.INSTANCE)
                .toList();
    }

    /// All of them, in the order in which a payload is shown to them.
    List<Format> all() {
        return formats;
    }

    /// Those that live in one package; empty where the wire room has none there.
    List<Format> in(String home) {
        String name = "org.broadsheet.ingest." + home;
        return formats.stream()
                .filter(format -> format.getClass().getPackageName().equals(name))
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {
                "org.broadsheet.ingest.anpa",
                "org.broadsheet.ingest.mail",
                "org.broadsheet.ingest.newsml1",
                "org.broadsheet.ingest.newsmlg2",
                "org.broadsheet.ingest.ninjs",
                "org.broadsheet.ingest.nitf",
                "org.broadsheet.ingest.picture",
                "org.broadsheet.ingest.syndication"
            },
            lazyInit = true,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.ANNOTATION,
                            classes = {Repository.class, RestController.class, Configuration.class}))
    @ConfigurationPropertiesScan("org.broadsheet.ingest")
    static class OnlyFormats {}
}
