const set = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/** Layers a course on deep learning needs; none runs code of the student's, none reads files. The train box refuses others early and by name, the host checks again what it is given. */
export const LAYER_CLASSES = set(`
  InputLayer Normalization Dense Activation Dropout Flatten Reshape Permute RepeatVector Masking ReLU LeakyReLU PReLU ELU
  ThresholdedReLU Softmax Conv1D Conv2D Conv3D Conv2DTranspose Conv3DTranspose SeparableConv2D DepthwiseConv2D Cropping2D
  UpSampling2D ZeroPadding2D MaxPooling1D MaxPooling2D MaxPooling3D AveragePooling1D AveragePooling2D AveragePooling3D
  GlobalMaxPooling1D GlobalMaxPooling2D GlobalAveragePooling1D GlobalAveragePooling2D Embedding SimpleRNN LSTM GRU SimpleRNNCell
  LSTMCell GRUCell StackedRNNCells RNN ConvLSTM2D ConvLSTM2DCell Bidirectional TimeDistributed BatchNormalization
  LayerNormalization Add Average Concatenate Maximum Minimum Multiply Dot SpatialDropout1D GaussianNoise GaussianDropout
  AlphaDropout Rescaling Resizing CenterCrop CategoryEncoding RandomWidth`);
export const MODEL_CLASSES = set('Sequential Functional Model');
