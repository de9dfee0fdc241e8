package dev.paddock.bestofk.work;

import dev.paddock.rewardmodel.Message;
import java.util.List;
import java.util.UUID;

/** A finished sample as the last message of its conversation, without a score of some reward model. */
record Unscored(UUID sample, int place, List<Message> conversation) {}
