package dev.paddock.tasks;

import dev.paddock.campaigns.Campaign;

/** A task that its person holds, locked and renewed, with the campaign that they may still work in. */
record Held(Task task, Campaign campaign) {}
