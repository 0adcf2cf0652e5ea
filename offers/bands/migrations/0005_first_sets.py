"""Puts every band into a first set of its employer, and ends each where the next one of its job begins."""

from django.db import migrations

FILL = """
INSERT INTO bands_bandset (version, employer_id, name, state, published_at)
SELECT 1, employer_id, 'First set', 'active', now() FROM bands_band GROUP BY employer_id ORDER BY employer_id;

UPDATE bands_band SET
    valid_from = as_of,
    valid_to = (
        SELECT min(later.as_of) - 1 FROM bands_band later
        WHERE later.employer_id = bands_band.employer_id
        AND lower(later.family) = lower(bands_band.family)
        AND lower(later.title) = lower(bands_band.title)
        AND lower(later.level) = lower(bands_band.level)
        AND lower(later.location) = lower(bands_band.location)
        AND later.as_of > bands_band.as_of
    ),
    band_set_id = (SELECT id FROM bands_bandset WHERE bands_bandset.employer_id = bands_band.employer_id);

UPDATE bands_bandevent SET
    valid_from = as_of,
    band_set_id = coalesce(
        (SELECT id FROM bands_bandset WHERE bands_bandset.employer_id = bands_bandevent.employer_id), 0
    );
"""


class Migration(migrations.Migration):

    dependencies = [
        ("bands", "0004_band_sets"),
    ]

    operations = [
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
