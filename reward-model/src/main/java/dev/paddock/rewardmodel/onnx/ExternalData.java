package dev.paddock.rewardmodel.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files beside a graph that its tensors lie in, wherever in it they are: initializers, attributes, subgraphs, functions. The model is
 * walked through as a stream and its weights are skipped, so one of gigabytes takes no more memory than a small one.
 */
public final class ExternalData {

    /** Far deeper than any graph goes, and long before the stack ends. */
    private static final int DEEPEST = 200;

    private static final int LONGEST_ENTRY = 8_192;

    private final CodedInputStream model;
    private final Set<String> locations = new TreeSet<>();

    private ExternalData(CodedInputStream model) {
        this.model = model;
    }

    /**
     * Their paths, as the graph writes them.
     *
     * @throws ModelUnreadable where the file is no ONNX graph
     */
    public static Set<String> of(Path model) {
        try (var file = new BufferedInputStream(Files.newInputStream(model), 1 << 16)) {
            var data = new ExternalData(CodedInputStream.newInstance(file));
            data.walk(ModelProto.getDescriptor(), 0);
            return data.locations;
        } catch (IOException e) {
            throw new ModelUnreadable("ONNX Runtime cannot read " + model + ": " + e.getMessage(), e);
        }
    }

    private void walk(Descriptor message, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new InvalidProtocolBufferException("its messages lie more than " + DEEPEST + " deep in each other");
        }
        for (var tag = model.readTag(); tag != 0; tag = model.readTag()) {
            var field = message.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
            if (field == null
                    || field.getJavaType() != FieldDescriptor.JavaType.MESSAGE
                    || WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                skip(tag);
            } else if (message.equals(TensorProto.getDescriptor())
                    && field.getNumber() == TensorProto.EXTERNAL_DATA_FIELD_NUMBER) {
                readEntry();
            } else {
                var outer = model.pushLimit(model.readRawVarint32());
                walk(field.getMessageType(), depth + 1);
                model.checkLastTagWas(0);
                model.popLimit(outer);
            }
        }
    }

    private void skip(int tag) throws IOException {
        if (!model.skipField(tag)) {
            throw new InvalidProtocolBufferException("it ends a group that it did not begin");
        }
    }

    /** Whether the tensor says that its data are elsewhere is not asked: a tensor may come in parts, which are put together when it is read. */
    private void readEntry() throws IOException {
        var length = model.readRawVarint32();
        if (length < 0 || length > LONGEST_ENTRY) {
            throw new InvalidProtocolBufferException("it names an external file in " + length + " bytes");
        }
        var entry = StringStringEntryProto.parseFrom(model.readRawBytes(length));
        if (entry.getKey().equals("location")) {
            locations.add(entry.getValue());
        }
    }
}
