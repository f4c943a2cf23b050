package org.broadsheet.cms;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// The desk where editors shape stories, and the public site that readers read.
@SpringBootApplication
@ConfigurationPropertiesScan
public class CmsWebService {

    public static void main(String[] args) {
        SpringApplication.run(CmsWebService.class, args);
    }
}
