package dev.paddock.models;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Names to addresses; a seam, so that the rule is tested with names that resolve to private addresses. */
@FunctionalInterface
interface Resolver {

    InetAddress[] resolve(String host) throws UnknownHostException;
}
