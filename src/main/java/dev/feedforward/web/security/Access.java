package dev.feedforward.web.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may reach the service.
 *
 * @param allowedHosts names other than localhost that a request's Host may bear
 * @param open whether the service may listen on an address that other machines reach
 */
@ConfigurationProperties("feedforward")
record Access(
        @DefaultValue List<String> allowedHosts,
        @DefaultValue("false") boolean open) {}
