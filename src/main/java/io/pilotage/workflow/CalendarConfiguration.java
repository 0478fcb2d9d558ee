package io.pilotage.workflow;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Reads the working time of the regions: what the product brings, and over it what an administrator configures. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:calendar.properties")
@EnableConfigurationProperties(CalendarProperties.class)
class CalendarConfiguration {

    @Bean
    Clock clock() {
        return new EngineClock(ZoneOffset.UTC);
    }
}
