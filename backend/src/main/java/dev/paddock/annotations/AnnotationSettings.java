package dev.paddock.annotations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param correction how long after the first save a person may correct a comparison */
@ConfigurationProperties("paddock.annotations")
record AnnotationSettings(@DefaultValue("10m") Duration correction) {}
