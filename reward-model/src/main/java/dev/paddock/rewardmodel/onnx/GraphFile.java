package dev.paddock.rewardmodel.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import dev.paddock.rewardmodel.FileTrouble;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of a graph before it is opened, wherever in it that is written: initializers, attributes, subgraphs, functions. The file
 * is walked through as a stream and its weights are skipped, so one of gigabytes takes no more memory than a small one.
 *
 * @param externalData paths of the files beside it that its tensors lie in, as the graph writes them
 * @param quantised an operator in it that reckons with, or makes, integers of 8 bits or fewer; null where there is none
 */
public record GraphFile(Set<String> externalData, @Nullable String quantised) {

    /** @throws ModelUnreadable where the file is no ONNX graph */
    public static GraphFile read(Path model) {
        try (var file = new BufferedInputStream(Files.newInputStream(model), 1 << 16)) {
            var walk = new Walk(CodedInputStream.newInstance(file));
            walk.through(ModelProto.getDescriptor(), 0);
            return new GraphFile(walk.locations, walk.quantised);
        } catch (IOException e) {
            throw new ModelUnreadable(
                    "ONNX Runtime cannot read " + model.getFileName() + ": " + FileTrouble.words(e), e);
        }
    }

    private static final class Walk {

        /** Far deeper than any graph goes, and long before the stack ends. */
        private static final int DEEPEST = 200;

        private static final int LONGEST_TEXT = 8_192;
        private static final int MOST_LOCATIONS = 1_000;

        /** Those of ONNX and of ONNX Runtime's own domain: QLinearConv, DynamicQuantizeLinear, MatMulInteger, MatMulNBits and their like. */
        private static final Pattern QUANTISED =
                Pattern.compile("Q(?!uickGelu$).*|.*[Qq]uantize.*|.*Integer.*|MatMul(NBits|Bnb4|FpQ4)");

        /** Any other domain is the model's own: a function there may have any name, and its body is read as well. */
        private static final Pattern THEIRS = Pattern.compile("|(ai\\.onnx|com\\.microsoft|com\\.ms)(\\..*)?");

        private final CodedInputStream model;
        private final Set<String> locations = new TreeSet<>();
        private @Nullable String quantised;
        private String operator = "";
        private String domain = "";

        Walk(CodedInputStream model) {
            this.model = model;
        }

        void through(Descriptor message, int depth) throws IOException {
            if (depth > DEEPEST) {
                throw new InvalidProtocolBufferException(
                        "its messages lie more than " + DEEPEST + " deep in each other");
            }
            for (var tag = model.readTag(); tag != 0; tag = model.readTag()) {
                var field = message.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
                if (field == null || WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                    skip(tag);
                } else {
                    read(field, tag, depth);
                }
            }
        }

        private void read(FieldDescriptor field, int tag, int depth) throws IOException {
            if (is(field, NodeProto.getDescriptor(), NodeProto.OP_TYPE_FIELD_NUMBER)) {
                operator = utf8("an operator");
            } else if (is(field, NodeProto.getDescriptor(), NodeProto.DOMAIN_FIELD_NUMBER)) {
                domain = utf8("a domain");
            } else if (is(field, TensorProto.getDescriptor(), TensorProto.EXTERNAL_DATA_FIELD_NUMBER)) {
                readEntry();
            } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                var outer = model.pushLimit(model.readRawVarint32());
                within(field.getMessageType(), depth + 1);
                model.checkLastTagWas(0);
                model.popLimit(outer);
            } else {
                skip(tag);
            }
        }

        /** The parts of a node come in any order, with other nodes in between. */
        private void within(Descriptor message, int depth) throws IOException {
            if (!message.equals(NodeProto.getDescriptor())) {
                through(message, depth);
                return;
            }
            var outerOperator = operator;
            var outerDomain = domain;
            operator = "";
            domain = "";
            through(message, depth);
            judge();
            operator = outerOperator;
            domain = outerDomain;
        }

        private void judge() {
            if (quantised == null
                    && THEIRS.matcher(domain).matches()
                    && QUANTISED.matcher(operator).matches()) {
                quantised = operator;
            }
        }

        private static boolean is(FieldDescriptor field, Descriptor message, int number) {
            return field.getContainingType().equals(message) && field.getNumber() == number;
        }

        private void skip(int tag) throws IOException {
            if (!model.skipField(tag)) {
                throw new InvalidProtocolBufferException("it ends a group that it did not begin");
            }
        }

        /** Whether the tensor says that its data are elsewhere is not asked: a tensor may come in parts, which are put together when it is read. */
        private void readEntry() throws IOException {
            var entry = StringStringEntryProto.parseFrom(text("an external file"));
            if (entry.getKey().equals("location")) {
                locations.add(entry.getValue());
            }
            if (locations.size() > MOST_LOCATIONS) {
                throw new InvalidProtocolBufferException("it names more than " + MOST_LOCATIONS + " external files");
            }
        }

        private String utf8(String what) throws IOException {
            return new String(text(what), StandardCharsets.UTF_8);
        }

        private byte[] text(String what) throws IOException {
            var length = model.readRawVarint32();
            if (length < 0 || length > LONGEST_TEXT) {
                throw new InvalidProtocolBufferException("it names " + what + " in " + length + " bytes");
            }
            return model.readRawBytes(length);
        }
    }
}
