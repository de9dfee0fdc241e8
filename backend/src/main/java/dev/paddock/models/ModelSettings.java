package dev.paddock.models;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param allowedPrivateHosts names or addresses ({@code gpu-1}, {@code 10.0.0.7}, {@code localhost}) that may be endpoints although they
 *                            are private; each may end in {@code :port} to allow that port alone
 */
@ConfigurationProperties("paddock.models")
record ModelSettings(@DefaultValue List<String> allowedPrivateHosts) {}
