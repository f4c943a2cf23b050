package org.broadsheet.ingest.house;

import java.time.Clock;
import org.broadsheet.core.log.ServiceToken;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the whole wire room shares: the clock on the wall and the token at the door.
@Configuration(proxyBeanMethods = false)
class HouseRules {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ServiceToken serviceToken(House house) {
        return new ServiceToken(house.serviceToken());
    }
}
