package dev.paddock.samples.pairs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who may generate where, now. A pair gets all the permits it needs at once or none, so two pairs never hold what the other waits for.
 * Those who wait are served in their order, people before what is drawn ahead; nobody overtakes on an endpoint that someone before them
 * waits for. Of what is drawn ahead so much gives way as people who wait need, the newest first. Counts are of this process: replicas share
 * no permits.
 */
public final class Permits {

    private static final Comparator<Ticket> ORDER =
            Comparator.comparing((Ticket ticket) -> !ticket.live()).thenComparing(Ticket::number);
    private static final Comparator<Ticket> NEWEST_FIRST =
            Comparator.comparing(Ticket::number).reversed();

    private final int queue;
    private final Map<UUID, Integer> taken = new HashMap<>();
    private final List<Ticket> waiting = new ArrayList<>();
    private final Set<Ticket> holding = new HashSet<>();
    private long numbers;

    /** @param queue how many people's pairs may wait for one endpoint */
    public Permits(int queue) {
        this.queue = queue;
    }

    /**
     * Takes a place in the queue.
     *
     * @param live    for a person who waits
     * @param giveWay called at most once, when this is drawn ahead and a person needs its permits; where it fails, another is asked
     * @throws Busy when too many wait already
     */
    public synchronized Ticket request(List<Need> needs, boolean live, Runnable giveWay) throws Busy {
        if (live && needs.stream().anyMatch(this::isCrowded)) {
            throw new Busy();
        }
        var ticket = new Ticket(this, ++numbers, needs, live, giveWay);
        waiting.add(ticket);
        serve();
        return ticket;
    }

    /** Whether a person's pair would have to be turned away. */
    public synchronized boolean isCrowded(Need need) {
        return waiting.stream()
                        .filter(ticket -> ticket.live() && ticket.needs(need.endpoint()))
                        .count()
                >= queue;
    }

    synchronized void promote(Ticket ticket) {
        ticket.becomeLive();
        serve();
    }

    synchronized void stays(Ticket ticket) {
        ticket.becomeStaying();
        serve();
    }

    synchronized void release(Ticket ticket) {
        waiting.remove(ticket);
        if (holding.remove(ticket)) {
            ticket.needs().forEach(need -> taken.merge(need.endpoint(), -need.permits(), Integer::sum));
        }
        serve();
    }

    private void serve() {
        waiting.sort(ORDER);
        var spokenFor = new HashMap<UUID, Integer>();
        for (var ticket : List.copyOf(waiting)) {
            if (ticket.needs().stream().allMatch(need -> isFree(need) && !spokenFor.containsKey(need.endpoint()))) {
                grant(ticket);
                continue;
            }
            for (var need : ticket.needs()) {
                var wanted = spokenFor.merge(need.endpoint(), need.permits(), Integer::sum);
                if (ticket.live()) {
                    makeWay(need, wanted);
                }
            }
        }
    }

    private boolean isFree(Need need) {
        return taken.getOrDefault(need.endpoint(), 0) + need.permits() <= need.slots();
    }

    private void grant(Ticket ticket) {
        waiting.remove(ticket);
        holding.add(ticket);
        ticket.needs().forEach(need -> taken.merge(need.endpoint(), need.permits(), Integer::sum));
        ticket.grant();
    }

    /** @param wanted at its endpoint by this person and all before them */
    private void makeWay(Need need, int wanted) {
        var ahead = holding.stream()
                .filter(held -> !held.live() && held.needs(need.endpoint()))
                .sorted(NEWEST_FIRST)
                .toList();
        var leaving = ahead.stream()
                .filter(Ticket::isLeaving)
                .mapToInt(held -> held.permits(need.endpoint()))
                .sum();
        var missing = taken.getOrDefault(need.endpoint(), 0) + wanted - need.slots() - leaving;
        for (var held : ahead) {
            if (missing > 0 && !held.isAsked()) {
                held.giveWay();
                missing -= held.permits(need.endpoint());
            }
        }
    }

    /** @param permits at most the slots: a pair on an endpoint with one slot has its answers one after the other */
    public record Need(UUID endpoint, int permits, int slots) {
        public Need {
            permits = Math.min(permits, slots);
        }
    }

    /** Too many wait already. */
    public static final class Busy extends Exception {
        Busy() {
            super("too many wait", null, false, false);
        }
    }
}
