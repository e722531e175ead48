import type { TensorflowId } from '../locate.ts';

/** The wheel each engine's libraries come from, exactly; the same files for every Python, which is not used. */
export const TENSORFLOW = '2.21.0';
export const WHEELS: Record<TensorflowId, { name: string; sha256: string; megabytes: number }> = {
  tensorflow: {
    name: 'tensorflow-cpu',
    sha256: '2b847d217b02ee7731ed91431daf3250daa0196c3c94614d23be27232e6e5b6c',
    megabytes: 274,
  },
  'tensorflow-gpu': {
    name: 'tensorflow',
    sha256: '9056fbc9ba04235810b71ae6cbd958a196e8804fb53bbcffbf3e23b56155f124',
    megabytes: 572,
  },
};

/** What tells pip which of the wheels, on any machine that can run the libraries. */
export const WHEEL_TAGS = ['--python-version', '3.11', '--platform', 'manylinux_2_27_x86_64'];

/** tfjs-node's binding, whose sources are compiled here, and the tfjs it must fit. */
export const TFJS = '4.22.0';

/** Of the wheel only this is unpacked: the libraries, and the headers of the C interface the binding includes. */
export const LIBRARY_FOLDER = 'tensorflow/';
export const INCLUDE_FOLDER = 'tensorflow/include/';
export const HEADERS = [
  'tensorflow/c/',
  'tensorflow/core/platform/ctstring',
  'tsl/platform/ctstring',
  'xla/tsl/c/',
];

/** The functions of the C interface that the binding calls (`nm` of tfjs-node 4.22): the libraries must offer each. */
export const SYMBOLS = `
  TFE_ContextListDevices TFE_DeleteContext TFE_DeleteContextOptions TFE_DeleteOp TFE_DeleteTensorHandle TFE_Execute TFE_NewContext
  TFE_NewContextOptions TFE_NewOp TFE_NewTensorHandle TFE_OpAddInput TFE_OpSetAttrBool TFE_OpSetAttrBoolList TFE_OpSetAttrFloat
  TFE_OpSetAttrFloatList TFE_OpSetAttrInt TFE_OpSetAttrIntList TFE_OpSetAttrShape TFE_OpSetAttrString TFE_OpSetAttrType
  TFE_TensorHandleCopyToDevice TFE_TensorHandleDataType TFE_TensorHandleDim TFE_TensorHandleNumDims TFE_TensorHandleResolve
  TF_AllocateTensor TF_DataTypeSize TF_DeleteBuffer TF_DeleteDeviceList TF_DeleteGraph TF_DeleteSession TF_DeleteSessionOptions
  TF_DeleteStatus TF_DeleteTensor TF_DeviceListCount TF_DeviceListName TF_DeviceListType TF_Dim TF_GetCode TF_GraphOperationByName
  TF_LoadSessionFromSavedModel TF_Message TF_NewBuffer TF_NewBufferFromString TF_NewGraph TF_NewSessionOptions TF_NewStatus
  TF_NewTensor TF_NumDims TF_SessionRun TF_TensorByteSize TF_TensorData TF_TensorElementCount TF_TensorType TF_Version`
  .trim()
  .split(/\s+/);
