package dev.paddock.rewardmodel.scoring.features;

import java.util.function.ToDoubleFunction;

/** One named number about an exchange. Values stay within a few units, so that no single odd text can swamp a linear head. */
record Feature(String name, ToDoubleFunction<Exchange> value) {

    float of(Exchange exchange) {
        return (float) value.applyAsDouble(exchange);
    }
}
