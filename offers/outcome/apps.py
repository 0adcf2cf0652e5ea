from django.apps import AppConfig


class OutcomeConfig(AppConfig):
    name = "offers.outcome"
    label = "outcome"
    verbose_name = "Answers and decisions"
