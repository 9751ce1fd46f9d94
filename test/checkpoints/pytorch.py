"""Loads files of this package into PyTorch's layers, and writes files with PyTorch's weights.

The work comes as JSON on the standard input, the results go as JSON to the standard output. The two functions
stand for those of the package safetensors, which Debian does not have.
"""

import json
import struct
import sys
import warnings

warnings.filterwarnings("ignore")  # PyTorch 1.13 speaks of its own future

import torch

DTYPES = {"F64": torch.float64, "F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16, "I64": torch.int64}


def load_file(path):
    with open(path, "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        data = bytearray(file.read())
    header.pop("__metadata__", None)
    return {
        name: torch.frombuffer(data[slice(*info["data_offsets"])], dtype=DTYPES[info["dtype"]]).reshape(info["shape"])
        for name, info in header.items()
    }


def save_file(tensors, path):
    header, data = {}, b""
    for name, tensor in tensors.items():
        start = len(data)
        data += bytes(tensor.contiguous().reshape(-1).view(torch.uint8).tolist())
        dtype = next(name for name, dtype in DTYPES.items() if dtype == tensor.dtype)
        header[name] = {"dtype": dtype, "shape": list(tensor.shape), "data_offsets": [start, len(data)]}
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def module_of(name, *args):
    if name == "Sequential":
        return torch.nn.Sequential(*(module_of(*layer) for layer in args))
    return getattr(torch.nn, name)(*args).double()


def predictions(module, x):
    with torch.no_grad():
        return module.eval()(x).flatten(1).tolist()


def done(task):
    torch.manual_seed(0)
    x = torch.tensor(task["x"], dtype=torch.long if task["layers"][0][0] == "Embedding" else torch.float64)
    loaded = module_of("Sequential", *task["layers"])
    loaded.load_state_dict(load_file(task["read"]))

    own = module_of("Sequential", *task["layers"])
    with torch.no_grad():
        for parameter in own.parameters():
            parameter.normal_()
    own.train()(x)  # moves running statistics
    own = own.to(DTYPES[task["dtype"]])
    save_file(own.state_dict(), task["write"])
    return {"loaded": predictions(loaded, x), "own": predictions(own.double(), x)}


json.dump([done(task) for task in json.load(sys.stdin)], sys.stdout)
