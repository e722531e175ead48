"""What real Keras 3 computes, for the engines to be compared with.

    python -m venv venv && venv/bin/pip install keras==3.15.1 tensorflow-cpu==2.21.0
    venv/bin/python make_fixtures.py > fixtures.json

Inputs and weights are no fixtures: both sides compute them with `values`. Stored are outputs, and gradients of the outputs' sum
weighted with cos(i), to six digits.
"""
import json
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import numpy as np
import tensorflow as tf
from keras import layers as L


def values(shape, seed):
    return np.sin(0.7 * np.arange(int(np.prod(shape))) + seed).reshape(shape).astype("float32")


def rounded(tensor):
    return [float(f"{x:.6g}") for x in np.asarray(tensor, dtype="float64").ravel()]


def weight_values(k, weight):
    """Variances are positive; the rest is small, so that nothing saturates."""
    plain = values(weight.shape, 10 + k) / 2
    return np.abs(plain) + 0.5 if "variance" in weight.path else plain


def tensor(value):
    return {"shape": list(value.shape), "values": rounded(value)}


# name, tfjs layers (one or a stack), input shapes with batch, Keras layer or stack, options
IMAGE = [2, 6, 5, 2]
SERIES = [2, 6, 3]
VOLUME = [1, 4, 4, 3, 2]
KEEP = {"recurrentActivation": "sigmoid"}


def lstm(units=3, **more):
    return L.LSTM(units, **more)


def t(layer, /, **config):
    return {"layer": layer, "config": config}


CASES = [
    ("dense", t("dense", units=4), [[3, 5]], L.Dense(4)),
    ("dense with relu", t("dense", units=4, activation="relu"), [[3, 5]], L.Dense(4, activation="relu")),
    ("dense with softmax", t("dense", units=4, activation="softmax"), [[3, 5]], L.Dense(4, activation="softmax")),
    ("dense on sequences", t("dense", units=4, activation="tanh"), [SERIES], L.Dense(4, activation="tanh")),
    ("conv1d", t("conv1d", filters=4, kernelSize=3), [SERIES], L.Conv1D(4, 3)),
    ("conv1d strided, same", t("conv1d", filters=4, kernelSize=3, strides=2, padding="same"), [SERIES], L.Conv1D(4, 3, strides=2, padding="same")),
    ("conv1d causal", t("conv1d", filters=4, kernelSize=3, padding="causal"), [SERIES], L.Conv1D(4, 3, padding="causal")),
    ("conv2d", t("conv2d", filters=3, kernelSize=3), [IMAGE], L.Conv2D(3, 3)),
    ("conv2d same, relu", t("conv2d", filters=3, kernelSize=[3, 2], padding="same", activation="relu"), [IMAGE], L.Conv2D(3, (3, 2), padding="same", activation="relu")),
    ("conv2d strided, same", t("conv2d", filters=3, kernelSize=3, strides=2, padding="same"), [IMAGE], L.Conv2D(3, 3, strides=2, padding="same")),
    ("conv2d of one value", t("conv2d", filters=3, kernelSize=1, useBias=False), [IMAGE], L.Conv2D(3, 1, use_bias=False)),
    ("conv2d dilated", t("conv2d", filters=3, kernelSize=2, dilationRate=2), [IMAGE], L.Conv2D(3, 2, dilation_rate=2)),
    ("conv2dTranspose", t("conv2dTranspose", filters=2, kernelSize=3, strides=2, padding="same"), [[1, 3, 3, 2]], L.Conv2DTranspose(2, 3, strides=2, padding="same")),
    ("conv2dTranspose valid", t("conv2dTranspose", filters=2, kernelSize=2), [[1, 3, 3, 2]], L.Conv2DTranspose(2, 2)),
    ("conv3d", t("conv3d", filters=2, kernelSize=2), [VOLUME], L.Conv3D(2, 2)),
    ("conv3d strided, same", t("conv3d", filters=2, kernelSize=2, strides=2, padding="same"), [VOLUME], L.Conv3D(2, 2, strides=2, padding="same")),
    ("separableConv2d", t("separableConv2d", filters=3, kernelSize=3, depthMultiplier=2), [IMAGE], L.SeparableConv2D(3, 3, depth_multiplier=2)),
    ("depthwiseConv2d", t("depthwiseConv2d", kernelSize=3, depthMultiplier=2), [IMAGE], L.DepthwiseConv2D(3, depth_multiplier=2)),
    ("depthwiseConv2d strided, same", t("depthwiseConv2d", kernelSize=3, strides=2, padding="same"), [[2, 6, 6, 2]], L.DepthwiseConv2D(3, strides=2, padding="same")),
    ("maxPooling1d", t("maxPooling1d", poolSize=2), [SERIES], L.MaxPooling1D(2)),
    ("maxPooling2d", t("maxPooling2d", poolSize=2), [IMAGE], L.MaxPooling2D(2)),
    ("maxPooling2d strided, same", t("maxPooling2d", poolSize=3, strides=2, padding="same"), [IMAGE], L.MaxPooling2D(3, strides=2, padding="same")),
    ("maxPooling3d", t("maxPooling3d", poolSize=2), [VOLUME], L.MaxPooling3D(2)),
    ("averagePooling1d", t("averagePooling1d", poolSize=2), [SERIES], L.AveragePooling1D(2)),
    ("averagePooling2d", t("averagePooling2d", poolSize=2), [IMAGE], L.AveragePooling2D(2)),
    ("averagePooling2d same", t("averagePooling2d", poolSize=3, strides=2, padding="same"), [IMAGE], L.AveragePooling2D(3, strides=2, padding="same")),
    ("averagePooling3d same", t("averagePooling3d", poolSize=2, padding="same"), [VOLUME], L.AveragePooling3D(2, padding="same")),
    ("globalMaxPooling1d", t("globalMaxPooling1d"), [SERIES], L.GlobalMaxPooling1D()),
    ("globalMaxPooling2d", t("globalMaxPooling2d"), [IMAGE], L.GlobalMaxPooling2D()),
    ("globalAveragePooling1d", t("globalAveragePooling1d"), [SERIES], L.GlobalAveragePooling1D()),
    ("globalAveragePooling2d", t("globalAveragePooling2d"), [IMAGE], L.GlobalAveragePooling2D()),
    ("batchNormalization, training", t("batchNormalization"), [[4, 3]], L.BatchNormalization(), {"training": True}),
    ("batchNormalization, inference", t("batchNormalization"), [[4, 3]], L.BatchNormalization(), {"training": False}),
    ("batchNormalization of images", t("batchNormalization"), [[2, 3, 3, 2]], L.BatchNormalization(), {"training": True}),
    ("layerNormalization", t("layerNormalization"), [[4, 5]], L.LayerNormalization()),
    ("embedding", t("embedding", inputDim=7, outputDim=3), [[2, 4]], L.Embedding(7, 3), {"whole": 7}),
    ("simpleRNN", t("simpleRNN", units=3), [SERIES], L.SimpleRNN(3)),
    ("simpleRNN, sequences", t("simpleRNN", units=3, returnSequences=True, goBackwards=True), [SERIES], L.SimpleRNN(3, return_sequences=True, go_backwards=True)),
    ("lstm", t("lstm", units=3, **KEEP), [SERIES], lstm()),
    ("lstm, sequences", t("lstm", units=3, returnSequences=True, **KEEP), [SERIES], lstm(return_sequences=True)),
    ("gru", t("gru", units=3, **KEEP), [SERIES], L.GRU(3, reset_after=False)),
    ("bidirectional lstm", t("bidirectional", layer=t("lstm", units=3, **KEEP), mergeMode="concat"), [SERIES], L.Bidirectional(lstm())),
    ("bidirectional gru, summed", t("bidirectional", layer=t("gru", units=3, returnSequences=True, **KEEP), mergeMode="sum"), [SERIES], L.Bidirectional(L.GRU(3, reset_after=False, return_sequences=True), merge_mode="sum")),
    ("convLstm2d", t("convLstm2d", filters=2, kernelSize=2, **KEEP), [[1, 3, 4, 4, 1]], L.ConvLSTM2D(2, 2, recurrent_activation="sigmoid")),
    ("timeDistributed dense", t("timeDistributed", layer=t("dense", units=2)), [SERIES], L.TimeDistributed(L.Dense(2))),
    ("masking before lstm", [t("masking", maskValue=0), t("lstm", units=3, **KEEP)], [SERIES], [L.Masking(0.0), lstm()], {"zeroFrom": 3, "constant": True}),
    ("embedding with mask before gru", [t("embedding", inputDim=7, outputDim=3, maskZero=True), t("gru", units=3, **KEEP)], [[2, 4]], [L.Embedding(7, 3, mask_zero=True), L.GRU(3, reset_after=False)], {"whole": 7}),
    ("leakyReLU", t("leakyReLU", alpha=0.3), [[3, 4]], L.LeakyReLU(0.3)),
    ("prelu", t("prelu"), [[3, 4]], L.PReLU()),
    ("elu with another alpha", t("elu", alpha=0.8), [[3, 4]], L.ELU(0.8)),
    ("reLU with maximum", t("reLU", maxValue=0.6), [[3, 4]], L.ReLU(0.6)),
    ("softmax", t("softmax", axis=-1), [[3, 4]], L.Softmax()),
    ("reshape", t("reshape", targetShape=[4, 3]), [[2, 6, 2]], L.Reshape((4, 3))),
    ("permute", t("permute", dims=[2, 1]), [SERIES], L.Permute((2, 1))),
    ("repeatVector", t("repeatVector", n=3), [[2, 4]], L.RepeatVector(3)),
    ("flatten", t("flatten"), [IMAGE], L.Flatten()),
    ("zeroPadding2d", t("zeroPadding2d", padding=[1, 2]), [[1, 3, 3, 2]], L.ZeroPadding2D((1, 2))),
    ("cropping2d", t("cropping2D", cropping=[1, 1]), [IMAGE], L.Cropping2D(1)),
    ("upSampling2d", t("upSampling2d", size=[2, 3]), [[2, 3, 3, 2]], L.UpSampling2D((2, 3))),
    ("upSampling2d, bilinear", t("upSampling2d", size=[2, 2], interpolation="bilinear"), [[1, 3, 3, 2]], L.UpSampling2D(2, interpolation="bilinear")),
    ("add", t("add"), [[3, 4], [3, 4]], L.Add()),
    ("average", t("average"), [[3, 4], [3, 4]], L.Average()),
    ("maximum", t("maximum"), [[3, 4], [3, 4]], L.Maximum()),
    ("minimum", t("minimum"), [[3, 4], [3, 4]], L.Minimum()),
    ("multiply", t("multiply"), [[3, 4], [3, 4]], L.Multiply()),
    ("concatenate", t("concatenate", axis=1), [[3, 4], [3, 2]], L.Concatenate(1)),
    ("dot", t("dot", axes=[2, 2]), [[2, 3, 4], [2, 5, 4]], L.Dot((2, 2))),
    ("rescaling", t("rescaling", scale=0.5, offset=1), [[3, 4]], L.Rescaling(0.5, 1.0)),
]


def inputs_of(shapes, whole=None, zeroFrom=None, **_):
    # Nowhere exactly 0, where two implementations may choose different slopes.
    arrays = [values(shape, k + 0.3) for k, shape in enumerate(shapes)]
    if whole:
        arrays = [np.floor(np.abs(a) * whole).astype("int32") for a in arrays]
    if zeroFrom is not None:
        for a in arrays:
            a[:, zeroFrom:] = 0
    return arrays


def layer_case(name, spec, shapes, built, options=None):
    options = options or {}
    arrays = inputs_of(shapes, **options)
    symbols = [keras.Input(a.shape[1:], dtype=a.dtype.name) for a in arrays]
    out = symbols if len(symbols) > 1 else symbols[0]
    for layer in built if isinstance(built, list) else [built]:
        out = layer(out)
    model = keras.Model(symbols, out)
    weights = [weight_values(k, w) for k, w in enumerate(model.weights)]
    model.set_weights(weights)
    given = [tf.constant(a) for a in arrays]
    with tf.GradientTape() as tape:
        tape.watch(given)
        result = model(given if len(given) > 1 else given[0], training=options.get("training", False))
        n = int(np.prod(result.shape))
        loss = tf.reduce_sum(tf.reshape(result, [-1]) * tf.constant(np.cos(np.arange(n)).astype("float32")))
    sources = [v.value for v in model.trainable_weights] + ([] if options.get("whole") or options.get("constant") else given)
    gradients = [tf.convert_to_tensor(g) for g in tape.gradient(loss, sources)]
    count = len(model.trainable_weights)
    return {
        "name": name,
        "layers": spec if isinstance(spec, list) else [spec],
        "inputs": shapes,
        **options,
        "positive": ["variance" in w.path for w in model.weights],
        "weights": [list(w.shape) for w in model.weights],
        "output": tensor(result),
        "weightGradients": [rounded(g) for g in gradients[:count]],
        "inputGradients": [rounded(g) for g in gradients[count:]],
    }


ACTIVATIONS = {
    "elu": "elu", "hardSigmoid": "hard_sigmoid", "linear": "linear", "relu": "relu", "relu6": "relu6", "selu": "selu",
    "sigmoid": "sigmoid", "softmax": "softmax", "softplus": "softplus", "softsign": "softsign", "tanh": "tanh", "swish": "silu",
    "mish": "mish", "gelu": "gelu",
}  # fmt: skip
LOSSES = {
    "categoricalCrossentropy": "categorical_crossentropy", "binaryCrossentropy": "binary_crossentropy",
    "meanSquaredError": "mean_squared_error", "meanAbsoluteError": "mean_absolute_error",
    "meanAbsolutePercentageError": "mean_absolute_percentage_error",
    "meanSquaredLogarithmicError": "mean_squared_logarithmic_error", "squaredHinge": "squared_hinge", "hinge": "hinge",
    "categoricalHinge": "categorical_hinge", "logcosh": "log_cosh", "kullbackLeiblerDivergence": "kl_divergence",
    "poisson": "poisson", "cosineProximity": "cosine_similarity",
}  # fmt: skip
O = keras.optimizers
OPTIMIZERS = {
    "sgd": O.SGD(0.1),
    "momentum": O.SGD(0.1, momentum=0.9),
    "nesterov": O.SGD(0.1, momentum=0.9, nesterov=True),
    "adagrad": O.Adagrad(0.1),
    "adadelta": O.Adadelta(0.1),
    "adam": O.Adam(0.01),
    "adamax": O.Adamax(0.01),
    "rmsprop": O.RMSprop(0.01),
    "adamw": O.AdamW(0.01, weight_decay=0.5),
    "nadam": O.Nadam(0.01, weight_decay=0.5),
    "lion": O.Lion(0.01, weight_decay=0.5),
}


def probabilities():
    x = np.abs(values([4, 3], 1)) + 0.1
    return x / x.sum(axis=1, keepdims=True)


def loss_of(name):
    truth = np.eye(3, dtype="float32")[[0, 1, 2, 1]]
    if "hinge" in name and "categorical" not in name:
        truth = 2 * truth - 1
    return rounded(tf.reduce_mean(getattr(keras.losses, name)(truth, probabilities())))


def optimized(optimizer):
    """Five steps along gradients that change sign and size."""
    variable = keras.Variable(values([6], 0))
    for step in range(5):
        optimizer.apply([tf.constant(values([6], step + 1))], [variable])
    return rounded(variable.value)


print(
    json.dumps(
        {
            "keras": keras.__version__,
            "tensorflow": tf.__version__,
            "layers": [layer_case(*case) for case in CASES],
            # tfjs has no such layer; the wasm engine has its operation.
            "resetAfter": layer_case("gru that resets after the product", [], [SERIES], L.GRU(3, return_sequences=True)),
            "activations": {ours: rounded(getattr(keras.activations, theirs)(tf.constant(values([2, 8], 0) * 4))) for ours, theirs in ACTIVATIONS.items()},
            "losses": {ours: loss_of(theirs)[0] for ours, theirs in LOSSES.items()},
            "optimizers": {name: optimized(optimizer) for name, optimizer in OPTIMIZERS.items()},
        },
        separators=(",", ":"),
    ).replace('{"name"', '\n{"name"')
)
