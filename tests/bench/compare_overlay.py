#!/usr/bin/env python3
"""Times intersect of two layers of parcels beside peers found on PATH, files to files.

    compare_overlay.py LOMMER_CLI [--parcels 100000] [--repeat 3] [--folder DIR]

Makes two meshes of jittered quadrilaterals, the second shifted by a third of a parcel, as GeoPackage.
Peers: qgis_process (native:intersection) and grass (v.overlay, with its import and alone). Prints a
table of the best wall time and the processor time of that run, and the number of pieces, which agree
but for slivers thinner than 1 mm. Figures so far go to stderr. A peer that is not there is named as
skipped."""
import argparse
import json
import os
import pathlib
import random
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile

from timing import best, timed

SRS = 28992
TABLES = """
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY,
  organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL,
  description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT,
  description TEXT, last_change DATETIME, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
  srs_id INTEGER);
CREATE TABLE gpkg_geometry_columns (table_name TEXT PRIMARY KEY, column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT, m TINYINT);
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;
"""
RD = (
    'PROJCS["Amersfoort / RD New",GEOGCS["Amersfoort",DATUM["Amersfoort",SPHEROID["Bessel 1841",'
    '6377397.155,299.1528128]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],'
    'AUTHORITY["EPSG","4289"]],PROJECTION["Oblique_Stereographic"],'
    'PARAMETER["latitude_of_origin",52.1561605555556],PARAMETER["central_meridian",5.38763888888889],'
    'PARAMETER["scale_factor",0.9999079],PARAMETER["false_easting",155000],'
    'PARAMETER["false_northing",463000],UNIT["metre",1],AUTHORITY["EPSG","28992"]]'
)


def write_parcels(path, layer, side, origin, size, jitter, seed):
    """A mesh of side x side parcels that fit together."""
    rng = random.Random(seed)
    node = [
        [
            (
                round(origin[0] + size * x + rng.uniform(-jitter, jitter), 3),
                round(origin[1] + size * y + rng.uniform(-jitter, jitter), 3),
            )
            for x in range(side + 1)
        ]
        for y in range(side + 1)
    ]
    base = sqlite3.connect(path)
    base.executescript(TABLES)
    base.execute("INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,?)", ("RD New", SRS, "EPSG", SRS, RD, None))
    extent = (*origin, origin[0] + size * side, origin[1] + size * side)
    base.execute(
        "INSERT INTO gpkg_contents VALUES (?,'features',?,'','2026-01-01T00:00:00Z',?,?,?,?,?)",
        (layer, layer, *extent, SRS),
    )
    base.execute("INSERT INTO gpkg_geometry_columns VALUES (?,'geom','POLYGON',?,0,0)", (layer, SRS))
    base.execute(f"CREATE TABLE {layer} (fid INTEGER PRIMARY KEY, geom POLYGON, {layer}_nr INTEGER)")
    rows = []
    for y in range(side):
        for x in range(side):
            ring = (node[y][x], node[y][x + 1], node[y + 1][x + 1], node[y + 1][x], node[y][x])
            flat = [number for point in ring for number in point]
            blob = struct.pack("<2sBBi", b"GP", 0, 1, SRS) + struct.pack("<BIII10d", 1, 3, 1, 5, *flat)
            rows.append((blob, y * side + x))
    base.executemany(f"INSERT INTO {layer} (geom, {layer}_nr) VALUES (?,?)", rows)
    base.commit()
    base.close()


def count(path, layer):
    base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    return base.execute(f'SELECT count(*) FROM "{layer}"').fetchone()[0]


def run_lommer(cli, first, second, folder):
    out = folder / "lommer"
    command = [cli, "run", "intersect", "--input", f"first={first}", "--input", f"second={second}"]
    return timed([*command, "--output", str(out), "--overwrite"])


def qgis_process():
    """Debian's wrapper hands over an option that the program does not know; the program itself is beside it."""
    return shutil.which("qgis_process.bin") or shutil.which("qgis_process")


def run_qgis(first, second, folder):
    out = folder / "qgis.gpkg"
    out.unlink(missing_ok=True)
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    arguments = [f"INPUT={first}", f"OVERLAY={second}", f"OUTPUT={out}"]
    return timed([qgis_process(), "run", "native:intersection", "--", *arguments], environment)


def run_grass(first, second, folder):
    """Wall and processor time with import and export, and of v.overlay alone."""
    project = folder / "grass"
    shutil.rmtree(project, ignore_errors=True)
    out = folder / "grass.gpkg"
    out.unlink(missing_ok=True)
    subprocess.run(["grass", "-e", "-c", str(first), str(project)], capture_output=True, check=True)
    inside = ["grass", str(project / "PERMANENT"), "--exec"]
    total = [0.0, 0.0]
    alone = (0.0, 0.0)
    for command in (
        ["v.in.ogr", f"input={first}", "output=a", "snap=1e-4"],
        ["v.in.ogr", f"input={second}", "output=b", "snap=1e-4"],
        ["v.overlay", "ainput=a", "binput=b", "operator=and", "output=c"],
        ["v.out.ogr", "input=c", f"output={out}", "format=GPKG"],
    ):
        spent = timed([*inside, *command])
        total = [total[0] + spent[0], total[1] + spent[1]]
        alone = spent if command[0] == "v.overlay" else alone
    return tuple(total), alone


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cli")
    parser.add_argument("--parcels", type=int, default=100_000)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--folder", type=pathlib.Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    folder = options.folder or pathlib.Path(tempfile.mkdtemp(prefix="overlay-"))
    folder.mkdir(parents=True, exist_ok=True)
    side = round(options.parcels**0.5)
    first, second = folder / "first.gpkg", folder / "second.gpkg"
    for path, layer, shift, seed in ((first, "first", 0.0, 1), (second, "second", 11.0, 2)):
        path.unlink(missing_ok=True)
        write_parcels(path, layer, side, (150_000.0 + shift, 450_000.0 + shift), 30.0, 7.0, seed)
    lines = [("lommer-cli intersect", *best(options.repeat, lambda: run_lommer(options.cli, first, second, folder)),
              count(folder / "lommer" / "pieces.gpkg", "pieces"))]
    if qgis_process():
        spent = best(options.repeat, lambda: run_qgis(first, second, folder))
        base = sqlite3.connect(folder / "qgis.gpkg")
        layer = base.execute("SELECT table_name FROM gpkg_contents").fetchone()[0]
        lines.append(("qgis_process native:intersection", *spent, count(folder / "qgis.gpkg", layer)))
        print(lines, file=sys.stderr)
    else:
        print("qgis_process: skipped, not on PATH")
    if shutil.which("grass"):
        total, alone = run_grass(first, second, folder)
        lines.append(("grass import, v.overlay, export", *total, count(folder / "grass.gpkg", "c")))
        lines.append(("grass v.overlay alone", *alone, count(folder / "grass.gpkg", "c")))
    else:
        print("grass: skipped, not on PATH")
    if options.json:
        print(json.dumps(lines))
        return
    print(f"{side * side:,} x {side * side:,} parcels, best of {options.repeat} (grass: one run)")
    print(f"{'':36}{'wall s':>9}{'cpu s':>9}{'pieces':>11}{'wall':>9}{'cpu':>8}")
    for name, wall, cpu, pieces in lines:
        print(f"{name:36}{wall:9.2f}{cpu:9.2f}{pieces:11,}{wall / lines[0][1]:8.1f}x{cpu / lines[0][2]:7.1f}x")


if __name__ == "__main__":
    main()
