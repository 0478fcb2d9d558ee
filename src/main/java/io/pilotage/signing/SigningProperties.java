package io.pilotage.signing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How signing works.
 *
 * @param validFor how long a person may take from showing who they are to completing the task
 */
@ConfigurationProperties("pilotage.signing")
record SigningProperties(@DefaultValue("PT5M") Duration validFor) {}
