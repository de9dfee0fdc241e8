package dev.paddock.rewardmodel.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;

/** What sessions are opened with. */
interface Sessions {

    /** Those of the ONNX Runtime of this process. */
    Sessions HERE = new Sessions() {

        @Override
        public boolean has(Provider provider) {
            return Environment.has(provider);
        }

        @Override
        public OrtSession open(Source source, Provider provider) throws OrtException {
            try (var options = SessionPolicy.options(provider)) {
                return source.open(Environment.get(), options);
            }
        }
    };

    /** Whether it was built with a provider. */
    boolean has(Provider provider);

    OrtSession open(Source source, Provider provider) throws OrtException;

    /** Makes a session once the options for a provider are there. */
    @FunctionalInterface
    interface Source {

        OrtSession open(OrtEnvironment environment, SessionOptions options) throws OrtException;
    }
}
