"""`keras_trainer.py BACKEND`: the counterpart of engine-trainer.ts in Keras 3 on TensorFlow (one thread) or JAX.

Takes a line of JSON for each training and answers how long it took. The models are those of engine-models.ts; their data are random
numbers of the same shapes, on which speed does not depend.
"""
import json
import os
import resource
import sys
import time

backend = sys.argv[1]
os.environ.update(KERAS_BACKEND=backend, TF_CPP_MIN_LOG_LEVEL="3", TF_NUM_INTRAOP_THREADS="1", TF_NUM_INTEROP_THREADS="1")
answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)  # whatever the libraries print is no answer

import keras
import numpy as np
from keras import layers as L


def conv(filters, **more):
    return L.Conv2D(filters, 3, **more)


def images(*hidden):
    return [keras.Input((28, 28, 1)), *hidden, L.Dense(10, activation="softmax")]


def normalised(filters):
    return [conv(filters), L.BatchNormalization(), L.ReLU(), L.MaxPooling2D(2)]


# name: layers, classes, rows, words
MODELS = {
    "MLP 784-128-64-10": lambda: (
        [keras.Input((784,)), L.Dense(128, "relu"), L.Dense(64, "relu"), L.Dense(10, "softmax")], 10, 1024, 0),
    "CNN 8/16": lambda: (
        images(conv(8, activation="relu"), L.MaxPooling2D(2), conv(16, activation="relu"), L.MaxPooling2D(2), L.Flatten()), 10, 512, 0),
    "CNN 32/64, dense 128": lambda: (
        images(conv(32, activation="relu"), L.MaxPooling2D(2), conv(64, activation="relu"), L.MaxPooling2D(2), L.Flatten(), L.Dense(128, "relu")), 10, 128, 0),
    "LSTM 32, 20 steps": lambda: ([keras.Input((20, 8)), L.LSTM(32), L.Dense(4, "softmax")], 4, 256, 0),
    "GRU 32, 20 steps": lambda: (
        [keras.Input((20, 8)), L.GRU(32, reset_after=False), L.Dense(4, "softmax")], 4, 256, 0),
    "embedding 16, LSTM 32, 20 words": lambda: (
        [keras.Input((20,)), L.Embedding(500, 16), L.LSTM(32), L.Dense(4, "softmax")], 4, 256, 500),
    "CNN 8/16 with batch normalisation": lambda: (images(*normalised(8), *normalised(16), L.Flatten()), 10, 512, 0),
    "Conv1D 16/32, 64 steps": lambda: (
        [keras.Input((64, 4)), L.Conv1D(16, 5, activation="relu"), L.MaxPooling1D(2), L.Conv1D(32, 5, activation="relu"),
         L.GlobalAveragePooling1D(), L.Dense(4, "softmax")], 4, 512, 0),
}


def prepare(name):
    layers, classes, rows, words = MODELS[name]()
    model = keras.Sequential(layers)
    # XLA pays on JAX, which cannot do without it; on TensorFlow's processor kernels it is slower for these models.
    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"], jit_compile=backend == "jax")
    draw = np.random.default_rng(7)
    shape = (rows, *layers[0].shape[1:])
    x = draw.integers(0, words, shape).astype("float32") if words else draw.random(shape, "float32")
    return model, x, np.eye(classes, dtype="float32")[draw.integers(0, classes, rows)]


prepared = {}
for line in sys.stdin:
    order = json.loads(line)
    name = order["model"]
    if name not in prepared:
        prepared[name] = prepare(name)
    model, x, y = prepared[name]
    cpu, started = time.process_time(), time.perf_counter()
    model.fit(x, y, batch_size=order["batchSize"], epochs=order["epochs"], verbose=0)
    print(json.dumps({
        "rows": len(x) * order["epochs"],
        "wallMs": 1000 * (time.perf_counter() - started),
        "cpuMs": 1000 * (time.process_time() - cpu),
        "memoryMib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }), file=answers, flush=True)
