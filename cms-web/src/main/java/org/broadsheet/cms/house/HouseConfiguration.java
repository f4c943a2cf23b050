package org.broadsheet.cms.house;

import java.time.InstantSource;
import java.util.Objects;
import org.broadsheet.core.log.ServiceToken;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What every part of the service shares: the clock and the token.
@Configuration(proxyBeanMethods = false)
class HouseConfiguration {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    ServiceToken serviceToken(ServiceTokenProperties properties) {
        return new ServiceToken(Objects.requireNonNull(properties.serviceToken()));
    }
}
