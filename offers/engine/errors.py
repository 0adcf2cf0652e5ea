"""The two ways a question to the engine can be wrong."""

from decimal import Decimal


class EngineError(ValueError):
    """A question the engine cannot answer; `field` names the input to look at."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
        self.sentence = sentence


class ContradictionError(EngineError):
    """Two inputs that cannot both be true; names both, with their values."""

    def __init__(self, field: str, value: Decimal, other: str, other_value: Decimal, sentence: str) -> None:
        super().__init__(field, sentence)
        self.value = value
        self.other = other
        self.other_value = other_value
