package org.broadsheet.search;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// The library: finds stories and says which belong together.
@SpringBootApplication
@ConfigurationPropertiesScan
public class SearchService {

    public static void main(String[] args) {
        SpringApplication.run(SearchService.class, args);
    }
}
