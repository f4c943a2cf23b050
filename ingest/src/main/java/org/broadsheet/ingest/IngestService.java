package org.broadsheet.ingest;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// The wire room: takes in every payload once and writes the wire log.
@SpringBootApplication
@ConfigurationPropertiesScan
public class IngestService {

    public static void main(String[] args) {
        SpringApplication.run(IngestService.class, args);
    }
}
