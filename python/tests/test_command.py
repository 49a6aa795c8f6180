"""The command that is installed with the module."""

import os
import signal
import subprocess
import sys
import sysconfig
import tempfile
import time
import unittest
from pathlib import Path

import de_an_06

PAGE = Path(__file__).parents[2] / "fixtures/so-ket-de-an-06/page.html"
COMMAND = Path(sysconfig.get_path("scripts")) / "de-an-06"


def command(*words, **how):
    return subprocess.run([COMMAND, *words], capture_output=True, encoding="utf-8", **how)


class TestCommand(unittest.TestCase):
    def test_it_reads_and_writes(self):
        run = command("extract", str(PAGE), "-f", "csv")
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertEqual(len(run.stdout.splitlines()), 18)
        run = command("extract", "-f", "jsonl", input="Xã có 5 ấp.")
        self.assertEqual(run.stdout.count("\n"), 1)

    def test_python_m_is_the_same(self):
        for words in (["--version"], ["--help"], ["extract", str(PAGE)]):
            module = [sys.executable, "-m", "de_an_06", *words]
            run = subprocess.run(module, capture_output=True, encoding="utf-8")
            self.assertEqual(run.stdout, command(*words).stdout)
        self.assertEqual(command("--version").stdout, f"de-an-06 {de_an_06.__version__}\n")

    def test_its_exit_codes_are_kept(self):
        for words, code in [(["extrakt"], 2), (["extract", "no/such.html"], 3), (["--help"], 0)]:
            self.assertEqual(command(*words).returncode, code)

    @unittest.skipUnless(os.name == "posix", "signals")
    def test_an_interrupt_ends_it_and_leaves_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            for words, code in [(["-o", "a.csv"], 130), ([], -signal.SIGINT)]:
                pipe = {"stdin": subprocess.PIPE, "stdout": subprocess.DEVNULL}
                run = subprocess.Popen([COMMAND, "extract", "-", *words], cwd=folder, **pipe)
                begun = time.monotonic()
                # A draft of the output is there as soon as the command listens; without one, give it time.
                while not os.listdir(folder) and time.monotonic() < begun + (60 if words else 3):
                    time.sleep(0.05)
                run.send_signal(signal.SIGINT)
                self.assertEqual(run.wait(10), code)
                run.stdin.close()
            self.assertEqual(os.listdir(folder), [])


if __name__ == "__main__":
    unittest.main()
