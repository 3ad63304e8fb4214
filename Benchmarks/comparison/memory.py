"""Has memory at hand before a run.

A virtual machine may give free memory back to its host (free page reporting of the balloon, a few seconds after it was freed),
and has to fetch it again on the first touch: here a gigabyte takes 0.1 s when it is at hand and up to 4 s when it is not. Which of
the two a run meets is chance, and outweighs what is measured. So each run starts with memory that was touched just before.

It goes back again after some seconds: runs that take longer, of every contender, meet less of it than short ones.
"""

import os
import subprocess
import sys

# In large pages, where the kernel has such: those that are touched as small ones come back in pieces, and who asks for a large one
# next gets memory that was not touched (seen: 4 ms a megabyte instead of 0.1). Small ones are cut from large ones.
TOUCH = """
import contextlib, mmap, sys
room = mmap.mmap(-1, int(sys.argv[1]), flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
if hasattr(mmap, "MADV_HUGEPAGE"):
    with contextlib.suppress(OSError): room.madvise(mmap.MADV_HUGEPAGE)
for page in range(0, len(room), mmap.PAGESIZE): room[page] = 1
"""


def have_at_hand(count):
    """Touches memory and frees it, in a process of its own, since what a process once had counts as its children's peak.

    Args:
        count: bytes; half of what is free is not exceeded. Where the system does not say what is free, and where it does not
            give that much, a run starts as it would without.
    """
    if "SC_AVPHYS_PAGES" in os.sysconf_names:
        free = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        subprocess.run([sys.executable, "-c", TOUCH, str(min(count, free // 2))], check=False)


def needed(notices):
    """More bytes than a run on so many notices takes for itself and for its output, on 10,000 notices with Hugo or all outputs too."""
    return (1 << 30) + notices * (1 << 16)
