"""Runs one command and says what it took."""

import os
import resource
import shutil
import signal
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    wall: float  # seconds
    cpu: float  # seconds, user and system
    memory: int  # bytes, the largest resident set of the process and its children


class Failed(Exception):
    """A command ended with an error; its message is what the command printed."""


class TimedOut(Exception):
    """A command was stopped at its limit."""


def measure(command, folder, limit=None):
    """Runs a command to its end.

    The kernel counts the resources of the child that is waited for. Before the child is another program it is a
    copy of this one, so the memory of this process, which stays small, is the least that can be measured.
    """
    started = time.monotonic()
    with tempfile.TemporaryFile() as log:
        child = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
        try:
            usage = wait(child, limit)
        except BaseException:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
            raise
        wall = time.monotonic() - started
        if child.returncode != 0:
            log.seek(0)
            raise Failed(f"{command[0]} ended with {child.returncode}: {log.read().decode(errors='replace')[-2000:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def wait(child, limit):
    """Waits for a child; with a limit it is looked at now and then, else the wait blocks."""
    if limit is None:
        _, status, usage = os.wait4(child.pid, 0)
    else:
        end = time.monotonic() + limit
        while True:
            found, status, usage = os.wait4(child.pid, os.WNOHANG)
            if found:
                break
            if time.monotonic() > end:
                raise TimedOut()
            time.sleep(0.002)
    child.returncode = os.waitstatus_to_exitcode(status)
    return usage


def median(runs):
    """The median of each figure."""
    return Run(
        statistics.median(run.wall for run in runs),
        statistics.median(run.cpu for run in runs),
        int(statistics.median(run.memory for run in runs)),
    )


def extent(folder):
    """The files of a folder, and their bytes."""
    files, size = 0, 0
    for parent, _, names in os.walk(folder):
        for name in names:
            files += 1
            size += os.lstat(os.path.join(parent, name)).st_size
    return files, size


def remove(path):
    """Removes a file, or a folder with all that is in it; one that is not there is no matter."""
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path, ignore_errors=True)
    else:
        Path(path).unlink(missing_ok=True)


def own_memory():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
