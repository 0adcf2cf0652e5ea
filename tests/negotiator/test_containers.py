"""The container files, by the linters that need no container engine."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
TOOLS = Path(sys.executable).parent
Compose = dict[str, dict[str, dict[str, Any]]]


def lint(*command: str) -> str:
    """What a linter finds; nothing when it finds nothing."""
    tool, *arguments = command
    answer = subprocess.run([TOOLS / tool, *arguments], cwd=ROOT, capture_output=True, text=True)
    return answer.stdout + answer.stderr if answer.returncode else answer.stdout


@pytest.fixture(scope="module")
def compose() -> Compose:
    loaded: Compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    return loaded


def example() -> dict[str, str]:
    lines = (ROOT / "production.env.example").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def start(**changes: str) -> subprocess.CompletedProcess[str]:
    """Read the settings in the surroundings of the example."""
    environment = {"PATH": os.environ["PATH"]} | example() | changes
    command = [sys.executable, "-c", "import negotiator.settings"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)


def test_dockerfile_has_no_finding() -> None:
    assert lint("hadolint", "Dockerfile") == ""


def test_hadolint_does_find_things(tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text("FROM debian:latest\nRUN apt-get install curl\n")
    assert "DL3007" in lint("hadolint", str(tmp_path / "Dockerfile"))


def test_compose_file_follows_its_schema(tmp_path: Path) -> None:
    check = ("check-jsonschema", "--builtin-schema", "vendor.compose-spec")
    assert lint(*check, "docker-compose.yml") == "ok -- validation done\n"
    (tmp_path / "wrong.yml").write_text("services: [web]\n")
    assert "is not of type 'object'" in lint(*check, str(tmp_path / "wrong.yml"))


def test_web_waits_for_a_healthy_postgres(compose: Compose) -> None:
    assert compose["services"]["web"]["depends_on"] == {"postgres": {"condition": "service_healthy"}}
    assert "healthcheck" in compose["services"]["postgres"]


def test_the_worker_is_the_same_image_in_the_same_surroundings_without_a_port(compose: Compose) -> None:
    web, worker = compose["services"]["web"], compose["services"]["worker"]
    differing = {name for name in web.keys() | worker.keys() if web.get(name) != worker.get(name)}
    assert differing == {"command", "healthcheck", "ports"}
    assert (worker["command"], worker["ports"]) == (["python", "manage.py", "worker"], [])


def test_postgres_keeps_its_data_where_the_image_of_18_wants_it(compose: Compose) -> None:
    postgres = compose["services"]["postgres"]
    assert (postgres["image"], postgres["volumes"]) == ("postgres:18", ["database:/var/lib/postgresql"])


def test_only_this_machine_reaches_the_ports(compose: Compose) -> None:
    ports = {str(port) for service in compose["services"].values() for port in service.get("ports", [])}
    assert {port.rsplit(":", 2)[0] for port in ports} == {"127.0.0.1"}


def test_example_of_production_is_refused_in_one_sentence() -> None:
    refusal = start()
    assert refusal.returncode == 1
    sentence = "SECRET_KEY is too short or is the example. Give at least 50 random characters."
    assert refusal.stderr == f"negotiator cannot start: {sentence}\n"


def test_example_of_production_starts_with_a_key_of_its_own() -> None:
    database = f"postgres://negotiator:{'p' * 32}@localhost/negotiator"
    assert start(SECRET_KEY="0123456789abcdef" * 4, DATABASE_URL=database).stderr == ""


def test_compose_file_passes_on_every_setting_of_the_example(compose: Compose) -> None:
    environment = compose["services"]["web"]["environment"]
    assert isinstance(environment, dict)
    assert set(example()) - {"POSTGRES_PASSWORD"} <= set(environment)
