"""Types of the pack can be told apart by readers who see fewer colours: by colour, or by shape."""

import itertools

import numpy as np
import pytest

from kg.export.html.appearance import SHAPES, appearance_of

# Machado, Oliveira and Fernandes 2009, severity 1.0.
VISION = {
    "usual": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = TO_XYZ @ np.ones(3)


def lab(colour, vision):
    """A colour as it is seen, in CIE L*a*b*."""
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    x, y, z = np.cbrt(np.maximum(TO_XYZ @ np.clip(np.array(VISION[vision]) @ linear, 0, 1) / WHITE, 1e-6))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("vision", VISION)
def test_types_of_one_shape_differ_in_colour(finance, vision):
    looks = appearance_of(finance).types
    near = {
        (a, b): distance
        for a, b in itertools.combinations(looks, 2)
        if looks[a].shape == looks[b].shape
        and (distance := float(np.linalg.norm(lab(looks[a].colour, vision) - lab(looks[b].colour, vision)))) < 20
    }
    assert near == {}


def test_every_shape_of_the_pack_can_be_drawn(finance):
    assert {look.shape for look in appearance_of(finance).types.values()} <= set(SHAPES)
