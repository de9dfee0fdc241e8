package dev.paddock.rewardmodel.llama.conversion;

import static ai.onnx.proto.OnnxMl.TensorProto.DataType.FLOAT;
import static ai.onnx.proto.OnnxMl.TensorProto.DataType.UINT8;
import static dev.paddock.rewardmodel.llama.conversion.GraphWriter.attribute;

import dev.paddock.rewardmodel.llama.gguf.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The two uses of a matrix: multiplying by it, and looking up its rows. */
final class Matrices {

    private final GraphWriter graph;
    private final MatrixWriter writer;
    private final Map<String, Matrix> written = new HashMap<>();
    private final Map<String, String> groupSums = new HashMap<>();

    Matrices(GraphWriter graph, WeightFile weights) {
        this.graph = graph;
        this.writer = new MatrixWriter(weights);
    }

    /** {@code x} times each of the matrices, side by side. Matrices of one format become one, which costs one node less each. */
    String multiply(String x, List<Tensor> tensors) {
        if (tensors.stream().map(Tensor::format).distinct().count() == 1) {
            return multiply(x, matrix(tensors));
        }
        var parts = new ArrayList<String>();
        tensors.forEach(tensor -> parts.add(multiply(x, matrix(List.of(tensor)))));
        return graph.standard("Concat", parts, attribute("axis", -1));
    }

    /** A matrix that is used twice (embedding and head of a model that ties them) is written once. */
    private Matrix matrix(List<Tensor> tensors) {
        return written.computeIfAbsent(tensors.getFirst().name(), name -> writer.write(tensors));
    }

    private String multiply(String x, Matrix matrix) {
        return switch (matrix) {
            case Matrix.Dense dense -> multiply(x, dense.name(), dense.numbers(), dense.rows(), dense.columns());
            case Matrix.Packed packed -> multiply(x, packed);
        };
    }

    private String multiply(String x, String name, WeightFile.Region numbers, int rows, int columns) {
        var weights = graph.weights(name, FLOAT, numbers, rows, columns);
        return graph.contributed("FusedMatMul", List.of(x, weights), attribute("transB", 1));
    }

    /** With level 4 the product is made of 8-bit whole numbers; any other level silently costs a factor of up to fifteen. */
    private String multiply(String x, Matrix.Packed matrix) {
        var codes = graph.weights(
                matrix.name(), UINT8, matrix.codes(), matrix.rows(), matrix.groups(), matrix.groupBytes());
        var scales = graph.weights(matrix.name() + ".scale", FLOAT, matrix.scales(), matrix.rows(), matrix.groups());
        var product = graph.contributed(
                "MatMulNBits",
                List.of(x, codes, scales),
                attribute("K", matrix.columns()),
                attribute("N", matrix.rows()),
                attribute("bits", matrix.quantisation().bits()),
                attribute("block_size", matrix.quantisation().group()),
                attribute("accuracy_level", 4));
        if (matrix.offsets() == null) {
            return product;
        }
        // The product with the offsets apart: they are constant over a group, so the sums of x over groups are all it
        // takes.
        var sums = groupSums.computeIfAbsent(x + "/" + matrix.groups(), key -> groupSums(x, matrix));
        var name = matrix.name() + ".offset";
        return graph.standard(
                "Add", List.of(product, multiply(sums, name, matrix.offsets(), matrix.rows(), matrix.groups())));
    }

    private String groupSums(String x, Matrix.Packed matrix) {
        var shape = graph.constant(0, 0, matrix.groups(), matrix.quantisation().group());
        var grouped = graph.standard("Reshape", List.of(x, shape));
        return graph.standard("ReduceSum", List.of(grouped, graph.constant(-1)), attribute("keepdims", 0));
    }

    /** The rows of the matrix that {@code ids} name. */
    String rows(String ids, Tensor tensor) {
        return switch (matrix(List.of(tensor))) {
            case Matrix.Dense dense -> {
                var table = graph.weights(dense.name(), FLOAT, dense.numbers(), dense.rows(), dense.columns());
                yield graph.standard("Gather", List.of(table, ids));
            }
            case Matrix.Packed packed -> rows(ids, packed);
        };
    }

    private String rows(String ids, Matrix.Packed matrix) {
        var bits = matrix.quantisation().bits();
        var codes =
                graph.weights(matrix.name(), UINT8, matrix.codes(), matrix.rows(), (long) matrix.columns() * bits / 8);
        var scales = graph.weights(matrix.name() + ".scale", FLOAT, matrix.scales(), matrix.rows(), matrix.groups());
        var found = graph.contributed(
                "GatherBlockQuantized",
                List.of(codes, ids, scales),
                attribute("gather_axis", 0),
                attribute("quantize_axis", 1),
                attribute("bits", bits),
                attribute("block_size", matrix.quantisation().group()));
        if (matrix.offsets() == null) {
            return found;
        }
        var offsets = graph.weights(matrix.name() + ".offset", FLOAT, matrix.offsets(), matrix.rows(), matrix.groups());
        return addPerGroup(found, graph.standard("Gather", List.of(offsets, ids)), matrix);
    }

    private String addPerGroup(String numbers, String offsets, Matrix.Packed matrix) {
        var group = matrix.quantisation().group();
        var grouped = graph.standard("Reshape", List.of(numbers, graph.constant(0, 0, matrix.groups(), group)));
        var perGroup = graph.standard("Unsqueeze", List.of(offsets, graph.constant(-1)));
        var sum = graph.standard("Add", List.of(grouped, perGroup));
        return graph.standard("Reshape", List.of(sum, graph.constant(0, 0, matrix.columns())));
    }
}
