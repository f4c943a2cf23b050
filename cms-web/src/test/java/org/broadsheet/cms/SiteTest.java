package org.broadsheet.cms;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.broadsheet.ops.postgresql.PostgresForTests;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/// The whole service on a real PostgreSQL, with nothing else of the house running: readers must not notice.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "broadsheet.service-token=a-token-for-the-tests-only",
            "broadsheet.cms.house.internal-port=0",
            "spring.datasource.hikari.connection-timeout=1000",
            "broadsheet.cms.wire.address=http://127.0.0.1:1",
            "broadsheet.cms.related.address=http://127.0.0.1:1",
            "broadsheet.cms.related.look-every=1h",
            "broadsheet.cms.reading.write-every=1h",
            "broadsheet.cms.picture.folder=target/pictures-of-tests",
            "broadsheet.cms.site.public-address=https://www.harbour-times.example"
        })
@AutoConfigureMockMvc
@Import({PostgresForTests.class, Press.class})
public @interface SiteTest {}
