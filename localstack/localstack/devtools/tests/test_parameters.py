"""A stage's parameters, from a file."""

import tempfile
import unittest
from pathlib import Path

from antrean_devtools import parameters, project
from antrean_devtools.failure import CommandFailure

_TEMPLATE = project.TEMPLATE.read_text(encoding="utf-8")


class ParametersTest(unittest.TestCase):
    def file(self, text: str) -> Path:
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        file = folder / "prod.toml"
        file.write_text(text, encoding="utf-8")
        return file

    def test_are_texts_and_whole_numbers(self) -> None:
        said = parameters.read(
            self.file('PaymentWindowSeconds = 3600\nTokenIssuer = "https://i"\n')
        )
        self.assertEqual(said, {"PaymentWindowSeconds": "3600", "TokenIssuer": "https://i"})

    def test_that_nobody_knows_are_refused_by_name(self) -> None:
        with self.assertRaisesRegex(CommandFailure, "names PaymentWindow, which is no parameter"):
            parameters.read(self.file("PaymentWindow = 3600\n"))

    def test_of_another_kind_are_refused(self) -> None:
        for text in (
            "PaymentWindowSeconds = 1.5",
            "PaymentWindowSeconds = true",
            "TokenIssuer = []",
        ):
            with self.subTest(text), self.assertRaisesRegex(CommandFailure, "a text or a whole"):
                parameters.read(self.file(text))

    def test_cannot_be_read_from_what_is_no_file_of_them(self) -> None:
        with self.assertRaisesRegex(CommandFailure, "is not TOML"):
            parameters.read(self.file("PaymentWindowSeconds: 3600"))
        with self.assertRaisesRegex(CommandFailure, "cannot be read: No such file"):
            parameters.read(Path("/nowhere/prod.toml"))

    def test_are_complete_so_that_a_former_value_does_not_stay(self) -> None:
        values = parameters.complete(_TEMPLATE, {"PaymentWindowSeconds": "3600"})
        self.assertEqual(values["PaymentWindowSeconds"], "3600")
        self.assertEqual(values["GraceSeconds"], "180")
        self.assertEqual(values["TokenIssuer"], "")

    def test_that_a_former_template_did_not_have_are_left_out(self) -> None:
        template = "Parameters:\n  Old: {Type: String, Default: a}\n"
        self.assertEqual(parameters.complete(template, {"New": "b"}), {"Old": "a"})

    def test_that_change_are_shown_and_no_others(self) -> None:
        former = {"GraceSeconds": "180", "TokenIssuer": "https://a"}
        now = {"GraceSeconds": "180", "TokenIssuer": "https://b", "GuardedDays": "30"}
        self.assertEqual(
            parameters.differences(former, now),
            ["  TokenIssuer: 'https://a' -> 'https://b'", "  GuardedDays: 'new' -> '30'"],
        )

    def test_of_the_example_are_the_templates(self) -> None:
        self.assertIn("TokenIssuer", parameters.read(project.ROOT / "infra" / "stage.example.toml"))
