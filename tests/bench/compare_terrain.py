#!/usr/bin/env python3
"""Times sky view and shade beside peers, files to files, on a sheet of the sample municipality.

    compare_terrain.py LOMMER_CLI [--area 1] [--cell 1] [--repeat 3] [--folder DIR] [--umep DIR]

Peers: saga_cmd on PATH (ta_lighting: Sky View Factor with the same directions and reach, and Shadows
Only), and with --umep a checkout of UMEP-processing, whose functions run without QGIS on a Python
with numpy and GDAL (--python). Prints the best wall time and the processor time of that run, and the
mean of each map. The means differ where definitions do: SAGA looks from the slope of the ground and
its shadows are angles where there is one, UMEP looks at 153 patches without an end to its reach. Of UMEP
the function alone is timed, without files. A peer that is not there is named as skipped."""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from timing import best, timed

DIRECTIONS = 16
REACH = 100.0
AZIMUTH = 187.0
ELEVATION = 60.9
UMEP = """
import sys, time, pathlib, importlib
from osgeo import gdal
folder, surface, what, azimuth, elevation = sys.argv[1:6]
folder = pathlib.Path(folder)
sys.path.insert(0, str(folder.parent))
class Feedback:
    def setProgress(self, value): pass
    def setProgressText(self, text): pass
    def isCanceled(self): return False
cells = gdal.Open(surface).ReadAsArray().astype("float64")
cells -= cells.min()
start = time.perf_counter()
if what == "sky":
    functions = importlib.import_module(folder.name + ".functions.svf_functions")
    zero = cells * 0.0
    result = functions.svfForProcessing153(cells, zero, zero, 1.0, 0, 1.0, 0, None, Feedback())["svf"]
else:
    shadows = importlib.import_module(folder.name + ".util.shadowingfunctions")
    result = shadows.shadowingfunctionglobalradiation(
        cells, float(azimuth), float(elevation), 1.0, Feedback(), 1)
print(time.perf_counter() - start, result.mean())
"""


def statistic_of(raster, name):
    environment = dict(os.environ, GDAL_PAM_ENABLED="NO")
    text = subprocess.run(["gdalinfo", "-json", "-stats", str(raster)], env=environment,
                          capture_output=True, text=True, check=True).stdout
    return float(json.loads(text)["bands"][0]["metadata"][""][f"STATISTICS_{name}"])


def surface_of(cli, options, folder):
    place = folder / "place"
    if not place.exists():
        subprocess.run([cli, "sample", str(place), "--area", str(options.area), "--cell", str(options.cell)],
                       capture_output=True, check=True)
    sheets = [str(sheet) for sheet in sorted((place / "ahn").glob("R_*.tif"))]
    # Holes become low ground: not all peers know holes.
    ground = min(statistic_of(sheet, "MINIMUM") for sheet in sheets)
    filled, surface = folder / "filled.tif", folder / "surface.tif"
    subprocess.run(["gdalwarp", "-q", "-overwrite", "-srcnodata", "nan", "-dstnodata", str(ground), *sheets,
                    str(filled)], check=True)
    subprocess.run(["gdal_translate", "-q", "-a_nodata", "none", str(filled), str(surface)], check=True)
    return surface


def run_lommer(cli, analysis, settings, surface, folder):
    out = folder / analysis
    command = [cli, "run", analysis, "--input", f"surface={surface}", "--output", str(out), "--overwrite"]
    for setting in settings:
        command += ["--set", setting]
    return timed(command)


def run_saga(tool, settings, folder):
    return timed(["saga_cmd", "-f=s", "ta_lighting", str(tool), "-" + settings[0], *settings[1:]])


def run_umep(options, surface, what):
    before = time.perf_counter()
    done = subprocess.run([options.python, "-c", UMEP, str(options.umep.resolve()), str(surface), what,
                           str(AZIMUTH), str(ELEVATION)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"UMEP failed:\n{done.stderr[-2000:]}")
    seconds, mean = map(float, done.stdout.split())
    return seconds, time.perf_counter() - before, mean


def report(title, lines):
    print(title)
    print(f"{'':36}{'wall s':>9}{'cpu s':>9}{'mean':>9}{'wall':>9}")
    for name, wall, cpu, mean in lines:
        print(f"{name:36}{wall:9.2f}{cpu:9.2f}{mean:9.4f}{wall / lines[0][1]:8.1f}x")


def compare(options, folder, surface, grid, what):
    is_sky = what == "sky"
    analysis = "sky-view-factor" if is_sky else "shade"
    settings = ([f"directions={DIRECTIONS}", f"max-distance={REACH:g}"] if is_sky
                else [f"azimuth={AZIMUTH}", f"elevation={ELEVATION}"])
    spent = best(options.repeat, lambda: run_lommer(options.cli, analysis, settings, surface, folder))
    lines = [(f"lommer-cli {analysis}", *spent, statistic_of(folder / analysis / f"{analysis}.tif", "MEAN"))]
    if shutil.which("saga_cmd"):
        out = folder / f"saga-{what}.sgrd"
        tool = (3, ["DEM", str(grid), "-SVF", str(out), "-VISIBLE", str(folder / "saga-visible.sgrd"),
                    "-RADIUS", str(REACH), "-NDIRS", str(DIRECTIONS)]) if is_sky else (
            0, ["ELEVATION", str(grid), "-SHADE", str(out), "-METHOD", "3", "-AZIMUTH", str(AZIMUTH),
                "-DECLINATION", str(ELEVATION)])
        spent = run_saga(*tool, folder)
        lines.append((f"saga_cmd ta_lighting {tool[0]}", *spent, statistic_of(out.with_suffix(".sdat"), "MEAN")))
    else:
        print("saga_cmd: skipped, not on PATH")
    if options.umep:
        seconds, wall, mean = run_umep(options, surface, what)
        lines.append(("UMEP, its function alone", seconds, wall, mean))
    else:
        print("UMEP: skipped, no --umep")
    report(f"{analysis}, {options.area:g} km2 in cells of {options.cell:g} m", lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cli")
    parser.add_argument("--area", type=float, default=1.0)
    parser.add_argument("--cell", type=float, default=1.0)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--folder", type=pathlib.Path)
    parser.add_argument("--umep", type=pathlib.Path)
    parser.add_argument("--python", default="python3", help="with numpy and GDAL, for --umep")
    options = parser.parse_args()
    folder = options.folder or pathlib.Path(tempfile.mkdtemp(prefix="terrain-"))
    folder.mkdir(parents=True, exist_ok=True)
    surface = surface_of(options.cli, options, folder)
    grid = folder / "surface.sdat"
    subprocess.run(["gdal_translate", "-q", "-of", "SAGA", str(surface), str(grid)], check=True)
    for what in ("sky", "shade"):
        compare(options, folder, surface, grid.with_suffix(".sgrd"), what)


if __name__ == "__main__":
    main()
