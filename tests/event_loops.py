"""Running a coroutine where no other event loop runs: a browser's tests may have left theirs in the main thread."""

import asyncio
import concurrent.futures


def run_apart(work):
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()
