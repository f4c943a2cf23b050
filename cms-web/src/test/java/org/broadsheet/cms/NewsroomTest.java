package org.broadsheet.cms;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.broadsheet.cms.intake.FakeIngest;
import org.broadsheet.cms.wire.FakeTwinSearch;
import org.broadsheet.cms.wire.FakeWire;
import org.broadsheet.ops.postgresql.PostgresForTests;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/// A test in the whole service on real ports, with a real PostgreSQL, and a wire and a wire room that
/// the test holds in its hand.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "broadsheet.cms.house.internal-port=0",
            "broadsheet.service-token=" + NewsroomTest.TOKEN,
            "broadsheet.cms.related.address=http://127.0.0.1:9"
        })
@Import({PostgresForTests.class, FakeWire.class, FakeTwinSearch.class, Newsroom.class, FakeIngest.class})
public @interface NewsroomTest {

    String TOKEN = "the-token-of-the-test-newsroom";
}
