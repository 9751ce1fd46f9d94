"""Executes a notebook on its kernel, in the notebook's folder, and writes the outputs into the file."""
import sys
from pathlib import Path
from queue import Empty

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError


async def add_late_outputs(cell, cell_index, execute_reply):
    # Deno's kernel sometimes says that a cell is done before it sends the cell's last output.
    while True:
        try:
            message = await client.kc.iopub_channel.get_msg(timeout=1)
        except Empty:
            return
        client.process_message(message, cell, cell_index)


path = Path(sys.argv[1])
notebook = nbformat.read(path, as_version=4)
nbformat.validate(notebook)
client = NotebookClient(
    notebook,
    timeout=600,
    record_timing=False,
    resources={"metadata": {"path": str(path.parent)}},
    on_cell_executed=add_late_outputs,
)
try:
    client.execute()
except CellExecutionError as error:
    sys.exit(str(error))
nbformat.write(notebook, path)
