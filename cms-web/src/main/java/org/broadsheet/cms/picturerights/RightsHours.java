package org.broadsheet.cms.picturerights;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Lets the jobs of this package run by the clock.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class RightsHours {}
