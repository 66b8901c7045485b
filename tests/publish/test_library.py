"""`import pipeline` is cheap, and its functions stay functions whatever else is imported."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

import pipeline


@pytest.mark.parametrize("name", ["build", "extract", "load"])
def test_a_function_is_a_function(name):
    importlib.import_module("pipeline.build")
    importlib.import_module("pipeline.published")
    assert getattr(pipeline, name).__name__ == name
    assert name in dir(pipeline)


def test_the_module_of_the_flow_can_still_be_imported_from():
    from pipeline.build import assemble

    assert callable(assemble)
    assert callable(pipeline.build)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="has no attribute 'guess'"):
        _ = pipeline.guess


def test_importing_the_package_imports_no_library():
    code = "import sys, pipeline; print({'pandas', 'pyarrow', 'spacy', 'numpy', 'typer'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
