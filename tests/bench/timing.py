"""Timing of whole programs, for the scripts of this folder."""
import resource
import subprocess
import sys
import time


def timed(command, environment=None):
    """Wall and processor seconds of a program that must succeed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def best(repeat, once):
    """The shortest of so many tries."""
    return min(once() for _ in range(repeat))
