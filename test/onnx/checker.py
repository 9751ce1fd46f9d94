"""Reads a JSON list of ONNX files in base64, and prints what the checker of ONNX says of each; null if nothing."""

import base64
import json
import sys

import onnx


def problem(file):
    model = onnx.load_model_from_string(base64.b64decode(file))
    try:
        onnx.checker.check_model(model, full_check=True)  # with the shapes of all results
    except Exception as error:
        return str(error)


json.dump([problem(file) for file in json.load(sys.stdin)], sys.stdout)
