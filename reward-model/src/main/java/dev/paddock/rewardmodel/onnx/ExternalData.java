package dev.paddock.rewardmodel.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files beside a graph that its tensors lie in, wherever in it they are. */
public final class ExternalData {

    private ExternalData() {}

    /**
     * Their paths, as the graph writes them.
     *
     * @throws ModelUnreadable where the file is no ONNX graph
     */
    public static Set<String> of(Path model) {
        try (var file = new BufferedInputStream(Files.newInputStream(model))) {
            var read = ModelProto.parseFrom(file);
            var nodes = read.getFunctionsList().stream().flatMap(function -> function.getNodeList().stream());
            var locations = new TreeSet<String>();
            Stream.concat(tensors(read.getGraph()), nodes.flatMap(ExternalData::tensors))
                    .filter(tensor -> tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL)
                    .flatMap(tensor -> tensor.getExternalDataList().stream())
                    .filter(entry -> entry.getKey().equals("location"))
                    .map(StringStringEntryProto::getValue)
                    .forEach(locations::add);
            return locations;
        } catch (IOException e) {
            throw new ModelUnreadable("ONNX Runtime cannot read " + model + ": " + e.getMessage(), e);
        }
    }

    private static Stream<TensorProto> tensors(GraphProto graph) {
        return Stream.of(
                        graph.getInitializerList().stream(),
                        graph.getSparseInitializerList().stream().flatMap(ExternalData::tensors),
                        graph.getNodeList().stream().flatMap(ExternalData::tensors))
                .flatMap(each -> each);
    }

    private static Stream<TensorProto> tensors(NodeProto node) {
        return node.getAttributeList().stream().flatMap(ExternalData::tensors);
    }

    private static Stream<TensorProto> tensors(AttributeProto attribute) {
        return Stream.of(
                        Stream.concat(Stream.of(attribute.getT()), attribute.getTensorsList().stream()),
                        Stream.concat(Stream.of(attribute.getSparseTensor()), attribute.getSparseTensorsList().stream())
                                .flatMap(ExternalData::tensors),
                        Stream.concat(
                                        attribute.hasG() ? Stream.of(attribute.getG()) : Stream.of(),
                                        attribute.getGraphsList().stream())
                                .flatMap(ExternalData::tensors))
                .flatMap(each -> each);
    }

    private static Stream<TensorProto> tensors(SparseTensorProto sparse) {
        return Stream.of(sparse.getValues(), sparse.getIndices());
    }
}
