package org.broadsheet.search.house;

import java.time.Clock;
import org.broadsheet.core.log.ServiceToken;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What every part of this service may ask for: the time, and the token of the house.
@Configuration(proxyBeanMethods = false)
class House {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ServiceToken serviceToken(HouseProperties properties) {
        return new ServiceToken(properties.serviceToken());
    }
}
