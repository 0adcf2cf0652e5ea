from django.apps import AppConfig


class MarketConfig(AppConfig):
    name = "offers.market"
    label = "market"
    verbose_name = "Market pay"
