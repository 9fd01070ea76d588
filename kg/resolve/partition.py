"""Groups that grow together: union-find over anything that can be compared."""

from __future__ import annotations

from typing import Generic, TypeVar

ItemT = TypeVar("ItemT")


class Partition(Generic[ItemT]):
    """A partition of items into groups. An item that was never joined is a group of its own."""

    def __init__(self) -> None:
        self._parents: dict[ItemT, ItemT] = {}

    def find(self, item: ItemT) -> ItemT:
        """The item that stands for a group; which one it is says nothing."""
        root = item
        while (parent := self._parents.get(root, root)) != root:
            root = parent
        while (parent := self._parents.get(item, item)) != root:
            self._parents[item] = root
            item = parent
        return root

    def join(self, one: ItemT, other: ItemT) -> bool:
        """Make two groups one; False where they were one already."""
        root, second = self.find(one), self.find(other)
        if root == second:
            return False
        self._parents[second] = root
        return True
