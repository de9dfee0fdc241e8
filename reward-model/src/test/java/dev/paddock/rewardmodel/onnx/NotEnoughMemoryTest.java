package dev.paddock.rewardmodel.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In ONNX Runtime's own words, from reports of failures on GPUs. */
class NotEnoughMemoryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Non-zero status code returned while running MatMul node. Name:'m' Status Message: /onnxruntime_src/onnxruntime/core/framework/bfc_arena.cc:376 void* onnxruntime::BFCArena::AllocateRawInternal(size_t, bool, onnxruntime::Stream*, bool, onnxruntime::WaitNotificationFn) Failed to allocate memory for requested buffer of size 1125366016",
                "onnxruntime::BFCArena::AllocateRawInternal: Available memory of 1048576 is smaller than requested bytes of 2830172160",
                "CUDA failure 2: out of memory ; GPU=0 ; hostname=gpu ; file=/onnxruntime_src/onnxruntime/core/providers/cuda/cuda_stream_handle.cc ; line=175 ; expr=cudaStreamCreateWithFlags(&stream, cudaStreamNonBlocking);",
                "CUBLAS failure 3: CUBLAS_STATUS_ALLOC_FAILED ; GPU=0 ; hostname=gpu ; expr=cublasCreate(&cublas_handle_);",
                "CUBLAS failure 3: the resource allocation failed; expr=cublasCreate(&cublas_handle_)",
                "Non-zero status code returned while running Expand node. Name:'e' Status Message: std::bad_alloc",
                "Non-zero status code returned while running ReorderInput node. Status Message: bad allocation"
            })
    void isToldFromItsWords(String message) {
        assertThat(NotEnoughMemory.isMeantBy(new OrtException(message))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Invalid rank for input: input_ids Got: 3 Expected: 2 Please fix either the inputs/outputs or the model.",
                "CUDA failure 700: an illegal memory access was encountered ; GPU=0 ; hostname=gpu",
                "CUDNN failure 4: CUDNN_STATUS_INTERNAL_ERROR ; GPU=0"
            })
    void isNotReadIntoOtherFailures(String message) {
        assertThat(NotEnoughMemory.isMeantBy(new OrtException(message))).isFalse();
    }
}
