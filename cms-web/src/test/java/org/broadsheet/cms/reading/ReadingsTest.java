package org.broadsheet.cms.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.broadsheet.cms.Press;
import org.broadsheet.cms.SiteTest;
import org.broadsheet.cms.Stories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SiteTest
class ReadingsTest {

    private static final Visit READER = new Visit("Mozilla/5.0 Firefox/140.0", null);

    @Autowired
    Readings readings;

    @Autowired
    Press press;

    @Autowired
    JdbcClient database;

    private UUID ferry;
    private UUID parade;

    @BeforeEach
    void twoStories() {
        press.startAfresh();
        readings.writeDown();
        ferry = press.publish(Stories.headed("Ferry to float books").print()).id();
        parade = press.publish(Stories.headed("Parade delayed").print()).id();
    }

    @Test
    void everyReadingCountsHoweverManyOpenAtOnce() {
        try (ExecutorService readers = Executors.newFixedThreadPool(8)) {
            for (int reader = 0; reader < 8; reader++) {
                readers.submit(() -> {
                    for (int i = 0; i < 500; i++) {
                        readings.opened(ferry, READER);
                        if (i % 100 == 0) {
                            readings.writeDown();
                        }
                    }
                });
            }
        }
        readings.writeDown();

        assertThat(times(ferry)).isEqualTo(4_000);
    }

    @Test
    void theMostReadOfTheLastHoursComesFirst() {
        readings.opened(parade, READER);
        readings.opened(ferry, READER);
        readings.opened(ferry, READER);
        database.sql("INSERT INTO reading (story, hour, times) VALUES (?, now() - interval '7 hours', 1000)")
                .param(parade)
                .update();

        readings.writeDown();

        assertThat(readings.mostRead()).isEqualTo(List.of(ferry, parade));
    }

    @Test
    void aKilledStoryLeavesTheMostRead() {
        readings.opened(ferry, READER);
        press.kill(ferry);

        readings.writeDown();

        assertThat(readings.mostRead()).isEmpty();
    }

    @Test
    void oldCountsAreForgotten() {
        database.sql("INSERT INTO reading (story, hour, times) VALUES (?, now() - interval '31 days', 5)")
                .param(ferry)
                .update();
        database.sql("INSERT INTO reading (story, hour, times) VALUES (?, now() - interval '29 days', 7)")
                .param(ferry)
                .update();

        readings.forget();

        assertThat(times(ferry)).isEqualTo(7);
    }

    private long times(UUID story) {
        return database.sql("SELECT coalesce(sum(times), 0) FROM reading WHERE story = ?")
                .param(story)
                .query(Long.class)
                .single();
    }
}
