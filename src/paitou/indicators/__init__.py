"""The catalogue of indicators: one id behind the many wordings of one thing."""

from paitou.indicators.catalogue import Catalogue, standard
from paitou.indicators.indicator import (
    Additivity,
    Dimension,
    Indicator,
    Polarity,
    Prices,
)
from paitou.indicators.normalise import normalise
from paitou.indicators.reading import load_indicators

__all__ = [
    "Additivity",
    "Catalogue",
    "Dimension",
    "Indicator",
    "Polarity",
    "Prices",
    "load_indicators",
    "normalise",
    "standard",
]
