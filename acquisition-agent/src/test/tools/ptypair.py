"""Opens a pseudo-terminal, says its name, and joins its far side to standard input and output: a serial port for tests."""
import os
import pty
import select
import sys
import tty

far, near = pty.openpty()
tty.setraw(far)
tty.setraw(near)
sys.stdout.write(os.ttyname(near) + "\n")
sys.stdout.flush()
while True:
    readable, _, _ = select.select([far, 0], [], [])
    if far in readable:
        os.write(1, os.read(far, 4096))
    if 0 in readable:
        data = os.read(0, 4096)
        if not data:
            break
        os.write(far, data)
