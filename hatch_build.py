"""Compiles what extraction spends its time in, for wheels that are asked to be compiled (see decision 0015).

hatchling runs it where `HATCH_BUILD_HOOK_ENABLE_CUSTOM=true` is set, as `make compiled` does. Everything is built in a
folder of its own and goes from there into the wheel, beside the sources: nothing compiled ever lies in the checkout.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from mypyc.build import mypycify
from setuptools import Distribution

FLOORS = ("kg/model", "kg/text", "kg/extract")
LEFT = ("kg/text/reading/*", "kg/extract/workers.py", "kg/extract/lazy.py", "*/__init__.py", "*_options.py")
"""What stays as it is: what reads files, what sends objects to processes, and what asks Python for its annotations."""
LAZY = "from kg.extract.lazy import"
"""Where this stands, a class keeps values beside its fields, which compiled ones cannot."""


class CompilingHook(BuildHookInterface):
    """Adds compiled modules to a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the floors and tell hatchling which files to add."""
        if version == "editable":
            return
        self._folder = Path(tempfile.mkdtemp())
        build = Distribution({"name": "kg", "ext_modules": self._extensions()}).get_command_obj("build_ext")
        build.build_lib, build.build_temp = str(self._folder / "lib"), str(self._folder / "objects")
        build.ensure_finalized()
        build.run()
        built = [path for path in (self._folder / "lib").rglob("*") if path.is_file()]
        build_data["force_include"].update({str(path): str(path.relative_to(self._folder / "lib")) for path in built})
        build_data["pure_python"], build_data["infer_tag"] = False, True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Leave nothing behind."""
        if version != "editable":
            shutil.rmtree(self._folder)

    def _extensions(self) -> list[Any]:
        paths = [path.relative_to(self.root) for floor in FLOORS for path in Path(self.root, floor).rglob("*.py")]
        chosen = [str(path) for path in sorted(paths) if not any(path.match(each) for each in LEFT)]
        chosen = [path for path in chosen if LAZY not in Path(self.root, path).read_text("utf-8")]
        settings = ["--cache-dir", str(self._folder / "types")]
        # The C compiler is not asked for more: what takes the time lies in Python's own runtime. What it warns of stops
        # the build, as mypyc wants it: of a value that may be read before it is set, it was right.
        return mypycify(
            [*settings, *chosen], opt_level="1", debug_level="0", multi_file=True, target_dir=str(self._folder / "c")
        )
